import { boxedMark, boxWidth } from './boxed-mark';
import { hatchFill } from './hatch';
import type { Figure } from './picture';
import { endOf, printed, type PlacedRow, type PyramidLayout } from './pyramid-layout';
import { barHeight } from './row-layout';
import { svgNode } from './svg-node';

/**
 * The bars of one row with their numbers, girls to the left and boys to the right of zero. Hatched what
 * the unknown could change, and children of unknown age; a mark and no bar where there is no number.
 */
export function pyramidBars(
  document: Document,
  row: PlacedRow,
  layout: PyramidLayout,
  id: string,
): SVGElement[] {
  return [
    ...sideBar(document, row, row.girls, { layout, id, to: -1 }),
    ...sideBar(document, row, row.boys, { layout, id, to: 1 }),
  ];
}

interface Side {
  readonly layout: PyramidLayout;
  readonly id: string;
  /** To the left or to the right of zero. */
  readonly to: -1 | 1;
}

function sideBar(
  document: Document,
  { y, unknown }: PlacedRow,
  figure: Figure,
  { layout, id, to }: Side,
): SVGElement[] {
  const { zero, side, axis } = layout;
  const x = (value: number) => zero + (to * side * value) / axis.end;
  const { shown } = figure;
  if (!shown) return [boxedMark(document, figure.words, zero + to * (8 + boxWidth / 2), y)];
  const bar = (from: number, end: number, hatched: boolean) =>
    svgNode(document, 'rect', {
      class: to < 0 ? 'girls' : 'boys',
      x: Math.min(x(from), x(end)),
      y: y - barHeight / 2,
      width: Math.abs(x(end) - x(from)),
      height: barHeight,
      ...(hatched
        ? { fill: hatchFill(id), stroke: 'currentColor', 'stroke-opacity': 0.6 }
        : { fill: to < 0 ? 'var(--series-1)' : 'var(--series-4)' }),
    });
  const solid = shown.unsure?.[0] ?? shown.value;
  return [
    bar(0, solid, unknown),
    ...(shown.unsure ? [bar(shown.unsure[0], shown.unsure[1], true)] : []),
    ...whisker(document, figure, x, y),
    svgNode(
      document,
      'text',
      {
        ...{ class: 'number', x: x(endOf(figure)) + to * 6, y, dy: '0.34em' },
        ...{ 'text-anchor': to < 0 ? 'end' : 'start', 'font-weight': 650 },
      },
      printed(figure),
    ),
  ];
}

/** The interval of a number, on any ground. */
function whisker(
  document: Document,
  { shown }: Figure,
  x: (value: number) => number,
  y: number,
): SVGElement[] {
  if (shown?.low === undefined || shown.high === undefined) return [];
  const [low, high] = [x(shown.low), x(shown.high)];
  const path = `M${low},${y}H${high}M${low},${y - 5}v10M${high},${y - 5}v10`;
  return [
    { stroke: 'var(--sheet)', 'stroke-width': 4.5 },
    { stroke: 'currentColor', 'stroke-width': 1.5 },
  ].map((ink) => svgNode(document, 'path', { class: 'interval', d: path, fill: 'none', ...ink }));
}
