import type { Reading } from './column-sql';
import type { Binding } from './map-columns';
import { missingReasons } from '$lib/schema/physical';
import type { DayMonth, DecimalMark, ValueShape } from './value-formats';
import { reasonOf, ValueReader, type Meaning } from './value-map';

/** What the user or a recipe decided about the cells of one column. */
export interface DecidedCells {
  readonly mark?: DecimalMark;
  readonly values?: Readonly<Record<string, Meaning>>;
}

/** How one bound column is read: learnt from the different cells of the sample, or decided. */
export function readingOf(
  binding: Binding,
  dayMonth: DayMonth,
  shape: ValueShape | undefined,
  values: ReadonlySet<string> | undefined,
  decided: DecidedCells = {},
): Reading {
  const { column } = binding;
  const reader = new ValueReader(column, binding.inverse);
  const map = new Map<string, Meaning>();
  for (const missing of column.missing)
    if (missing.value && !reader.isCode(missing.value))
      map.set(missing.value, { missing: reasonOf(missing) });
  for (const cell of values ?? [])
    for (const value of column.type === 'list'
      ? [cell, ...cell.split(';').map((item) => item.trim())]
      : [cell]) {
      if (!value || map.has(value) || reader.isCode(value)) continue;
      const meaning = reader.meaning(value);
      if (meaning) map.set(value, meaning);
    }
  for (const [spelling, meaning] of Object.entries(decided.values ?? {}))
    if (!reader.isCode(spelling) && holds(column, meaning)) map.set(spelling, meaning);
  const decimalComma = decided.mark
    ? decided.mark === ','
    : Boolean(shape?.commaDecimals && !shape.pointDecimals);
  return { binding, dayMonth, decimalComma, map };
}

/** True for a code of this column, or a reason why there is none, that the engine knows. */
const holds = ({ codes }: Binding['column'], meaning: Meaning): boolean =>
  'code' in meaning
    ? codes.some(({ value }) => value === meaning.code)
    : missingReasons.includes(meaning.missing);
