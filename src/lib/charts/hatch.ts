import { svgNode } from './svg-node';

/** Fill of what is unknown or withheld in the chart of that id. */
export const hatchFill = (id: string): string => `url(#${id}-hatch)`;

/** The pattern behind `hatchFill`: slanting lines in the colour of the text on the sheet. */
export function hatch(document: Document, id: string): SVGDefsElement {
  const pattern = svgNode(
    document,
    'pattern',
    {
      id: `${id}-hatch`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    svgNode(document, 'rect', { width: 6, height: 6, fill: 'var(--sheet)' }),
    svgNode(document, 'rect', { width: 1.5, height: 6, fill: 'currentColor', opacity: 0.6 }),
  );
  return svgNode(document, 'defs', {}, pattern);
}
