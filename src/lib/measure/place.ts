import type { CellRef } from '$lib/disclosure/table';

/** Where a figure's row belongs; `first` is the headline question. */
export interface Place {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly of: string;
  readonly first: boolean;
  /** References to the count cells with these labels that the figure knows. */
  readonly refs: (...labels: string[]) => CellRef[];
}
