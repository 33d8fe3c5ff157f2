import * as Plot from '@observablehq/plot';
import type { Measure } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { boxedMark, boxWidth } from './boxed-mark';
import { rowLayout, type RowPlace } from './row-layout';
import { svgNode } from './svg-node';
import { lineHeight, textSize, textWidth } from './text-width';

/** A row of a chart around a line: a number with what lies around it, or what stands in its place. */
export interface AroundRow {
  readonly label: string;
  /** As printed: the number, `[c]` or `[x]`. */
  readonly words: string;
  /** Null where no number is shown. */
  readonly value: number | null;
  /** The interval of the number. */
  readonly interval: readonly [number, number] | null;
  /** Limits around the line, the wider first. */
  readonly limits: readonly (readonly [number, number])[];
}

/** What a chart of comparisons needs beside its rows. */
export interface AroundSpec {
  /** Starts every id inside the SVG. */
  readonly id: string;
  readonly width: number;
  readonly language: Language;
  readonly unit: Measure['unit'];
  /** Where the line stands. */
  readonly line: number;
  readonly tick: (value: number) => string;
}

/** Dots with their interval beside a line, one row a group in the order given. */
export function drawAround(
  rows: readonly AroundRow[],
  spec: AroundSpec,
  document: Document,
): SVGSVGElement {
  const layout = rowLayout(
    rows.map(({ label }) => ({ label, unknown: false, figures: [] })),
    spec.width,
  );
  const { rows: places, above, marginLeft, bottom } = layout;
  const marginRight = Math.ceil(Math.max(0, ...rows.map(({ words }) => textWidth(words)))) + 20;
  const all = rows.map((row, i) => ({ ...row, place: places[i]! }));
  const shown = all.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]));
  const ends = shown.flatMap(({ value, interval, limits }) => [
    value,
    ...(interval ?? []),
    ...limits.flat(),
  ]);
  const inner = spec.width - marginLeft - marginRight;
  const ticks = ticksOf([spec.line, ...ends], Math.max(2, Math.floor(inner / 80)));
  const y = ({ place }: { place: RowPlace }) => place.y;
  const bands = shown.flatMap((row) =>
    row.limits.map(([low, high], i) => ({ low, high, place: row.place, height: i ? 9 : 6 })),
  );
  const banded = shown.flatMap((row) =>
    row.interval ? [{ place: row.place, low: row.interval[0], high: row.interval[1] }] : [],
  );
  return Plot.plot({
    document,
    width: spec.width,
    height: bottom + 30,
    marginLeft,
    marginRight,
    marginTop: 0,
    marginBottom: 30,
    x: { axis: null, domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1] },
    y: { axis: null, type: 'identity' },
    marks: [
      Plot.gridX(ticks, { stroke: 'currentColor', strokeOpacity: 0.14 }),
      Plot.axisX(ticks, { tickFormat: spec.tick, tickSize: 0, label: null, fontSize: textSize }),
      Plot.rect(bands, {
        x1: 'low',
        x2: 'high',
        y1: (row: (typeof bands)[number]) => row.place.y - row.height,
        y2: (row: (typeof bands)[number]) => row.place.y + row.height,
        fill: 'currentColor',
        fillOpacity: 0.1,
        stroke: 'currentColor',
        strokeOpacity: 0.4,
      }),
      above
        ? Plot.ruleX(all, {
            x: () => spec.line,
            y1: ({ place }: { place: RowPlace }) => place.y - 14,
            y2: ({ place }: { place: RowPlace }) => place.y + 14,
            stroke: 'currentColor',
            strokeWidth: 1.5,
          })
        : Plot.ruleX([spec.line], { stroke: 'currentColor', strokeWidth: 1.5 }),
      Plot.ruleY(banded, {
        ...{ x1: 'low', x2: 'high', y, stroke: 'var(--series-1)' },
        ...{ strokeWidth: 9, strokeOpacity: 0.28 },
      }),
      Plot.dot(shown, {
        ...{ x: 'value', y, r: 5.5, strokeWidth: 2 },
        ...{ fill: 'var(--series-1)', stroke: 'var(--series-1)' },
      }),
      () => labels(document, all, 0, spec.width - marginRight + 10),
    ],
  }) as SVGSVGElement;
}

const boxOf = (words: string): number => Math.max(boxWidth, Math.ceil(textWidth(words)) + 8);

/** Names of the rows on the left, and their numbers or marks in a column on the right. */
function labels(
  document: Document,
  rows: readonly (AroundRow & { readonly place: RowPlace })[],
  left: number,
  right: number,
): SVGGElement {
  const lines = rows.flatMap(({ place }) =>
    place.lines.map((line, i) =>
      svgNode(document, 'text', { x: left, y: place.labelY + i * lineHeight, dy: '0.34em' }, line),
    ),
  );
  const numbers = rows.map(({ place, words, value }) =>
    value === null
      ? boxedMark(document, words, right + boxOf(words) / 2, place.y, boxOf(words))
      : svgNode(
          document,
          'text',
          { x: right, y: place.y, dy: '0.34em', 'font-weight': 650 },
          words,
        ),
  );
  return svgNode(
    document,
    'g',
    { 'font-size': textSize, 'text-anchor': 'start', fill: 'currentColor' },
    ...lines,
    ...numbers,
  );
}

/** About `wanted` steps of 1, 2 or 5 that reach from the least number to the largest. */
export function ticksOf(numbers: readonly number[], wanted: number): number[] {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const raw = Math.max((most - least) / wanted, 1e-6);
  const power = 10 ** Math.floor(Math.log10(raw) + 1e-9);
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= raw * 0.9999999) ?? 10);
  const first = Math.floor(least / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(8)),
  );
}
