import type { Engine, Row } from '$lib/engine/engine';
import { join, name, sql, type Sql } from '$lib/schema/sql';

let made = 0;

/** A statement's rows with their keys numbered: a table that `drop` frees. */
interface KeyedRows {
  /** The columns kept, the numbers, and `k`, the number of the key from 0. */
  readonly table: Sql;
  readonly rows: number;
  /** The keys in the order of their numbers. */
  readonly keys: readonly Row[];
}

/**
 * Runs a statement and hands its rows to `use` with their keys numbered, then frees them, whatever
 * happens; null where it has more than `most` rows.
 * @param keep other columns, each with its name
 */
export async function keyedRows<T>(
  engine: Engine,
  {
    statement,
    keep,
    keys,
    numbers,
    most,
  }: {
    readonly statement: Sql;
    readonly keep: readonly Sql[];
    readonly keys: readonly string[];
    readonly numbers: readonly string[];
    readonly most: number;
  },
  use: (rows: KeyedRows) => Promise<T>,
  signal?: AbortSignal,
): Promise<T | null> {
  const number = ++made;
  const table = name(`cube_${number}`);
  const keyed = name(`cube_${number}_key`);
  const keysSql = join(keys.map(name));
  try {
    await engine.run(
      sql`CREATE TABLE ${table} AS SELECT ${join([...keep, keysSql, ...numbers.map(name)])} FROM (${statement})`,
      { signal },
    );
    const [size] = await engine.query(sql`SELECT count(*) AS rows FROM ${table}`, { signal });
    const rows = Number(size?.rows ?? 0);
    if (rows > most) return null;
    await engine.run(
      sql`CREATE TABLE ${keyed} AS SELECT (row_number() OVER () - 1)::INTEGER AS k, * FROM (SELECT DISTINCT ${keysSql} FROM ${table})`,
      { signal },
    );
    const found = await engine.query(sql`SELECT * EXCLUDE (k) FROM ${keyed} ORDER BY k`, {
      signal,
    });
    const same = keys.map(
      (key) => sql`${table}.${name(key)} IS NOT DISTINCT FROM ${keyed}.${name(key)}`,
    );
    const joined = sql`(SELECT ${table}.*, k FROM ${table} JOIN ${keyed} ON ${join(same, sql` AND `)})`;
    return await use({ table: joined, rows, keys: found });
  } finally {
    await engine
      .run(sql`DROP TABLE IF EXISTS ${table}; DROP TABLE IF EXISTS ${keyed}`)
      .catch(() => undefined);
  }
}
