import { physicalColumns } from '$lib/schema/physical';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { columnsOf, tables } from '$lib/schema/tables';
import type { Table } from '$lib/schema/table';
import { calendarDays, sinceT0 } from './since-t0';

/**
 * One view a table that belongs to children, `dated_<table>`: every row that a child of `child` has,
 * with the number of the child and all columns of the engine table. For each moment `<m>` of the
 * table: `<m>_h` hours since the child's T0, negative before it (ruling M19); `<m>_d` whole calendar
 * days since T0, on one scale for records with and without a clock time; `<m>_grain` how finely it is
 * known (ENUM `g_grain`, NULL without a moment). A moment that cannot be placed against T0 is NULL.
 * `dated_cases` holds the files that count, one row a file; `files` is how many the child has, `file_order` puts the files of one child
 * in the order in which `child` is merged (then case_key), which hours since T0 do not where one file
 * knows the clock and another the day alone.
 */
export function datedViewsSql(): Sql[] {
  return tables
    .filter((table) => table.columns.some((column) => column.name === 'case_key'))
    .map(viewSql);
}

function viewSql(table: Table): Sql {
  const moments = columnsOf(table)
    .filter(({ type }) => type === 'event-h' || type === 'event-d')
    .map((column) => column.name);
  const row = name(table.name);
  const own = physicalColumns(table)
    .filter((column) => !moments.some((moment) => column.name === `${moment}_h`))
    .map((column) => sql`${row}.${name(column.name)}`);
  const dated = moments.flatMap((moment) => {
    const { hours, grain } = sinceT0(table.name, moment);
    return [
      sql`${hours} AS ${name(`${moment}_h`)}`,
      sql`${calendarDays(table.name, moment)} AS ${name(`${moment}_d`)}`,
      sql`CASE WHEN ${row}.${name(`${moment}_h`)} IS NOT NULL THEN ${grain} END AS ${name(`${moment}_grain`)}`,
    ];
  });
  const order =
    table.name === 'cases' ? [sql`cases.detected_h AS file_order`, sql`child.files`] : [];
  const match =
    table.name === 'cases'
      ? sql`file_case.case_row = cases.rowid AND file_case.counted`
      : sql`file_case.case_key = ${row}.case_key`;
  return sql`CREATE OR REPLACE VIEW ${name(`dated_${table.name}`)} AS
    SELECT child.child, ${join([...own, ...order, ...dated])} FROM ${row} JOIN file_case ON ${match} JOIN child USING (child)`;
}
