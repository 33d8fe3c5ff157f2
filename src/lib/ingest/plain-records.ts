import type { RecordTally } from './record-tally';

const stop = 4;

/**
 * Takes records that hold nothing but text and delimiters, which in most files are nearly all. Two
 * bytes cost one look at a table here and no branch of their own, so that a file is read several times
 * as fast as sign by sign.
 */
export class PlainRecords {
  /** Delimiters in a byte and in two neighbours; `stop` or more where one needs to be looked at. */
  private readonly single = new Uint8Array(256);
  private readonly double = new Uint8Array(1 << 16);
  private bytes = new Uint8Array(0);
  private pairs = new Uint16Array(0);
  private from = 0;

  /** @param quote -1 when the file quotes nothing */
  constructor(delimiter: number, quote: number) {
    const { single, double } = this;
    single[delimiter] = 1;
    for (const sign of [0, 10, 13, 64]) single[sign] = stop;
    if (quote >= 0) single[quote] = stop;
    for (let pair = 0; pair < double.length; pair++)
      double[pair] = (single[pair & 255] ?? 0) + (single[pair >> 8] ?? 0);
  }

  /** The piece to take from, which begins at byte `from` of the file and of a buffer of its own. */
  turnTo(bytes: Uint8Array<ArrayBuffer>, from: number): void {
    this.bytes = bytes;
    this.pairs = new Uint16Array(bytes.buffer, 0, bytes.length >> 1);
    this.from = from;
  }

  /**
   * Takes good records from byte `i` of the piece on, where a record begins on physical line `line`,
   * and answers where it stopped: at a record with a quote, an at sign, a NUL byte or another number
   * of fields, or at the last one of the piece. Such a record is left to be read sign by sign.
   */
  take(i: number, line: number, fields: number, tally: RecordTally): number {
    const { single, double, bytes, pairs, from } = this;
    const [n, last] = [bytes.length, pairs.length];
    for (;;) {
      let at = i;
      let seen = 1;
      let kind: number;
      if (at & 1 && at < n && (kind = single[bytes[at]!]!) < stop) {
        seen += kind;
        at++;
      }
      if (!(at & 1)) {
        let pair = at >> 1;
        while (pair < last && (kind = double[pairs[pair]!]!) < stop) {
          seen += kind;
          pair++;
        }
        at = pair << 1;
      }
      while (at < n && (kind = single[bytes[at]!]!) < stop) {
        seen += kind;
        at++;
      }
      if (at >= n || seen !== fields) return i;
      const byte = bytes[at++];
      if (byte === 10) tally.newlines.lf++;
      else if (byte !== 13 || at >= n) return i;
      else if (bytes[at] === 10) {
        tally.newlines.crlf++;
        at++;
      } else tally.newlines.cr++;
      tally.accept(from + i, from + at, line++);
      i = at;
    }
  }
}
