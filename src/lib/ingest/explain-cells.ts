import type { Engine } from '$lib/engine/engine';
import { join, list, name, slot, sql } from '$lib/schema/sql';
import type { Reading } from './column-sql';
import type { LoadedRows } from './failed-cells';
import { sourceOf, type Scanned } from './load-records';
import { patchedRows } from './patched-rows';
import { readCsv } from './read-csv';
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
  { rows, first, copy, patches }: LoadedRows,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Reading, Reading> | null> {
  const failed = open.map(
    ({ binding }) => sql`${name(`${binding.column.name}__missing`)} IN ('unreadable', 'unmapped')`,
  );
  const lists = [...open.keys()].filter((i) => open[i]?.binding.column.type === 'list');
  const slots = [...new Set(open.map(({ binding }) => binding.slot))].map(slot);
  const cells = open.map(
    ({ binding }, i) => sql`CASE WHEN ${name(`f${i}`)} THEN ${slot(binding.slot)} END`,
  );
  const { source, shape } = await sourceOf(engine, file, copy, signal);
  const found = await withSource(
    engine,
    source,
    (path) =>
      engine.query(
        sql`WITH failed AS (SELECT rowid - ${first} AS row_no, ${join(failed.map((test, i) => sql`${test} AS ${name(`f${i}`)}`))}
            FROM ${rows} AND (${join(failed, sql` OR `)})),
          texts AS (SELECT row_number() OVER () - 1 AS row_no, ${join(slots)} FROM ${patchedRows(readCsv(path, shape), patches)}),
          cells AS (SELECT unnest(range(${open.length})) AS nth, unnest([${join(cells)}]) AS cell
            FROM texts JOIN failed USING (row_no)),
          items AS (SELECT nth, unnest(CASE WHEN nth IN ${list(lists)}
            THEN list_transform(string_split(cell, ';'), x -> trim(x)) ELSE [cell] END) AS cell
            FROM cells WHERE cell IS NOT NULL)
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
