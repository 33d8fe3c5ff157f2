import { boxedMark, boxWidth } from './boxed-mark';
import { monthDay, type CalendarMonth, type CalendarRow, type DayScale } from './calendar';
import type { ChartSpec } from './chart-spec';
import { hatchFill } from './hatch';
import { numberWords } from './number-words';
import { svgNode } from './svg-node';
import { lineHeight } from './text-width';

const tall = 44;

/** Height of the months of one programme in pixels. */
export const stripHeight = tall + 2;

/**
 * A bar for each month: children in care, those of them on unfunded days hatched from the
 * ground, those before the first or after the last grant hollow above. What is
 * withheld or missing is a box across its months and says nothing else.
 */
export function careStrip(
  document: Document,
  { months }: CalendarRow,
  {
    x,
    y,
    scale,
    left,
    spec,
  }: { x: DayScale; y: number; scale: number; left: number; spec: ChartSpec },
): SVGGElement {
  const ground = y + tall;
  const tick = (value: number, at: number) =>
    svgNode(
      document,
      'text',
      { x: left - 4, y: at, dy: '0.34em', 'text-anchor': 'end', opacity: 0.8 },
      numberWords(value, 'children', spec.language),
    );
  const bars = months.flatMap(({ month, inCare, unfunded, outside }) => {
    if (inCare.is !== 'value') return [];
    const box = (value: number) => ({
      x: x(monthDay(month)) + 0.5,
      width: Math.max(1, x(monthDay(month, 1)) - x(monthDay(month)) - 1),
      y: ground - (value / scale) * tall,
      height: (value / scale) * tall,
    });
    const known = unfunded.is === 'value' ? unfunded.value : 0;
    const hollow =
      outside.is === 'value' && outside.value > 0
        ? [
            svgNode(document, 'rect', {
              ...box(outside.value),
              y: box(outside.value + known).y,
              ...{ class: 'outside', fill: 'var(--sheet)', stroke: 'currentColor' },
            }),
          ]
        : [];
    const hatched =
      unfunded.is === 'value' && unfunded.value > 0
        ? [
            svgNode(document, 'rect', {
              ...box(unfunded.value),
              ...{ class: 'unfunded', fill: hatchFill(spec.id), stroke: 'currentColor' },
            }),
          ]
        : [];
    return [
      svgNode(document, 'rect', {
        ...box(inCare.value),
        class: 'care',
        fill: 'var(--series-1)',
        'fill-opacity': 0.65,
      }),
      ...hollow,
      ...hatched,
      ...(unfunded.is === 'withheld' || outside.is === 'withheld'
        ? [
            svgNode(
              document,
              'text',
              { x: x(monthDay(month)), y: ground - 6, 'font-weight': 650 },
              'c',
            ),
          ]
        : []),
    ];
  });
  const boxes = runsOf(months).map(({ words, from, to }) => {
    const [start, end] = [x(monthDay(from)), x(monthDay(to, 1))];
    return boxedMark(
      document,
      words,
      (start + end) / 2,
      ground - lineHeight / 2 - 3,
      Math.max(boxWidth, end - start - 2),
    );
  });
  return svgNode(
    document,
    'g',
    {},
    ...(scale > 0 ? [tick(scale, y + 6), tick(0, ground - 4)] : []),
    svgNode(document, 'line', {
      x1: left,
      x2: x(1e9),
      y1: ground,
      y2: ground,
      stroke: 'currentColor',
      'stroke-opacity': 0.6,
    }),
    ...bars,
    ...boxes,
  );
}

interface Run {
  readonly words: string;
  readonly from: string;
  to: string;
}

/** Months without a number, neighbours of one kind together. */
function runsOf(months: readonly CalendarMonth[]): Run[] {
  const runs: Run[] = [];
  let before = '';
  for (const { month, inCare } of months) {
    const words = inCare.is === 'value' ? '' : inCare.is === 'withheld' ? '[c]' : '[x]';
    const last = runs.at(-1);
    if (words && words === before && last) last.to = month;
    else if (words) runs.push({ words, from: month, to: month });
    before = words;
  }
  return runs;
}
