import * as Plot from '@observablehq/plot';
import { breakPlace } from './break-lines';
import type { Figure, Series } from './picture';
import type { SeriesLook } from './series-look';

/**
 * A line through the shown figures of a series and its marks; the line stops where there is no figure
 * and where the series breaks.
 */
export function lineMarks({ figures }: Series, look: SeriesLook): Plot.Markish[] {
  const hollow = (figure: Figure) => look.hollow || figure.provisional;
  const y = ({ shown }: Figure) => shown?.value ?? NaN;
  const shown = figures.filter((figure) => figure.shown);
  const dot = {
    ...{ x: 'at', y, stroke: look.color, strokeWidth: 2 },
    ...{ symbol: look.symbol, r: look.symbol === 'circle' ? 4.5 : 4 },
  } as const;
  return [
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

/** A place without a figure before each one with which the series breaks: there the line stops. */
const interrupted = (figures: readonly Figure[]): readonly Figure[] =>
  figures.flatMap((figure, i) =>
    figure.broken && i > 0
      ? [{ ...figure, at: breakPlace(figure), shown: null }, figure]
      : [figure],
  );
