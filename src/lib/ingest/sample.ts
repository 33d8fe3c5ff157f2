import Papa from 'papaparse';
import type { Scan } from './record-tally';

const whole = 1 << 20;
const places = 32;
const piece = 32 << 10;

/**
 * Records from the whole length of a file: all of a small one, else the start of 32 places spread
 * over it. Only records with the right number of fields.
 */
export async function sampleRows(
  blob: Blob,
  scan: Scan,
  delimiter: string,
  quote: string,
): Promise<readonly (readonly string[])[]> {
  const [start, end] = [scan.ranges[0]?.[0] ?? 0, scan.ranges.at(-1)?.[1] ?? 0];
  const size = end - start;
  const cuts =
    size <= whole
      ? [[start, end] as const]
      : Array.from({ length: places }, (_, i) => {
          const at = start + Math.floor((size / places) * i);
          return [at, Math.min(at + piece, end)] as const;
        });
  const rows: string[][] = [];
  for (const [from, to] of cuts) {
    let text = await blob.slice(from, to).text();
    if (from > start) text = text.slice(text.search(/[\r\n]/) + 1);
    if (to < end) text = text.slice(0, text.search(/[\r\n][^\r\n]*$/) + 1);
    for (const row of parseRows(text, delimiter, quote))
      if (row.length === scan.fields) rows.push(row);
  }
  return rows;
}

/** All records of a text, newlines of any kind. */
function parseRows(text: string, delimiter: string, quote: string): string[][] {
  return Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter,
    quoteChar: quote || '\u0000',
    newline: '\n',
    skipEmptyLines: 'greedy',
  }).data;
}
