import type { Engine } from '$lib/engine/engine';
import { list, sql, type Sql } from '$lib/schema/sql';
import { formOf, shownCell } from './cell-mask';
import type { Reading } from './column-sql';
import type { FailedItems } from './failed-items';
import { ValueReader } from './value-map';

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

/**
 * Cells that hold something which is not in the loaded rows, gathered by what they look like: of the
 * columns in `wanted`, with all of their rows, or of all columns with twenty rows each.
 */
export async function failedCells(
  engine: Engine,
  { open, items }: FailedItems,
  wanted: ReadonlySet<string> | null,
  signal?: AbortSignal,
): Promise<readonly FailedCells[]> {
  const nths = (test: (reading: Reading) => boolean) =>
    list([...open.keys()].filter((i) => open[i] && test(open[i])));
  const coded = ({ binding: { column, part } }: Reading) => !part && column.codes.length > 0;
  const own = wanted
    ? sql`WHERE nth IN ${nths(({ binding }) => wanted.has(binding.source))}`
    : sql``;
  const found = await engine.query(
    sql`WITH likes AS (SELECT DISTINCT row_no, nth, CASE WHEN nth IN ${nths(coded)} AND length(cell) <= ${longestSpelling}
        THEN cell ELSE ${formSql(sql`cell`)} END AS cell FROM ${items} ${own})
      SELECT nth, cell, count(*)::DOUBLE AS rows,
        ${wanted ? sql`list(row_no ORDER BY row_no)` : sql`min(row_no, 20)`}::VARCHAR AS ordinals
      FROM likes GROUP BY nth, cell`,
    { signal },
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
      ordinals: wanted ? places : places.slice(0, 20),
    });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
