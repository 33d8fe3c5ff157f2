import * as Plot from '@observablehq/plot';
import { breakPlace } from './break-lines';
import { isNumber, type Figure, type Series } from './picture';
import type { SeriesLook } from './series-look';

/**
 * A line through the shown figures of a series and its marks; the line stops where there is no figure
 * and where the series breaks. A band without a number is dashed, beside the line.
 */
export function lineMarks({ figures }: Series, look: SeriesLook): Plot.Markish[] {
  const hollow = (figure: Figure) => look.hollow || figure.provisional;
  const y = (figure: Figure) => (isNumber(figure) ? (figure.shown?.value ?? NaN) : NaN);
  const shown = figures.filter(isNumber);
  const bands = figures.filter((figure) => figure.shown && !isNumber(figure));
  const dot = {
    ...{ x: 'at', y, stroke: look.color, strokeWidth: 2 },
    ...{ symbol: look.symbol, r: look.symbol === 'circle' ? 4.5 : 4 },
  } as const;
  return [
    ...(bands.length > 0
      ? [
          Plot.ruleX(bands, {
            ...{ x: 'at', y1: from, y2: to, stroke: look.color },
            ...{ strokeWidth: 2, strokeOpacity: 0.6, strokeDasharray: '4,3' },
          }),
        ]
      : []),
    Plot.line(interrupted(figures), {
      ...{ x: 'at', y, stroke: look.color, strokeWidth: 2.25 },
      ...(look.dotted && { strokeDasharray: '2,4' }),
    }),
    Plot.dot(
      shown.filter((figure) => !hollow(figure)),
      { ...dot, fill: look.color },
    ),
    Plot.dot(shown.filter(hollow), { ...dot, fill: 'var(--sheet)' }),
  ];
}

const from = ({ shown }: Figure) => shown?.unsure?.[0] ?? NaN;
const to = ({ shown }: Figure) => shown?.unsure?.[1] ?? NaN;

/** A place without a figure before each one with which the series breaks: there the line stops. */
const interrupted = (figures: readonly Figure[]): readonly Figure[] =>
  figures.flatMap((figure, i) =>
    figure.broken && i > 0
      ? [{ ...figure, at: breakPlace(figure), shown: null }, figure]
      : [figure],
  );
