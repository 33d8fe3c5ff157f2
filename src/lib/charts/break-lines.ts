import type * as Plot from '@observablehq/plot';
import type { Figure, Picture } from './picture';
import { svgNode } from './svg-node';
import { textSize } from './text-width';

/** Where the break before a figure is drawn: half way from the period before. */
export const breakPlace = ({ at }: Pick<Figure, 'at'>): number => at - 0.5;

/** Figures with which the series breaks, one a place; the first place has nothing before it. */
export const breaksIn = ({ series, shape }: Picture): readonly Figure[] =>
  shape !== 'lines'
    ? []
    : [
        ...new Map(
          series.flatMap(({ figures }) =>
            figures.slice(1).flatMap((figure) => (figure.broken ? [[figure.at, figure]] : [])),
          ) as [number, Figure][],
        ).values(),
      ];

/** A dashed line with `[b]` above it between two periods where the series breaks (domain CV-C6). */
export function breakLines(
  document: Document,
  picture: Picture,
  edges: { readonly top: number; readonly bottom: number },
): Plot.RenderFunction {
  return (_index, scales) => {
    const nodes = breaksIn(picture).flatMap((figure) => {
      const x = Number(scales.x?.(breakPlace(figure)));
      const line = { x1: x, x2: x, y1: edges.top, y2: edges.bottom, 'stroke-dasharray': '4,3' };
      const at = { class: 'break-label', x, y: edges.top - 10, dy: '0.34em' };
      return [
        svgNode(document, 'line', { ...line, stroke: 'currentColor', 'stroke-opacity': 0.6 }),
        svgNode(document, 'text', at, '[b]'),
      ];
    });
    return svgNode(
      document,
      'g',
      { 'font-size': textSize, 'text-anchor': 'middle', fill: 'currentColor' },
      ...nodes,
    );
  };
}
