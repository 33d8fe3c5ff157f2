import { boxedMark, boxWidth } from './boxed-mark';
import type { Calendar, CalendarRow, DayScale } from './calendar';
import type { ChartSpec } from './chart-spec';
import { hatchFill } from './hatch';
import { numberWords } from './number-words';
import { svgNode } from './svg-node';
import { lineHeight, textWidth } from './text-width';

const lane = 16;
const bar = 12;

/** Grants of a programme in as many lanes as run at once, its gaps hatched across them, numbers under them. */
export function grantLanes(
  document: Document,
  row: CalendarRow,
  calendar: Calendar,
  spec: ChartSpec,
  x: DayScale,
  y: number,
): { node: SVGGElement; height: number } {
  const shown = row.bars.filter(
    ({ first, last }) => first <= calendar.last && (last ?? calendar.last) >= calendar.first,
  );
  const ends: number[] = [];
  const parts = [...shown]
    .sort((a, b) => a.first - b.first)
    .flatMap((one) => {
      const free = ends.findIndex((end) => end < one.first);
      const at = free < 0 ? ends.length : free;
      ends[at] = one.last ?? calendar.last;
      const end = x((one.last ?? calendar.last) + 1);
      const box = { y: y + at * lane, height: bar };
      const outline = svgNode(document, 'rect', {
        ...{ ...box, x: x(one.first), width: Math.max(2, end - x(one.first)) },
        ...{ class: 'grant', fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.75 },
        ...(one.covers === 'yes' ? {} : { 'stroke-dasharray': '3,3' }),
      });
      if (one.paid === null || one.paid > calendar.last) {
        const middle = (x(one.first) + end) / 2;
        return one.paid === null
          ? [
              outline,
              boxedMark(
                document,
                '[x]',
                Math.max(middle, x(one.first) + boxWidth / 2),
                y + at * lane + bar / 2,
              ),
            ]
          : [outline];
      }
      const inset = one.core ? 0 : 3;
      const solid = svgNode(document, 'rect', {
        ...{
          x: x(one.paid),
          width: Math.max(1, end - x(one.paid)),
          y: box.y + inset,
          height: bar - 2 * inset,
        },
        ...{ class: 'paid', fill: one.core ? 'var(--series-1)' : 'var(--series-4)' },
        ...(one.covers === 'yes' ? {} : { opacity: 0.45 }),
      });
      return [solid, outline];
    });
  const lanes = Math.max(1, ends.length) * lane;
  const seen = row.gaps.filter(
    ({ first, last }) => first <= calendar.last && (last ?? first) >= calendar.first,
  );
  let free = 0;
  const gaps = seen.flatMap((gap) => {
    const [from, to] = [x(gap.first), x((gap.last ?? gap.first) + 1)];
    const words = numberWords(gap.days, 'days', spec.language);
    const at = Math.max(
      free,
      Math.min((from + to - textWidth(words)) / 2, spec.width - textWidth(words)),
    );
    const fits = at + textWidth(words) <= spec.width;
    if (fits) free = at + textWidth(words) + 6;
    return [
      svgNode(document, 'rect', {
        ...{ x: from, y: y - 1, width: Math.max(3, to - from), height: lanes - 2 },
        ...{ class: 'gap', fill: hatchFill(spec.id), stroke: 'currentColor' },
      }),
      ...(fits
        ? [
            svgNode(
              document,
              'text',
              { x: at, y: y + lanes + lineHeight / 2 - 2, dy: '0.34em', 'font-weight': 650 },
              words,
            ),
          ]
        : []),
    ];
  });
  const overlaps = row.overlaps
    .filter(
      ({ first, last }) => first <= calendar.last && (last ?? calendar.last) >= calendar.first,
    )
    .map(({ first, last }) =>
      svgNode(document, 'rect', {
        ...{
          x: x(first),
          y: y + lanes - 3,
          height: 2,
          width: Math.max(2, x((last ?? calendar.last) + 1) - x(first)),
        },
        ...{ class: 'overlap', fill: 'currentColor' },
      }),
    );
  const height = lanes + (seen.length ? lineHeight : 2);
  return { node: svgNode(document, 'g', {}, ...gaps, ...parts, ...overlaps), height };
}
