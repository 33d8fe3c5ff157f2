import type * as Plot from '@observablehq/plot';
import { svgNode } from './svg-node';
import { textSize, textWidth } from './text-width';

/**
 * Names under the places of a time axis with a small tick at each place. The last name stands; going
 * back in time, a name that would come within 10 px of the next one is left out.
 */
export function timeAxis(
  document: Document,
  places: readonly { readonly at: number; readonly place: string }[],
  edges: { readonly y: number; readonly tickY: number; readonly width: number },
): Plot.RenderFunction {
  return (_index, scales) => {
    const nodes: SVGElement[] = [];
    let free = Infinity;
    for (const { at, place } of [...places].reverse()) {
      const x = Number(scales.x?.(at));
      const half = textWidth(place) / 2;
      const tick = { x1: x, x2: x, y1: edges.tickY, y2: edges.tickY + 5, stroke: 'currentColor' };
      nodes.push(svgNode(document, 'line', tick));
      const middle = Math.max(half, Math.min(x, edges.width - half));
      if (middle + half > free) continue;
      free = middle - half - 10;
      nodes.push(
        svgNode(document, 'text', { class: 'tick', x: middle, y: edges.y, dy: '0.34em' }, place),
      );
    }
    return svgNode(
      document,
      'g',
      { 'font-size': textSize, 'text-anchor': 'middle', fill: 'currentColor' },
      ...nodes,
    );
  };
}
