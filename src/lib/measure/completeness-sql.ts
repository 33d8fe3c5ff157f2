import { columnsOf } from '$lib/schema/tables';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { appliesWhen, canBeJudged } from './applies-when';
import { slicesSql, whereSql } from './population';
import { groupColumnsSql, type Request } from './request';

/** What became of a cell that should hold a value, the known first; `refused` and `not_applicable` are no fault. */
export const cellStates = [
  'known',
  'not_recorded',
  'unknown',
  'not_asked',
  'unreadable',
  'refused',
  'not_applicable',
] as const;

/** A table of the figure: whether its rows are about children, and the columns looked at. */
export interface JudgedTable {
  readonly table: string;
  readonly ofChildren: boolean;
  readonly columns: readonly string[];
}

/** Whether the rows are told apart by period, and by organisation. */
export interface CellSplit {
  readonly periods: boolean;
  readonly organisation: boolean;
}

/** Month by which rows that are not about children are put in a period. */
const months = ['month', 'assessed', 'period_start', 'start_date'];

/** Loaded tables with the columns that can be judged, in the order of the schema. */
export function judgedTables({ facts, indicator, choice }: Request): JudgedTable[] {
  if (indicator.statistic.kind !== 'completeness') throw new Error('no completeness');
  const { core: needed } = indicator.statistic;
  const core = needed && choice.options.columns !== 'all' ? new Set(needed) : null;
  return Object.entries(facts.tables).flatMap(([table, { columns }]) => {
    const known = columnsOf(table).map((column) => column.name);
    const judged = columns.filter((column) => {
      const path = `${table}.${column}`;
      return known.includes(column) && (core?.has(path) ?? true) && canBeJudged(path, columns);
    });
    return judged.length
      ? [{ table, ofChildren: known.includes('case_key'), columns: judged }]
      : [];
  });
}

/**
 * `cell_row(slice, organisation, child, …)`: rows of a table with the period and the organisation of
 * their file. NULL where the rows cannot be split so.
 */
export function rowsSql(
  { slices, view }: Request,
  { table, ofChildren }: JudgedTable,
  split: CellSplit,
  groups: readonly Breakdown[] = [],
): Sql | null {
  const names = columnsOf(table).map((column) => column.name);
  const month = table === 'meta' ? undefined : months.find((column) => names.includes(column));
  if (!ofChildren && split.periods && !month) return null;
  if (!ofChildren && split.organisation && !names.includes('org_key')) return null;
  const own = table === 'cases' || !ofChildren;
  const row = name(table);
  const file = (column: string) => (own ? sql`${row}.${name(column)}` : sql`file.${name(column)}`);
  const joined =
    ofChildren && !own
      ? sql`LEFT JOIN (SELECT case_key, min(index_month) AS index_month, min(org_key) AS org_key FROM cases GROUP BY case_key) AS file
        ON file.case_key = ${row}.case_key`
      : sql``;
  const children = ofChildren
    ? sql`LEFT JOIN (SELECT case_key, min(child) AS child FROM file_case GROUP BY case_key) AS known ON known.case_key = ${row}.case_key`
    : sql``;
  // Without a filter, rows that belong to no child count too.
  const filtered = Object.keys(view.where).length > 0;
  const belongs = sql`child ON child.child = known.child AND ${whereSql(view.where)}`;
  const persons =
    ofChildren && (filtered || groups.length)
      ? sql`${filtered ? sql`` : sql`LEFT`} JOIN ${belongs}`
      : sql``;
  const within = (at: Sql, unless: Sql = sql`FALSE`) =>
    sql`JOIN ${slicesSql(slices)} ON ${unless} OR (${at} >= period.first_month AND ${at} < period.last_month + INTERVAL 1 MONTH)`;
  const placed = ofChildren ? 'index_month' : month;
  // A file of a month that the data do not claim to cover is in no period (ruling M9).
  const monthless = sql`${file('index_month')} IS NULL`;
  const periods =
    split.periods && placed
      ? within(file(placed))
      : ofChildren
        ? within(file('index_month'), monthless)
        : sql``;
  return sql`SELECT ${split.periods ? sql`period.slice` : sql`0`} AS slice,
      ${split.organisation ? sql`coalesce(${file('org_key')}, 'unknown')` : sql`NULL`} AS organisation,
      ${groupColumnsSql(groups)} ${ofChildren ? sql`known.child` : sql`NULL::INTEGER`} AS child, ${row}.*
    FROM ${row} ${joined} ${children} ${persons} ${periods}`;
}

const missing = (column: string): Sql => name(`${column}__missing`);

/** Condition on a row for each state of a column. */
function stateSql(state: (typeof cellStates)[number], column: string): Sql {
  const why = missing(column);
  if (state === 'known') return sql`${why} IS NULL`;
  return state === 'unreadable'
    ? sql`${why} IN ('unreadable'::e_missing, 'unmapped'::e_missing, 'withheld'::e_missing)`
    : sql`${why} = ${state}::e_missing`;
}

/** Condition on a row: the column should hold a value, and its cell is in a state. */
export const stateAtSql = (
  judged: JudgedTable,
  state: (typeof cellStates)[number],
  column: string,
): Sql => sql`${applies(judged, column)} AND ${stateSql(state, column)}`;

/** One row a period and organisation with a column `c<i>_<state>` for each column and state. */
export function cellCountsSql(request: Request, judged: JudgedTable, split: CellSplit): Sql | null {
  const rows = rowsSql(request, judged, split);
  const counts = judged.columns.flatMap((column, i) =>
    cellStates.map(
      (state) =>
        sql`count(*) FILTER (${stateAtSql(judged, state, column)}) AS ${name(`c${i}_${state}`)}`,
    ),
  );
  return rows && sql`SELECT slice, organisation, ${join(counts)} FROM (${rows}) GROUP BY ALL`;
}

/** The most rows of a child, for a bound on how many children stand behind rows. */
export const mostRowsSql = ({ table }: JudgedTable): Sql => sql`
  SELECT max(rows) AS most FROM (SELECT count(*) AS rows FROM ${name(table)} AS row
    JOIN file_case ON file_case.case_key = row.case_key GROUP BY child)`;

/** Distinct children with the value and without it, `c<i>_with` and `c<i>_without`, for some columns. */
export function cellChildrenSql(
  request: Request,
  judged: JudgedTable,
  split: CellSplit,
  columns: readonly string[],
): Sql | null {
  const rows = rowsSql(request, judged, split);
  const counts = columns.flatMap((column, i) => [
    sql`count(DISTINCT child) FILTER (${missing(column)} IS NULL) AS ${name(`c${i}_with`)}`,
    sql`count(DISTINCT child) FILTER (${applies(judged, column)} AND ${missing(column)} IS NOT NULL
      AND ${missing(column)} NOT IN ('refused'::e_missing, 'not_applicable'::e_missing)) AS ${name(`c${i}_without`)}`,
  ]);
  return (
    rows &&
    sql`SELECT slice, organisation, ${join(counts)} FROM (${rows}) GROUP BY slice, organisation`
  );
}

const applies = ({ table }: JudgedTable, column: string): Sql =>
  appliesWhen(`${table}.${column}`, missing(column));
