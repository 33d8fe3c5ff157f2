import * as Plot from '@observablehq/plot';
import { hatchFill } from './hatch';
import type { Figure } from './picture';
import { barHeight, type RowPlace } from './row-layout';

/** A row with a number to draw. */
export interface Row {
  readonly place: RowPlace;
  readonly figure: Figure;
  readonly unknown: boolean;
  readonly lowest?: boolean;
  readonly shown: NonNullable<Figure['shown']>;
}

/** Right end of all that is drawn of a row, on the scale of its numbers. */
export const rowEnd = ({ shown }: Row): number =>
  Math.max(shown.value, shown.high ?? 0, shown.unsure?.[1] ?? 0);

/**
 * Bars with interval whiskers; hatched where unknown, where the unknown could change them, and between the
 * limits of a withheld share.
 */
export function rowBars(rows: readonly Row[], id: string): Plot.Markish[] {
  const known = rows.filter(({ unknown }) => !unknown);
  const outline = { fill: hatchFill(id), stroke: 'currentColor', strokeOpacity: 0.6 };
  const around = {
    y1: ({ place }: Row) => place.y - barHeight / 2,
    y2: ({ place }: Row) => place.y + barHeight / 2,
  };
  const ends = {
    y1: ({ place }: Row) => place.y - 5,
    y2: ({ place }: Row) => place.y + 5,
  };
  const banded = rows.filter(hasBand);
  const whisker = (stroke: string, strokeWidth: number) => [
    Plot.ruleY(banded, { x1: low, x2: high, y: middle, stroke, strokeWidth }),
    ...[low, high].map((x) => Plot.ruleX(banded, { ...ends, x, stroke, strokeWidth })),
  ];
  return [
    Plot.rect(known, {
      ...around,
      x1: 0,
      x2: ({ shown }: Row) => shown.unsure?.[0] ?? shown.value,
      fill: 'var(--series-1)',
    }),
    Plot.rect(
      rows.filter(({ shown }) => shown.unsure),
      {
        ...{ ...around, ...outline },
        x1: ({ shown }: Row) => shown.unsure?.[0],
        x2: ({ shown }: Row) => shown.unsure?.[1],
      },
    ),
    Plot.rect(
      rows.filter(({ unknown }) => unknown),
      { ...around, ...outline, x1: 0, x2: value },
    ),
    ...whisker('var(--sheet)', 4.5),
    ...whisker('currentColor', 1.5),
  ];
}

/**
 * Dots on their interval, dashed what the unknown could change or within what a withheld share lies; hollow
 * where unknown or provisional.
 */
export function rowDots(rows: readonly Row[]): Plot.Markish[] {
  const ink = ({ unknown }: Row) => (unknown ? 'currentColor' : 'var(--series-1)');
  const hollow = ({ unknown, figure }: Row) => unknown || figure.provisional;
  const look = { x: value, y: middle, r: 5.5, stroke: ink, strokeWidth: 2 };
  const open = rows.filter(({ shown }) => shown.unsure);
  return [
    ...(open.length > 0 ? [Plot.ruleY(open, { ...unsure, y: middle, stroke: ink })] : []),
    Plot.ruleY(rows.filter(hasBand), {
      ...{ x1: low, x2: high, y: middle, stroke: ink },
      ...{ strokeWidth: 9, strokeOpacity: 0.28 },
    }),
    Plot.dot(
      rows.filter((row) => !hollow(row) && !row.shown.bandOnly),
      { ...look, fill: 'var(--series-1)' },
    ),
    Plot.dot(
      rows.filter((row) => hollow(row) && !row.shown.bandOnly),
      { ...look, fill: 'var(--sheet)' },
    ),
  ];
}

const unsure = {
  x1: ({ shown }: Row) => shown.unsure?.[0],
  x2: ({ shown }: Row) => shown.unsure?.[1],
  ...{ strokeWidth: 2, strokeOpacity: 0.6, strokeDasharray: '4,3' },
};
export const middle = ({ place }: Row) => place.y;
export const value = ({ shown }: Row) => shown.value;
const low = ({ shown }: Row) => shown.low;
const high = ({ shown }: Row) => shown.high;
const hasBand = ({ shown }: Row) => shown.low !== undefined && shown.high !== undefined;
