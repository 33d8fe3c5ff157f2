import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../ready.js';
import { report } from './report.js';

/** Words that only one package holds, and that a build keeps. */
const engineMarks = {
  duckdb: /AsyncDuckDB|START_PENDING_QUERY/,
  highs: /_Highs_|Highs_run|highsRuntime/,
};

/**
 * Gzip of the app's JavaScript, and what is left out of it, piece by piece.
 * @param {number} packages kB gzip of duckdb-wasm and arrow, which share a chunk with the app's code
 */
export function sizes(packages) {
  const folder = join(root, 'build/_app');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const own = [];
  for (const name of names.filter((each) => /\.(js|wasm)$/.test(each))) {
    const bytes = readFileSync(join(folder, name));
    const kB = gzipSync(bytes).length / 1000;
    const text = name.endsWith('.js') ? bytes.toString('latin1') : '';
    const lazy = name.endsWith('.wasm') || /worker/.test(name) || engineMarks.highs.test(text);
    if (lazy) report(`size.engine.${basename(name)}`, [kB], { unit: 'kB gzip' });
    else if (engineMarks.duckdb.test(text)) {
      report('size.engine.duckdb and arrow', [packages], { unit: 'kB gzip' });
      own.push({ name: `${basename(name)} without them`, kB: kB - packages });
    } else own.push({ name: basename(name), kB });
  }
  own.sort((a, b) => b.kB - a.kB);
  const note = own.slice(0, 6).map(({ name, kB }) => `${name} ${kB.toFixed(1)}`);
  report('size.app', [own.reduce((all, { kB }) => all + kB, 0)], {
    unit: 'kB gzip',
    budget: '<= 250 kB',
    note: `${own.length} files; largest: ${note.join(', ')}`,
  });
}

/**
 * From a first visit to the first figure of the made-up country, in the built app.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {number} times
 */
export async function firstFigure(browser, url, times) {
  const built = ['indicators.html', 'indicators/index.html'].some((page) =>
    existsSync(join(root, 'build', page)),
  );
  if (!built) {
    console.error('The app has no page of indicators yet: see cold-start.page instead.');
    return;
  }
  const values = [];
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const from = performance.now();
    await page.goto(`${url}/#demo`, { waitUntil: 'commit' });
    const shown = await page
      .waitForSelector('[data-figure]', { timeout: 30_000 })
      .catch(() => null);
    if (shown) values.push(performance.now() - from);
    await context.close();
  }
  if (values.length) report('cold-start.app', values, { budget: '<= 3000 ms' });
  else console.error('No [data-figure] appeared within 30 seconds after #demo.');
}
