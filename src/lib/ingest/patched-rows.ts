import { join, slot, sql, type Sql } from '$lib/schema/sql';
import type { CellFix } from './fixes';
import type { Scanned } from './load-records';
import { rowsByPrint } from './row-prints';

/** A cell of a good record with another content; null where it is empty. */
export interface Patch {
  /** Position among the good records, from 0. */
  readonly ordinal: number;
  readonly slot: number;
  readonly text: string | null;
}

/** Cells to change, found by the prints of their rows. What no row has any more is left out. */
export async function patchesOf(
  file: Scanned,
  header: readonly string[],
  cells: readonly CellFix[],
  signal?: AbortSignal,
): Promise<readonly Patch[]> {
  const rows = await rowsByPrint(file, new Set(cells.map(({ row }) => row)), signal);
  return cells.flatMap(({ column, row, to }) => {
    const [ordinal, at] = [rows.get(row), header.indexOf(column)];
    return ordinal === undefined || at < 0 ? [] : [{ ordinal, slot: at, text: to }];
  });
}

/** Text columns `c0`, `c1`, … in the order of the file, with other content where cells were changed. */
export function patchedRows(source: Sql, patches: readonly Patch[]): Sql {
  if (!patches.length) return source;
  const slots = [...new Set(patches.map((patch) => patch.slot))];
  const changed = slots.map((at) => {
    const own = patches.filter((patch) => patch.slot === at);
    const cases = own.map(({ ordinal, text }) => sql`WHEN ${ordinal} THEN ${text}`);
    return sql`CASE patched_no ${join(cases, sql` `)} ELSE ${slot(at)} END AS ${slot(at)}`;
  });
  return sql`(SELECT * EXCLUDE (patched_no) REPLACE (${join(changed)})
    FROM (SELECT *, row_number() OVER () - 1 AS patched_no FROM ${source}))`;
}
