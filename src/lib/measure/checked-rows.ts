import { join, name, sql, type Sql } from '$lib/schema/sql';
import { columnsOf, tableOf, tables } from '$lib/schema/tables';
import { calendarDays, sinceT0 } from './since-t0';

/** Tables whose rows belong to a child, `cases` left out, in the order of the data model. */
export const eventTables: readonly string[] = tables
  .filter((table) => table.name !== 'cases' && table.columns.some((c) => c.name === 'case_key'))
  .map((table) => table.name);

/** The moments of a table. */
export const momentsOf = (table: string): readonly string[] =>
  columnsOf(table)
    .filter(({ type }) => type === 'event-h' || type === 'event-d')
    .map((column) => column.name);

/**
 * Every row of a table that belongs to children, once, also where no file of a child has its key: all
 * columns of the engine table; `row_no`; `child`, `t0_h`, `t0_clock` of its child (NULL without one);
 * for each moment `<m>_s` hours and `<m>_d` calendar days since T0.
 */
export function checkedRows(table: string): Sql {
  const dated = momentsOf(table).flatMap((moment) => [
    sql`${sinceT0(table, moment).hours} AS ${name(`${moment}_s`)}`,
    sql`${calendarDays(table, moment)} AS ${name(`${moment}_d`)}`,
  ]);
  const own = name(table);
  const person =
    table === 'cases'
      ? sql`file_case AS person ON person.case_row = cases.rowid`
      : sql`(SELECT case_key, min(child) AS child FROM file_case GROUP BY case_key) AS person ON person.case_key = ${own}.case_key`;
  return sql`(SELECT ${join([sql`${own}.*`, sql`${own}.rowid AS row_no`, sql`child.child`, sql`child.t0_h`, sql`child.t0_clock`, ...dated])}
    FROM ${own} LEFT JOIN ${person} LEFT JOIN child ON child.child = person.child)`;
}

/** Rows of verdicts: `it` is the row; those where `where` is not true are none of the rule's business. */
export function verdictsOf(
  table: string,
  holds: Sql,
  { where = sql`TRUE`, joins = sql`` }: { where?: Sql; joins?: Sql } = {},
): Sql {
  return sql`SELECT ${table} AS tbl, it.case_key AS ref, (${holds}) AS holds FROM ${checkedRows(table)} AS it ${joins} WHERE ${where}`;
}

/** The same for a table whose rows belong to no child. */
export function plainVerdicts(table: string, holds: Sql, where = sql`TRUE`): Sql {
  const key = name(tableOf(table).primaryKey[0] ?? 'file_no');
  return sql`SELECT ${table} AS tbl, it.${key}::VARCHAR AS ref, (${holds}) AS holds FROM ${name(table)} AS it WHERE ${where}`;
}

/** Several sets of verdicts as one; null without any. */
export const together = (parts: readonly Sql[]): Sql | null =>
  parts.length ? join(parts, sql` UNION ALL `) : null;

/** FALSE if any is false, else TRUE if any is true, else NULL: what is not known is passed over. */
export const allKnown = (conditions: readonly Sql[]): Sql =>
  sql`list_bool_and([${join(conditions)}])`;

/**
 * Whether a moment is there: TRUE, FALSE where the cell is empty or does not apply, NULL where it is
 * not known or the column was not loaded.
 */
export function isThere(row: string, moment: string): Sql {
  const [value, missing] = [name(`${moment}_h`), name(`${moment}__missing`)].map(
    (column) => sql`${name(row)}.${column}`,
  ) as [Sql, Sql];
  return sql`CASE WHEN ${value} IS NOT NULL THEN TRUE WHEN ${missing} IN ('not_recorded'::e_missing, 'not_applicable'::e_missing) THEN FALSE END`;
}
