import type * as Plot from '@observablehq/plot';
import type { SeriesLook } from './series-look';
import { seriesMark } from './series-mark';
import { spreadLabels } from './spread-labels';
import { svgNode } from './svg-node';
import { lineHeight, textSize } from './text-width';

/** The label of a line and the last point that is drawn of it. */
export interface EndLabel {
  readonly lines: readonly string[];
  readonly at: number;
  readonly value: number;
  readonly look: SeriesLook;
}

/** Pixels between the end of the drawing and the text of a label: its mark stands there. */
export const labelOffset = 34;

/** Labels at the ends of lines, spread so that none touches another, each tied to its line. */
export function endLabels(
  document: Document,
  labels: readonly EndLabel[],
  edges: { left: number; top: number; bottom: number },
): Plot.RenderFunction {
  return (_index, scales) => {
    const ends = labels.map(({ at, value }) => ({
      x: Number(scales.x?.(at)),
      y: Number(scales.y?.(value)),
    }));
    const places = spreadLabels(
      labels.map(({ lines }, i) => ({ y: ends[i]!.y, height: lines.length * lineHeight + 2 })),
      edges.top,
      edges.bottom,
    );
    const nodes = labels.flatMap(({ lines, look }, i) => {
      const { x, y } = ends[i]!;
      const place = places[i]!;
      const tie = svgNode(document, 'path', {
        d: `M${x + 8},${y}L${edges.left + 8},${place}L${edges.left + labelOffset - 15},${place}`,
        fill: 'none',
        stroke: 'currentColor',
        'stroke-opacity': 0.35,
      });
      const top = place - ((lines.length - 1) * lineHeight) / 2;
      const words = lines.map((line, n) =>
        svgNode(
          document,
          'text',
          {
            class: 'end-label',
            x: edges.left + labelOffset,
            y: top + n * lineHeight,
            dy: '0.34em',
          },
          line,
        ),
      );
      return [tie, seriesMark(document, look, edges.left + labelOffset - 9, place), ...words];
    });
    return svgNode(
      document,
      'g',
      {
        'font-size': textSize,
        'font-weight': 650,
        'text-anchor': 'start',
        fill: 'currentColor',
      },
      ...nodes,
    );
  };
}
