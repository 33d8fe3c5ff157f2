import type { Released } from '$lib/disclosure/released';
import { calendarOf } from './calendar';
import { calendarPoints } from './calendar-words';
import type { ChartPoint } from './chart-point';
import type { ChartSpec } from './chart-spec';
import { figureWords } from './figure-words';
import { pairsOf } from './pairs';
import { pairsPoints } from './pairs-words';
import type { Picture } from './picture';
import { pictureOf } from './picture-of';
import { pyramidOf } from './pyramid';
import { pyramidPoints } from './pyramid-words';

/** What a cursor reads out, line by line in the order drawn; empty where nothing is drawn. */
export function points(released: Released, spec: ChartSpec): ChartPoint[] {
  if (spec.kind === 'care-calendar') {
    const calendar = calendarOf(released, spec.language);
    return calendar ? calendarPoints(calendar, spec.language) : [];
  }
  if (spec.kind === 'pyramid') {
    const pyramid = pyramidOf(released, spec);
    return pyramid ? pyramidPoints(pyramid, spec) : [];
  }
  if (spec.kind === 'pairs') {
    const pairs = pairsOf(released, spec);
    return pairs ? pairsPoints(pairs, spec) : [];
  }
  const picture = pictureOf(released, spec);
  if (!picture) return [];
  return picture.series.flatMap(({ label, figures }) =>
    figures.map((figure) => ({
      x: figure.said || label,
      y: figure.shown && !figure.shown.bandOnly ? figure.shown.value : null,
      text: `${[nameOf(picture, label), figure.said].filter(Boolean).join(', ')}: ${figureWords(figure, spec)}`,
    })),
  );
}

const nameOf = ({ series }: Picture, label: string) => (series.length > 1 ? label : '');
