import {
  type Data,
  DateUnit,
  type Decimal,
  RecordBatchReader,
  Type,
  type Vector,
} from 'apache-arrow';
import type { SqlValue } from '$lib/schema/sql';
import { decimalNumber } from './decimal-number';
import { EngineError, type Row } from './engine';
import { isoDate, isoTimestamp } from './iso-time';

type Read = (data: Data, row: number) => SqlValue;

/** Whether the result has ENUM columns, whose labels a duckdb-wasm stream leaves out. */
export const hasEnums = (header: Uint8Array): boolean =>
  RecordBatchReader.from([header])
    .open()
    .schema.fields.some((field) => field.typeId === Type.Dictionary);

/**
 * Plain rows of an Arrow IPC stream as duckdb-wasm sends it when opened with `openConfiguration`.
 * `labels` holds the labels of each ENUM column by its position: the stream carries only their
 * codes (duckdb-wasm issue 1548) and would otherwise read as nulls.
 */
export function arrowRows(
  stream: Iterable<Uint8Array>,
  labels: readonly (readonly string[] | undefined)[] = [],
): Row[] {
  const rows: Row[] = [];
  for (const batch of RecordBatchReader.from(stream)) {
    const columns = batch.schema.fields.map((field, i) => {
      const vector = batch.getChildAt(i) as Vector;
      const data = vector.data[0] as Data;
      return { name: field.name, data, read: reader(vector, i, labels[i]) };
    });
    for (let row = 0; row < batch.numRows; row++) {
      const values: Row = {};
      for (const { name, data, read } of columns)
        values[name] = data.getValid(row) ? read(data, row) : null;
      rows.push(values);
    }
  }
  return rows;
}

function reader(vector: Vector, position: number, labels?: readonly string[]): Read {
  const type = vector.type;
  switch (type.typeId as Type) {
    case Type.Null:
      return () => null;
    case Type.Bool:
    case Type.Int:
    case Type.Float:
    case Type.Utf8:
    case Type.LargeUtf8:
      return (_, row) => scalar(vector.get(row), position);
    case Type.Decimal: {
      const { scale } = type as Decimal;
      return (data, row) => decimalNumber(unscaled(data.values as Uint32Array, row), scale);
    }
    case Type.Dictionary:
      return (data, row) => {
        const label = labels?.[Number(data.values[row])];
        if (label === undefined) throw unsupported(position);
        return label;
      };
    case Type.Date:
    case Type.DateDay:
    case Type.DateMillisecond:
      return (type as { unit: DateUnit }).unit === DateUnit.DAY
        ? (data, row) => isoDate(Number(data.values[row]))
        : (data, row) => isoTimestamp(Number(data.values[row]));
    default:
      throw unsupported(position);
  }
}

/** A 128-bit two's complement number, four words of it from the least. */
function unscaled(words: Uint32Array, row: number): bigint {
  const [a = 0, b = 0, c = 0, d = 0] = words.subarray(4 * row, 4 * row + 4);
  const bits = [d, c, b, a].reduce((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(128, bits);
}

function scalar(value: unknown, position: number): SqlValue {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || ['number', 'string', 'boolean'].includes(typeof value))
    return value as SqlValue;
  throw unsupported(position);
}

/** A type that a row cannot carry, such as a list, an interval or a blob. */
export const unsupported = (position: number) =>
  new EngineError(
    'query',
    `Column ${position + 1} of the result has a type that rows cannot carry; cast it in the statement.`,
  );
