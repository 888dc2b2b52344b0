// The engine of the page under Node against the program: the same forms, the same answers, the same refusals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largestDifference, nativeRun, openEngine } from './support.mjs';

// Both are compiled from the same sources without fused multiply-add; their libraries of functions (sine, exponential)
// differ in the last bit, which an answer magnifies by some hundred thousand times at most.
const most = 1e-9;

const engine = await openEngine();
const catalogue = engine.call('catalogue', {});
const easy = { scenario: 'easy_run', overrides: [] };
const solve = (form) => engine.call('solve', { a: easy, b: form });

test('the easy run is the one of the command line', () => {
  const solved = solve(easy), run = nativeRun(easy);
  const worst = largestDifference(solved, catalogue, run);
  console.log(`easy run: ${JSON.stringify(worst)}; kneecap ${solved.b.metrics.pfj_force_peak_bw} BW`);
  assert.ok(worst.apart <= most, JSON.stringify(worst));
});

test('every card says what the command line says', () => {
  const worst = { apart: 0 };
  const scenarios = engine.call('scenarios', {});
  for (const { name } of scenarios) {
    const form = { scenario: name, overrides: [] };
    const solved = solve(form), run = nativeRun(form);
    assert.equal(solved.refusal ?? '', run.error ?? '', name);
    if (!solved.refusal) {
      const found = largestDifference(solved, catalogue, run);
      if (found.apart > worst.apart) Object.assign(worst, found, { name });
    }
  }
  console.log(`${scenarios.length} scenarios: ${JSON.stringify(worst)}`);
  assert.ok(worst.apart <= most, JSON.stringify(worst));
});

/// Mulberry32: the same forms every time.
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/// Some parameters, each within its range: a third of them all over it, the others near what is usual.
function randomForm(draw, usual) {
  const overrides = [];
  for (const parameter of catalogue.parameters) {
    if (draw() > 0.25 || parameter.key === 'stride_length_m') continue;
    if (parameter.choices) {
      overrides.push(`${parameter.key}=${parameter.choices[Math.floor(draw() * parameter.choices.length)].value}`);
      continue;
    }
    const wide = draw() < 0.33 ? 1 : 0.2, now = usual[parameter.key].value;
    const value = now + wide * (parameter.lo + draw() * (parameter.hi - parameter.lo) - now);
    overrides.push(`${parameter.key}=${value.toFixed(parameter.decimals)}`);
  }
  return { scenario: 'easy_run', overrides };
}

test('200 random forms', () => {
  const draw = random(1), usual = engine.call('resolve', { form: easy }).parameters;
  let worst = { apart: 0 }, refused = 0;
  const different = [], otherRefusals = [];
  for (let i = 0; i < 200; ++i) {
    const form = randomForm(draw, usual);
    const solved = solve(form), run = nativeRun(form);
    if (solved.refusal || run.error) {
      ++refused;
      if (solved.refusal !== run.error) otherRefusals.push({ form, here: solved.refusal, there: run.error });
      continue;
    }
    const found = largestDifference(solved, catalogue, run);
    if (found.apart > most) different.push({ form, ...found });
    else if (found.apart > worst.apart) worst = found;
  }
  console.log(`200 forms: ${refused} refused, ${different.length} apart, worst of the rest ${JSON.stringify(worst)}`);
  for (const one of [...different, ...otherRefusals]) console.log(JSON.stringify(one));
  assert.equal(otherRefusals.length, 0);
  assert.equal(different.length, 0);
});

test('previews in a row keep the memory flat', () => {
  const memory = () => engine.module.HEAPF64.buffer.byteLength;
  let form = easy;
  const move = (i) => {
    form = engine.call('resolve', { form: easy, edit: { key: 'cadence_spm', number: 160 + (i % 40) } }).form;
    assert.ok(engine.call('solve', { a: easy, b: form, preview: true }).b);
    engine.call('sample', { instants: 60, known: { a: 1, b: 1 } });
  };
  for (let i = 0; i < 100; ++i) move(i);
  const before = memory(), began = performance.now();
  for (let i = 0; i < 1000; ++i) move(i);
  console.log(`1000 moves: ${((performance.now() - began) / 1000).toFixed(1)} ms each, ${memory() / 1048576} MB`);
  assert.equal(memory(), before);
});

test('a link that is broken is refused in words', () => {
  for (const form of [{ scenario: 'nowhere', overrides: [] }, { scenario: '../models/x', overrides: [] }, { scenario: 'easy_run', overrides: ['cadence_spm=999'] },
    { scenario: 'easy_run', overrides: ['what'] }])
    assert.ok(engine.call('resolve', { form }).refusal.length > 10);
});
