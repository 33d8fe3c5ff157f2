import { listItemsSql } from './list-items';
import type { Engine } from '$lib/engine/engine';
import { join, list, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Reading } from './column-sql';
import { sourceOf, type Scanned } from './load-records';
import { patchedRows, type Patch } from './patched-rows';
import { readCsv } from './read-csv';
import { staging } from './staging';
import { withSource } from './with-source';

/** Where the rows of a file stand that was loaded in order: the rows, and the first `rowid`. */
export interface LoadedRows {
  readonly rows: Sql;
  readonly first: number;
  /** True when the engine read the plain copy. */
  readonly copy: boolean;
  readonly patches: readonly Patch[];
}

/**
 * A table of the engine with one row a cell, or an item of a list, that did not convert: `row_no` (place
 * in the file, from 0), `nth` (place in `open`) and `cell` (its text, never empty).
 */
export interface FailedItems {
  readonly open: readonly Reading[];
  readonly items: Sql;
}

const items = staging('failed_items');

/** Whether each reading failed in a row, as `f0`, `f1`, …, and the condition that some of them did. */
function flagsOf(open: readonly Reading[]): { readonly flags: Sql; readonly some: Sql } {
  const tests = open.map(
    ({ binding }) => sql`${name(`${binding.column.name}__missing`)} IN ('unreadable', 'unmapped')`,
  );
  return {
    flags: join(tests.map((test, i) => sql`${test} AS ${flag(i)}`)),
    some: sql`(${join(tests, sql` OR `)})`,
  };
}
const flag = (i: number): Sql => name(`f${i}`);

/**
 * Reads the cells that did not convert once more from a file whose rows were just loaded, all of them and
 * no other, in order: one pass in which text and rows run side by side and only failed cells are kept.
 */
export async function gatherFailed(
  engine: Engine,
  file: Scanned,
  open: readonly Reading[],
  { rows, first, copy, patches }: LoadedRows,
  signal?: AbortSignal,
): Promise<FailedItems> {
  const lists = [...open.keys()].filter((i) => open[i]?.binding.column.type === 'list');
  const blank = lists.filter((i) => open[i]?.binding.blanks);
  const slots = [...new Set(open.map(({ binding }) => binding.slot))].map(slot);
  const cells = open.map(
    ({ binding }, i) => sql`CASE WHEN ${flag(i)} THEN ${slot(binding.slot)} END`,
  );
  const some = join([...open.keys()].map(flag), sql` OR `);
  await engine.run(
    sql`CREATE OR REPLACE TABLE ${items} (row_no BIGINT, nth INTEGER, cell VARCHAR)`,
    { signal },
  );
  const { source, shape } = await sourceOf(engine, file, copy, signal);
  await withSource(
    engine,
    source,
    (path) =>
      engine.query(
        sql`INSERT INTO ${items}
          WITH failed AS (SELECT rowid - ${first} AS row_no, ${flagsOf(open).flags} FROM ${rows}),
            texts AS (SELECT ${join(slots)} FROM ${patchedRows(readCsv(path, shape), patches)}),
            cells AS (SELECT row_no, unnest(range(${open.length})) AS nth, unnest([${join(cells)}]) AS cell
              FROM texts POSITIONAL JOIN failed WHERE ${some}),
            parts AS (SELECT row_no, nth, unnest(CASE WHEN nth IN ${list(lists)}
              THEN CASE WHEN nth IN ${list(blank)} THEN ${listItemsSql(name('cell'), true)} ELSE ${listItemsSql(name('cell'))} END ELSE [cell] END) AS cell
              FROM cells WHERE cell IS NOT NULL)
          SELECT row_no, nth, cell FROM parts WHERE cell <> ''`,
        { signal },
      ),
    signal,
  );
  return { open, items };
}

/** Forgets the cells that have been repaired in the loaded rows since they were gathered. */
export async function forgetRepaired(
  engine: Engine,
  { open }: FailedItems,
  { rows, first }: LoadedRows,
  signal?: AbortSignal,
): Promise<void> {
  const { flags, some } = flagsOf(open);
  const still = join([...open.keys()].map(flag));
  await engine.run(
    sql`DELETE FROM ${items} WHERE rowid NOT IN (SELECT item.rowid FROM ${items} AS item
      JOIN (SELECT rowid - ${first} AS row_no, ${flags} FROM ${rows} AND ${some}) AS failed USING (row_no)
      WHERE [${still}][item.nth + 1])`,
    { signal },
  );
}

/** Frees what was gathered. */
export async function dropFailed(engine: Engine): Promise<void> {
  await engine.run(sql`DROP TABLE IF EXISTS ${items}`);
}
