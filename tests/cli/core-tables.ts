import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvOf, type Tables } from '../measure/loaded';
import { known } from '../measure/plain-reading/cells';
import { childrenOf } from '../measure/plain-reading/children';
import { randomCareTables } from '../measure/random-care';
import { calendar, type Row } from '../measure/random-cells';

const day = 86_400_000;

/** Files with true dates, children in several files, gaps and errors. */
export const exactTables = (children: number): Tables =>
  withoutOpenQuestions(
    randomCareTables({ seed: 4105, dateMode: 'exact', linkage: 'across_orgs', children }),
  );

/** Files that count from each child's first detection. */
export const offsetTables = (children: number): Tables =>
  withoutOpenQuestions(
    randomCareTables({ seed: 4106, dateMode: 'offset', linkage: 'across_orgs', children }),
  );

/** The same files with all dates of a child moved by whole weeks of its own; `index_month` stays. */
export function shiftedTables(exact: Tables): Tables {
  const weeks = (key: string) => 1 + ((Number(/^f(\d+)/.exec(key)?.[1]) * 37) % 104);
  const moved = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => {
        if (!column.endsWith('_at') || cell === '' || !row.case_key) return [column, cell];
        const at = Date.parse(cell.length === 10 ? `${cell}T00:00Z` : cell);
        return [column, calendar(at + weeks(row.case_key) * 7 * day, cell.length === 10)];
      }),
    );
  return inMode(exact, 'shifted', moved);
}

/** The same files with the month of each date alone. */
export const monthTables = (exact: Tables): Tables =>
  inMode(exact, 'month', (row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) =>
        column.endsWith('_at')
          ? [`${column.slice(0, -'_at'.length)}_month`, cell.slice(0, 7)]
          : [column, cell],
      ),
    ),
  );

/** The same files with each date moved to the middle of its month. */
export const middleDays = (exact: Tables): Tables =>
  inMode(exact, 'month', (row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) =>
        column.endsWith('_at') && cell !== ''
          ? [column, middleOf(cell.slice(0, 7))]
          : [column, cell],
      ),
    ),
  );

function middleOf(month: string): string {
  const [first, next] = [
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1),
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5))),
  ];
  return calendar((first + next) / 2, true);
}

const inMode = (tables: Tables, date_mode: string, change: (row: Row) => Row): Tables => ({
  ...Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(change)])),
  meta: (tables.meta ?? []).map((row) => ({ ...row, date_mode })),
});

/** Without rows that no text tells how to read: episodes without a place in time, grants of no programme. */
function withoutOpenQuestions(tables: Tables): Tables {
  const files = new Set(childrenOf(tables).flatMap((child) => (child.t0 ? child.files : [])));
  const placed = (row: Row) =>
    files.has(row.case_key ?? '') &&
    Object.entries(row).some(([column, cell]) => column.startsWith('started_') && cell !== '');
  return {
    ...tables,
    missing_episodes: tables.missing_episodes?.filter(placed) ?? [],
    funding: tables.funding?.filter((row) => known(row.programme_key) !== null) ?? [],
  };
}

/** Writes each table that has rows as a CSV file into a new folder; returns the folder. */
export function fileTables(folder: string, tables: Tables): string {
  mkdirSync(folder);
  for (const [name, rows] of Object.entries(tables))
    if (rows.length > 0) writeFileSync(join(folder, `${name}.csv`), csvOf(rows));
  return folder;
}
