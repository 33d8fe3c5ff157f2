import type * as Plot from '@observablehq/plot';
import { boxedMark, boxWidth } from './boxed-mark';
import { isNumber, type Picture } from './picture';
import type { SeriesLook } from './series-look';
import { seriesMark } from './series-mark';
import { svgNode } from './svg-node';
import { lineHeight } from './text-width';

/** Height of one lane of `[c]` and `[x]` boxes in pixels. */
export const laneHeight = lineHeight + 7;

/** Series that have something withheld or missing, by number: each takes a lane. */
export const lanesOf = ({ series }: Picture): readonly number[] =>
  series.flatMap(({ figures }, i) => (figures.some((figure) => !isNumber(figure)) ? [i] : []));

interface Run {
  readonly words: string;
  readonly from: number;
  to: number;
}

/**
 * Boxes between the zero line and the names of periods, where the line of a series has gaps:
 * neighbours of one kind share a box. The mark of the series stands in front of its first box.
 */
export function gapLanes(
  document: Document,
  picture: Picture,
  looks: readonly SeriesLook[],
  top: number,
): Plot.RenderFunction {
  return (_index, scales) => {
    const x = (at: number) => Number(scales.x?.(at));
    const nodes = lanesOf(picture).flatMap((index, lane) => {
      const { figures } = picture.series[index]!;
      const y = top + lane * laneHeight + laneHeight / 2;
      const runs: Run[] = [];
      let previous = '';
      for (const figure of figures) {
        const { at } = figure;
        const shown = isNumber(figure);
        // Limits have no room in a box: there they are a dash beside the line, and words in the table.
        const words = figure.gap === 'withheld' ? '[c]' : figure.words;
        const last = runs.at(-1);
        if (shown) previous = '';
        else if (last && previous === words) last.to = at;
        else runs.push({ words, from: at, to: at });
        if (!shown) previous = words;
      }
      const look = looks[index]!;
      const front = x(runs[0]!.from) - boxWidth / 2 - 11;
      return [
        ...(picture.series.length > 1 ? [seriesMark(document, look, front, y)] : []),
        ...runs.map(({ words, from, to }) =>
          boxedMark(document, words, (x(from) + x(to)) / 2, y, x(to) - x(from) + boxWidth),
        ),
      ];
    });
    return svgNode(document, 'g', {}, ...nodes);
  };
}
