import * as Plot from '@observablehq/plot';
import { boxedMark, boxWidth } from './boxed-mark';
import type { ChartSpec } from './chart-spec';
import { hatchFill } from './hatch';
import { numberAxis } from './number-axis';
import type { Figure, Picture } from './picture';
import { barHeight, rowLayout, type RowPlace } from './row-layout';
import { rowBars, rowDots, rowEnd, type Row } from './row-marks';
import { rowStrip } from './row-strip';
import { svgNode } from './svg-node';
import { lineHeight, textSize, textWidth } from './text-width';

const scoreAxis = { end: 3, ticks: [0, 1, 2, 3], words: String };

/** Length of the hatched bar of a withheld figure in pixels. */
const hatchedLength = 36;

/** Bars, dots with intervals, or strips of scores: one row a group, in the order of the picture. */
export function drawRows(picture: Picture, spec: ChartSpec, document: Document): SVGSVGElement {
  const { series, shape } = picture;
  const { rows: places, above, marginLeft, bottom } = rowLayout(series, spec.width, picture.dense);
  const strip = shape === 'strip';
  const all = series.flatMap(({ figures, unknown, lowest }, i) =>
    figures.map((figure) => ({ place: places[i]!, figure, unknown, lowest })),
  );
  const rows = all.flatMap((row): Row[] =>
    row.figure.shown ? [{ ...row, shown: row.figure.shown }] : [],
  );
  // Rows of one period are not held against each other in time: there a break says nothing.
  const signsOf = ({ signs, broken }: Figure) => signs + (broken && !picture.period ? ' [b]' : '');
  const wordsOf = ({ figure, shown }: Row) =>
    shown.count === undefined ? figure.words + signsOf(figure) : '';
  const marginRight = Math.ceil(Math.max(0, ...rows.map((row) => textWidth(wordsOf(row))))) + 16;
  const inner = spec.width - marginLeft - marginRight;
  const axis = strip
    ? scoreAxis
    : numberAxis(rows.map(rowEnd), spec.unit, spec.language, Math.floor(inner / 75));
  const beside = {
    y1: ({ place }: { place: RowPlace }) => place.y - barHeight / 2 - 3,
    y2: ({ place }: { place: RowPlace }) => place.y + barHeight / 2 + 3,
  };
  const text = { fontSize: textSize, textAnchor: 'start', fill: 'currentColor' } as const;
  return Plot.plot({
    document,
    width: spec.width,
    height: bottom + 30,
    marginLeft,
    marginRight,
    marginTop: 0,
    marginBottom: 30,
    x: {
      axis: null,
      domain: [0, axis.end],
      ...(strip && { range: [marginLeft + 12, spec.width - marginRight - 12] }),
    },
    y: { axis: null, type: 'identity' },
    marks: [
      Plot.gridX(axis.ticks, { stroke: 'currentColor', strokeOpacity: 0.14 }),
      Plot.axisX(axis.ticks, {
        tickFormat: axis.words,
        tickSize: 0,
        label: null,
        fontSize: textSize,
      }),
      ...(shape === 'bars'
        ? rowBars(rows, spec.id)
        : strip
          ? rowStrip(places, rows)
          : rowDots(rows)),
      strip
        ? null
        : above
          ? Plot.ruleX(all, { x: 0, stroke: 'currentColor', ...beside })
          : Plot.ruleX([0], { stroke: 'currentColor' }),
      Plot.text(rows, {
        ...text,
        x: strip ? () => axis.end : rowEnd,
        y: ({ place }: Row) => place.y,
        text: wordsOf,
        dx: strip ? 16 : 8,
        fontWeight: 650,
      }),
      () => rowLabels(document, places, above ? marginLeft : 0),
      (_index, scales) =>
        svgNode(
          document,
          'g',
          {},
          ...all.flatMap(({ place, figure }) =>
            figure.shown
              ? []
              : gap(document, spec.id, figure, Number(scales.x?.(0)), place.y, shape === 'bars'),
          ),
        ),
    ],
  }) as SVGSVGElement;
}

function rowLabels(document: Document, places: readonly RowPlace[], x: number): SVGGElement {
  const lines = places.flatMap(({ lines, labelY }) =>
    lines.map((line, i) =>
      svgNode(document, 'text', { x, y: labelY + i * lineHeight, dy: '0.34em' }, line),
    ),
  );
  return svgNode(
    document,
    'g',
    {
      'font-size': textSize,
      'text-anchor': 'start',
      fill: 'currentColor',
      stroke: 'var(--sheet)',
      'stroke-width': 4,
      'paint-order': 'stroke',
    },
    ...lines,
  );
}

/** What stands in place of a number: the same for every number withheld. */
function gap(
  document: Document,
  id: string,
  figure: Figure,
  x: number,
  y: number,
  bar: boolean,
): SVGElement[] {
  const withheld = bar && figure.gap === 'withheld';
  const box = boxedMark(
    document,
    figure.words,
    x + 8 + boxWidth / 2 + (withheld ? hatchedLength : 0),
    y,
  );
  if (!withheld) return [box];
  const hatched = {
    ...{ x, y: y - barHeight / 2, width: hatchedLength, height: barHeight },
    ...{ fill: hatchFill(id), stroke: 'currentColor', 'stroke-opacity': 0.6 },
  };
  return [svgNode(document, 'rect', hatched), box];
}
