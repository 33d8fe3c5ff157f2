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
}

/** What measure must know about the loaded data, beyond the tables themselves. */
export interface DatasetFacts {
  readonly tables: Readonly<Record<string, TableFacts>>;
  readonly meta: MetaFacts;
  /** Made-up data: marked on every screen and in every file. */
  readonly synthetic: boolean;
  /**
   * What the population is called when it is not known child victims (ruling S17), for example
   * "children looked after, not known victims"; such data are never labelled P-REG.
   */
  readonly population: Text | null;
  /** What the sources cannot feed. */
  readonly cannotFeed: readonly string[];
}
