/**
 * What a reader may see of one number. `withheld` never says whether it is primary or secondary; `between` are
 * the limits of a share, whole per cents, that follow from numbers shown elsewhere, and from nothing else.
 */
export type Cell =
  | { is: 'value'; value: number; low?: number; high?: number; n?: number }
  | { is: 'withheld'; between?: readonly [low: number, high: number] }
  | { is: 'missing'; why: MissingReason };

export type MissingReason =
  | 'no rows'
  | 'no denominator'
  | 'not recorded'
  | 'not asked'
  | 'too few for this statistic'
  | 'not reached'
  | 'beyond follow-up';

/** Status words of the statistics contract plus those of the row format (rulings, section 4). */
export type Status =
  | 'ok'
  | 'undefined'
  | 'invalid'
  | 'infinite'
  | 'zero_cell'
  | 'suppressed_small_count'
  | 'not_reached'
  | 'beyond_follow_up'
  | 'bounds_only'
  | 'too_few'
  | 'constant'
  | 'not_estimable'
  | 'missing_table'
  | 'missing_column'
  | 'not_collected'
  | 'withheld'
  | 'reduced_form';

/** One figure: one measure of one indicator for one period and one group. Shares are 0–1. */
export interface ReleasedRow {
  readonly measure: string;
  /**
   * `all`, `2023`, `2023-H1`, `2023-Q1`, `2023-01` or `2023-04..2024-03`; of a spell its first and last day,
   * `2023-04-01..2024-03-31`, without the last where it has no end.
   */
  readonly period: string;
  /** Breakdown column → code; `{}` is the total, the code `unknown` gathers the unknown labels. */
  readonly by: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly value: Cell;
  readonly numerator: Cell;
  readonly denominator: Cell;
  /** Units in the population before unknowns are set aside: denominator + unknown. */
  readonly n: Cell;
  readonly unknown: Cell;
  readonly status: Status;
  readonly statistic: string;
  /** Marks that stand beside the number: `unstable`, `provisional`, `incomplete`, `break`, `reduced`, `revised`. */
  readonly marks: readonly string[];
}

/** A step of the way from all rows of a file down to the denominator. */
export interface ReleasedStep {
  readonly words: { en: string; nb: string };
  readonly kind: 'start' | 'minus' | 'sum' | 'of which';
  readonly count: Cell;
}

/**
 * Whether two periods of a figure can be held against each other, by who reported and under which
 * rules. Says nothing about children.
 */
export interface Comparison {
  /** Periods as in the rows. */
  readonly earlier: string;
  readonly later: string;
  readonly verdict: 'comparable' | 'with caution' | 'not comparable';
  /** Why, each a clause without a full stop. */
  readonly reasons: readonly { readonly en: string; readonly nb: string }[];
}

/** How the figure was protected, in general terms that reveal no cell. */
export interface Protection {
  readonly threshold: number;
  readonly audit: 'proven' | 'not needed' | 'not proven' | 'unprotected';
  readonly withheldCells: number;
  readonly shownCells: number;
  readonly milliseconds: number;
  /** Nothing is shown because of figures shown before in the same release, not because of this one. */
  readonly refused?: true;
}

declare const gate: unique symbol;

/**
 * Everything about one indicator under one view that may leave measure. Only `release()` makes it;
 * charts, tables and files take nothing else. In `working` mode it holds true values for people
 * entitled to the records and nothing can be exported from it.
 */
export interface Released {
  readonly [gate]: true;
  readonly mode: 'working' | 'release';
  readonly indicator: string;
  readonly revision: number;
  readonly rows: readonly ReleasedRow[];
  readonly steps: readonly ReleasedStep[];
  readonly protection: Protection;
  readonly synthetic: boolean;
  /** The statement that produced the counts, as run. */
  readonly query: string;
  /** Sentences that belong to the figure: reduced form, unit not linkable, sources not reporting. */
  readonly notes: readonly { en: string; nb: string }[];
  /** Neighbouring periods of which the files tell whether they compare. */
  readonly comparisons?: readonly Comparison[];
  /** Why nothing could be computed, if so: the table and column that are needed. */
  readonly unavailable?: { readonly table: string; readonly column?: string };
}
