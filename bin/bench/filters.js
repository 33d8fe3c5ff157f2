import { percentile, report } from './report.js';

const rounds = [1, 2, 3, 4];

/**
 * @typedef {import('../../tests/bench/workload').FilterChange & { words: string, cpu: number }} Change
 * @typedef {import('../../tests/bench/workload').FigureSet} FigureSet
 */

/**
 * A filter changes and every figure is computed again, Working view: first by the statements
 * themselves, then from sums, on columns used before and not.
 * @param {import('playwright-core').Page} page with `window.bench`
 * @param {() => Promise<number>} cpuClock processor time of the pages in ms
 */
export async function filterChanges(page, cpuClock) {
  /** @returns {Promise<Change>} */
  const change = async (/** @type {string} */ words, /** @type {FigureSet} */ set = 'all') => {
    const from = await cpuClock();
    const changed = await page.evaluate(
      ({ words, set }) => window.bench.chosen.filterChange(words, set),
      { words, set },
    );
    return { ...changed, words, cpu: (await cpuClock()) - from };
  };
  const first = await change('gender=female');
  report('filter.first', [first.ms], { note: 'all figures, statements themselves' });
  const second = await change('gender=male');
  report('filter.second', [second.ms], { note: 'the same, sums are made' });
  const cold = await change('accompaniment=separated');
  report('filter.new-column', [cold.ms], {
    note: `a column not used before, ${cold.queries} queries, ${Math.round(cold.cpu)} ms of processor`,
  });
  const overview = await change('gender=female', 'overview');
  report('filter.overview.first', [overview.ms], {
    note: `the overview after that, where it asks otherwise: ${overview.queries} queries`,
  });
  const ahead = await page.evaluate(() => window.bench.chosen.makeAhead());
  report('filter.ahead', [ahead.ms], {
    note: `made while the page is idle: ${ahead.cubes} sets of sums, ${Math.round(ahead.bytes / 1e6)} MB`,
  });
  const news = [];
  for (const words of ['region=XX01,XX02', 'movement=internal', 'legal_status=irregular'])
    news.push(await change(words));
  report('filter.new-column-ahead', ms(news), {
    note: `columns not used before, after that; ${news.map(({ queries }) => queries).join(', ')} queries`,
  });
  for (const set of /** @type {const} */ (['all', 'overview'])) {
    const later = [];
    for (const round of rounds)
      for (const words of await page.evaluate((at) => window.bench.chosen.filtersOf(at), round))
        later.push(await change(words, set));
    reportChanges(set, later);
  }
}

const ms = (/** @type {readonly { ms: number }[]} */ changes) => changes.map(({ ms }) => ms);

/**
 * @param {FigureSet} set
 * @param {readonly Change[]} later
 */
function reportChanges(set, later) {
  const name = set === 'all' ? 'filter' : `filter.${set}`;
  const figures = later.at(-1)?.figures.length;
  const queries = later.reduce((sum, one) => sum + one.queries, 0);
  const cpu = later.map((one) => one.cpu);
  report(`${name}.p50`, [percentile(ms(later), 0.5)], {
    note: `${later.length} changes read from sums, ${queries} queries in all`,
  });
  report(`${name}.p95`, [percentile(ms(later), 0.95)], {
    budget: '<= 250 ms',
    note:
      set === 'all'
        ? `all ${figures} figures that the files allow`
        : `the ${figures} figures that the overview shows`,
  });
  report(`${name}.cpu.p50`, [percentile(cpu, 0.5)], { note: 'processor time of the pages' });
  report(`${name}.cpu.p95`, [percentile(cpu, 0.95)]);
  slowest(set, later);
}

/**
 * Every change with what took longest in it, and the median of each figure.
 * @param {FigureSet} set
 * @param {readonly Change[]} later
 */
function slowest(set, later) {
  console.error(`Changes of filter, ${set} (ms, processor ms, filter, its slowest figures):`);
  for (const { ms, cpu, words, figures } of later) {
    const most = [...figures].sort((a, b) => b.ms - a.ms).slice(0, 6);
    const names = most.map(({ name, ms }) => `${name} ${ms.toFixed(0)}`).join(', ');
    console.error(`${ms.toFixed(0).padStart(6)} ${cpu.toFixed(0).padStart(6)}  ${words}: ${names}`);
  }
  const names = later.at(-1)?.figures.map(({ name }) => name) ?? [];
  const medians = names.map((name) => {
    const own = later.flatMap(({ figures }) => figures.filter((figure) => figure.name === name));
    const of = (/** @type {'ms' | 'engineMs'} */ key) =>
      percentile(
        own.map((figure) => figure[key]),
        0.5,
      );
    return { name, ms: of('ms'), engineMs: of('engineMs') };
  });
  console.error(`Median of each figure after a change of filter, ${set} (all, engine ms):`);
  for (const { name, ms, engineMs } of medians.sort((a, b) => b.ms - a.ms))
    console.error(`${ms.toFixed(1).padStart(8)} ${engineMs.toFixed(1).padStart(8)}  ${name}`);
}
