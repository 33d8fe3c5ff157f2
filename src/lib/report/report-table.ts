import type { Cell, ReleasedRow } from '$lib/disclosure/released';

/** One cell: its text with marks, and what a mark in place of a number means. */
export interface ReportCell {
  readonly is: Cell['is'];
  readonly text: string;
  readonly words: string | null;
}

/** What a layout returns: the grid, and the figures it shows for the legend. */
export interface Layout {
  /** Label over the row headers. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly ReportCell[] }[];
  readonly shown: readonly ReleasedRow[];
  readonly cells: readonly Cell[];
}
