import { boxedMark, boxWidth } from './boxed-mark';
import type { ChartSpec } from './chart-spec';
import type { Pairs } from './pairs';
import { pairsGrid, type PairsGrid } from './pairs-layout';
import { pairsHeading, squareWords, totalWords, zeroWords } from './pairs-words';
import type { Figure } from './picture';
import { svgNode } from './svg-node';
import { lineHeight, textSize, textWidth, wrapText } from './text-width';

/** Side of the largest square, and height of a row of the grid, in pixels. */
const [largest, rowHeight] = [30, 58];

type Attributes = Readonly<Record<string, string | number>>;
interface Pen {
  readonly nodes: SVGElement[];
  text(words: string, x: number, y: number, more?: Attributes): void;
  /** A square whose area is the number, its lower edge at `y`; nothing where there is no number. */
  square(figure: Figure, move: boolean, x: number, y: number): void;
  mark(figure: Figure, x: number, y: number): void;
}

/**
 * Pairs as a grid of squares with their numbers, first codes down and later ones along; where that
 * does not fit, as a list under each first code. Filled squares are moves to another code.
 */
export function drawPairs(pairs: Pairs, spec: ChartSpec, document: Document): SVGSVGElement {
  const { width, language } = spec;
  const pen = penOf(pairs, document);
  let y = 2;
  const paragraph = (words: string, more: Attributes = {}) => {
    for (const line of wrapText(words, width - 8)) {
      pen.text(line, 0, y + lineHeight / 2, more);
      y += lineHeight;
    }
  };
  paragraph(pairsHeading(pairs, spec));
  paragraph(squareWords[language], { opacity: 0.8 });
  y += 8;
  const grid = pairsGrid(pairs, totalWords[language], width);
  if (grid) {
    y = drawGrid(pairs, grid, pen, y);
  } else {
    y = drawList(pairs, spec, pen, y);
    paragraph(zeroWords[language], { opacity: 0.8 });
  }
  const height = Math.ceil(y + 6);
  return svgNode(
    document,
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, fill: 'currentColor' },
    svgNode(document, 'g', { 'font-size': textSize }, ...pen.nodes),
  );
}

function penOf(pairs: Pairs, document: Document): Pen {
  const nodes: SVGElement[] = [];
  const most = Math.max(
    ...pairs.rows.flatMap(({ figures }) => figures.map(({ shown }) => shown?.value ?? 0)),
  );
  return {
    nodes,
    text: (words, x, y, more = {}) =>
      nodes.push(svgNode(document, 'text', { x, y, dy: '0.34em', ...more }, words)),
    square({ shown }, move, x, y) {
      if (!shown || shown.value <= 0) return;
      const side = Math.max(3, largest * Math.sqrt(shown.value / most));
      const place = { x: x - side / 2, y: y - side, width: side, height: side };
      const look: Attributes = move
        ? { fill: 'var(--series-1)' }
        : { fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.7 };
      nodes.push(svgNode(document, 'rect', { class: move ? 'move' : 'stay', ...place, ...look }));
    },
    mark: (figure, x, y) => nodes.push(boxedMark(document, figure.words, x, y)),
  };
}

const printed = ({ words, signs }: Figure): string => words + signs;
const middle = { 'text-anchor': 'middle' } as const;
const bold = { 'font-weight': 650 } as const;

function drawGrid(pairs: Pairs, grid: PairsGrid, pen: Pen, top: number): number {
  const [first, later] = pairs.names;
  const { left, columns, labels, head } = grid;
  pen.text(`${later} →`, left, top + lineHeight / 2, bold);
  const heads = top + lineHeight + 4;
  columns.forEach(({ x, lines }) =>
    lines.forEach((line, i) =>
      pen.text(line, x, heads + head - (lines.length - i - 0.5) * lineHeight, middle),
    ),
  );
  let y = heads + head + 6;
  pen.text(`${first} ↓`, 0, y + lineHeight / 2, bold);
  y += lineHeight;
  const number = (figure: Figure, x: number, at: number, more: Attributes) =>
    figure.shown
      ? pen.text(printed(figure), x, at, { ...middle, ...more })
      : pen.mark(figure, x, at);
  const label = (lines: readonly string[] = [], at: number, more: Attributes = {}) =>
    lines.forEach((line, i) =>
      pen.text(line, 0, at + (i - (lines.length - 1) / 2) * lineHeight, more),
    );
  pairs.rows.forEach((row, r) => {
    const base = y + rowHeight - lineHeight - 4;
    label(labels[r], y + rowHeight / 2);
    row.figures.forEach((figure, c) => {
      const { x } = columns[c]!;
      pen.square(figure, pairs.columns[c]!.move, x, base - 2);
      const zero = figure.shown?.value === 0;
      number(figure, x, base + lineHeight / 2, zero ? { opacity: 0.6 } : bold);
    });
    number(row.total, columns.at(-1)!.x, base + lineHeight / 2, {});
    y += rowHeight;
  });
  const last = y + 8 + lineHeight / 2;
  label(labels.at(-1), last);
  pairs.columns.forEach(({ total }, c) => number(total, columns[c]!.x, last, {}));
  number(pairs.total, columns.at(-1)!.x, last, {});
  return last + lineHeight;
}

function drawList(pairs: Pairs, { width, language }: ChartSpec, pen: Pen, top: number): number {
  const numbers = pairs.rows.flatMap(({ figures }) => figures.map(printed));
  const beside = largest + 8;
  const room = Math.ceil(Math.max(boxWidth, ...numbers.map(textWidth))) + 10;
  let y = top;
  for (const row of pairs.rows) {
    const total = `${totalWords[language].toLowerCase()} ${printed(row.total)}`;
    for (const line of wrapText(`${row.label}, ${total.replaceAll(' ', '\u00a0')} →`, width - 8)) {
      pen.text(line, 0, y + lineHeight / 2, bold);
      y += lineHeight;
    }
    row.figures.forEach((figure, i) => {
      const column = pairs.columns[i]!;
      if (figure.shown?.value === 0) return;
      const lines = wrapText(column.label, width - beside - room - 8);
      const height = Math.max(largest + 4, lines.length * lineHeight + 4);
      const at = y + height / 2;
      const side = figure.shown ? largest : 0;
      pen.square(figure, column.move, largest / 2, at + side / 2);
      if (figure.shown) pen.text(printed(figure), beside, at, bold);
      else pen.mark(figure, beside + boxWidth / 2, at);
      lines.forEach((line, l) =>
        pen.text(line, beside + room, at + (l - (lines.length - 1) / 2) * lineHeight),
      );
      y += height;
    });
    y += 12;
  }
  return y;
}
