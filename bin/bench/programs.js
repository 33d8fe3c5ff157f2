import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from '../ready.js';

const alias = { $lib: join(root, 'src/lib'), $schemas: join(root, 'data-schemas') };
const page = fileURLToPath(new URL('../../tests/bench/page.ts', import.meta.url));
const native = fileURLToPath(new URL('../../tests/bench/native.ts', import.meta.url));

const statistics = fileURLToPath(new URL('../../tests/bench/statistics.ts', import.meta.url));

const common = /** @type {const} */ ({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  resolve: { alias },
});

/**
 * Builds the workload twice, as a page and for Node, from the same rooms as the app.
 * @returns {Promise<{ site: string, page?: import('../../tests/bench/page').BenchPage, nativeWorkload: typeof import('../../tests/bench/native').nativeWorkload }>}
 */
export async function benchPrograms() {
  const site = join(root, 'dist/bench/page');
  await build({
    ...common,
    root: join(root, 'tests/bench'),
    base: './',
    build: {
      outDir: site,
      emptyOutDir: true,
      chunkSizeWarningLimit: 5000,
      rollupOptions: { input: page, output: { entryFileNames: 'page.js' } },
    },
  });
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><body><script type="module" src="page.js"></script>',
  );
  return { site, ...(await forNode(native, 'node')) };
}

/**
 * The statistics alone, for Node.
 * @returns {Promise<typeof import('../../tests/bench/statistics')>}
 */
export const statisticsProgram = () => forNode(statistics, 'statistics');

/**
 * @param {string} entry
 * @param {string} folder
 */
async function forNode(entry, folder) {
  const outDir = join(root, 'dist/bench', folder);
  await build({
    ...common,
    root,
    build: { ssr: entry, outDir, emptyOutDir: true, target: 'node20' },
  });
  return import(pathToFileURL(join(outDir, `${basename(entry, '.ts')}.js`)).href);
}

/**
 * How much of a chunk the packages of the engine take: the engine room built with and without them.
 * @returns {Promise<number>} kB gzip
 */
export async function enginePackages() {
  const packages = /^(@duckdb\/duckdb-wasm|apache-arrow)$/;
  const size = async (/** @type {RegExp[]} */ external) => {
    const result = await build({
      ...common,
      root,
      build: {
        write: false,
        rollupOptions: {
          input: join(root, 'src/lib/engine/browser.ts'),
          preserveEntrySignatures: 'strict',
          external,
        },
      },
    });
    const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (result);
    const code = output.map((each) => (each.type === 'chunk' ? each.code : '')).join('');
    return gzipSync(code).length / 1000;
  };
  return (await size([])) - (await size([packages]));
}
