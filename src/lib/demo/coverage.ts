import { keyOf } from './case-file';
import type { Draw } from './draw';
import { monthsOf } from './months';
import { firstBodies } from './organisations';
import type { TableWriter } from './table-writer';
import type { Tally } from './tally';

const months = monthsOf(2021, 2025);

/**
 * Who reported which month. Planted: a body that sent nothing for two months (its zero is no zero), a
 * body that never sends anything, one that need not report missing episodes, recording rules that
 * change with 2023, a new case system, and entry that lags.
 */
export function writeCoverage(writer: TableWriter, draw: Draw, tally: Pick<Tally, 'files'>): void {
  const bodies = [...new Set([...firstBodies.home, ...firstBodies.abroad].map(([{ key }]) => key))];
  const silent = silence(bodies, tally);
  let count = 0;
  const add = (body: string, month: string, table: string, expected: boolean, sent: boolean) => {
    const rulesOf2023 = month >= '2023-01';
    writer.add({
      coverage_key: keyOf('o', count++),
      org_key: body,
      month,
      table_name: table,
      expected: expected ? 'yes' : 'no',
      submitted: sent ? 'yes' : 'no',
      definition_version: sent ? (rulesOf2023 ? 'rules 2023' : 'rules 2019') : '',
      recording_lag_days: !sent ? 'na' : draw.chance(0.05) ? '' : draw.spread(body.includes('police') ? [12, 30, 75] : [2, 9, 30]), // prettier-ignore
      break_note: breakOf(body, month, sent),
    });
  };
  for (const body of bodies)
    for (const month of months)
      add(body, month, 'cases', true, !(body === silent.body && silent.months.includes(month)));
  for (const month of months.slice(-12)) add('org-labour-1', month, 'cases', true, false);
  for (const body of ['org-cp-1', 'org-reception-1'])
    for (const month of months)
      add(body, month, 'missing_episodes', body === 'org-cp-1' || month >= '2023-01', true);
}

/**
 * The first two months in a row without a file, looked for in the bodies one after the other. In a
 * country so large that no body ever rests, two months of which files are there all the same (X30).
 */
function silence(bodies: readonly string[], tally: Pick<Tally, 'files'>) {
  for (const body of bodies)
    for (let i = 6; i < months.length; i++) {
      const pair = months.slice(i - 1, i + 1);
      if (pair.every((month) => tally.files(body, month) === 0)) return { body, months: pair };
    }
  return { body: 'org-health-1', months: ['2024-07', '2024-08'] };
}

function breakOf(body: string, month: string, sent: boolean): string {
  if (sent && month === '2023-01') return 'Rules of 2023: presumed and identified kept apart';
  return body === 'org-cp-1' && month === '2024-04' ? 'New case system' : '';
}
