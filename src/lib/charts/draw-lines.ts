import * as Plot from '@observablehq/plot';
import type { ChartSpec } from './chart-spec';
import { breakLines, breaksIn } from './break-lines';
import { curveBands } from './curve-bands';
import { endLabels, labelOffset, type EndLabel } from './end-labels';
import { gapLanes, laneHeight, lanesOf } from './gap-lanes';
import { lineMarks } from './line-marks';
import { numberAxis } from './number-axis';
import { isNumber, type Picture } from './picture';
import { pointLabels } from './point-labels';
import { seriesLooks } from './series-look';
import { tableOnlyLines, tableOnlyNote } from './table-only-note';
import { lineHeight, textSize, textWidth, wrapText } from './text-width';
import { timeAxis } from './time-axis';

/**
 * Lines over periods, or curves over hours on a square-root axis that gives the early days room.
 * Where a number is not shown the line breaks and a box stands below it.
 */
export function drawLines(picture: Picture, spec: ChartSpec, document: Document): SVGSVGElement {
  const { series, shape } = picture;
  const { id, width, language } = spec;
  const looks = seriesLooks(series);
  const alone = series.length === 1;
  const curve = shape === 'curve';
  const figures = series.flatMap((one) => one.figures);
  const places = series[0]?.figures ?? [];
  const last = places.at(-1)?.at ?? 0;
  const shown = figures.flatMap((figure) => (figure.shown ? [figure.shown] : []));
  const axis = numberAxis(
    shown.map(({ value, high, unsure }) => Math.max(value, high ?? 0, unsure?.[1] ?? 0)),
    ...([spec.unit, language, width < 520 ? 4 : 5] as const),
  );
  const labels = alone ? [] : labelsOf(picture, width, looks);
  const widest = Math.max(0, ...labels.flatMap(({ lines }) => lines.map(textWidth)));
  const marginRight = alone ? 26 : Math.ceil(widest) + labelOffset + 4;
  const marginLeft =
    Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(axis.words(tick))))) + 12;
  const tall = labels.reduce((sum, { lines }) => sum + lines.length * lineHeight + 2, 0);
  const floor = Math.max(width < 520 ? 220 : 280, 30 + tall);
  const lanes = lanesOf(picture).length * laneHeight;
  const note = tableOnlyLines(picture, spec);
  const broken = breaksIn(picture).length > 0;
  const top = 28 + (broken ? lineHeight : 0);
  const bottom = top + floor;
  const height = bottom + lanes + 30 + note.length * lineHeight + (note.length ? 6 : 0);
  const inset = curve ? 0 : Math.min(24, width / 30);
  return Plot.plot({
    document,
    ...{ width, height, marginLeft, marginRight, marginTop: 0, marginBottom: 0 },
    x: {
      axis: null,
      type: curve ? 'sqrt' : 'linear',
      domain: [0, Math.max(1, last)],
      range: [marginLeft + inset, width - marginRight - inset],
    },
    y: { axis: null, domain: [0, axis.end], range: [bottom, top] },
    marks: [
      Plot.gridY(axis.ticks, { stroke: 'currentColor', strokeOpacity: 0.14 }),
      Plot.axisY(axis.ticks, {
        ...{ tickFormat: axis.words, tickSize: 0, tickPadding: 8 },
        ...{ label: null, fontSize: textSize },
      }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
      timeAxis(document, places, { y: bottom + lanes + 16, tickY: bottom, width }),
      gapLanes(document, picture, looks, bottom + 4),
      ...(curve ? series.map((one, i) => curveBands(one, looks[i]!, id, alone)) : []),
      ...(broken ? [breakLines(document, picture, { top: 20, bottom })] : []),
      ...series.map((one, i) => lineMarks(one, looks[i]!)),
      alone
        ? pointLabels(document, places, width)
        : endLabels(document, labels, { left: width - marginRight, top: 4, bottom }),
      () => tableOnlyNote(document, note, bottom + lanes + 42),
    ],
  }) as SVGSVGElement;
}

/** Names at the ends of lines; the number too, where the line reaches the last place. */
function labelsOf(
  { series }: Picture,
  width: number,
  looks: ReturnType<typeof seriesLooks>,
): EndLabel[] {
  return series.flatMap(({ label, figures }, i) => {
    const end = figures.findLast(isNumber) ?? figures.findLast(({ shown }) => shown);
    if (!end?.shown) return [];
    const words = end === figures.at(-1) ? `${label} ${end.words}` : label;
    const room = Math.max(72, width * 0.28 - labelOffset);
    const value = isNumber(end) ? end.shown.value : (end.shown.unsure?.[1] ?? 0);
    return [{ lines: wrapText(words, room), at: end.at, value, look: looks[i]! }];
  });
}
