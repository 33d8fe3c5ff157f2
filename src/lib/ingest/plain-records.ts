import type { RecordTally } from './record-tally';

const stop = 2;

/**
 * Takes records that hold nothing but text and delimiters, which in most files are nearly all. A byte
 * costs one look at a table here and no branch of its own, so that the file is read several times as
 * fast as sign by sign.
 */
export class PlainRecords {
  private readonly weight = new Uint8Array(256);

  /** @param quote -1 when the file quotes nothing */
  constructor(delimiter: number, quote: number) {
    this.weight[delimiter] = 1;
    for (const sign of [0, 10, 13, 64]) this.weight[sign] = stop;
    if (quote >= 0) this.weight[quote] = stop;
  }

  /**
   * Takes good records from byte `i` of a piece on, where a record begins on physical line `line`, and
   * answers where it stopped: at a record with a quote, an at sign, a NUL byte or another number of
   * fields, or at the last one of the piece. Such a record is left to be read sign by sign.
   */
  take(
    bytes: Uint8Array,
    i: number,
    from: number,
    line: number,
    fields: number,
    tally: RecordTally,
  ): number {
    const { weight } = this;
    const n = bytes.length;
    for (;;) {
      let at = i;
      let seen = 1;
      let kind: number;
      while (at < n && (kind = weight[bytes[at]!]!) < stop) {
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
