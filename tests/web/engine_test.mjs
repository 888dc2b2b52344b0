// The engine of the page under Node against the program: the same forms, the same answers, the same refusals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largestDifference, nativeRun, openEngine } from './support.mjs';

// Both are compiled from the same sources without fused multiply-add; their libraries of functions (sine, exponential)
// differ in the last bit, which an answer magnifies by some hundred thousand times at most.
const most = 1e-9;

// Of forms far from the usual one: a form whose iteration branched differently would be some 1e-6 apart, which is where the
// solver stops.
const mostOfAny = 1e-8;

const forms = Number(process.env.STRIDELAB_FORMS ?? 200);

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
    assert.ok((solved.refusal ?? '').includes(run.error ?? ''), name);
    assert.equal(Boolean(solved.refusal), Boolean(run.error), name);
    if (!solved.refusal) {
      const found = largestDifference(solved, catalogue, run);
      if (found.apart > worst.apart) Object.assign(worst, found, { name });
    }
  }
  console.log(`${scenarios.length} scenarios: ${JSON.stringify(worst)}`);
  assert.ok(worst.apart <= most, JSON.stringify(worst));
});

test('numbers and quantities are read alike', () => {
  // The module's library reads no decimals, so it has a reader of its own (core/decimal.h).
  for (const text of ['mass_kg=1e', 'mass_kg=inf', 'mass_kg=-nan', 'mass_kg=.5', 'mass_kg=6.2E1', 'mass_kg=62.', 'mass_kg=1e999', 'mass_kg=1e-999',
    'mass_kg=0x40', 'mass_kg=+62', 'mass_kg= 62', 'mass_kg=62kg', 'mass=62 kg', 'pace=5:30/km', 'pace=8:51/mi', `height=5'9"`, 'mass=154.5lb', 'mass=1e2kg',
    'mass_kg=62.123456789012345678', 'speed_m_s=3.3000000000000003']) {
    const form = { scenario: 'easy_run', overrides: [text] };
    const here = engine.call('resolve', { form }), there = nativeRun(form);
    if (here.refusal || there.error) {
      assert.ok(here.refusal?.includes(there.error), `${text}: ${here.refusal} here, ${there.error} there`);
      continue;
    }
    for (const [key, { value }] of Object.entries(here.parameters)) assert.equal(value, there.parameters[key].value, `${key} of ${text}`);
  }
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

/// Some parameters, each within its range: a third of them all over it, the others near what is usual. A bold one has many,
/// all over their ranges: most such forms cannot be run.
function randomForm(draw, usual, bold) {
  const overrides = [];
  for (const parameter of catalogue.parameters) {
    if (draw() > (bold ? 0.6 : 0.25) || parameter.key === 'stride_length_m') continue;
    if (parameter.choices) {
      overrides.push(`${parameter.key}=${parameter.choices[Math.floor(draw() * parameter.choices.length)].value}`);
      continue;
    }
    const wide = draw() < (bold ? 1 : 0.33) ? 1 : 0.2, now = usual[parameter.key].value;
    const value = now + wide * (parameter.lo + draw() * (parameter.hi - parameter.lo) - now);
    overrides.push(`${parameter.key}=${value.toFixed(parameter.decimals)}`);
  }
  return { scenario: 'easy_run', overrides };
}

test('random forms', () => {
  const draw = random(1), usual = engine.call('resolve', { form: easy }).parameters;
  let worst = { apart: 0 }, refused = 0;
  const above = [], otherRefusals = [];
  for (let i = 0; i < forms; ++i) {
    const form = randomForm(draw, usual, i % 5 === 4);
    const solved = solve(form), run = nativeRun(form);
    if (solved.refusal || run.error) {
      ++refused;
      if (!solved.refusal?.includes(run.error)) otherRefusals.push({ form, here: solved.refusal, there: run.error });
      continue;
    }
    const found = largestDifference(solved, catalogue, run);
    if (found.apart > most) above.push({ form, ...found });
    if (found.apart > worst.apart) worst = found;
  }
  console.log(`${forms} forms: ${refused} refused, ${above.length} more than 1e-9 apart, worst ${JSON.stringify(worst)}`);
  for (const one of [...above, ...otherRefusals]) console.log(JSON.stringify(one));
  assert.equal(otherRefusals.length, 0);
  assert.ok(worst.apart <= mostOfAny, JSON.stringify(worst));
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
