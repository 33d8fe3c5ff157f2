import { type Sql, sql } from '$lib/schema/sql';

/**
 * Locks DuckDB for good, before any data: no extensions, no network, no file but those under `drop/`.
 * The order matters: what may be read cannot be named once access is off. Step 4 of the air-lock.
 */
export async function lockConfiguration(
  run: (statement: Sql) => Promise<unknown>,
  memoryLimitMiB: number,
): Promise<void> {
  await run(sql`SET autoload_known_extensions = false`);
  await run(sql`SET autoinstall_known_extensions = false`);
  await run(sql`SET allowed_directories = ['drop/']`);
  await run(sql`SET enable_external_access = false`);
  await run(sql`SET memory_limit = ${`${Math.floor(memoryLimitMiB)}MiB`}`);
  await run(sql`SET lock_configuration = true`);
}

/**
 * How duckdb-wasm is opened: counts and timestamps arrive as plain numbers. Decimals arrive whole and
 * are converted by `decimalNumber`, because `castDecimalToDouble` rounds badly: it makes
 * 1.7000000000000002 of 1.7, which native DuckDB does not.
 */
export const openConfiguration = {
  path: ':memory:',
  query: {
    castBigIntToDouble: true,
    castDecimalToDouble: false,
    castTimestampToDate: true,
    queryPollingInterval: 25,
  },
};
