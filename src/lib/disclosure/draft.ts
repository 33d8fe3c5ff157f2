import type { Cut } from './cut';
import type { Comparison, MissingReason, ReleasedStep, Status } from './released';
import type { ShareOf } from './share-limits';
import type { CellRef, Dimension, Key, Table, TableCell } from './table';

/**
 * An additive table of counts of children (or files, where no child key exists): each child in
 * exactly one leaf of every dimension, totals as groups. Forms of which a child may have several are
 * yes/no tables, one each. Tables that share a dimension are linked: they count the same children.
 * A subset (in care, with a known answer, numerator) is a dimension, not a table of its own, so that
 * what is left of a group outside its subset is protected too.
 */
export interface CountTable {
  readonly dims: readonly Dimension[];
  readonly cells: readonly TableCell[];
  /** Combinations that cannot hold anyone. */
  readonly structuralZeros?: readonly Key[];
  /** Of a table released before: the texts of the keys that it shows. Set by `layOver`. */
  readonly before?: ReadonlySet<string>;
  /** As in `LinkedTable`. */
  readonly hidZeros?: boolean;
  /** As in `LinkedTable`. */
  readonly guarded?: readonly Key[];
  /** Whose children it counts, where other figures count them too. */
  readonly among?: Among;
}

/** How the children of a table stand to those that other figures count. */
export interface Among {
  readonly population: string;
  /** Number of the dimension of answers; the others are periods and columns of the child. */
  readonly part: number;
  /** Label of everyone whom the question concerns; left out where each label is a group of the population. */
  readonly everyone?: string;
  /** How many that is, in the period and group of each key. */
  readonly asked: readonly TableCell[];
  /** Column of the child whose codes are the answers. */
  readonly of?: string;
}

/** One true figure with the counts it depends on. Shares are 0–1. */
export interface DraftRow {
  readonly measure: string;
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly n?: number | null;
  readonly unknown?: number | null;
  readonly status: Status;
  readonly statistic: string;
  readonly marks?: readonly string[];
  /** Why there is no value; read from the status where left out. */
  readonly missing?: MissingReason;
  /**
   * Every count cell that any number of the row is a function of, magnitudes (days, amounts)
   * included. Empty only for figures that say nothing about children.
   */
  readonly counts: readonly CellRef[];
  /** `value only`: interval, numerator, denominator, n and unknown stay inside. Default `all`. */
  readonly show?: 'all' | 'value only';
  /** A reading that measure itself keeps back in release mode, whatever the tables allow. */
  readonly withhold?: boolean;
  /** Left out where both sums of counts are shown and the same: then it says nothing more than another row. */
  readonly unless?: readonly [readonly CellRef[], readonly CellRef[]];
  /** Of a share: what its limits can be read off where it is withheld. */
  readonly share?: ShareOf;
}

export interface DraftStep {
  readonly words: { en: string; nb: string };
  readonly kind: ReleasedStep['kind'];
  readonly count: number | null;
  /** As in `DraftRow`. */
  readonly counts: readonly CellRef[];
  /** As in `DraftRow`. */
  readonly withhold?: boolean;
}

/** The true figure as measure hands it to the gate. Holds what must not leave the machine. */
export interface Draft {
  readonly indicator: string;
  readonly revision: number;
  readonly mode: 'working' | 'release';
  readonly synthetic: boolean;
  readonly query: string;
  readonly notes: readonly { en: string; nb: string }[];
  /** From who reported, never from counts: passes the gate as it is. */
  readonly comparisons?: readonly Comparison[];
  readonly unavailable?: { readonly table: string; readonly column?: string };
  /** k: counts from 1 to k − 1 are sensitive; 11 unless a preset says otherwise (ruling S16). */
  readonly threshold: number;
  /** As in `Table`; `published` if left out. */
  readonly zeros?: Table['zeros'];
  /** In an order that does not depend on the figures. */
  readonly rows: readonly DraftRow[];
  readonly steps: readonly DraftStep[];
  readonly tables: readonly CountTable[];
  /**
   * Cells of tables without a common dimension that are one figure, such as the last sum of the
   * steps and the total of the figure, the earlier table first.
   */
  readonly same?: readonly (readonly [CellRef, CellRef])[];
  /** Left out by figures that say nothing about children: they are no part of a ledger. */
  readonly cut?: Cut;
  /** What may be shown was decided in a lattice of tables: rows and steps still open are shown. */
  readonly decided?: { readonly hides: boolean; readonly milliseconds: number };
}
