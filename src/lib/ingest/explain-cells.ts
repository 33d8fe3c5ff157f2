import type { Engine } from '$lib/engine/engine';
import { sql } from '$lib/schema/sql';
import type { Reading } from './column-sql';
import { doubtOf } from './doubtful-code';
import type { FailedItems } from './failed-items';
import { ValueReader, type Meaning } from './value-map';

/** Different spellings of one column that are looked up, and the longest of them. */
const [mostSpellings, longestSpelling] = [5000, 80];

/** Spellings that nobody explained, looked up in the synonyms. Null when none of them is known. */
export async function explainCells(
  engine: Engine,
  { open, items }: FailedItems,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Reading, Reading> | null> {
  const found = await engine.query(
    sql`SELECT nth, cell
      FROM (SELECT DISTINCT nth, cell FROM ${items} WHERE length(cell) <= ${longestSpelling})
      QUALIFY row_number() OVER (PARTITION BY nth) <= ${mostSpellings}`,
    { signal },
  );
  const better = new Map<Reading, Reading>();
  for (const [i, reading] of open.entries()) {
    const reader = new ValueReader(reading.binding.column, reading.binding.inverse);
    const map = new Map<string, Meaning>(reading.map);
    const own = found.flatMap(({ nth, cell }) =>
      nth === i && typeof cell === 'string' ? [cell] : [],
    );
    for (const cell of own) {
      if (map.has(cell) || reader.isCode(cell)) continue;
      const meaning = reader.meaning(cell);
      if (reading.asks && doubtOf(reading.binding.column, cell, [...map.keys(), ...own])) continue;
      if (meaning) map.set(cell, meaning);
    }
    if (map.size > reading.map.size) better.set(reading, { ...reading, map });
  }
  return better.size ? better : null;
}
