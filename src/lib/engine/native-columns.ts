import { type DuckDBResultReader, DuckDBTypeId } from '@duckdb/node-api';
import { unsupported } from './arrow-rows';
import type { NumberColumns } from './engine';

const numbers = new Set<DuckDBTypeId>([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.DOUBLE,
]);

/** Columns of numbers of a native result, value for value what the wasm engine answers. */
export function nativeColumns(reader: DuckDBResultReader): NumberColumns {
  const names = reader.columnNames();
  const refused = names.findIndex((_, i) => !numbers.has(reader.columnTypeId(i)));
  if (refused >= 0) throw unsupported(refused);
  const columns = reader.getColumns();
  return Object.fromEntries(
    names.map((name, i) => [
      name,
      Float64Array.from(columns[i] ?? [], (value) => (value === null ? NaN : Number(value))),
    ]),
  );
}
