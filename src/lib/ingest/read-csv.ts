import { join, slot, sql, type Sql } from '$lib/schema/sql';

/** The shape of a well-formed file: only ranges that the scanner passed. */
export interface CsvShape {
  readonly delimiter: string;
  readonly quote: string;
  readonly fields: number;
  /** Bytes of the longest record. */
  readonly longest: number;
  /** Physical lines before the first record, header included; 0 for ranges cut out of a file. */
  readonly skip: number;
}

/** The engine's own limit on a line unless told otherwise. */
const usualLine = 2_000_000;

/**
 * A file as rows of text in columns `c0`, `c1`, … Nothing is guessed and nothing is skipped: a row
 * that does not fit ends the statement. Empty cells are NULL.
 */
export function readCsv(path: string, shape: CsvShape): Sql {
  const columns = join(Array.from({ length: shape.fields }, (_, i) => sql`${slot(i)}: 'VARCHAR'`));
  const size = shape.longest > usualLine ? sql`, max_line_size = ${shape.longest + 1024}` : sql``;
  return sql`read_csv(${path}, columns = {${columns}}, auto_detect = false, header = false,
    delim = ${shape.delimiter}, quote = ${shape.quote}, escape = ${shape.quote}, comment = '',
    skip = ${shape.skip}, strict_mode = true, null_padding = false${size})`;
}
