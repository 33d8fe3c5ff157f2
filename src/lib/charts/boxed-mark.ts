import { svgNode } from './svg-node';
import { lineHeight, textSize } from './text-width';

/** Width of the box of a `[c]` or `[x]` in pixels. */
export const boxWidth = 28;

/** The mark that stands in place of a number: boxed if withheld, dashed if not available. */
export function boxedMark(
  document: Document,
  words: string,
  x: number,
  y: number,
  width = boxWidth,
): SVGGElement {
  return svgNode(
    document,
    'g',
    { transform: `translate(${x},${y})` },
    svgNode(document, 'rect', {
      x: -width / 2,
      y: -lineHeight / 2 - 1,
      width,
      height: lineHeight + 2,
      rx: 2,
      fill: 'var(--sheet)',
      stroke: 'currentColor',
      'stroke-opacity': 0.6,
      ...(words === '[x]' && { 'stroke-dasharray': '3,3' }),
    }),
    svgNode(
      document,
      'text',
      { y: '0.34em', 'font-size': textSize, 'text-anchor': 'middle', fill: 'currentColor' },
      words,
    ),
  );
}
