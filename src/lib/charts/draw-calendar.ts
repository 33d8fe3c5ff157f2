import { dayWords, type Calendar, type DayScale } from './calendar';
import { endWords, refusedWords } from './calendar-words';
import { careStrip, stripHeight } from './care-strip';
import { calendarLegend } from './calendar-legend';
import type { ChartSpec } from './chart-spec';
import { grantLanes } from './grant-lanes';
import { svgNode } from './svg-node';
import { lineHeight, textSize, textWidth, wrapText } from './text-width';

/**
 * Two panels on one time axis: grants by programme above, children in care by month below. Programmes
 * stand in the order given, months on one scale for all of them.
 */
export function drawCalendar(
  calendar: Calendar,
  spec: ChartSpec,
  document: Document,
): SVGSVGElement {
  const { width, language } = spec;
  const left = calendar.care ? 34 : 2;
  const right = width - 6;
  const x: DayScale = (day) =>
    left +
    ((Math.min(Math.max(day, calendar.first), calendar.last + 1) - calendar.first) /
      (calendar.last + 1 - calendar.first)) *
      (right - left);
  const nodes: SVGElement[] = [];
  const text = (words: string, at: number, y: number, more: Record<string, string | number> = {}) =>
    nodes.push(svgNode(document, 'text', { x: at, y, dy: '0.34em', ...more }, words));
  const legend = calendarLegend(document, spec, calendar.care);
  nodes.push(legend.node);
  let y = legend.height + 12;
  const paragraph = (words: string, weight: number) => {
    for (const line of wrapText(words, width - 4)) {
      text(line, 0, y, { 'font-weight': weight });
      y += lineHeight;
    }
  };
  const nb = language === 'nb';
  paragraph(nb ? 'Tilskudd' : 'Grants', 650);
  y = axis(document, calendar, x, y, language, nodes);
  const top = y;
  for (const row of calendar.rows) {
    y += 6;
    paragraph(`${row.label}: ${endWords(row, calendar.dataEnd, language)}`, 400);
    const drawn = grantLanes(document, row, calendar, spec, x, y);
    nodes.push(drawn.node);
    y += drawn.height;
  }
  rules(document, calendar, x, top, y, nodes);
  y += lineHeight;
  if (!calendar.care) paragraph(refusedWords[language], 400);
  else {
    paragraph(nb ? 'Barn i omsorg per måned' : 'Children in care per month', 650);
    y = axis(document, calendar, x, y, language, nodes);
    const under = y;
    const scale = Math.max(
      1,
      ...calendar.rows.flatMap(({ months }) =>
        months.map(({ inCare }) => (inCare.is === 'value' ? inCare.value : 0)),
      ),
    );
    for (const row of calendar.rows) {
      y += 6;
      paragraph(
        row.end ? row.label : `${row.label}: ${endWords(row, calendar.dataEnd, language)}`,
        400,
      );
      if (!row.end) continue;
      nodes.push(careStrip(document, row, { x, y, scale, left, spec }));
      y += stripHeight + 4;
    }
    rules(document, calendar, x, under, y, nodes);
  }
  return svgNode(
    document,
    'svg',
    {
      width,
      height: Math.ceil(y + 6),
      viewBox: `0 0 ${width} ${Math.ceil(y + 6)}`,
      fill: 'currentColor',
    },
    svgNode(document, 'g', { 'font-size': textSize }, ...nodes),
  );
}

/** Names of years, or of quarters where there is room, over a panel. */
function axis(
  document: Document,
  calendar: Calendar,
  x: DayScale,
  y: number,
  language: ChartSpec['language'],
  nodes: SVGElement[],
): number {
  let free = 0;
  for (const day of januaries(calendar)) {
    const words = String(new Date(day * 86_400_000).getUTCFullYear());
    const at = Math.max(x(day), free);
    if (at + textWidth(words) > x(calendar.last)) continue;
    nodes.push(svgNode(document, 'text', { x: at + 2, y, dy: '0.34em', opacity: 0.8 }, words));
    free = at + textWidth(words) + 8;
  }
  const words = `${language === 'nb' ? 'data til' : 'data to'} ${dayWords(calendar.dataEnd, language)}`;
  y += lineHeight;
  const at = Math.min(x(calendar.dataEnd + 1), x(calendar.last) - textWidth(words));
  nodes.push(
    svgNode(document, 'text', { x: Math.max(0, at), y, dy: '0.34em', opacity: 0.8 }, words),
  );
  return y + lineHeight - 6;
}

/** The first day shown and every first of January after it. */
function januaries({ first, last }: Calendar): number[] {
  const year = new Date(first * 86_400_000).getUTCFullYear();
  const days = Array.from({ length: 12 }, (_, i) => Date.UTC(year + 1 + i, 0) / 86_400_000);
  return [first, ...days.filter((day) => day <= last)];
}

/** Lines through a panel: turns of the year, and dashed the end of the data. */
function rules(
  document: Document,
  calendar: Calendar,
  x: DayScale,
  y1: number,
  y2: number,
  nodes: SVGElement[],
): void {
  const line = (day: number, more: Record<string, string | number>) =>
    nodes.unshift(
      svgNode(document, 'line', {
        x1: x(day),
        x2: x(day),
        y1: y1 - 4,
        y2,
        stroke: 'currentColor',
        ...more,
      }),
    );
  for (const day of januaries(calendar)) line(day, { 'stroke-opacity': 0.16 });
  line(calendar.dataEnd + 1, { 'stroke-opacity': 0.6, 'stroke-dasharray': '4,3' });
}
