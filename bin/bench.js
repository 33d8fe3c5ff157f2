import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { firstFigure, sizes } from './bench/app.js';
import { benchCountry } from './bench/country.js';
import { reportIndicator, reportIndicators, reportMemory } from './bench/indicators.js';
import { filterChanges } from './bench/filters.js';
import { benchPrograms, enginePackages } from './bench/programs.js';
import { compare, report } from './bench/report.js';
import { benchProtection } from './bench/protection.js';
import { benchStatistics } from './bench/statistics.js';
import { wideCases } from './bench/wide-cases.js';
import { findChromium } from './chromium.js';
import { root } from './ready.js';
import { serve } from './serve.js';

const { values: asked } = parseArgs({
  options: {
    rows: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const rows = Number(asked.rows ?? (asked.quick ? 100_000 : 1_000_000));
if (
  !Number.isInteger(rows) ||
  rows < 1000 ||
  ![undefined, 'statistics', 'protection', 'filters', 'indicators', 'import'].includes(asked.only)
) {
  console.error(
    'node bin/bench.js [--rows 1000000] [--quick] [--only statistics|protection|filters|indicators|import]: at least 1000 rows.',
  );
  process.exit(2);
}
const began = performance.now();
const say = (/** @type {string} */ words) =>
  console.error(`${Math.round((performance.now() - began) / 1000)} s  ${words}`);

if (asked.only === 'protection') {
  machineLoad();
  benchProtection(say);
  process.exit(0);
}
if (asked.only === 'statistics') {
  machineLoad();
  await benchStatistics(rows, say);
  process.exit(0);
}
say(`Files of ${rows} cases …`);
const paths = benchCountry(rows);
say('Building the page, the native program and the app …');
const { site, nativeWorkload } = await benchPrograms();
// In a process of its own, because what a build says must not mix with the lines of figures.
const ready = new URL('ready.js', import.meta.url).href;
const words = `process.exitCode = (await import('${ready}')).buildApp() ? 0 : 1`;
const built =
  !asked.only &&
  spawnSync(process.execPath, ['--input-type=module', '-e', words], { stdio: ['ignore', 2, 2] })
    .status === 0;
if (!built && !asked.only) console.error('The app could not be built: its cold start is left out.');

const pageSite = await serve(site);
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
});
const cpuClock = await rendererClock();
machineLoad();
try {
  if (asked.only === 'filters') await filtersAlone();
  else if (asked.only === 'import') await importAlone();
  else if (asked.only) await indicatorsAlone();
  else await everything();
} finally {
  await browser.close();
  await pageSite.close();
}
say('Done.');

async function everything() {
  await coldStarts();
  await bothEngines();
  if (existsSync(join(root, 'build/_app'))) sizes(await enginePackages());
  else console.error('The app is not built: no sizes.');
  await benchStatistics(rows, say);
  benchProtection(say);
}

/** A file of cases with 21 columns into both engines, every check on, and the memory it took. */
async function importAlone() {
  const wide = await wideCases(paths[0], 21);
  const page = await benchPage([wide]);
  const native = nativeWorkload([wide]);
  await bothImports(() => page.evaluate(() => window.bench.chosen.import()), native);
  reportMemory(await rendererIds());
  await native.close();
}

/** Import in the browser alone, then changes of the filter. */
async function filtersAlone() {
  const page = await benchPage();
  say('Import in the browser …');
  await page.evaluate(() => window.bench.chosen.import());
  say('Filter changes …');
  await filterChanges(page, cpuClock);
}

/** Import in both engines, then every core indicator in both. */
async function indicatorsAlone() {
  const page = await benchPage();
  const native = nativeWorkload(paths);
  say('Import in the browser …');
  const inBrowser = await page.evaluate(() => window.bench.chosen.import());
  say('Import in native DuckDB …');
  const natively = await native.import();
  compare('import.all.load', [inBrowser.load], [natively.load]);
  compare('prepare', [inBrowser.prepare], [natively.prepare]);
  await everyIndicator(page, native);
  await native.close();
}

/** One indicator after the other in both engines, so that both meet the same load of the machine. */
async function everyIndicator(page, native) {
  for (const how of ['whole', 'split']) {
    const times = { browser: [], native: [] };
    for (const id of native.coreIds()) {
      say(`${id} ${how} in both engines …`);
      const asked = { id, how };
      const inBrowser = await page.evaluate(
        ({ id, how }) => window.bench.chosen.indicator(id, how),
        asked,
      );
      const natively = await native.indicator(id, how);
      reportIndicator(inBrowser, natively);
      times.browser.push(...inBrowser);
      times.native.push(...natively);
    }
    reportIndicators(how, times.browser, times.native);
  }
  reportMemory(await rendererIds());
}

async function benchPage(files = paths) {
  const page = await (await browser.newContext()).newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(pageSite.url);
  await page.setInputFiles('input', files);
  return page;
}

function machineLoad() {
  report('machine.load', [loadavg()[0] ?? 0], {
    unit: 'processes',
    note: `${cpus().length} cores; above that number times wait for others, and CPU ratios are what to trust`,
  });
}

async function coldStarts() {
  say('Cold starts …');
  const answered = [];
  const figures = [];
  for (let i = 0; i < (asked.quick ? 2 : 3); i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pageSite.url);
    const times = await page.evaluate(() => window.bench.coldStart());
    answered.push(times.answered);
    figures.push(times.figure);
    await context.close();
  }
  report('cold-start.engine', answered, { note: 'navigation to first answer, page without app' });
  report('cold-start.page', figures, {
    budget: '<= 3000 ms',
    note: 'navigation to first released figure of the demo, page without app',
  });
  if (!built) return;
  const app = await serve(join(root, 'build'));
  await firstFigure(browser, app.url, asked.quick ? 2 : 3);
  await app.close();
}

async function bothEngines() {
  const page = await benchPage();
  const native = nativeWorkload(paths);
  const inBrowser = {
    import: () => page.evaluate(() => window.bench.chosen.import()),
    figures: (/** @type {'working' | 'release'} */ mode) =>
      page.evaluate((mode) => window.bench.chosen.figures(mode), mode),
  };

  await bothImports(inBrowser.import, native);

  const figures = { browser: [], native: [] };
  const figuresCpu = { browser: [], native: [] };
  for (let i = 0; i < 3; i++) {
    say(`Ten figures, round ${i + 1} …`);
    await spent(cpuClock, figuresCpu.browser, figures.browser, () => inBrowser.figures('working'));
    await spent(nodeClock, figuresCpu.native, figures.native, () => native.figures('working'));
  }
  const totals = (rounds, key) => rounds.map((round) => round.reduce((all, f) => all + f[key], 0));
  compare('queries', totals(figures.browser, 'engineMs'), totals(figures.native, 'engineMs'), {
    budget: 'ratio <= 1.2',
    note: 'ten figures, Working view, time in the engine',
  });
  compare('figures', totals(figures.browser, 'ms'), totals(figures.native, 'ms'), {
    note: 'the same with statistics and gate',
  });
  compare('figures.cpu', figuresCpu.browser, figuresCpu.native, {
    note: 'processor time of the ten figures, all threads',
  });
  figures.browser[0].forEach(({ name }, at) => {
    const of = (rounds, key) => rounds.map((round) => round[at][key]);
    compare(`query.${name}`, of(figures.browser, 'engineMs'), of(figures.native, 'engineMs'));
  });

  await everyIndicator(page, native);

  say('Filter changes …');
  await native.close();
  await filterChanges(page, cpuClock);

  say('Release view …');
  const working = figures.browser.at(-1);
  (await inBrowser.figures('release')).forEach((figure, at) => {
    const { name, ms, engineMs, rows, withheld, audit } = figure;
    const other = working[at].ms - working[at].engineMs;
    report(`protect.${name}`, [Math.max(0, ms - engineMs - other)], {
      budget: rows <= 150 ? '<= 300 ms' : '<= 2000 ms',
      note: `beyond the Working view; ${rows} rows, ${withheld} withheld, ${audit}`,
    });
  });

  say('Cancel …');
  const cancels = await page.evaluate(async () => [
    await window.bench.chosen.cancelQuery(),
    await window.bench.chosen.cancelQuery(),
    await window.bench.chosen.cancelQuery(),
  ]);
  report(
    'cancel.query',
    cancels.map(({ heard }) => heard),
    { budget: '<= 200 ms' },
  );
  report(
    'cancel.next-answer',
    cancels.map(({ free }) => free),
    { budget: '<= 200 ms' },
  );
  const stopped = await page
    .evaluate(() => window.bench.chosen.cancelImport())
    .catch((/** @type {Error} */ error) => console.error(error.message));
  if (!stopped) return;
  const longest = [...stopped.after].sort((a, b) => b.ms - a.ms)[0];
  report('cancel.import', [stopped.ms], {
    budget: '<= 200 ms',
    note:
      longest &&
      `longest statement after it: ${longest.text.slice(0, 40)}, ${Math.round(longest.ms)} ms`,
  });
}

/** Two imports in each engine, by turns. */
async function bothImports(importInBrowser, native) {
  const imports = { browser: [], native: [] };
  const importCpu = { browser: [], native: [] };
  for (let i = 0; i < 2; i++) {
    say(`Import ${i + 1} in the browser …`);
    await spent(cpuClock, importCpu.browser, imports.browser, importInBrowser);
    say(`Import ${i + 1} in native DuckDB …`);
    await spent(nodeClock, importCpu.native, imports.native, () => native.import());
  }
  const pick = (key) => [imports.browser.map((t) => t[key]), imports.native.map((t) => t[key])];
  compare('import.cases.inspect', ...pick('inspectCases'), { budget: '<= 1000 ms' });
  compare('import.cases.load', ...pick('loadCases'), { budget: 'ratio <= 1.6' });
  compare('import.cases.insert', ...pick('insertCases'), { note: 'of load: the INSERT alone' });
  compare('import.all.inspect', ...pick('inspect'));
  compare('import.all.load', ...pick('load'));
  compare('prepare', ...pick('prepare'));
  compare('import.cpu', importCpu.browser, importCpu.native, {
    note: 'processor time of import and prepare, all threads; in the browser the start of the engine too',
  });
  slowest('import and prepare', imports.browser.at(-1), imports.native.at(-1));
}

/** Runs a job and keeps its result and the processor time it took. */
async function spent(clock, times, results, job) {
  const from = await clock();
  results.push(await job());
  times.push((await clock()) - from);
}

/** Processor time of this process in ms: native DuckDB runs in it. */
async function nodeClock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processor time in ms of the browser's pages and their workers. */
async function rendererClock() {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pages = processInfo.filter(({ type }) => type === 'renderer');
    return pages.reduce((all, { cpuTime }) => all + cpuTime * 1000, 0);
  };
}

/** Process ids of the browser's pages. */
async function rendererIds() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** The statements that take longest in the browser, for who wants to make them faster. */
function slowest(what, inBrowser, native) {
  console.error(`Slowest statements of ${what} (browser, native ms):`);
  const all = inBrowser.statements.map(({ text, ms }, at) => ({
    text: text.replace(/\s+/g, ' ').slice(0, 90),
    ms: Math.round(ms),
    native: Math.round(native.statements[at]?.ms ?? NaN),
  }));
  for (const { text, ms, native } of all.sort((a, b) => b.ms - a.ms).slice(0, 14))
    console.error(`${String(ms).padStart(7)} ${String(native).padStart(7)}  ${text}`);
}
