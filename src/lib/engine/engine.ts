import type { Sql, SqlValue } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import { WordedError } from '$lib/schema/worded-error';

/** One row of a result. Counts and decimals arrive as numbers, dates as ISO text (`2024-03-31`). */
export type Row = Record<string, SqlValue>;

/** Columns of a result by name, for results of many rows: numbers alone, NULL is NaN. */
export type NumberColumns = Readonly<Record<string, Float64Array>>;

/** What a statement reads: a file the user chose, or (command line only) a path on disk. */
export type Source = Blob | { path: string };

/**
 * DuckDB behind one interface: wasm in the browser, the same wasm under Node for tests, native for
 * the command line. Configuration is locked before any data is loaded; nothing can be attached or
 * fetched. Statements run one at a time in the order they were asked.
 */
export interface Engine {
  readonly kind: 'browser' | 'node-wasm' | 'native';
  /** Rows of a statement. Rejects with `AbortError` when `signal` aborts, within 200 ms. */
  query(statement: Sql, options?: { signal?: AbortSignal }): Promise<Row[]>;
  /** The same by columns; only for columns of type INTEGER, SMALLINT, TINYINT or DOUBLE. */
  columns(statement: Sql, options?: { signal?: AbortSignal }): Promise<NumberColumns>;
  /** Runs a statement for its effect. */
  run(statement: Sql, options?: { signal?: AbortSignal }): Promise<void>;
  /** Makes a source readable and answers the path to hand to `read_csv`. */
  register(source: Source): Promise<string>;
  /** Forgets a registered source. */
  release(path: string): Promise<void>;
  /** Ends the engine and frees its memory. */
  close(): Promise<void>;
}

export type EngineErrorCode =
  | 'boot-timeout' // the engine did not answer in time: blocked by policy or an old browser
  | 'boot-failed'
  | 'out-of-memory'
  | 'dead' // a wasm trap: a new engine is needed and data must be imported again
  | 'query'; // the statement was refused; `message` never contains a cell

/** A failure of the engine in words a user can act on. */
export class EngineError extends WordedError {
  override name = 'EngineError';
  readonly code: EngineErrorCode;
  /** @param words English alone for what only the command line or a developer meets. */
  constructor(code: EngineErrorCode, words: Text | string, options?: ErrorOptions) {
    super(typeof words === 'string' ? { en: words, nb: words } : words, options);
    this.code = code;
  }
}
