import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { columnsOf } from '$lib/schema/tables';

/** A code or label as it is looked up: small letters and digits only. */
export const squashedSql = (cell: Sql): Sql =>
  sql`regexp_replace(lower(${cell}), '[^a-z0-9]', '', 'g')`;

/** A constant map from the codes of a source to ours. */
export const codeMap = (codes: Readonly<Record<string, string>>): Sql =>
  sql`MAP {${join(Object.entries(codes).map(([from, to]) => sql`${from}: ${to}`))}}`;

/** The same for codes and labels that differ in capitals, blanks and signs only: look up `squashedSql`. */
export const spellingMap = (codes: Readonly<Record<string, string>>): Sql =>
  codeMap(
    Object.fromEntries(
      Object.entries(codes).map(([from, to]) => [from.toLowerCase().replace(/[^a-z0-9]/g, ''), to]),
    ),
  );

/** Why there is no value: nothing in the cell, or something that gave none. */
export const gapOf = (value: Sql, cell: Sql, other: string): Sql =>
  sql`CASE WHEN ${value} IS NOT NULL THEN NULL WHEN ${cell} IS NULL THEN 'not_recorded'::e_missing ELSE ${other}::e_missing END`;

/** Columns of a table that a source does not know: nobody was asked. */
export const unfed = (table: string, fed: readonly string[]): Sql =>
  join(
    columnsOf(table)
      .filter((column) => !fed.includes(column.name))
      .map((column) => sql`'not_asked'::e_missing AS ${name(`${column.name}__missing`)}`),
  );

/** A moment known by its day; `cell` is the text it was read from. */
export const dayColumns = (column: string, day: Sql, cell: Sql): Sql =>
  sql`epoch(CAST(${day} AS TIMESTAMP)) / 3600 AS ${name(`${column}_h`)}, CASE WHEN ${day} IS NOT NULL THEN 'date'::e_clock END AS ${name(`${column}__clock`)}, ${gapOf(day, cell, 'unreadable')} AS ${name(`${column}__missing`)}`;

/** A column of one code, read by a spelling map; `unknown` are squashed words for "not known". */
export function codeColumns(
  column: string,
  type: string,
  codes: Readonly<Record<string, string>>,
  cell: Sql,
  unknown: readonly string[] = [],
): Sql {
  const value = sql`${spellingMap(codes)}[${squashedSql(cell)}]`;
  const open = unknown.length
    ? sql`WHEN ${squashedSql(cell)} IN ${list(unknown)} THEN 'unknown'::e_missing`
    : sql``;
  return sql`${value}::${name(`e_${type}`)} AS ${name(column)}, CASE WHEN ${value} IS NOT NULL THEN NULL WHEN ${cell} IS NULL THEN 'not_recorded'::e_missing ${open} ELSE 'unmapped'::e_missing END AS ${name(`${column}__missing`)}`;
}

/** Completed years between two days, NULL where the second comes first or a day is missing. */
export const yearsBetween = (born: Sql, day: Sql): Sql =>
  sql`CASE WHEN ${day} >= ${born} THEN CAST(date_part('year', age(CAST(${day} AS TIMESTAMP), CAST(${born} AS TIMESTAMP))) AS INTEGER) END`;

/** A logical column of a table: what it is read from (null = nothing in the file) and its physical columns. */
export interface FedColumn {
  readonly column: string;
  readonly from: string | null;
  readonly as: Sql;
}

/** What a file feeds of a table, and the part of SELECT that does it; columns it lacks were not asked. */
export function feedOf(
  table: string,
  columns: readonly FedColumn[],
  has: (from: string) => boolean,
): { readonly fed: readonly string[]; readonly select: Sql } {
  const used = columns.filter(({ from }) => from === null || has(from));
  const fed = used.map(({ column }) => column);
  return { fed, select: join([...used.map(({ as }) => as), unfed(table, fed)]) };
}

/** Age from `years` at T0: grown-ups past the range of the column are told by the band `18plus`. */
export const ageColumns = (from: string, cell: Sql): readonly FedColumn[] => [
  {
    column: 'age_at_detection',
    from,
    as: sql`CASE WHEN years <= 25 THEN years END AS age_at_detection, CASE WHEN years <= 25 THEN NULL WHEN years > 25 THEN 'not_applicable'::e_missing WHEN ${cell} IS NULL THEN 'not_recorded'::e_missing ELSE 'unreadable'::e_missing END AS age_at_detection__missing`,
  },
  {
    column: 'age_band_at_detection',
    from,
    as: sql`CASE WHEN years > 25 THEN '18plus'::e_age_band END AS age_band_at_detection, CASE WHEN years > 25 THEN NULL WHEN years IS NOT NULL THEN 'not_applicable'::e_missing ELSE 'not_recorded'::e_missing END AS age_band_at_detection__missing`,
  },
];

/** T0 known by its day, with the month it lies in. */
export const firstDayColumns = (from: string, day: Sql, cell: Sql): readonly FedColumn[] => [
  {
    column: 'index_month',
    from,
    as: sql`CAST(date_trunc('month', ${day}) AS DATE) AS index_month, CASE WHEN ${day} IS NOT NULL THEN 'month'::e_grain END AS index_month__grain, ${gapOf(day, cell, 'unreadable')} AS index_month__missing`,
  },
  { column: 'detected', from, as: dayColumns('detected', day, cell) },
];
