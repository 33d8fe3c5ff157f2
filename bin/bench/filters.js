import { percentile, report } from './report.js';

const rounds = [1, 2, 3, 4];

/**
 * A filter changes and every figure of the overview is computed again, Working view: first by the
 * statements themselves, then from sums, on columns used before and not.
 * @param {import('playwright-core').Page} page with `window.bench`
 * @param {() => Promise<number>} cpuClock processor time of the pages in ms
 */
export async function filterChanges(page, cpuClock) {
  const change = async (/** @type {string} */ words) => {
    const from = await cpuClock();
    const changed = await page.evaluate((words) => window.bench.chosen.filterChange(words), words);
    return { ...changed, words, cpu: (await cpuClock()) - from };
  };
  const ms = (/** @type {readonly { ms: number }[]} */ changes) => changes.map(({ ms }) => ms);
  const first = await change('gender=female');
  report('filter.first', [first.ms], { note: 'all figures, statements themselves' });
  const second = await change('gender=male');
  report('filter.second', [second.ms], { note: 'the same, sums are made' });
  const cold = await change('accompaniment=separated');
  report('filter.new-column', [cold.ms], {
    note: `a column not used before, ${cold.queries} queries, ${Math.round(cold.cpu)} ms of processor`,
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
  const later = [];
  for (const round of rounds)
    for (const words of await page.evaluate((at) => window.bench.chosen.filtersOf(at), round))
      later.push(await change(words));
  const queries = later.reduce((sum, one) => sum + one.queries, 0);
  const cpu = later.map((one) => one.cpu);
  report('filter.p50', [percentile(ms(later), 0.5)], {
    note: `${later.length} changes read from sums, ${queries} queries in all`,
  });
  report('filter.p95', [percentile(ms(later), 0.95)], {
    budget: '<= 250 ms',
    note: `all ${later.at(-1)?.figures.length} figures that the files allow`,
  });
  report('filter.cpu.p50', [percentile(cpu, 0.5)], { note: 'processor time of the pages' });
  report('filter.cpu.p95', [percentile(cpu, 0.95)]);
  slowest(later);
}

/** @param {readonly import('../../tests/bench/workload').FilterChange[]} later */
function slowest(later) {
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
  console.error('Median of each figure after a change of filter (all, engine ms):');
  for (const { name, ms, engineMs } of medians.sort((a, b) => b.ms - a.ms))
    console.error(`${ms.toFixed(1).padStart(8)} ${engineMs.toFixed(1).padStart(8)}  ${name}`);
}
