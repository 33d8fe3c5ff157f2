import type { Text } from './text';

/** What was loaded of one table. */
export interface TableFacts {
  readonly rows: number;
  /** Logical columns that at least one file fed. */
  readonly columns: readonly string[];
  /** Names of the files, in order of their `file_no`. */
  readonly files: readonly string[];
}

/** The row of `meta`, or what the files themselves allow to say when there is none. */
export interface MetaFacts {
  readonly country: string | null;
  /** `YYYY-MM`: month of the data cut-off. */
  readonly extractMonth: string | null;
  /** `YYYY-MM`, both inclusive. */
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly dateMode: 'offset' | 'shifted' | 'exact' | 'month';
  readonly linkage: 'none' | 'within_org' | 'across_orgs';
  /** True when the facts were read off the data because no meta file was loaded. */
  readonly derived: boolean;
  /** Extracts that name the rules they were recorded by; left out where none does. */
  readonly extracts?: readonly ExtractRules[];
}

/** One row of `meta` that names its `definition_version`. */
export interface ExtractRules {
  /** `YYYY-MM`, both inclusive. */
  readonly first: string;
  readonly last: string;
  /** A number that means the same version inside this data set only. */
  readonly rules: number;
}

/** A cell of `aggregate_counts` that its publisher flags as a break in the series. */
export interface PublishedBreak {
  /** Code of what is counted. */
  readonly measure: string;
  /** `2023`, `2023-Q1` or `2023-01`: the first period counted in the new way. */
  readonly period: string;
}

/** What `coverage` says of one table in one month; the units are organisations. */
export interface MonthCoverage {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Organisations that `coverage` names for this table and month. */
  readonly organisations: number;
  /** Those that were meant to report. */
  readonly due: number;
  /** Those that reported. A zero of the month is a zero only if these are all of them. */
  readonly submitted: number;
  /** Those that were meant to report and did. */
  readonly dueAndSubmitted: number;
  /** Which organisations reported, as numbers that mean something inside this data set only. */
  readonly reporters: readonly number[];
  /** Versions of the recording rules that they used, as such numbers; empty where none is told. */
  readonly rules: readonly number[];
  /** Organisations whose rules are not those of their report before, as the numbers in `reporters`. */
  readonly changed: readonly number[];
  /** Organisations that note a break in their series with this month, as such numbers. */
  readonly breaks: readonly number[];
  /** Longest of their usual days from event to entry; null where none is told. */
  readonly lagDays: number | null;
}

/** A code that stands for several things, as somebody said who knows the file. */
export interface MergedCode {
  readonly table: string;
  readonly column: string;
  readonly file: string;
  /** The sentence that says so. */
  readonly words: Text;
}

/** A file that is not loaded until something is decided about it, or about another of its table. */
export interface WaitingFile {
  readonly file: string;
  /** Table that it would feed. */
  readonly table: string;
  /** Records that it would add, before any is left out. */
  readonly records: number;
  /** True where the decision is about this file itself. */
  readonly asks: boolean;
}

/** What measure must know about the loaded data, beyond the tables themselves. */
export interface DatasetFacts {
  readonly tables: Readonly<Record<string, TableFacts>>;
  readonly meta: MetaFacts;
  /** By table of the schema, months ascending; a table `coverage` does not name is not there. */
  readonly coverage: Readonly<Record<string, readonly MonthCoverage[]>>;
  /** Breaks that publishers flag; left out where there is none. */
  readonly publishedBreaks?: readonly PublishedBreak[];
  /** Made-up data: marked on every screen and in every file. */
  readonly synthetic: boolean;
  /**
   * What the population is called when it is not known child victims (ruling S17), for example
   * "children looked after, not known victims"; such data are never labelled P-REG.
   */
  readonly population: Text | null;
  /**
   * Columns that no figure may read, because a code in one of the files stands for several things that
   * cannot be told apart: they are not among the columns of their table.
   */
  readonly merged?: readonly MergedCode[];
  /** Files that no figure counts because they wait for a decision; left out where none does. */
  readonly waiting?: readonly WaitingFile[];
  /** What the sources cannot feed. */
  readonly cannotFeed: readonly Text[];
}
