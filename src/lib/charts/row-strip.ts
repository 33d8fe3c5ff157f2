import * as Plot from '@observablehq/plot';
import { middle, value, type Row } from './row-marks';
import type { RowPlace } from './row-layout';
import { textSize } from './text-width';

/**
 * Scores from 0 to 3: a small hollow dot at each that can be had, a filled one at the one given, and a
 * ring around the lowest; a larger dot with a number where several profiles have a score.
 */
export function rowStrip(places: readonly RowPlace[], rows: readonly Row[]): Plot.Markish[] {
  const all = places.flatMap(({ y }) => [0, 1, 2, 3].map((score) => ({ y, score })));
  const several = rows.filter(({ shown }) => shown.count !== undefined);
  const ring = rows.filter(({ lowest }) => lowest);
  return [
    Plot.dot(all, {
      ...{ x: 'score', y: 'y', r: 3.5, fill: 'var(--sheet)' },
      ...{ stroke: 'currentColor', strokeOpacity: 0.6 },
    }),
    Plot.dot(rows, {
      ...{ x: value, y: middle, fill: 'var(--series-1)' },
      r: { value: ({ shown }: Row) => (shown.count === undefined ? 6 : 12), scale: false },
    }),
    ...(ring.length > 0
      ? [Plot.dot(ring, { x: value, y: middle, r: 10, stroke: 'currentColor', strokeWidth: 2 })]
      : []),
    ...(several.length > 0
      ? [
          Plot.text(several, {
            ...{ x: value, y: middle, fill: 'var(--sheet)', fontSize: textSize, fontWeight: 650 },
            text: ({ shown }: Row) => String(shown.count),
          }),
        ]
      : []),
  ];
}
