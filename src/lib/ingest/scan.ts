import type { Text } from '$lib/schema/text';
import type { RejectedRecord } from './import-report';
import { LineIndex } from './line-index';
import { onLines, otherFields, rejectWords } from './reject-words';
import { Utf8Check } from './utf8-check';

/** What the scanner must know beforehand. */
export interface ScanOptions {
  readonly delimiter: string;
  /** Empty when the file quotes nothing. */
  readonly quote: string;
  /** Byte at which the header record starts, and its physical line. */
  readonly start?: number;
  readonly startLine?: number;
  /** Fields of a record when the header does not say it (a trailing delimiter in every row). */
  readonly fields?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesDone: number, records: number) => void;
}

/** Lines concerned by something, the first twenty of them kept. */
interface Sighting {
  count: number;
  readonly lines: number[];
}

/** What the bytes hold, record by record. Counts never include the header. */
export interface Scan {
  /** The header holds a quote that is not closed properly: it was taken to be one line. */
  readonly headerOpen: boolean;
  /** Good and rejected records; blank lines apart. */
  readonly records: number;
  readonly good: number;
  readonly rejected: number;
  /** The first 100,000 rejected records. */
  readonly rejects: readonly RejectedRecord[];
  readonly blankLines: number;
  readonly fields: number;
  /** Byte ranges `[start, end)` of the good records, in order, adjacent ones merged. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Bytes of the longest good record. */
  readonly longest: number;
  readonly newline: '\n' | '\r\n' | '\r' | 'mixed';
  /** Well-formed for this scanner, but not for the engine: mixed newlines, blanks around quotes. */
  readonly irregular: boolean;
  /** Records with a cell that spans several lines, and records that contain NUL bytes. */
  readonly multiline: Sighting;
  readonly nul: Sighting;
  /** Records per column in which an at sign was seen: the whole file's e-mail test. */
  readonly atSigns: Uint32Array;
  /** Physical line of a good record by its ordinal from 0. */
  readonly lines: LineIndex;
  /** First byte that is not UTF-8, or null. */
  readonly invalidUtf8At: number | null;
}

const [START, PLAIN, QUOTED, AFTER, SKIP] = [0, 1, 2, 3, 4] as const;
const [DELIMITER, LF, CR, QUOTE, AT, NUL] = [1, 2, 3, 4, 5, 6] as const;
const windowBytes = 4 << 20;
const keptRejects = 100_000;
/** A longer cell is taken for a quote that was never closed; a longer record never reaches the engine. */
const mostBytes = 16 << 20;

/**
 * The only judge of records: a quote-aware scan over the bytes of a file in UTF-8 or any other
 * encoding that keeps ASCII. A quote that is never closed properly costs the line it stands on and
 * no other. One long function on purpose: its state lives in local variables, which is what makes
 * it as fast as the disk. Rejects with `AbortError` when `signal` aborts.
 */
export async function scan(blob: Blob, options: ScanOptions): Promise<Scan> {
  const delimiter = options.delimiter.charCodeAt(0);
  const quote = options.quote ? options.quote.charCodeAt(0) : -1;
  const plain = new Uint8Array(256);
  plain[delimiter] = DELIMITER;
  plain[10] = LF;
  plain[13] = CR;
  plain[64] = AT;
  plain[0] = NUL;
  const quoted = plain.slice();
  quoted[delimiter] = 0;
  if (quote >= 0) quoted[quote] = QUOTE;
  const quotedOn = quoted.slice();
  quotedOn[delimiter] = DELIMITER;

  const size = blob.size;
  const utf8 = new Utf8Check();
  const lines = new LineIndex();
  const rejects: RejectedRecord[] = [];
  const ranges: [number, number][] = [];
  const multiline: Sighting = { count: 0, lines: [] };
  const nul: Sighting = { count: 0, lines: [] };
  let atSigns = new Uint32Array(options.fields ?? 0);
  let [good, rejected, blankLines, longest, expected, rangeStart] = [0, 0, 0, 0, -1, -1];
  const newlines = { lf: 0, crlf: 0, cr: 0 };
  const inside = { lf: 0, crlf: 0, cr: 0 };
  let [spaced, headerOpen] = [false, false];

  let mode: number = START;
  let line = options.startLine ?? 1;
  let [recordStart, recordLine, fields] = [options.start ?? 0, line, 1];
  let reason: Text | null = null;
  let [hasText, hasNul, atField] = [false, false, -1];
  let [openAt, openLine, openLineEnd] = [0, 0, 0];
  let [quotedLines, innerLines, innerMatches, innerDelimiters, spanned] = [0, 0, 0, 0, 0];

  const see = (sighting: Sighting) => {
    sighting.count++;
    if (sighting.lines.length < 20) sighting.lines.push(recordLine);
  };
  const cut = () => {
    if (rangeStart >= 0) ranges.push([rangeStart, recordStart]);
    rangeStart = -1;
  };
  const reject = (end: number, why: Text) => {
    cut();
    rejected++;
    if (rejects.length < keptRejects)
      rejects.push({ line: recordLine, byteStart: recordStart, byteEnd: end, reason: why });
  };
  const begin = (at: number) => {
    recordStart = at;
    recordLine = line;
    fields = 1;
    mode = START;
    reason = null;
    hasText = hasNul = false;
    atField = -1;
    spanned = quotedLines = innerLines = innerMatches = 0;
  };
  const takeHeader = () => (atSigns = new Uint32Array((expected = options.fields ?? fields)));
  /** Takes the record that ends before byte `next`; false when its open quote swallowed others. */
  const finish = (next: number): boolean => {
    if (!hasText && fields === 1 && expected !== 1) {
      cut();
      blankLines++;
    } else if (expected < 0) {
      takeHeader();
    } else if (next - recordStart > mostBytes) reject(next, rejectWords.longRecord);
    else if (fields === expected && !reason) {
      if (expected >= 4 && innerLines > 0 && innerMatches === innerLines) return false;
      if (rangeStart < 0) rangeStart = recordStart;
      if (next - recordStart > longest) longest = next - recordStart;
      lines.add(good++, recordLine);
      if (spanned) see(multiline);
      if (hasNul) see(nul);
      if (atField >= 0) atSigns[atField] = (atSigns[atField] ?? 0) + 1;
    } else {
      if (!reason && innerMatches > 0 && innerMatches * 2 >= innerLines) return false;
      const other = otherFields(fields, expected);
      reject(next, reason ?? (spanned ? onLines(other, recordLine, line) : other));
    }
    return true;
  };
  /** Gives up the line of the open quote; what came after it is read again. Answers where from. */
  const giveUp = (why: Text): number => {
    if (expected >= 0) reject(openLineEnd, onLines(why, openLine, line));
    else headerOpen = takeHeader().length > 0;
    line = openLine + 1;
    begin(openLineEnd);
    return openLineEnd;
  };

  let [pos, lastByte, aheadAt] = [recordStart, -1, -1];
  let ahead: Promise<ArrayBuffer> | null = null;
  while (pos < size) {
    options.signal?.throwIfAborted();
    const from = pos;
    const bytes = new Uint8Array(
      await (ahead && aheadAt === from
        ? ahead
        : blob.slice(from, from + windowBytes).arrayBuffer()),
    );
    const n = bytes.length;
    aheadAt = from + n;
    ahead = aheadAt < size ? blob.slice(aheadAt, aheadAt + windowBytes).arrayBuffer() : null;
    utf8.feed(bytes, from);
    let i = 0;
    let rewind = -1;
    while (i < n || rewind >= from) {
      if (rewind >= 0) {
        if (rewind < from) break;
        i = rewind - from;
        rewind = -1;
      }
      if (mode === START) {
        const byte = bytes[i];
        if (byte === quote) {
          mode = QUOTED;
          hasText = true;
          openAt = from + i;
          openLine = line;
          quotedLines = innerLines = innerMatches = innerDelimiters = 0;
          if ((i ? bytes[i - 1] : lastByte) === 32) spaced = true;
          i++;
          continue;
        }
        if (byte === 32) {
          i++;
          continue;
        }
        mode = PLAIN;
      }
      if (mode === QUOTED) {
        const table = quotedLines ? quotedOn : quoted;
        while (i < n && table[bytes[i]!] === 0) i++;
        if (quotedLines && from + i - openAt > mostBytes) {
          rewind = giveUp(rejectWords.tooLong);
          continue;
        }
        if (i >= n) break;
        const byte = bytes[i]!;
        const previous = i ? bytes[i - 1]! : lastByte;
        i++;
        if (byte === quote) mode = AFTER;
        else if (byte === delimiter) innerDelimiters++;
        else if (byte === 64) atField = fields - 1;
        else if (byte === 0) hasNul = true;
        else if (byte === 10 && previous === 13 && from + i - 2 >= openAt) {
          inside.cr--;
          inside.crlf++;
          if (quotedLines === 1) openLineEnd = from + i;
        } else {
          if (byte === 10) inside.lf++;
          else inside.cr++;
          if (!quotedLines) openLineEnd = from + i;
          else {
            innerLines++;
            if (innerDelimiters === expected - 1) innerMatches++;
          }
          innerDelimiters = 0;
          quotedLines++;
          spanned++;
          line++;
        }
        continue;
      }
      if (mode === AFTER) {
        const byte = bytes[i]!;
        if (byte === quote) mode = QUOTED;
        else if (byte === delimiter) {
          fields++;
          mode = START;
        } else if (byte === 32) {
          spaced = true;
        } else if (byte !== 10 && byte !== 13) {
          if (quotedLines) rewind = giveUp(rejectWords.inside);
          else {
            reason = rejectWords.afterQuote;
            mode = SKIP;
          }
          continue;
        }
        if (byte !== 10 && byte !== 13) {
          i++;
          continue;
        }
      } else {
        let kind = 0;
        const first = i;
        while (i < n && (kind = plain[bytes[i]!]!) === 0) i++;
        if (i > first) hasText = true;
        if (i >= n) break;
        if (kind === DELIMITER) {
          i++;
          if (mode === SKIP) continue;
          fields++;
          const byte = bytes[i];
          if (i >= n || byte === quote || byte === 32) mode = START;
          continue;
        }
        if (kind >= AT) {
          hasText = true;
          if (kind === AT) atField = fields - 1;
          else hasNul = true;
          i++;
          continue;
        }
      }
      let width = 1;
      if (bytes[i] === 10) newlines.lf++;
      else {
        const next =
          i + 1 < n
            ? bytes[i + 1]
            : new Uint8Array(await blob.slice(from + i + 1, from + i + 2).arrayBuffer())[0];
        if (next === 10) width = 2;
        if (width === 2) newlines.crlf++;
        else newlines.cr++;
      }
      if (!finish(from + i + width)) {
        rewind = giveUp(rejectWords.swallows);
        continue;
      }
      i += width;
      line++;
      begin(from + i);
    }
    lastByte = n && rewind < 0 ? bytes[n - 1]! : -1;
    pos = rewind >= 0 ? rewind : from + i;
    if (pos >= size && recordStart < size) {
      if (mode === QUOTED) reason = rejectWords.neverClosed;
      if (mode === QUOTED && quotedLines) pos = giveUp(rejectWords.neverClosed);
      else if (!finish(size)) pos = giveUp(rejectWords.swallows);
      else begin(size);
    }
    options.onProgress?.(Math.min(pos, size), good + rejected);
  }
  recordStart = Math.min(recordStart, size);
  cut();
  const newline = kindOf(newlines) ?? '\n';
  const within = kindOf(inside);
  return {
    headerOpen,
    records: good + rejected,
    good,
    rejected,
    rejects,
    blankLines,
    fields: Math.max(expected, 0),
    ranges,
    longest,
    newline,
    irregular: spaced || newline === 'mixed' || (within !== null && within !== newline),
    multiline,
    nul,
    atSigns,
    lines,
    invalidUtf8At: utf8.end(),
  };
}

function kindOf(seen: { lf: number; crlf: number; cr: number }): Scan['newline'] | null {
  const kinds = [seen.lf > 0 && '\n', seen.crlf > 0 && '\r\n', seen.cr > 0 && '\r'].filter(Boolean);
  return kinds.length > 1 ? 'mixed' : ((kinds[0] || null) as Scan['newline'] | null);
}
