import type { Scan } from './record-tally';

/** More slices than this cost more than a copy. */
const mostSlices = 2000;
const piece = 4 << 20;

/** A source that the engine can read without finding anything wrong. */
export interface WellFormed {
  readonly blob: Blob;
  readonly quote: string;
  readonly delimiter: string;
}

/**
 * The good records of a file: the file itself when it is clean, slices of it without a copy when
 * some records were rejected, a copy with one kind of newline and plain quoting when the engine
 * would stumble over what the scanner accepts.
 */
export async function wellFormed(
  blob: Blob,
  scan: Scan,
  dialect: { delimiter: string; quote: string },
  copy: boolean,
  signal?: AbortSignal,
): Promise<WellFormed> {
  const { delimiter, quote } = dialect;
  if (!copy && !scan.irregular && scan.ranges.length <= mostSlices) {
    const parts = scan.ranges.map(([from, to]) => blob.slice(from, to));
    return { blob: new Blob(parts), quote, delimiter };
  }
  const parts: Blob[] = [];
  for await (const rows of goodRecords(blob, scan, dialect, signal))
    parts.push(new Blob([rows.map((row) => row.map(plain).join(',') + '\n').join('')]));
  return { blob: new Blob(parts), quote: '"', delimiter: ',' };
}

/** All good records of a file in order, some thousands at a time. */
export async function* goodRecords(
  blob: Blob,
  scan: Scan,
  dialect: { delimiter: string; quote: string },
  signal?: AbortSignal,
): AsyncGenerator<string[][]> {
  let rest = new Uint8Array(0);
  for (const [from, to] of scan.ranges)
    for (let at = from; at < to; at += piece) {
      signal?.throwIfAborted();
      const end = Math.min(at + piece, to);
      const bytes = new Uint8Array(await blob.slice(at, end).arrayBuffer());
      const all = new Uint8Array(rest.length + bytes.length);
      all.set(rest);
      all.set(bytes, rest.length);
      const cut = end === to ? all.length : lastBreak(all, dialect.quote, dialect.delimiter);
      rest = all.slice(cut);
      yield records(all.subarray(0, cut), scan.fields, dialect);
    }
}

function records(
  bytes: Uint8Array,
  fields: number,
  dialect: { delimiter: string; quote: string },
): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const rows: string[][] = [];
  let row: string[] = [];
  const { delimiter, quote } = dialect;
  const n = text.length;
  let i = 0;
  while (i < n) {
    let at = i;
    while (text[at] === ' ') at++;
    let cell = '';
    if (quote && text[at] === quote) {
      at++;
      for (;;) {
        const close = text.indexOf(quote, at);
        const end = close < 0 ? n : close;
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== quote) break;
        cell += quote;
        at++;
      }
      while (text[at] === ' ') at++;
      cell = cell.replace(/\r\n?/g, '\n');
    } else {
      at = i;
      while (at < n && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      cell = text.slice(i, at);
    }
    row.push(cell);
    i = at + 1;
    if (text[at] === delimiter) {
      if (i >= n) row.push('');
      if (i < n) continue;
    }
    if (text[at] === '\r' && text[i] === '\n') i++;
    rows.push(row);
    row = [];
  }
  return rows.filter((one) => one.length === fields);
}

/** Position after the last newline that stands outside quotes. */
function lastBreak(bytes: Uint8Array, quote: string, delimiter: string): number {
  const [mark, comma] = [quote ? quote.charCodeAt(0) : -1, delimiter.charCodeAt(0)];
  let [inside, fresh, cut] = [false, true, 0];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inside) {
      if (byte !== mark) continue;
      if (bytes[i + 1] === mark) i++;
      else inside = fresh = false;
    } else if (byte === mark && fresh) inside = true;
    else if (byte === comma) fresh = true;
    else if (byte === 10 || (byte === 13 && i + 1 < bytes.length && bytes[i + 1] !== 10)) {
      cut = i + 1;
      fresh = true;
    } else if (byte !== 32) fresh = false;
  }
  return cut;
}

const plain = (cell: string) => (/[",\n\r ]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
