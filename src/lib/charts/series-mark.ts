import type { SeriesLook } from './series-look';
import { svgNode } from './svg-node';

/** The mark of a series by itself, as beside a label. */
export function seriesMark(document: Document, look: SeriesLook, x: number, y: number): SVGElement {
  const ink = {
    fill: look.hollow ? 'var(--sheet)' : look.color,
    stroke: look.color,
    'stroke-width': 2,
  };
  return look.symbol === 'circle'
    ? svgNode(document, 'circle', { cx: x, cy: y, r: 4, ...ink })
    : svgNode(document, 'rect', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, ...ink });
}
