import type { Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';

/** One dimension of a count: a code, or the spelling of a cell and what its spellings stand for. */
export type Dimension =
  | { readonly code: string }
  | {
      readonly column: string;
      readonly from: Sql;
      /** Code by spelling in lower case; null where the count is not split by it. */
      readonly codes: Readonly<Record<string, string | null>>;
    };

/** Rows that are not loaded, and why. */
interface Dropped {
  readonly where: Sql;
  readonly code: 'totals-left-out' | 'rows-left-out';
  /** What they are, behind their number. */
  readonly words: Text;
}

/** One count that a row holds. */
export interface PublishedCell {
  readonly count: Sql;
  readonly countColumn: string;
  readonly measure: Dimension;
  readonly registering_body?: Dimension;
  readonly gender?: Dimension;
  readonly age_group?: Dimension;
  readonly citizenship_group?: Dimension;
  readonly form_group?: Dimension;
  /** Letters beside the count. */
  readonly flag?: Sql;
}

/** How the rows of a published table become counts. */
export interface PublishedRows {
  /** `YYYY`, `YYYY-Qn` or `YYYY-MM`; NULL where nobody says. */
  readonly period: Sql;
  readonly area: Sql;
  /** Day of publication, where the table has one. */
  readonly published?: Sql;
  /** When the age holds, where the table says. */
  readonly ageBasis: string | null;
  readonly cells: readonly PublishedCell[];
  readonly dropped: readonly Dropped[];
  /**
   * Several rows make one count: by nationality, by band of age. Elsewhere a second row for the same
   * place, period and group is left out, so that nothing is counted twice.
   */
  readonly adds?: true;
  /** Marks in place of a count, in lower case, and the flag they stand for. */
  readonly marks: Readonly<Record<string, string>>;
}

/** A table that somebody publishes in this very form. */
export interface PublishedShape {
  readonly role: string;
  /** Stands in `source`, before the name of the file: releases stay apart. */
  readonly source: string;
  readonly title: Text;
  /** Columns in lower case that must be there. */
  readonly header: readonly string[];
  /** What the name of the file must hold where the columns alone say too little. */
  readonly named?: RegExp;
  readonly cannotFeed: readonly Text[];
  /** Columns in lower case and what they feed; null for a table that feeds nothing. */
  readonly feeds: Readonly<Record<string, string>> | null;
  /** Needs the text of a column as SQL, the columns in lower case and the name of the file. */
  readonly rows?: (
    cell: (column: string) => Sql,
    header: readonly string[],
    file: string,
  ) => PublishedRows;
}
