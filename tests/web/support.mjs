// What the tests of the demo in a browser share: the module under Node, and the program to compare it with.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const web = join(root, 'build/web');
export const require = createRequire(join(web, 'npm/package.json'));
const program = process.env.STRIDELAB_PROGRAM ?? join(root, 'build/bin/stridelab');

/// The class that the worker uses, over the module.
export async function openEngine() {
  const built = require('esbuild').buildSync({
    entryPoints: [join(root, 'render/web/page/engine_module.ts')], bundle: true, write: false, format: 'esm',
  });
  const { Engine } = await import(`data:text/javascript,${encodeURIComponent(built.outputFiles[0].text)}`);
  const load = createRequire(import.meta.url)(join(process.env.STRIDELAB_ENGINE ?? join(web, 'engine'), 'engine.js'));
  return new Engine(await load({ wasmBinary: readFileSync(join(process.env.STRIDELAB_ENGINE ?? join(web, 'engine'), 'engine.wasm')) }));
}

/// The run of a scenario with overrides as `stridelab run --json` reports it; exit statuses are part of the answer.
export function nativeRun(form) {
  const words = ['run', `scenarios/${form.scenario}.toml`, '--json', '-', ...form.overrides.flatMap((text) => ['--set', text])];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] };
  try {
    return JSON.parse(execFileSync(program, words, options)).runs[0];
  } catch (fault) {
    if (!fault.stdout) throw fault;
    return JSON.parse(fault.stdout).runs[0];
  }
}

/// |a - b| over the larger of them, or over `least` where both are smaller: there the digits carry nothing.
export const apart = (a, b, least) => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), least);

/// A residual is what is left of forces of a body weight, an angle is the difference of others and may be near its zero, work
/// is a sum of both signs, and a force may hardly brake: their digits are counted from this much of their unit.
function leastOf(key, unit) {
  if (key.startsWith('residual_') || unit === 'deg' || unit.startsWith('J/')) return 1;
  return unit === 'BW' ? 0.1 : 1e-3;
}

/// The largest relative difference between an answer of the module and a report, and what it is of.
export function largestDifference(solved, catalogue, run) {
  let worst = { apart: 0, of: '' };
  const look = (of, a, b, least) => {
    if (a === null && b === null) return;
    const difference = a === null || b === null ? Infinity : apart(a, b, least);
    if (difference > worst.apart || Number.isNaN(difference)) worst = { apart: difference, of, a, b };
  };
  for (const [key, value] of Object.entries(solved.b.metrics)) look(key, value, run.metrics[key].value, leastOf(key, run.metrics[key].unit));
  catalogue.curves.forEach(({ key }, row) => {
    const values = solved.curves.b.subarray(row * catalogue.curve_samples, (row + 1) * catalogue.curve_samples);
    // Of a curve that passes zero every sample is measured by its largest.
    const largest = Math.max(...run.curves[key].map((value) => Math.abs(value ?? 0)), 1e-3);
    values.forEach((value, i) => look(`${key}[${i}]`, Number.isNaN(value) ? null : value, run.curves[key][i], largest));
  });
  return worst;
}
