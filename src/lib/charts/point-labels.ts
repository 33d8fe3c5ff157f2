import type * as Plot from '@observablehq/plot';
import { isNumber, type Figure } from './picture';
import { svgNode } from './svg-node';
import { lineHeight, textSize, textWidth } from './text-width';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Numbers beside the points of a single line: above, above to the left, or below to the right. One
 * that would touch another number or a point is left to the table; the last one goes first.
 */
export function pointLabels(
  document: Document,
  figures: readonly Figure[],
  width: number,
): Plot.RenderFunction {
  return (_index, scales) => {
    const points = figures.filter(isNumber).map((figure) => ({
      words: figure.words + figure.signs,
      x: Number(scales.x?.(figure.at)),
      y: Number(scales.y?.(figure.shown?.value)),
    }));
    const taken: Box[] = points.map(({ x, y }) => boxAt(x, y, 8, 8));
    const nodes: SVGElement[] = [];
    for (const { words, x, y } of points.reverse()) {
      const wide = textWidth(words);
      const places = [
        { x, y: y - 16 },
        { x: x - wide / 2 - 3, y: y - 16 },
        { x: x + wide / 2 + 4, y: y + 15 },
      ];
      const place = places.find((one) => {
        const box = boxAt(one.x, one.y, wide, lineHeight);
        return box.left >= 0 && box.right <= width && !taken.some((other) => touch(box, other));
      });
      if (!place) continue;
      taken.push(boxAt(place.x, place.y, wide + 6, lineHeight));
      const at = { class: 'point-label', x: place.x, y: place.y, dy: '0.34em' };
      nodes.push(svgNode(document, 'text', at, words));
    }
    return svgNode(
      document,
      'g',
      {
        ...{ 'font-size': textSize, 'font-weight': 650, 'text-anchor': 'middle' },
        ...{ fill: 'currentColor', stroke: 'var(--sheet)', 'stroke-width': 3 },
        ...{ 'paint-order': 'stroke', 'stroke-linejoin': 'round' },
      },
      ...nodes,
    );
  };
}

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const touch = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
