import type { Engine } from '$lib/engine/engine';
import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import type { ColumnMapping, IdentifierFinding } from './import-report';
import type { Scanned } from './load-records';

/** Why an adapter leaves a column out that it does not know. */
export const notUsed: Text = {
  en: 'not used by this adapter',
  nb: 'brukes ikke for denne typen uttrekk',
};

/** What an adapter makes of one file, read off its header alone. */
export interface AdapterPlan {
  /** Which table of the source this is, in the adapter's own words. */
  readonly role: string;
  /** Main table of the data model the file feeds; null when the file is recognised but not used. */
  readonly table: string | null;
  readonly mapping: readonly ColumnMapping[];
  readonly handled: readonly IdentifierFinding[];
  readonly issues: readonly Issue[];
  readonly cannotFeed: readonly Text[];
}

/** A file of the adapter on its way into the engine. */
export interface AdapterFile {
  /** Position in the list of files that were chosen. */
  readonly index: number;
  readonly name: string;
  readonly plan: AdapterPlan;
  readonly header: readonly string[];
  readonly scanned: Scanned;
}

/** What came of one file: `accepted` is what is left of the good records. */
export interface AdapterAccount {
  readonly index: number;
  readonly warned: number;
  readonly excluded: number;
  readonly issues: readonly Issue[];
}

/** What an adapter put into the staging tables. */
export interface AdapterResult {
  readonly accounts: readonly AdapterAccount[];
  /** Logical columns fed, by table. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Files by table, in the order of `file_no`. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  readonly population: Text | null;
  readonly cannotFeed: readonly Text[];
}

/** A known export shape: recognised by its header, read by its own rules. */
export interface Adapter {
  readonly id: string;
  readonly name: Text;
  /** Null when the header is not of this shape. */
  plan(header: readonly string[], file: string): AdapterPlan | null;
  /**
   * Fills the staging tables from all files of this shape; `firstFile` is the first free `file_no` of
   * each table. `tell` hears of every file, by its `index`, when it is loaded and when it is checked.
   */
  load(
    engine: Engine,
    files: readonly AdapterFile[],
    firstFile: (table: string) => number,
    tell: (index: number, phase: 'loading' | 'checking') => void,
    signal?: AbortSignal,
  ): Promise<AdapterResult>;
}
