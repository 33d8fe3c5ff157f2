import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ready.js';
import { statisticsProgram } from './programs.js';
import { median, report } from './report.js';

const [bootstrap, assess] = ['mse.bootstrap_bca', 'mse.assess'];

/**
 * Every statistical method on the largest of its reference cases, the bootstrap of hidden victims,
 * and curves over many rows.
 * @param {number} rows
 * @param {(words: string) => void} say
 */
export async function benchStatistics(rows, say) {
  say('Building the statistics …');
  const { callTimes, curveTimes } = await statisticsProgram();
  const largest = largestCases();

  say('Every method …');
  const calls = [...largest.values()].filter(({ method }) => ![bootstrap, assess].includes(method));
  const times = await callTimes(calls, { forMs: 200, least: 5 });
  for (const { method, ms } of times)
    report(
      `statistics.${method}`,
      ms.map((each) => each * 1000),
      { unit: 'us', budget: '<= 1000 us' },
    );
  const slow = times
    .map(({ method, ms }) => ({ method, ms: median(ms) }))
    .sort((a, b) => b.ms - a.ms);
  const under = slow.filter(({ ms }) => ms <= 1).length;
  const note = slow.slice(0, 5).map(({ method, ms }) => `${method} ${ms.toFixed(2)} ms`);
  report('statistics.methods-within-1-ms', [under], {
    unit: `of ${slow.length}`,
    note: `slowest: ${note.join(', ')}`,
  });

  say('Bootstrap …');
  const { input } = largest.get(bootstrap);
  const uk = { ...input, replicates: 1000 };
  const [bca] = await callTimes([{ method: bootstrap, input: uk }], { forMs: 0, least: 3 });
  const table = '1000 replicates, five lists of the United Kingdom';
  report(`statistics.${bootstrap}`, bca?.ms ?? [], {
    budget: '<= 12000 ms',
    note: `${table}, model chosen anew in each; R takes 6000 to 12000 ms`,
  });
  const [whole] = await callTimes([{ method: assess, input: uk }], { forMs: 0, least: 1 });
  report(`statistics.${assess}`, whole?.ms ?? [], { note: `${table}, and the other models` });

  say(`Curves over ${rows} rows …`);
  const curves = await curveTimes(rows, 5);
  const name = rows === 1_000_000 ? '1m' : String(rows);
  report(`statistics.km_aj_${name}.statement`, curves.statement, {
    note: `risk table in SQL, ${curves.tableRows} rows of it, native DuckDB, one thread`,
  });
  report(`statistics.km_aj_${name}.lists`, curves.lists, {
    note: 'both curves from lists in memory, without SQL',
  });
  report(`statistics.km_aj_${name}`, curves.sql, {
    ratio: median(curves.sql) / median(curves.lists),
    note: 'risk table in SQL, then both curves; ratio to the same from lists in memory',
  });
}

/**
 * Of each method the reference case with the largest input.
 * @returns {Map<string, { method: string, input: object }>}
 */
function largestCases() {
  const { cases } = JSON.parse(
    readFileSync(join(root, 'tests/fixtures/statistics/cases.json'), 'utf8'),
  );
  const bytes = (/** @type {{ input: object }} */ { input }) => JSON.stringify(input).length;
  const largest = new Map();
  for (const each of cases) {
    const before = largest.get(each.method);
    if (!before || bytes(each) > bytes(before)) largest.set(each.method, each);
  }
  return largest;
}
