import { boxedMark, boxWidth } from './boxed-mark';
import type { ChartSpec } from './chart-spec';
import type { Figure } from './picture';
import type { Pyramid } from './pyramid';
import { pyramidBars } from './pyramid-bars';
import { printed, pyramidLayout, type PyramidLayout } from './pyramid-layout';
import { apartWords, othersWords, unknownNote } from './pyramid-words';
import { svgNode } from './svg-node';
import { lineHeight, textSize, wrapText } from './text-width';

/**
 * Age bands as rows, the youngest lowest, girls to the left and boys to the right of one zero on one
 * scale. Bands of unknown or roughly known age stand apart below; other and unknown genders are columns
 * of numbers, or lines of them under the picture where it is narrow.
 */
export function drawPyramid(pyramid: Pyramid, spec: ChartSpec, document: Document): SVGSVGElement {
  const { width, language, id } = spec;
  const layout = pyramidLayout(pyramid, spec);
  const { zero, rows, apartY, columns, sidesY } = layout;
  const nodes: SVGElement[] = [];
  const text = (words: string, x: number, y: number, more: Record<string, string | number> = {}) =>
    nodes.push(svgNode(document, 'text', { x, y, dy: '0.34em', ...more }, words));
  const [bold, end] = [{ 'font-weight': 650 }, { 'text-anchor': 'end' }];
  layout.heading.forEach((line, i) => text(line, 0, 2 + (i + 0.5) * lineHeight));
  text(pyramid.sides[0], zero - 8, sidesY, { ...bold, ...end });
  text(pyramid.sides[1], zero + 8, sidesY, bold);
  for (const { x, lines } of columns ?? [])
    lines.forEach((line, i) => text(line, x, sidesY - (lines.length - 1 - i) * lineHeight, end));
  nodes.push(...grid(document, layout));
  if (apartY !== null) {
    const rule = { x1: 0, x2: width, y1: apartY - 18, y2: apartY - 18 };
    nodes.push(
      svgNode(document, 'line', { ...rule, stroke: 'currentColor', 'stroke-opacity': 0.3 }),
    );
    text(apartWords[language], 0, apartY, { opacity: 0.8 });
  }
  for (const row of rows) {
    row.lines.forEach((line, i) =>
      text(line, 0, row.labelY + i * lineHeight, { class: 'band', ...bold }),
    );
    nodes.push(...pyramidBars(document, row, layout, id));
    columns?.forEach(({ x }, i) => {
      const figure = row.others[i]!;
      if (figure.shown) text(printed(figure), x, row.y, { class: 'number', ...end });
      else nodes.push(boxedMark(document, figure.words, x - boxWidth / 2, row.y));
    });
  }
  let y = axisWords(layout, text);
  const paragraph = (words: string, more: Record<string, string | number> = {}) => {
    for (const line of wrapText(words, width - 8)) {
      text(line, 0, y, more);
      y += lineHeight;
    }
  };
  if (!columns) {
    paragraph(othersWords[language], bold);
    pyramid.others.forEach((other, i) => {
      const numbers = rows.map(({ label, others }) => `${label}:\u00a0${unbroken(others[i]!)}`);
      paragraph(`${other.label}: ${numbers.join('; ')}`);
    });
  }
  if (unknownNote(spec)) paragraph(unknownNote(spec), { opacity: 0.8 });
  const height = Math.ceil(y - lineHeight / 2 + 6);
  return svgNode(
    document,
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, fill: 'currentColor' },
    svgNode(document, 'g', { 'font-size': textSize }, ...nodes),
  );
}

const unbroken = (figure: Figure): string => printed(figure).replaceAll(' ', '\u00a0');

/** Ticks of both sides, broken where the heading of the bands apart stands, and the common zero. */
function grid(document: Document, { axis, zero, side, rows }: PyramidLayout): SVGElement[] {
  const ticks = new Set(axis.ticks.flatMap((tick) => [tick, -tick]));
  return [rows.filter(({ apart }) => !apart), rows.filter(({ apart }) => apart)].flatMap((part) => {
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return [];
    return [...ticks].map((tick) =>
      svgNode(document, 'line', {
        x1: zero + (side * tick) / axis.end,
        x2: zero + (side * tick) / axis.end,
        y1: first.y - 14,
        y2: last.y + 14,
        stroke: 'currentColor',
        'stroke-opacity': tick === 0 ? 1 : 0.14,
      }),
    );
  });
}

/** What the ticks say, from zero to both sides; returns where the next line may stand. */
function axisWords(
  { axis, zero, side, bottom }: PyramidLayout,
  text: (words: string, x: number, y: number, more: Record<string, string | number>) => void,
): number {
  const y = bottom + 4 + lineHeight / 2;
  for (const tick of axis.ticks)
    for (const to of tick === 0 ? [1] : [-1, 1])
      text(axis.words(tick), zero + (to * side * tick) / axis.end, y, {
        'text-anchor': 'middle',
        class: 'tick',
      });
  return y + lineHeight + 8;
}
