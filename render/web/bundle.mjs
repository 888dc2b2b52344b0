// Bundles the page: bundle.mjs NPM_FOLDER ENGINE_FOLDER OUTPUT. Static files, and one that holds them all.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const [npm, engine, output] = process.argv.slice(2).map((folder) => resolve(folder));
const page = join(dirname(fileURLToPath(import.meta.url)), 'page');
const esbuild = createRequire(join(npm, 'package.json'))('esbuild');
const modules = join(npm, 'node_modules');

function bundle(file, define = {}) {
  const built = esbuild.buildSync({
    entryPoints: [join(page, file)], bundle: true, minify: true, write: false, format: 'iife', target: 'es2021', define,
    loader: { '.vert': 'text', '.frag': 'text', '.glsl': 'text' }, nodePaths: [modules], legalComments: 'inline', charset: 'utf8',
  });
  return built.outputFiles[0].text;
}

const minified = (css) => esbuild.transformSync(css, { loader: 'css', minify: true }).code;
const loader = readFileSync(join(engine, 'engine.js'), 'utf8');
const wasm = readFileSync(join(engine, 'engine.wasm'));
const worker = `${loader}\n${bundle('worker.ts')}`;
const main = bundle('main.ts');
const style = minified(readFileSync(join(modules, 'uplot/dist/uPlot.min.css'), 'utf8') + readFileSync(join(page, 'style.css'), 'utf8'));
const html = readFileSync(join(page, 'index.html'), 'utf8');

/// Text that is put in whole: a function, so that "$" in it means nothing.
const filled = (head, scripts) => html.replace('<!--head-->', () => head).replace('<!--scripts-->', () => scripts);
/// Inside of a script element.
const inScript = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

mkdirSync(output, { recursive: true });
const files = {
  'index.html': filled(`<style>${style}</style>\n<link rel="preload" href="engine.wasm" as="fetch" crossorigin>`,
    '<script src="main.js" defer></script>'),
  'main.js': main,
  'worker.js': worker,
};
const version = createHash('sha256').update(JSON.stringify(files)).update(wasm).digest('hex').slice(0, 12);
files['service_worker.js'] = bundle('service_worker.ts', {
  VERSION: JSON.stringify(version), FILES: JSON.stringify(['./', 'index.html', 'main.js', 'worker.js', 'engine.wasm']),
});
const inline = JSON.stringify({ worker, wasm: gzipSync(wasm, { level: 9 }).toString('base64') });
files['stridelab-single.html'] = filled(`<style>${style}</style>`,
  `<script>window.stridelabInline=${inScript(inline)}</script>\n<script>${inScript(main)}</script>`);
for (const [name, text] of Object.entries(files)) writeFileSync(join(output, name), text);
copyFileSync(join(engine, 'engine.wasm'), join(output, 'engine.wasm'));

let total = 0;
for (const name of [...Object.keys(files), 'engine.wasm']) {
  const bytes = readFileSync(join(output, name)), packed = gzipSync(bytes, { level: 9 }).length;
  if (name !== 'stridelab-single.html') total += packed;
  console.log(`${name.padEnd(24)} ${String(bytes.length).padStart(9)} bytes ${String(packed).padStart(9)} gzipped`);
}
console.log(`${'all that is served'.padEnd(24)} ${' '.repeat(15)} ${String(total).padStart(9)} gzipped`);
