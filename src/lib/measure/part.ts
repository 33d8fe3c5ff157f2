import type { CountTable, DraftRow } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import type { Text } from '$lib/schema/text';

/** What one evaluator hands to the figure. */
export interface Part {
  readonly rows: readonly DraftRow[];
  readonly tables: readonly CountTable[];
  /** Cells that together are everyone in the figure, persons beside it included. */
  readonly whole: readonly CellRef[];
  /** Cells of tables without a common dimension that are one figure, the earlier table first. */
  readonly same?: readonly (readonly [CellRef, CellRef])[];
  /** Cells that another question of the figure may tell more of, by a name that both give them. */
  readonly meets?: readonly (readonly [name: string, CellRef])[];
  /** Sums of an own table that are a figure of another question, by that name. */
  readonly tells?: readonly (readonly [name: string, CellRef])[];
  /** Children that the rows of a cohort concern, where the definition leaves some out. */
  readonly asked?: number;
  /** What became of those in the headline question, in Working view: each is in exactly one line. */
  readonly ofWhich?: readonly { readonly words: Text; readonly count: number }[];
  /** Statements as run, the first being the one that made the headline counts. */
  readonly queries: readonly string[];
}

/** Name of the total in every dimension. */
export const total = 'total';

/** Label of the cell in which two questions about the same children meet. */
export const everyone = 'everyone';
