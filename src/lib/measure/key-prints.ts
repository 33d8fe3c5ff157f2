import type { Engine } from '$lib/engine/engine';
import { from, physicalColumns } from '$lib/schema/physical';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { tableOf } from '$lib/schema/tables';

/** Record keys of the import before that are still there or not. */
export interface KeyCounts {
  readonly kept: number;
  /** Those of them whose rows differ in a column that both imports have. */
  readonly changed: number;
  readonly gone: number;
  readonly added: number;
}

/** The key of a table, where each of its columns is among those given; else null. */
export function keyOfTable(table: string, columns: readonly string[]): readonly string[] | null {
  const { primaryKey } = tableOf(table);
  const whole = primaryKey.length > 0 && primaryKey.every((column) => columns.includes(column));
  return whole ? primaryKey : null;
}

/**
 * One line a record key of a table: 64 bits of the key and 64 bits of its rows, so that nothing of a
 * record is kept. Rows are read in the logical columns given, whatever their order; rows without a key
 * are left out. Rests on the engine giving equal values equal prints, as the same build does.
 */
export async function keyPrints(
  engine: Engine,
  table: string,
  columns: readonly string[],
): Promise<string> {
  const [row] = await engine.query(
    sql`SELECT string_agg(k || ',' || p, chr(10)) AS lines FROM (${printsSql(table, columns)})`,
  );
  return typeof row?.lines === 'string' ? row.lines : '';
}

/** Holds the keys of a loaded table against `before`, the prints of the import before. */
export async function keysSince(
  engine: Engine,
  table: string,
  columns: readonly string[],
  before: string,
): Promise<KeyCounts> {
  const path = before ? await engine.register(new Blob([before])) : null;
  try {
    const old = path
      ? sql`SELECT k, p FROM read_csv(${path}, columns = {'k': 'VARCHAR', 'p': 'VARCHAR'},
          auto_detect = false, header = false, delim = ',', quote = '', escape = '')`
      : sql`SELECT NULL::VARCHAR AS k, NULL::VARCHAR AS p WHERE FALSE`;
    const [row] = await engine.query(
      sql`SELECT count(*) FILTER (old.k IS NOT NULL AND new.k IS NOT NULL)::DOUBLE AS kept,
        count(*) FILTER (old.p <> new.p)::DOUBLE AS changed,
        count(*) FILTER (new.k IS NULL)::DOUBLE AS gone,
        count(*) FILTER (old.k IS NULL)::DOUBLE AS added
        FROM (${old}) old FULL JOIN (${printsSql(table, columns)}) new ON old.k = new.k`,
    );
    const of = (count: keyof KeyCounts) => Number(row?.[count] ?? 0);
    return { kept: of('kept'), changed: of('changed'), gone: of('gone'), added: of('added') };
  } finally {
    if (path) await engine.release(path);
  }
}

function printsSql(table: string, columns: readonly string[]): Sql {
  const key = join(tableOf(table).primaryKey.map((column) => name(column)));
  const known = join(
    tableOf(table).primaryKey.map((column) => sql`${name(column)} IS NOT NULL`),
    sql` AND `,
  );
  const cells = physicalColumns(table)
    .filter(({ name: physical }) => columns.some((column) => holds(physical, column)))
    .map(({ name: physical }) => name(physical));
  return sql`SELECT hash(${key})::VARCHAR AS k, sum(hash(${join(cells)}))::VARCHAR AS p
    FROM ${from(table)} WHERE ${known} GROUP BY ${key}`;
}

/** Whether a column of the engine is of a logical column. */
const holds = (physical: string, column: string): boolean =>
  [
    column,
    `${column}_h`,
    ...['missing', 'clock', 'grain'].map((of) => `${column}__${of}`),
  ].includes(physical);
