import type { Released } from '$lib/disclosure/released';
import { calendarOf } from './calendar';
import { calendarSummary } from './calendar-words';
import type { ChartSpec } from './chart-spec';
import { drawCalendar } from './draw-calendar';
import { describe } from './describe';
import { drawLines } from './draw-lines';
import { drawPairs } from './draw-pairs';
import { drawPyramid } from './draw-pyramid';
import { drawRows } from './draw-rows';
import { finishSvg } from './finish-svg';
import { pairsOf } from './pairs';
import { pairsSummary } from './pairs-words';
import { pictureOf } from './picture-of';
import { pyramidOf } from './pyramid';
import { pyramidSummary } from './pyramid-words';

/** The narrowest and the widest picture in pixels. */
const [least, most] = [300, 900];

/**
 * The chart of a figure as an SVG image with name and summary; null where no number may be shown,
 * so that the page says why. `document` is the one to draw in: the browser's, or one without layout.
 * Colours are custom properties of the page: `--series-1` to `--series-4` and `--sheet`.
 */
export function chartOf(
  released: Released,
  spec: ChartSpec,
  { document }: { document: Document },
): SVGSVGElement | null {
  const sized = { ...spec, width: Math.round(Math.min(most, Math.max(least, spec.width))) };
  if (spec.kind === 'care-calendar') {
    const calendar = calendarOf(released, spec.language);
    if (!calendar) return null;
    const svg = drawCalendar(calendar, sized, document);
    return finishSvg(svg, document, sized, calendarSummary(calendar, spec.language));
  }
  if (spec.kind === 'pyramid') {
    const pyramid = pyramidOf(released, spec);
    if (!pyramid) return null;
    const svg = drawPyramid(pyramid, sized, document);
    return finishSvg(svg, document, sized, pyramidSummary(pyramid, spec));
  }
  if (spec.kind === 'pairs') {
    const pairs = pairsOf(released, spec);
    if (!pairs) return null;
    return finishSvg(drawPairs(pairs, sized, document), document, sized, pairsSummary(pairs, spec));
  }
  const picture = pictureOf(released, spec);
  if (!picture) return null;
  const draw = picture.shape === 'lines' || picture.shape === 'curve' ? drawLines : drawRows;
  return finishSvg(draw(picture, sized, document), document, sized, describe(picture, sized));
}
