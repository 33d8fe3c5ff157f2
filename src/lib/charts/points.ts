import type { Released } from '$lib/disclosure/released';
import type { ChartSpec } from './chart-spec';
import { figureWords } from './figure-words';
import type { Picture } from './picture';
import { pictureOf } from './picture-of';

/** A stop of the keyboard cursor; `y` is null where no number is shown. */
export interface ChartPoint {
  /** Period, horizon or row. */
  readonly x: string;
  readonly y: number | null;
  readonly text: string;
}

/** What a cursor reads out, line by line in the order drawn; empty where nothing is drawn. */
export function points(released: Released, spec: ChartSpec): ChartPoint[] {
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
