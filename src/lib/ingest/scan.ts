import type { Text } from '$lib/schema/text';
import { ByteWindows } from './byte-windows';
import { PlainRecords } from './plain-records';
import { RecordTally, type Scan } from './record-tally';
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

const [START, PLAIN, QUOTED, AFTER, SKIP] = [0, 1, 2, 3, 4] as const;
const [DELIMITER, LF, CR, QUOTE, AT, NUL] = [1, 2, 3, 4, 5, 6] as const;
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
  const windows = new ByteWindows(blob);
  const records = new PlainRecords(delimiter, quote);
  const tally = new RecordTally(options.fields);
  const { newlines, inside } = tally;
  let expected = -1;

  let mode: number = START;
  let line = options.startLine ?? 1;
  let [recordStart, recordLine, fields] = [options.start ?? 0, line, 1];
  let reason: Text | null = null;
  let [fresh, hasText, hasNul, atField] = [true, false, false, -1];
  let [openAt, openLine, openLineEnd] = [0, 0, 0];
  let [quotedLines, innerLines, innerMatches, innerDelimiters, spanned] = [0, 0, 0, 0, 0];

  const reject = (end: number, why: Text) => tally.reject(recordStart, end, recordLine, why);
  const begin = (at: number) => {
    recordStart = at;
    recordLine = line;
    fields = 1;
    mode = START;
    reason = null;
    hasText = hasNul = false;
    fresh = true;
    atField = -1;
    spanned = quotedLines = innerLines = innerMatches = 0;
  };
  const takeHeader = () => tally.header((expected = options.fields ?? fields));
  /** Takes the record that ends before byte `next`; false when its open quote swallowed others. */
  const finish = (next: number): boolean => {
    if (!hasText && fields === 1 && expected !== 1) tally.blank(recordStart);
    else if (expected < 0) takeHeader();
    else if (next - recordStart > mostBytes) reject(next, rejectWords.longRecord);
    else if (fields === expected && !reason) {
      if (expected >= 4 && innerLines > 0 && innerMatches === innerLines) return false;
      tally.accept(recordStart, next, recordLine);
      tally.saw(recordLine, spanned > 0, hasNul, atField);
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
    else {
      takeHeader();
      tally.headerOpen = expected > 0;
    }
    line = openLine + 1;
    begin(openLineEnd);
    return openLineEnd;
  };

  let [pos, lastByte] = [recordStart, -1];
  while (pos < size) {
    options.signal?.throwIfAborted();
    const from = pos;
    const bytes = await windows.at(from);
    const n = bytes.length;
    utf8.feed(bytes, from);
    records.turnTo(bytes, from);
    let i = 0;
    let rewind = -1;
    while (i < n || rewind >= from) {
      if (rewind >= 0) {
        if (rewind < from) break;
        i = rewind - from;
        rewind = -1;
      }
      if (fresh && expected >= 0) {
        const before = tally.good;
        i = records.take(i, line, expected, tally);
        line += tally.good - before;
        begin(from + i);
        fresh = i >= n;
        continue;
      }
      if (mode === START) {
        const byte = bytes[i];
        if (byte === quote) {
          mode = QUOTED;
          hasText = true;
          openAt = from + i;
          openLine = line;
          quotedLines = innerLines = innerMatches = innerDelimiters = 0;
          if ((i ? bytes[i - 1] : lastByte) === 32) tally.spaced = true;
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
          tally.spaced = true;
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
        const next = i + 1 < n ? bytes[i + 1] : await windows.byte(from + i + 1);
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
    options.onProgress?.(Math.min(pos, size), tally.good + tally.rejected);
  }
  return tally.close(Math.min(recordStart, size), Math.max(expected, 0), utf8.end());
}
