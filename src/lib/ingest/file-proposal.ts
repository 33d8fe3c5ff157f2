import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import type { CodeMatch, ColumnMapping, Dialect, IdentifierFinding } from './import-report';
import type { ConfirmLevel } from './confirm';
import type { Decisions } from './decisions';
import type { JoinedHeader } from './joined-header';
import type { Recipe } from './recipe';

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
  /** How its rows came about, where it is no sheet of a workbook. */
  readonly read?: Text;
  /** Why it cannot be read, where it cannot. */
  readonly bad?: { readonly code: string; readonly message: Text };
}

export interface InspectOptions {
  readonly recipe?: Recipe;
  readonly decisions?: Decisions;
  /** What is applied unconfirmed; everything if left out. */
  readonly confirm?: ConfirmLevel;
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
  /** Words read as codes; counted only where the file waits to be confirmed. */
  readonly codes: readonly CodeMatch[];
  readonly identifiers: readonly IdentifierFinding[];
  readonly warnings: readonly Issue[];
  /** Why the file was read in this way. */
  readonly reasons: readonly Text[];
  readonly cannotFeed: readonly Text[];
  /** True when the file keeps the import from going on until somebody decides. */
  readonly stops: boolean;
}
