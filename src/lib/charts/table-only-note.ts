import type { ChartSpec } from './chart-spec';
import { tableOnlyWords } from './describe';
import type { Picture } from './picture';
import { svgNode } from './svg-node';
import { lineHeight, textSize, wrapText } from './text-width';

/** Lines under a picture that say which groups only the table shows; none if all are drawn. */
export const tableOnlyLines = (picture: Picture, spec: ChartSpec): readonly string[] =>
  picture.tableOnly.length ? wrapText(tableOnlyWords(picture, spec), spec.width - 8) : [];

/** Those lines, the first with its middle at `y`. */
export function tableOnlyNote(
  document: Document,
  lines: readonly string[],
  y: number,
): SVGGElement {
  return svgNode(
    document,
    'g',
    { 'font-size': textSize, 'text-anchor': 'start', fill: 'currentColor' },
    ...lines.map((line, index) =>
      svgNode(document, 'text', { x: 0, y: y + index * lineHeight, dy: '0.34em' }, line),
    ),
  );
}
