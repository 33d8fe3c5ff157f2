import type { Engine } from '$lib/engine/engine';
import { list, sql, type Sql } from '$lib/schema/sql';
import { formOf, shownCell } from './cell-mask';
import type { Reading } from './column-sql';
import { failedItems, type LoadedRows } from './failed-items';
import { sourceOf, type Scanned } from './load-records';
import { ValueReader } from './value-map';
import { withSource } from './with-source';

/** Cells of one reading that cannot be read and look alike. */
export interface FailedCells {
  readonly reading: Reading;
  /** The spelling itself in a column of codes where it may be shown, else the form of the cells. */
  readonly like: string;
  readonly spelled: boolean;
  readonly count: number;
  /** Positions of the rows among the good records, ascending: all of them, or the first twenty. */
  readonly ordinals: readonly number[];
}

const longestSpelling = 80;

/** How a cell that cannot be read is called where it is shown and kept. */
function likeOf(cell: string): { readonly like: string; readonly spelled: boolean } {
  const spelled = shownCell(cell) === cell;
  return { like: spelled ? cell : formOf(cell), spelled };
}

/** `formOf` in the engine. */
const formSql = (cell: Sql): Sql => sql`CASE WHEN length(${cell}) > 40 THEN '••••' ELSE
  regexp_replace(regexp_replace(regexp_replace(${cell}, '\\p{L}', 'a', 'g'), '\\p{N}', '9', 'g'), '[\\r\\n]+', ' ', 'g') END`;

/** Cells that hold something which is not in the loaded rows, gathered by what they look like. */
export async function failedCells(
  engine: Engine,
  file: Scanned,
  open: readonly Reading[],
  loaded: LoadedRows,
  all: boolean,
  signal?: AbortSignal,
): Promise<readonly FailedCells[]> {
  if (!open.length) return [];
  const nths = (test: (reading: Reading) => boolean) =>
    list([...open.keys()].filter((i) => open[i] && test(open[i])));
  const coded = ({ binding: { column, part } }: Reading) => !part && column.codes.length > 0;
  const { source, shape } = await sourceOf(engine, file, loaded.copy, signal);
  const found = await withSource(
    engine,
    source,
    (path) =>
      engine.query(
        sql`WITH ${failedItems(path, shape, open, loaded)},
          likes AS (SELECT DISTINCT row_no, nth, CASE WHEN nth IN ${nths(coded)} AND length(cell) <= ${longestSpelling}
            THEN cell ELSE ${formSql(sql`cell`)} END AS cell FROM items WHERE cell <> '')
          SELECT nth::INTEGER AS nth, cell, count(*)::DOUBLE AS rows,
            ${all ? sql`list(row_no ORDER BY row_no)` : sql`min(row_no, 20)`}::VARCHAR AS ordinals
          FROM likes GROUP BY nth, cell`,
        { signal },
      ),
    signal,
  );
  const groups = new Map<string, FailedCells>();
  for (const { nth, cell, rows: count, ordinals } of found) {
    const reading = open[Number(nth)];
    if (!reading || typeof cell !== 'string') continue;
    const { binding, map } = reading;
    const reader = new ValueReader(binding.column, binding.inverse);
    if (coded(reading) && (reader.isCode(cell) || map.has(cell))) continue;
    const own = coded(reading) ? likeOf(cell) : { like: cell, spelled: false };
    const key = JSON.stringify([nth, own.like]);
    const before = groups.get(key);
    const places = [
      ...(before?.ordinals ?? []),
      ...(String(ordinals).match(/\d+/g) ?? []).map(Number),
    ].sort((a, b) => a - b);
    groups.set(key, {
      reading,
      ...own,
      count: (before?.count ?? 0) + Number(count),
      ordinals: all ? places : places.slice(0, 20),
    });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
