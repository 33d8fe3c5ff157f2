import type { Cell, ReleasedRow } from '$lib/disclosure/released';

/** One cell: its text with marks, and what a mark in place of a number means. */
export interface ReportCell {
  readonly is: Cell['is'];
  readonly text: string;
  readonly words: string | null;
}

/** A table in words, ready for HTML: one header row, each row with a header of its own. */
export interface ReportTable {
  readonly caption: string;
  /** Unit of the numbers in words, or of the values where columns differ. */
  readonly unit: string;
  /** Label over the row headers. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly ReportCell[] }[];
  readonly footnotes: readonly string[];
  readonly legend: readonly string[];
}

/** What a layout returns: the grid, and the figures it shows for the legend. */
export interface Layout extends Pick<ReportTable, 'corner' | 'columns' | 'rows'> {
  readonly shown: readonly ReleasedRow[];
  readonly cells: readonly Cell[];
}
