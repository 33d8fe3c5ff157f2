import type { ChartSpec } from './chart-spec';
import { boxWidth } from './boxed-mark';
import { numberAxis, type NumberAxis } from './number-axis';
import { numberWords } from './number-words';
import type { Figure } from './picture';
import type { Pyramid, PyramidRow } from './pyramid';
import { pyramidHeading } from './pyramid-words';
import { lineHeight, textWidth, wrapText } from './text-width';

/** A row with where it stands, in pixels. */
export interface PlacedRow extends PyramidRow {
  readonly lines: readonly string[];
  /** Middle of the first line of the label. */
  readonly labelY: number;
  /** Middle of the bars. */
  readonly y: number;
}

/** Where all of a pyramid stands, in pixels. */
export interface PyramidLayout {
  readonly heading: readonly string[];
  /** Middle of the names of the sides. */
  readonly sidesY: number;
  /** The common zero of both sides, and the length of a side. */
  readonly zero: number;
  readonly side: number;
  readonly axis: NumberAxis;
  readonly rows: readonly PlacedRow[];
  /** Middle of the heading over the bands apart; null where there are none. */
  readonly apartY: number | null;
  /** Right edges of the columns of other genders with their names; null where they stand below. */
  readonly columns: readonly { readonly x: number; readonly lines: readonly string[] }[] | null;
  /** End of the rows. */
  readonly bottom: number;
}

/** From which width labels have a column of their own, and the least a pyramid needs beside columns. */
const [narrow, least] = [520, 340];
const [widestLabel, widestName, gap] = [150, 84, 16];
const pitch = 28;

/** What is printed at a bar or in a column. */
export const printed = (figure: Figure): string =>
  figure.words + (figure.shown ? figure.signs : '');

/** Right end of all that is drawn of a figure, on the scale of its numbers. */
export const endOf = ({ shown }: Figure): number =>
  shown ? Math.max(shown.value, shown.high ?? 0, shown.unsure?.[1] ?? 0) : 0;

/** Lays out a pyramid: labels, two sides of one scale, and columns of numbers where there is room. */
export function pyramidLayout(pyramid: Pyramid, spec: ChartSpec): PyramidLayout {
  const { rows } = pyramid;
  const wide = spec.width >= narrow;
  const labels = rows.map(({ apart }) => wide || !apart);
  const lines = rows.map(({ label }) =>
    wide ? wrapText(label, widestLabel) : wrapText(label, spec.width - 8),
  );
  const left =
    12 +
    Math.ceil(
      Math.max(
        0,
        ...lines
          .filter((_, i) => labels[i])
          .flat()
          .map(textWidth),
      ),
    );
  const beside = columnsOf(pyramid, spec.width - left - least);
  const right = spec.width - (beside?.reduce((sum, { width }) => sum + width, 0) ?? 0);
  const bars = rows.flatMap(({ girls, boys }) => [girls, boys]);
  const room = 12 + Math.ceil(Math.max(boxWidth, ...bars.map((one) => textWidth(printed(one)))));
  const side = Math.max(20, (right - left) / 2 - room);
  const largest = Math.max(0, ...bars.map(endOf));
  const tick = textWidth(numberWords(largest, spec.unit, spec.language)) + 14;
  const axis = numberAxis(
    [largest],
    spec.unit,
    spec.language,
    Math.max(1, Math.floor(side / tick)),
  );
  const heading = wrapText(pyramidHeading(pyramid, spec), spec.width - 8);
  const names = Math.max(1, ...(beside ?? []).map(({ lines }) => lines.length));
  const sidesY = heading.length * lineHeight + 10 + names * lineHeight - lineHeight / 2;
  let edge = sidesY + lineHeight / 2 + 6;
  let apartY: number | null = null;
  const placed = rows.map((row, i): PlacedRow => {
    if (row.apart && apartY === null) {
      apartY = edge + 14 + lineHeight / 2;
      edge = apartY + lineHeight / 2 + 4;
    }
    const own = lines[i]!;
    const text = own.length * lineHeight;
    if (!labels[i]) {
      const y = edge + text + pitch / 2;
      const labelY = edge + lineHeight / 2 + 2;
      edge += text + pitch;
      return { ...row, lines: own, labelY, y };
    }
    const height = Math.max(pitch, text + 8);
    const y = edge + height / 2;
    edge += height;
    return { ...row, lines: own, labelY: y - text / 2 + lineHeight / 2, y };
  });
  let x = right;
  return {
    ...{ heading, sidesY, side, axis, rows: placed, apartY },
    zero: left + room + side,
    columns: beside?.map(({ width, lines }) => ({ x: (x += width), lines })) ?? null,
    bottom: edge,
  };
}

/** Columns of numbers of the other genders; null where they are wider than `room`. */
function columnsOf({ others, rows }: Pyramid, room: number) {
  const columns = others.map(({ label }, i) => {
    const lines = wrapText(label, widestName);
    const cells = rows.map((row) => textWidth(printed(row.others[i]!)));
    const width = gap + Math.ceil(Math.max(boxWidth, ...lines.map(textWidth), ...cells));
    return { lines, width };
  });
  return columns.reduce((sum, { width }) => sum + width, 0) <= room ? columns : null;
}
