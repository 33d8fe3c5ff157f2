import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';

/** Where a proposal to read a source column as a schema column comes from. */
export type Tier = 'exact' | 'synonym' | 'fuzzy' | 'content' | 'adapter' | 'user' | 'none';

/** One source column and what becomes of it. */
export interface ColumnMapping {
  readonly source: string;
  /** `table.column`, or null when the column is not loaded. */
  readonly target: string | null;
  readonly tier: Tier;
  readonly reason: Text;
  /** True while the match waits to be confirmed; nothing of the file is used until then. */
  readonly waits?: boolean;
}

/** A word that is no code itself and is read as one. */
export interface CodeMatch {
  /** Source column. */
  readonly source: string;
  /** `table.column` it is read as. */
  readonly target: string;
  readonly spelling: string;
  readonly code: string;
  /** Accepted records that hold it; in a list, each item counts. */
  readonly rows: number;
  readonly reason: Text;
  /** True where it could stand for something else: nothing of the file is used until it is confirmed. */
  readonly waits: boolean;
}

/** Encodings that a file can be read in. The ones beyond the first four are read when chosen. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
] as const;

/** How the bytes of a file were read. */
export interface Dialect {
  readonly encoding: (typeof encodings)[number];
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly quote: '"' | "'" | '';
  readonly newline: '\n' | '\r\n' | '\r' | 'mixed';
  /** Physical line of the header row, from 1. */
  readonly headerRow: number;
}

/** A column that could point to a person, and what was done about it. */
export interface IdentifierFinding {
  readonly column: string;
  readonly kind:
    | 'name'
    | 'birth date'
    | 'e-mail'
    | 'phone'
    | 'national id'
    | 'address'
    | 'free text'
    | 'coordinates'
    | 'case number'
    | 'link';
  /** `stops` keeps the file out until the user drops or generalises the column. */
  readonly handling: 'stops' | 'dropped' | 'generalised';
  readonly reason: Text;
}

/** Cells of one column that could not be read and look alike: what one repair mends. */
export interface ProblemGroup {
  /** Source column. */
  readonly column: string;
  /** `table.field` it is read as. */
  readonly target: string;
  /** Form of the cells: `99.99.9999`. */
  readonly like: string;
  /**
   * The spelling itself, in a column of codes and where it may be shown. A function, so that an account
   * that is written down never holds it.
   */
  readonly spelling: (() => string) | null;
  /** Rows concerned. */
  readonly count: number;
  /** Physical lines from 1, at most the first twenty. */
  readonly lines: readonly number[];
  /** What should stand there. */
  readonly expected: Text;
}

/** A record that could not be read as a row. Its text stays in memory and is never printed. */
export interface RejectedRecord {
  readonly line: number;
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly reason: Text;
}

/**
 * The account of one file. Always: records = accepted + warned + rejected + excluded, where
 * `accepted` leaves out `warned`, and `records` leaves out the header and blank lines.
 */
export interface ImportReport {
  /** Name of the file; `book.xlsx/sheet` for one of several sheets. */
  readonly file: string;
  /** Position of the chosen file that it stands in, from 0: a workbook has a report for each sheet. */
  readonly chosen: number;
  /** Main table the file feeds; null when it was not loaded. */
  readonly table: string | null;
  readonly adapter: string | null;
  readonly bytes: number;
  readonly dialect: Dialect | null;
  readonly records: number;
  readonly accepted: number;
  readonly warned: number;
  readonly rejected: number;
  readonly excluded: number;
  readonly blankLines: number;
  readonly mapping: readonly ColumnMapping[];
  /** Words read as codes, counted while the file waits to be confirmed; empty once it is loaded. */
  readonly codes: readonly CodeMatch[];
  readonly identifiers: readonly IdentifierFinding[];
  readonly issues: readonly Issue[];
  readonly rejects: readonly RejectedRecord[];
  /** What could not be read in its rows, by repair; empty until it is loaded. */
  readonly problems: readonly ProblemGroup[];
  /** What this source cannot feed, as plain sentences. */
  readonly cannotFeed: readonly Text[];
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** Progress of a long import. */
export interface ImportProgress {
  readonly file: string;
  readonly phase: 'reading' | 'scanning' | 'loading' | 'checking';
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly records: number;
}
