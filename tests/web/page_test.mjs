// The page in Chromium: what a visitor does, and what the command line says of the same form.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../render/web/serve.mjs';
import { nativeRun, require, web } from './support.mjs';

const { chromium } = require('playwright-core');
const site = join(web, 'site'), pictures = join(web, 'pictures');
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
let server, address;
const folders = [];

before(async () => {
  server = await serve(site);
  address = `http://127.0.0.1:${server.address().port}/`;
  mkdirSync(pictures, { recursive: true });
});
after(() => {
  server.close();
  server.closeAllConnections();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/// A browser that has seen nothing yet, with a page that notes faults and what it asks of other hosts.
async function open(options = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'stridelab-web-'));
  folders.push(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: flags, viewport: { width: 1280, height: 900 }, ...options,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const faults = [], foreign = [];
  page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
  page.on('pageerror', (fault) => faults.push(String(fault)));
  page.on('request', (request) => { if (!/^(http:\/\/127\.0\.0\.1|data:|blob:|file:)/.test(request.url())) foreign.push(request.url()); });
  return { context, page, faults, foreign };
}

/// Until the page says so. The page's policy lets no text be run as a program, which waitForFunction() would do.
async function until(page, condition) {
  const began = performance.now();
  while (!(await page.evaluate(condition))) {
    assert.ok(performance.now() - began < 90000, `waited in vain for ${condition}`);
    await page.waitForTimeout(30);
  }
}

const settled = (page) => until(page, () => {
  const session = window.stridelabPage?.session;
  return Boolean(session?.solved && session.idle && !session.solved.preview);
});
const kneecap = (page) => page.evaluate(() => window.stridelabPage.session.solved.b.metrics.pfj_force_peak_bw);
const form = (page) => page.evaluate(() => window.stridelabPage.session.b);
const closeTo = (a, b) => Math.abs(a - b) <= 1e-9 * Math.abs(b);

async function sameAsNative(page) {
  const here = await kneecap(page), there = nativeRun(await form(page)).metrics.pfj_force_peak_bw.value;
  assert.ok(closeTo(here, there), `${here} here, ${there} by the command line`);
  return here;
}

test('it loads, the slider moves by mouse, and the number is that of the command line', async () => {
  const { context, page, faults, foreign } = await open();
  await page.goto(address);
  await settled(page);
  const start = await sameAsNative(page);
  const slider = page.locator('#input-cadence_spm');
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width * 0.45, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 0; i <= 10; ++i) await page.mouse.move(box.x + box.width * (0.45 + 0.02 * i), box.y + box.height / 2);
  await page.mouse.up();
  await settled(page);
  assert.ok((await form(page)).overrides.some((text) => text.startsWith('cadence_spm=')));
  assert.ok((await sameAsNative(page)) < start, 'more steps, less load');
  await page.screenshot({ path: join(pictures, 'wide.png'), fullPage: true });
  assert.deepEqual(faults, []);
  assert.deepEqual(foreign, []);
  await context.close();
});

test('on a phone: a card, a slider by touch, no sideways scrolling', async () => {
  const { context, page, faults } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await page.goto(address);
  await settled(page);
  await page.screenshot({ path: join(pictures, 'phone_first.png') });
  await page.locator('#card-list button').nth(1).tap();
  await settled(page);
  assert.equal((await form(page)).scenario, 'quick_steps');
  await sameAsNative(page);
  const slider = page.locator('#input-cadence_spm');
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  await page.touchscreen.tap(box.x + box.width * 0.3, box.y + box.height / 2);
  await settled(page);
  assert.ok((await form(page)).overrides.some((text) => text.startsWith('cadence_spm=')));
  await sameAsNative(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await page.screenshot({ path: join(pictures, 'phone.png'), fullPage: true });
  assert.deepEqual(faults, []);
  await context.close();
});

test('keyboard, link, scenario file, refusal', async () => {
  const { context, page, faults } = await open();
  await page.goto(`${address}#form=weak_hips;mass_kg=62&against=easy_run`);
  await settled(page);
  assert.deepEqual(await form(page), { scenario: 'weak_hips', overrides: ['mass_kg=62'] });
  await page.locator('#input-cadence_spm').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  const here = await sameAsNative(page), link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await settled(page);
  assert.equal(await kneecap(page), here, 'a link brings the form back');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  const file = readFileSync(await download.path(), 'utf8');
  assert.match(file, /\[form\][^[]*cadence_spm = /);
  await page.evaluate(() => { location.hash = '#form=easy_run;cadence_spm=999'; });
  await page.locator('#refusal').waitFor({ state: 'visible' });
  assert.match(await page.locator('#refusal').textContent(), /cadence_spm = 999/);
  assert.deepEqual(faults, []);
  await context.close();
});

test('without a network it opens again', async () => {
  const { context, page, faults } = await open();
  await page.goto(address);
  await settled(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await until(page, () => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await settled(page);
  await sameAsNative(page);
  assert.deepEqual(faults, []);
  await context.close();
});

test('one file opens from a folder', async () => {
  const { context, page, faults, foreign } = await open();
  await page.goto(pathToFileURL(join(site, 'stridelab-single.html')).href);
  await settled(page);
  await sameAsNative(page);
  assert.deepEqual(faults, []);
  assert.deepEqual(foreign, []);
  await context.close();
});

test('names for screen readers, and contrast AA', async () => {
  const { context, page } = await open();
  await page.goto(address);
  await settled(page);
  for (const details of await page.locator('#sliders details').all()) await details.evaluate((element) => { element.open = true; });
  const unnamed = await page.evaluate(() => [...document.querySelectorAll('button, input, select, canvas, [role=img]')].filter((element) => !element.closest('[role=img] canvas') && !(
    element.getAttribute('aria-label') || element.textContent.trim() || element.labels?.length)).map((element) => element.outerHTML));
  assert.deepEqual(unnamed, []);
  const pale = await page.evaluate(() => {
    const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = numbers(getComputedStyle(at).backgroundColor);
        if (colour[3] === undefined || colour[3] > 0.8) return colour;
      }
      return [255, 255, 255];
    };
    const texts = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && element.tagName !== 'OPTION' &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
    return texts.map((element) => {
      const a = light(numbers(getComputedStyle(element).color)), b = light(ground(element));
      return { ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), words: element.textContent.slice(0, 40) };
    }).filter(({ ratio }) => ratio < 4.5);
  });
  assert.deepEqual(pale, []);
  await context.close();
});
