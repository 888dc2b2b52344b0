// What the page takes: bytes, time to the first picture, from a slider to the curves, per frame, memory. Times are of the
// machine it runs on, which may be shared: they are printed, and only bytes and memory are held to a limit.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { serve } from '../../render/web/serve.mjs';
import { require, web } from './support.mjs';

const { chromium } = require('playwright-core');
const site = join(web, 'site');
const moves = Number(process.env.STRIDELAB_MOVES ?? 1000);
let server, address, profile, context, page;

before(async () => {
  server = await serve(site);
  address = `http://127.0.0.1:${server.address().port}/`;
  profile = mkdtempSync(join(tmpdir(), 'stridelab-web-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, viewport: { width: 1280, height: 900 },
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  page = context.pages()[0];
});
after(async () => {
  await context.close();
  server.close();
  server.closeAllConnections();
  rmSync(profile, { recursive: true, force: true });
});

test('1.5 MB at most go over the network', () => {
  const sizes = readdirSync(site).map((name) => ({ name, bytes: gzipSync(readFileSync(join(site, name)), { level: 9 }).length }));
  const served = sizes.filter(({ name }) => name !== 'stridelab-single.html').reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`gzipped: ${sizes.map(({ name, bytes }) => `${name} ${bytes}`).join(', ')}; served in all ${served}`);
  assert.ok(served <= 1.5e6);
});

test('the first picture on a cold cache at 10 Mbit/s', async () => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 });
  await page.goto(address);
  let first_ms = 0;
  while (!(first_ms = await page.evaluate(() => window.stridelabPage?.picture.figure?.first_ms ?? 0))) await page.waitForTimeout(50);
  console.log(`first picture after ${first_ms.toFixed(0)} ms`);
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
});

test('frames of the figure at 720p on software GL', async () => {
  await page.evaluate(() => {
    const canvas = document.getElementById('figure');
    Object.assign(canvas.style, { width: '1280px', height: '720px', position: 'fixed', left: 0, top: 0, zIndex: 9 });
  });
  const figures = await page.evaluate(async () => {
    const { figure } = window.stridelabPage.picture;
    figure.play(true);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const before = figure.frames, began = performance.now(), cpu = [];
    while (performance.now() - began < 4000) {
      await new Promise(requestAnimationFrame);
      cpu.push(figure.cpu_ms);
    }
    const rate = (figure.frames - before) / ((performance.now() - began) / 1000);
    figure.play(false);
    cpu.sort((a, b) => a - b);
    return { rate, median_ms: cpu[cpu.length >> 1], size: [document.getElementById('figure').width, document.getElementById('figure').height] };
  });
  await page.evaluate(() => document.getElementById('figure').removeAttribute('style'));
  console.log(`frames: ${JSON.stringify(figures)}`);
});

test('from a slider to the curves, and many moves with flat memory', async () => {
  const devtools = await context.newCDPSession(page);
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  const move = (count) => page.evaluate(async (n) => {
    const { session } = window.stridelabPage, times = [], input = document.getElementById('input-cadence_spm');
    // A timer may be held back by milliseconds, a message is not.
    const channel = new MessageChannel();
    const soon = () => new Promise((resolve) => { channel.port1.onmessage = resolve; channel.port2.postMessage(0); });
    for (let i = 0; i < n; ++i) {
      const before = session.solved, began = performance.now();
      input.value = String(160 + (i % 30));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      while (session.solved === before) await soon();
      times.push(performance.now() - began);
      while (!session.idle) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.sort((a, b) => a - b);
    return { median_ms: times[times.length >> 1], p95_ms: times[Math.floor(times.length * 0.95)] };
  }, count);
  await move(50);
  const before_bytes = await heap(), times = await move(moves), after_bytes = await heap();
  console.log(`slider to curves: ${JSON.stringify(times)}; heap ${before_bytes} -> ${after_bytes} bytes`);
  assert.ok(after_bytes < before_bytes * 1.1 + 1e6);
});
