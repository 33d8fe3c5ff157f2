import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import type { ColumnMapping, Dialect, IdentifierFinding } from './import-report';
import type { DecimalMark } from './value-formats';
import type { DialectChoice } from './dialect';
import type { JoinedHeader } from './joined-header';
import type { Recipe } from './recipe';
import type { Meaning } from './value-map';

/** A file as it was chosen. `path` says where the same bytes lie on disk (command line only). */
export interface ChosenFile {
  readonly name: string;
  readonly blob: Blob;
  readonly path?: string;
}

/** What is known of a table that is one sheet of a workbook. */
export interface Sheet {
  /** The workbook it stands in. */
  readonly whole: Blob;
  readonly notes: readonly Issue[];
  /** Why it cannot be read, where it cannot. */
  readonly bad?: { readonly code: string; readonly message: Text };
}

/** What the user decided about columns of files, by the name of the file. */
export interface Decisions {
  readonly drop: readonly { readonly file: string; readonly column: string }[];
  readonly dateOrder: readonly {
    readonly file: string;
    readonly column: string;
    readonly order: 'day-first' | 'month-first';
  }[];
  readonly table?: readonly { readonly file: string; readonly table: string }[];
  readonly column?: readonly {
    readonly file: string;
    readonly column: string;
    readonly target: string | null;
  }[];
  readonly encoding?: readonly { readonly file: string; readonly encoding: Dialect['encoding'] }[];
  /** How the records of a file are written, where the proposal is wrong. */
  readonly dialect?: readonly ({ readonly file: string } & DialectChoice)[];
  readonly decimal?: readonly {
    readonly file: string;
    readonly column: string;
    readonly mark: DecimalMark;
  }[];
  /** What a spelling in a column of codes stands for. */
  readonly value?: readonly {
    readonly file: string;
    readonly column: string;
    readonly spelling: string;
    readonly meaning: Meaning;
  }[];
}

export interface InspectOptions {
  readonly recipe?: Recipe;
  readonly decisions?: Decisions;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytesDone: number, records: number) => void;
}

/** What a file is, what each column becomes and what stands in the way. Holds no cell. */
export interface FileProposal {
  readonly file: string;
  readonly bytes: number;
  readonly encoding: Dialect['encoding'] | null;
  readonly delimiter: Dialect['delimiter'] | null;
  readonly quote: Dialect['quote'] | null;
  readonly newline: Dialect['newline'] | null;
  readonly headerRow: number | null;
  /** Names joined from several header rows, where the file seems to have several; decide to use them. */
  readonly joinedHeader: JoinedHeader | null;
  readonly records: number;
  readonly rejected: number;
  readonly blankLines: number;
  readonly table: string | null;
  readonly adapter: string | null;
  readonly mapping: readonly ColumnMapping[];
  readonly identifiers: readonly IdentifierFinding[];
  readonly warnings: readonly Issue[];
  /** Why the file was read in this way. */
  readonly reasons: readonly Text[];
  readonly cannotFeed: readonly Text[];
  /** True when the file keeps the import from going on until somebody decides. */
  readonly stops: boolean;
}
