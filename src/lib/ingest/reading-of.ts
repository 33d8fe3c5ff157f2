import type { Reading } from './column-sql';
import type { Binding } from './map-columns';
import type { DayMonth, ValueShape } from './value-formats';
import { reasonOf, ValueReader, type Meaning } from './value-map';

/** How one bound column is read, learnt from the different cells of the sample. */
export function readingOf(
  binding: Binding,
  dayMonth: DayMonth,
  shape: ValueShape | undefined,
  values: ReadonlySet<string> | undefined,
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
  const decimalComma = Boolean(shape?.commaDecimals && !shape.pointDecimals);
  return { binding, dayMonth, decimalComma, map };
}
