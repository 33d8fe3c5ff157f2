import type { Column, Part } from '$lib/schema/table';

/** Day before month or month before day, where a date is written with slashes, dashes or dots. */
export type DayMonth = 'dmy' | 'mdy';

/** The sign before the decimals of a number. */
export type DecimalMark = ',' | '.';

/** What the values of one source column look like; counts of cells of the sample. */
export interface ValueShape {
  readonly filled: number;
  readonly numbers: number;
  readonly iso: number;
  /** `2024/03/31`, `20240331`. */
  readonly yearFirst: number;
  /** Dates whose order the value itself proves, and those that leave it open. */
  readonly dmy: number;
  readonly mdy: number;
  readonly open: number;
  readonly months: number;
  readonly years: number;
  readonly commaDecimals: number;
  readonly pointDecimals: number;
  /** `1,234`: decimals or thousands. */
  readonly openNumbers: number;
}

const isoDate = /^\d{4}-\d{1,2}-\d{1,2}([T ]\d.*)?$/;
const yearFirst =
  /^(\d{4}[/.]\d{1,2}[/.]\d{1,2}|(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01]))([T ].*)?$/;
const dayOrMonth = /^(\d{1,2})([/.-])(\d{1,2})\2\d{4}([T ].*)?$/;
const month = /^(\d{4}[-/.](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[/.-]\d{4})$/;
const year = /^(19|20)\d{2}$/;
const numeric = /^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/;

/** Looks at the cells of one source column. Dots are day first everywhere they are in use. */
export function shapeOf(cells: Iterable<string>): ValueShape {
  const shape = {
    filled: 0,
    numbers: 0,
    iso: 0,
    yearFirst: 0,
    dmy: 0,
    mdy: 0,
    open: 0,
    months: 0,
    years: 0,
    commaDecimals: 0,
    pointDecimals: 0,
    openNumbers: 0,
  };
  for (const raw of cells) {
    const cell = raw.trim();
    if (!cell) continue;
    shape.filled++;
    if (numeric.test(cell)) {
      shape.numbers++;
      if (/^[-+]?\d{1,3},\d{3}$/.test(cell)) shape.openNumbers++;
      else if (cell.includes(',')) shape.commaDecimals++;
      else if (cell.includes('.')) shape.pointDecimals++;
    }
    if (year.test(cell)) shape.years++;
    if (month.test(cell)) shape.months++;
    if (isoDate.test(cell)) shape.iso++;
    else if (yearFirst.test(cell)) shape.yearFirst++;
    else {
      const parts = dayOrMonth.exec(cell);
      if (!parts) continue;
      const [first, second] = [Number(parts[1]), Number(parts[3])];
      if (parts[2] === '.' || (first > 12 && second <= 12)) shape.dmy++;
      else if (second > 12 && first <= 12) shape.mdy++;
      else if (first <= 12) shape.open++;
    }
  }
  return shape;
}

/** Dates of any form, proved or not. */
export const dates = (shape: ValueShape): number =>
  shape.iso + shape.yearFirst + shape.dmy + shape.mdy + shape.open;

/** Share of the filled cells that can be read as the type of this column, 1 when nothing is filled. */
export function fit(shape: ValueShape, column: Column, part: Part | null): number {
  if (!shape.filled) return 1;
  const good = () => {
    switch (column.type) {
      case 'integer':
      case 'number':
        return shape.numbers;
      case 'year':
        return shape.years;
      case 'yearmonth':
        return shape.months + dates(shape) + shape.years;
      case 'date':
        return dates(shape);
      case 'event-h':
      case 'event-d':
        if (part === 'at') return dates(shape);
        return part === 'month' ? shape.months + shape.years : shape.numbers;
      default:
        return shape.filled;
    }
  };
  return Math.min(good() / shape.filled, 1);
}
