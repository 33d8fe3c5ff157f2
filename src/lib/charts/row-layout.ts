import type { Series } from './picture';
import { lineHeight, textWidth, wrapText } from './text-width';

/** Where the label of a row and its bar or dot stand, in pixels. */
export interface RowPlace {
  readonly lines: readonly string[];
  /** Middle of the first line of the label. */
  readonly labelY: number;
  /** Middle of the bar. */
  readonly y: number;
}

/** Rows of labels and bars: beside each other, or one above the other where it is narrow. */
export interface RowLayout {
  readonly rows: readonly RowPlace[];
  /** Whether labels stand above their bars. */
  readonly above: boolean;
  readonly marginLeft: number;
  readonly bottom: number;
}

const narrow = 520;
/** Thickness of a bar in pixels. */
export const barHeight = 18;

/** Lays out the labels of rows in the order given; close to each other where `dense`. */
export function rowLayout(series: readonly Series[], width: number, dense = false): RowLayout {
  const above = width < narrow;
  const room = above ? width - 8 : width * 0.36;
  const labels = series.map(({ label }) => wrapText(label, room));
  const widest = Math.max(0, ...labels.flat().map(textWidth));
  let edge = 4;
  const rows = labels.map((lines): RowPlace => {
    const text = lines.length * lineHeight;
    const height = above
      ? text + barHeight + (dense ? 4 : 16)
      : Math.max(barHeight, text) + (dense ? 3 : 14);
    const start = edge;
    edge += height;
    if (above)
      return { lines, labelY: start + lineHeight / 2, y: start + text + 3 + barHeight / 2 };
    const y = start + height / 2;
    return { lines, labelY: y - text / 2 + lineHeight / 2, y };
  });
  return {
    rows,
    above,
    marginLeft: above ? 16 : Math.ceil(Math.min(widest, room)) + 14,
    bottom: edge,
  };
}
