import * as Plot from '@observablehq/plot';
import { hatchFill } from './hatch';
import { isNumber, type Figure, type Series } from './picture';
import type { SeriesLook } from './series-look';

/**
 * Behind a curve: its interval as a soft band, with a bar at each reading so that a reading between
 * two gaps shows its own, and hatched what the unknown could change.
 */
export function curveBands(
  { figures }: Series,
  { color }: SeriesLook,
  id: string,
  alone: boolean,
): Plot.Markish[] {
  const at = 'at';
  const band = { x: at, y1: low, y2: high, fill: color };
  const bars = figures.filter(({ shown }) => shown?.low !== undefined);
  return [
    ...(alone && figures.some((figure) => isNumber(figure) && figure.shown?.unsure)
      ? [
          Plot.areaY(figures, {
            ...{ x: at, y1: from, y2: to, fill: hatchFill(id), fillOpacity: 0.45 },
          }),
        ]
      : []),
    Plot.areaY(figures, { ...band, fillOpacity: alone ? 0.18 : 0.12 }),
    Plot.ruleX(bars, {
      ...{ x: at, y1: low, y2: high, stroke: color },
      ...{ strokeWidth: 5, strokeOpacity: 0.28 },
    }),
  ];
}

const low = ({ shown }: Figure) => shown?.low ?? NaN;
const high = ({ shown }: Figure) => shown?.high ?? NaN;
const end = (figure: Figure, at: 0 | 1) =>
  isNumber(figure) ? (figure.shown?.unsure?.[at] ?? NaN) : NaN;
const from = (figure: Figure) => end(figure, 0);
const to = (figure: Figure) => end(figure, 1);
