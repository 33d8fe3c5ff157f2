import { from, physicalColumns, typeSql } from '$lib/schema/physical';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { tables } from '$lib/schema/tables';
import type { Engine } from '$lib/engine/engine';

/**
 * Data come in beside what is there: every table has a staging twin that is filled first and swapped
 * in when all files are in. Until then earlier data are not touched.
 */
export const staging = (table: string): Sql => name(`new_${table}`);

/** Creates the empty twins of all tables. */
export async function createStaging(engine: Engine): Promise<void> {
  const statements = tables.map(({ name: table }) => {
    const columns = physicalColumns(table).map(
      (column) => sql`${name(column.name)} ${typeSql(column.sqlType)}`,
    );
    return sql`CREATE OR REPLACE TABLE ${staging(table)} (${join(columns)})`;
  });
  await engine.run(join(statements, sql`; `));
}

/** Puts the twins in the place of the tables, all of them or none. */
export async function swapIn(engine: Engine): Promise<void> {
  const statements = tables.map(
    ({ name: table }) =>
      sql`DROP TABLE IF EXISTS ${from(table)}; ALTER TABLE ${staging(table)} RENAME TO ${from(table)}; `,
  );
  try {
    await engine.run(sql`BEGIN TRANSACTION; ${join(statements, sql``)}COMMIT`);
  } catch (thrown) {
    await engine.run(sql`ROLLBACK`).catch(() => undefined);
    throw thrown;
  }
}

/** Forgets what was read so far. */
export async function dropStaging(engine: Engine): Promise<void> {
  const names = [...tables.map(({ name: table }) => table), 'failed_items'];
  const statements = names.map((table) => sql`DROP TABLE IF EXISTS ${staging(table)}`);
  await engine.run(join(statements, sql`; `));
}
