import { join, list, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Reading } from './column-sql';
import { patchedRows, type Patch } from './patched-rows';
import { readCsv } from './read-csv';

/** Where the rows of a file stand that was loaded in order: the rows, and the first `rowid`. */
export interface LoadedRows {
  readonly rows: Sql;
  readonly first: number;
  /** True when the engine read the plain copy. */
  readonly copy: boolean;
  readonly patches: readonly Patch[];
}

/**
 * The parts of a WITH that end in `items`: one row a cell, or an item of a list, that did not convert,
 * with `row_no` (place in the file, from 0), `nth` (place in `open`) and `cell` (its text).
 */
export function failedItems(
  path: string,
  shape: Parameters<typeof readCsv>[1],
  open: readonly Reading[],
  { rows, first, patches }: Pick<LoadedRows, 'rows' | 'first' | 'patches'>,
): Sql {
  const failed = open.map(
    ({ binding }) => sql`${name(`${binding.column.name}__missing`)} IN ('unreadable', 'unmapped')`,
  );
  const lists = [...open.keys()].filter((i) => open[i]?.binding.column.type === 'list');
  const slots = [...new Set(open.map(({ binding }) => binding.slot))].map(slot);
  const cells = open.map(
    ({ binding }, i) => sql`CASE WHEN ${name(`f${i}`)} THEN ${slot(binding.slot)} END`,
  );
  return sql`failed AS (SELECT rowid - ${first} AS row_no, ${join(failed.map((test, i) => sql`${test} AS ${name(`f${i}`)}`))}
      FROM ${rows} AND (${join(failed, sql` OR `)})),
    texts AS (SELECT row_number() OVER () - 1 AS row_no, ${join(slots)}
      FROM ${patchedRows(readCsv(path, shape), patches)}),
    cells AS (SELECT row_no, unnest(range(${open.length})) AS nth, unnest([${join(cells)}]) AS cell
      FROM texts JOIN failed USING (row_no)),
    items AS (SELECT row_no, nth, unnest(CASE WHEN nth IN ${list(lists)}
      THEN list_transform(string_split(cell, ';'), x -> trim(x)) ELSE [cell] END) AS cell
      FROM cells WHERE cell IS NOT NULL)`;
}
