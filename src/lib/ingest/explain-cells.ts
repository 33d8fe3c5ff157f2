import type { Engine } from '$lib/engine/engine';
import { sql } from '$lib/schema/sql';
import type { Reading } from './column-sql';
import type { LoadedRows } from './failed-items';
import { failedItems } from './failed-items';
import { sourceOf, type Scanned } from './load-records';
import { ValueReader, type Meaning } from './value-map';
import { withSource } from './with-source';

/** Different spellings of one column that are looked up, and the longest of them. */
const [mostSpellings, longestSpelling] = [5000, 80];

/**
 * Spellings that nobody explained, read once more from the file and looked up in the synonyms: one
 * pass for all columns, and only the cells that failed. Null when none of them is known.
 */
export async function explainCells(
  engine: Engine,
  file: Scanned,
  open: readonly Reading[],
  loaded: LoadedRows,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Reading, Reading> | null> {
  const { source, shape } = await sourceOf(engine, file, loaded.copy, signal);
  const found = await withSource(
    engine,
    source,
    (path) =>
      engine.query(
        sql`WITH ${failedItems(path, shape, open, loaded)}
          SELECT nth::INTEGER AS nth, cell
          FROM (SELECT DISTINCT nth, cell FROM items WHERE length(cell) BETWEEN 1 AND ${longestSpelling})
          QUALIFY row_number() OVER (PARTITION BY nth) <= ${mostSpellings}`,
        { signal },
      ),
    signal,
  );
  const better = new Map<Reading, Reading>();
  for (const [i, reading] of open.entries()) {
    const reader = new ValueReader(reading.binding.column, reading.binding.inverse);
    const map = new Map<string, Meaning>(reading.map);
    for (const { nth, cell } of found) {
      if (nth !== i || typeof cell !== 'string' || map.has(cell) || reader.isCode(cell)) continue;
      const meaning = reader.meaning(cell);
      if (meaning) map.set(cell, meaning);
    }
    if (map.size > reading.map.size) better.set(reading, { ...reading, map });
  }
  return better.size ? better : null;
}
