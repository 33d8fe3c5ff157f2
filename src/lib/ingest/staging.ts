import { from, physicalColumns, typeSql } from '$lib/schema/physical';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { tables } from '$lib/schema/tables';
import type { Engine } from '$lib/engine/engine';

/**
 * Data come in beside what is there: every table has a staging twin that is filled first and swapped
 * in when all files are in. Until then earlier data are not touched.
 */
export const staging = (table: string): Sql => name(`new_${table}`);

/** The statement that creates the empty twin of a table. */
export function createStaging(table: string): Sql {
  const columns = physicalColumns(table).map(
    (column) => sql`${name(column.name)} ${typeSql(column.sqlType)}`,
  );
  return sql`CREATE OR REPLACE TABLE ${staging(table)} (${join(columns)})`;
}

/** Puts the twins in the place of the tables, all of them or none. */
export async function swapIn(engine: Engine): Promise<void> {
  for (const { name: table } of tables) {
    await engine.run(sql`DROP TABLE IF EXISTS ${from(table)}`);
    await engine.run(sql`ALTER TABLE ${staging(table)} RENAME TO ${from(table)}`);
  }
}

/** Forgets what was read so far. */
export async function dropStaging(engine: Engine): Promise<void> {
  for (const { name: table } of tables)
    await engine.run(sql`DROP TABLE IF EXISTS ${staging(table)}`);
}
