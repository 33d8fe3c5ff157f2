import { physicalColumns } from '$lib/schema/physical';
import { join, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Table } from '$lib/schema/table';
import { columnSql, guardedSql, typedSql, type Reading } from './column-sql';
import { staging } from './staging';

/** What an adapter adds to the statement: physical columns from text columns `c0`, `c1`, … */
export interface Extra {
  readonly values: Readonly<Record<string, Sql>>;
  readonly slots: readonly number[];
}

/** The one statement: text in, typed columns with the reason of every gap out. */
export function insertSql(
  table: Table,
  fileNo: number,
  readings: readonly Reading[],
  source: Sql,
  extra: Extra | null = null,
): Sql {
  const values = new Map<string, Sql>([['file_no', sql`${fileNo}`]]);
  for (const column of table.columns) {
    const own = readings.filter((reading) => reading.binding.column === column);
    if (!own.length) values.set(`${column.name}__missing`, sql`'not_asked'::e_missing`);
    for (const [key, value] of Object.entries(columnSql(column, own))) values.set(key, value);
  }
  const numbered = keyless(table, readings);
  if (numbered) {
    values.set(numbered, sql`${`f${fileNo + 1}r`} || row_no`);
    values.set(`${numbered}__missing`, sql`NULL`);
  }
  for (const [key, value] of Object.entries(extra?.values ?? {})) values.set(key, value);
  for (const { binding } of readings) {
    const coarser = binding.column;
    const finer = coarser.standsInFor;
    if (!finer || readings.some((other) => other.binding.column.name === finer)) continue;
    const year = values.get(coarser.name) ?? sql`NULL`;
    values.set(finer, sql`make_date(${year}, 1, 1)`);
    values.set(`${finer}__grain`, sql`CASE WHEN ${year} IS NOT NULL THEN 'year'::e_grain END`);
    values.set(`${finer}__missing`, values.get(`${coarser.name}__missing`) ?? sql`NULL`);
  }
  const columns = physicalColumns(table).filter((column) => values.has(column.name));
  const slots = [...readings.map(({ binding }) => binding.slot), ...(extra?.slots ?? [])];
  const cells = [...new Set(slots)].map(slot);
  const carried = numbered ? [...cells, name('row_no')] : cells;
  const drawn = numbered ? [...cells, sql`row_number() OVER () AS row_no`] : cells;
  const inner = readings.map(
    (reading) => sql`${typedSql(reading)} AS ${name(`v${reading.binding.slot}`)}`,
  );
  return sql`INSERT INTO ${staging(table.name)} (${join(columns.map((column) => name(column.name)))})
    SELECT ${join(columns.map((column) => values.get(column.name) ?? sql`NULL`))}
    FROM (SELECT ${join([...carried, ...readings.map(guardedSql)])}
      FROM (SELECT ${join([...drawn, ...inner])} FROM ${source}))`;
}

/** The key column that must be made up, a number per row, because no source column feeds it. */
export function keyless(table: Table, readings: readonly Reading[]): string | null {
  const [key, ...more] = table.primaryKey;
  if (!key || more.length || readings.some(({ binding }) => binding.column.name === key))
    return null;
  return key;
}
