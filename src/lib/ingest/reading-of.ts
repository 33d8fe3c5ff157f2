import type { Reading } from './column-sql';
import { doubtOf } from './doubtful-code';
import { listItems } from './list-items';
import type { Binding } from './map-columns';
import { missingReasons } from '$lib/schema/physical';
import type { DayMonth, DecimalMark, ValueShape } from './value-formats';
import { reasonOf, ValueReader, type Meaning } from './value-map';

/** What the user or a recipe decided about the cells of one column. */
export interface DecidedCells {
  readonly mark?: DecimalMark;
  readonly values?: Readonly<Record<string, Meaning>>;
  /** True where a spelling that could stand for several things must be decided. */
  readonly asks?: boolean;
}

/** How one bound column is read: learnt from the different cells of the sample, or decided. */
export function readingOf(
  binding: Binding,
  dayMonth: DayMonth,
  shape: ValueShape | undefined,
  values: ReadonlySet<string> | undefined,
  { mark, values: said = {}, asks = false }: DecidedCells = {},
): Reading {
  const { column } = binding;
  const reader = new ValueReader(column, binding.inverse);
  const map = new Map<string, Meaning>();
  for (const missing of column.missing)
    if (missing.value && !reader.isCode(missing.value))
      map.set(missing.value, { missing: reasonOf(missing) });
  const all = [...(values ?? [])].flatMap((cell) =>
    column.type === 'list' ? [cell, ...listItems(cell, binding.blanks)] : [cell],
  );
  for (const value of all) {
    if (!value || map.has(value) || reader.isCode(value)) continue;
    if (asks && doubtOf(column, value, all)) continue;
    const meaning = reader.meaning(value);
    if (meaning) map.set(value, meaning);
  }
  for (const [spelling, meaning] of Object.entries(said))
    if (!reader.isCode(spelling) && holds(column, meaning)) map.set(spelling, meaning);
  const decimalComma = mark ? mark === ',' : Boolean(shape?.commaDecimals && !shape.pointDecimals);
  const decided = new Set(Object.keys(said));
  return { binding, dayMonth, decimalComma, map, decided, asks };
}

/** True for a code of this column, or a reason why there is none, that the engine knows. */
const holds = ({ codes }: Binding['column'], meaning: Meaning): boolean =>
  'code' in meaning
    ? codes.some(({ value }) => value === meaning.code)
    : missingReasons.includes(meaning.missing);
