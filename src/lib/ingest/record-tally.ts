import type { Text } from '$lib/schema/text';
import type { RejectedRecord } from './import-report';
import { LineIndex } from './line-index';
import { NewlineCount, type Newline } from './newline-count';

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
  readonly newline: Newline;
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

const keptRejects = 100_000;

/** Keeps the account of a scan: what becomes of each record, and where the good ones lie. */
export class RecordTally {
  good = 0;
  rejected = 0;
  /** A blank stood before or after a quote. */
  spaced = false;
  headerOpen = false;
  /** Newlines between records, and inside quoted cells. */
  readonly newlines = new NewlineCount();
  readonly inside = new NewlineCount();
  private blankLines = 0;
  private longest = 0;
  private rangeStart = -1;
  private atSigns: Uint32Array;
  private readonly rejects: RejectedRecord[] = [];
  private readonly ranges: [number, number][] = [];
  private readonly multiline: Sighting = { count: 0, lines: [] };
  private readonly nul: Sighting = { count: 0, lines: [] };
  private readonly lines = new LineIndex();

  /** @param fields of a record, as far as it is known before the header is read */
  constructor(fields = 0) {
    this.atSigns = new Uint32Array(fields);
  }

  /** The header was read and has so many fields. */
  header(fields: number): void {
    this.atSigns = new Uint32Array(fields);
  }

  /** A good record of the bytes `[start, end)` begins on physical line `line`. */
  accept(start: number, end: number, line: number): void {
    if (this.rangeStart < 0) this.rangeStart = start;
    if (end - start > this.longest) this.longest = end - start;
    this.lines.add(this.good++, line);
  }

  /** What was seen in the record that was accepted last; `atField` is the last field with an at sign, or -1. */
  saw(line: number, spanned: boolean, hasNul: boolean, atField: number): void {
    if (spanned) see(this.multiline, line);
    if (hasNul) see(this.nul, line);
    if (atField >= 0) this.atSigns[atField] = (this.atSigns[atField] ?? 0) + 1;
  }

  reject(start: number, end: number, line: number, reason: Text): void {
    this.cut(start);
    this.rejected++;
    if (this.rejects.length < keptRejects)
      this.rejects.push({ line, byteStart: start, byteEnd: end, reason });
  }

  /** A blank line begins at byte `start`. */
  blank(start: number): void {
    this.cut(start);
    this.blankLines++;
  }

  /** The account as it stands when the file ends at byte `end`. */
  close(end: number, fields: number, invalidUtf8At: number | null): Scan {
    this.cut(end);
    const newline = this.newlines.kind() ?? '\n';
    const within = this.inside.kind();
    const { good, rejected, headerOpen, rejects, blankLines, ranges, longest } = this;
    const { multiline, nul, atSigns, lines } = this;
    return {
      headerOpen,
      records: good + rejected,
      good,
      rejected,
      rejects,
      blankLines,
      fields,
      ranges,
      longest,
      newline,
      irregular: this.spaced || newline === 'mixed' || (within !== null && within !== newline),
      multiline,
      nul,
      atSigns,
      lines,
      invalidUtf8At,
    };
  }

  /** Ends the range of good records, if one is open, at byte `at`. */
  private cut(at: number): void {
    if (this.rangeStart >= 0) this.ranges.push([this.rangeStart, at]);
    this.rangeStart = -1;
  }
}

function see(sighting: Sighting, line: number): void {
  sighting.count++;
  if (sighting.lines.length < 20) sighting.lines.push(line);
}
