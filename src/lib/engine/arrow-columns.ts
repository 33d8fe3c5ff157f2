import { type Data, RecordBatchReader, Type, type Vector } from 'apache-arrow';
import { unsupported } from './arrow-rows';
import type { NumberColumns } from './engine';

/** Columns of numbers of an Arrow IPC stream; NULL is NaN. Throws on a type that is no such number. */
export function arrowColumns(stream: Iterable<Uint8Array>): NumberColumns {
  const parts = new Map<string, Float64Array[]>();
  const reader = RecordBatchReader.from(stream);
  for (const batch of reader)
    batch.schema.fields.forEach(({ name }, i) => {
      const known = parts.get(name) ?? [];
      parts.set(name, known);
      known.push(numbersOf(batch.getChildAt(i) as Vector, i));
    });
  for (const { name } of reader.schema?.fields ?? []) if (!parts.has(name)) parts.set(name, []);
  return Object.fromEntries([...parts].map(([name, own]) => [name, joined(own)]));
}

function numbersOf(vector: Vector, position: number): Float64Array {
  const { typeId, bitWidth } = vector.type as { typeId: Type; bitWidth?: number };
  const whole = typeId === Type.Int && (bitWidth ?? 64) <= 32;
  if (!whole && typeId !== Type.Float) throw unsupported(position);
  const [data] = vector.data as unknown as [Data];
  const numbers = Float64Array.from((data.values as Int32Array).subarray(0, data.length));
  if (data.nullCount)
    for (let row = 0; row < numbers.length; row++) if (!data.getValid(row)) numbers[row] = NaN;
  return numbers;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
