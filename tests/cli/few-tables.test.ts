import { expect, it } from 'vitest';
import { coreIds } from './core-readings';
import { exactTables, fileTables } from './core-tables';
import { cellsOf, printFigures } from './read-figures';
import { cliFolder } from './run-cli';

const { path } = cliFolder();

/** What each indicator asks for first where cases without gender, and referrals, are all there is (R). */
const needed: Readonly<Record<string, string>> = {
  ...{ 'ID-02': 'population', 'ID-03': 'cases.gender', 'RF-04': 'assessments' },
  ...{ 'GP-01': 'assignments', 'GP-02': 'assignments', 'ND-01': 'detention', 'ND-03': 'detention' },
  ...{ 'ND-06': 'charges', 'MC-01': 'placements', 'MC-02': 'placements', 'MC-03': 'placements' },
  ...{ 'MC-05': 'missing_episodes', 'VW-01': 'testimony', 'RR-01': 'exploitation_spells' },
  ...{ 'RR-04': 'placements', 'SW-01': 'services', 'FC-01': 'funding', 'FC-02': 'funding' },
  'PQ-01': 'checklist',
};

it('names the table or column that a figure lacks', async () => {
  const { meta = [], cases = [], referrals = [] } = exactTables(240);
  const folder = fileTables(path('few'), {
    meta,
    cases: cases.map(({ gender: _, ...row }) => row),
    referrals,
  });
  const { rows, csv } = await printFigures(folder);
  expect([...new Set(rows.map(({ indicator }) => indicator))]).toEqual(coreIds);
  const lacking = rows.filter(({ status }) => status.startsWith('missing_'));
  expect(Object.fromEntries(lacking.map(({ indicator, needs }) => [indicator, needs]))).toEqual(
    needed,
  );
  for (const { status, needs, measure, value, numerator, n } of lacking) {
    expect(status).toBe(needs?.includes('.') ? 'missing_column' : 'missing_table');
    expect([measure, value, numerator, n]).toEqual([null, null, null, null]);
  }
  const told = rows.filter(({ indicator }) => !(indicator in needed));
  expect(told.filter(({ status }) => status === 'ok').length).toBeGreaterThan(10);
  expect(cellsOf(csv).map((row) => [row.indicator, row.status, row.needs ?? ''])).toEqual(
    rows.map(({ indicator, status, needs }) => [indicator, status, needs ?? '']),
  );
});
