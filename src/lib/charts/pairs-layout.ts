import { boxWidth } from './boxed-mark';
import type { Pairs } from './pairs';
import { lineHeight, textWidth, wrapText } from './text-width';

/** Where a grid of pairs stands, in pixels. */
export interface PairsGrid {
  readonly left: number;
  /** Middles of the columns, the total last, with the lines of their names. */
  readonly columns: readonly { readonly x: number; readonly lines: readonly string[] }[];
  /** Lines of the names of the rows. */
  readonly labels: readonly (readonly string[])[];
  /** Height of the names of the columns. */
  readonly head: number;
}

const [narrowest, widestLabel] = [66, 170];

/** Columns side by side under their names; null where they do not fit into the width. */
export function pairsGrid(pairs: Pairs, total: string, width: number): PairsGrid | null {
  const labels = [...pairs.rows.map(({ label }) => label), total].map((one) =>
    wrapText(one, widestLabel),
  );
  const left = Math.ceil(Math.max(...labels.flat().map(textWidth))) + 12;
  const names = [...pairs.columns.map(({ label }) => label), total];
  const figures = [
    ...pairs.rows.flatMap(({ figures, total }) => [...figures, total]),
    ...pairs.columns.map((column) => column.total),
    pairs.total,
  ];
  const numbers = Math.max(
    boxWidth,
    ...figures.map(({ words, signs }) => textWidth(words + signs)),
  );
  const least = Math.max(
    narrowest,
    Math.ceil(numbers) + 8,
    ...names.map((one) => Math.ceil(Math.max(...one.split(' ').map(textWidth))) + 8),
  );
  if (left + least * names.length > width) return null;
  const pitch = Math.min(110, Math.floor((width - left) / names.length));
  const lines = names.map((one) => wrapText(one, pitch - 8));
  return {
    left,
    labels,
    columns: lines.map((own, i) => ({ x: left + pitch * (i + 0.5), lines: own })),
    head: Math.max(...lines.map((own) => own.length)) * lineHeight,
  };
}
