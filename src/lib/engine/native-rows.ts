import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  type DuckDBResultReader,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  DuckDBUUIDValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { SqlValue } from '$lib/schema/sql';
import { unsupported } from './arrow-rows';
import { decimalNumber } from './decimal-number';
import type { Row } from './engine';
import { isoDate, isoTimestamp } from './iso-time';

/** Plain rows of a native result, value for value what the wasm engine answers. */
export function nativeRows(reader: DuckDBResultReader): Row[] {
  const names = reader.columnNames();
  const refused = names.findIndex((_, i) => reader.columnTypeId(i) === DuckDBTypeId.UHUGEINT);
  if (refused >= 0) throw unsupported(refused);
  return reader.getRows().map((values) => {
    const row: Row = {};
    names.forEach((name, i) => (row[name] = plain(values[i] ?? null, i)));
    return row;
  });
}

function plain(value: DuckDBValue, position: number): SqlValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDecimalValue) return decimalNumber(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return isoDate(value.days);
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue)
    return isoTimestamp(Number(value.micros / 1000n));
  if (value instanceof DuckDBTimestampMillisecondsValue) return isoTimestamp(Number(value.millis));
  if (value instanceof DuckDBTimestampSecondsValue)
    return isoTimestamp(Number(value.seconds) * 1e3);
  if (value instanceof DuckDBTimestampNanosecondsValue)
    return isoTimestamp(Number(value.nanos / 1_000_000n));
  if (value instanceof DuckDBUUIDValue) return value.toString();
  throw unsupported(position);
}
