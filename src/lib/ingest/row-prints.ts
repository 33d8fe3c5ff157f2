import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Scanned } from './load-records';
import { goodRecords } from './well-formed';

/**
 * The print of a row: the first 128 bits of the SHA-256 of its cells, in order, as they stand in the
 * file. Rows with the same cells are told apart by their place among them (`….2`).
 */
const printOf = (row: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(row)))).slice(0, 32);

const nth = (print: string, place: number) => (place > 1 ? `${print}.${place}` : print);

/** Positions of good records, from 0, by their print; a print that no row has is not there. */
export async function rowsByPrint(
  { blob, scan, delimiter, quote }: Scanned,
  wanted: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (!wanted.size) return found;
  const bare = new Set([...wanted].map((print) => print.split('.')[0] ?? print));
  const places = new Map<string, number>();
  let ordinal = 0;
  for await (const rows of goodRecords(blob, scan, { delimiter, quote }, signal))
    for (const row of rows) {
      const print = printOf(row);
      if (bare.has(print)) {
        const place = (places.get(print) ?? 0) + 1;
        places.set(print, place);
        if (wanted.has(nth(print, place))) found.set(nth(print, place), ordinal);
      }
      ordinal++;
    }
  return found;
}

/** Print of the good record that starts on a physical line; null where none does. */
export async function printAtLine(
  { blob, scan, delimiter, quote }: Scanned,
  line: number,
  signal?: AbortSignal,
): Promise<string | null> {
  let [low, high] = [0, scan.good - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scan.lines.lineOf(middle) < line) low = middle + 1;
    else high = middle;
  }
  if (!scan.good || scan.lines.lineOf(low) !== line) return null;
  const places = new Map<string, number>();
  let ordinal = 0;
  for await (const rows of goodRecords(blob, scan, { delimiter, quote }, signal))
    for (const row of rows) {
      const print = printOf(row);
      const place = (places.get(print) ?? 0) + 1;
      places.set(print, place);
      if (ordinal++ === low) return nth(print, place);
    }
  return null;
}
