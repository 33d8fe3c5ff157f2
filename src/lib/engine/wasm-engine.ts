import type { Sql } from '$lib/schema/sql';
import { arrowColumns } from './arrow-columns';
import { arrowRows, hasEnums } from './arrow-rows';
import { type Engine, EngineError, type NumberColumns, type Row, type Source } from './engine';
import { enumLabels } from './enum-labels';
import { failure, outOfMemory } from './failure';
import { Turns } from './turns';

type Eventually<T> = T | Promise<T>;

/** A larger result would end the page, not the query: rows as objects take some ten times as much. */
const LARGEST_RESULT_BYTES = 200 * 2 ** 20;

/** The part of duckdb-wasm that runs a statement in slices, the same in a worker and in Node. */
interface PendingQueries {
  startPendingQuery(
    connection: number,
    text: string,
    stream?: boolean,
  ): Eventually<Uint8Array | null>;
  pollPendingQuery(connection: number): Eventually<Uint8Array | null>;
  cancelPendingQuery(connection: number): Eventually<boolean>;
  fetchQueryResults(connection: number): Eventually<Uint8Array | null>;
}

/** What differs between the worker and Node. */
export interface WasmHost {
  kind: 'browser' | 'node-wasm';
  queries: PendingQueries;
  connection: number;
  addFile(path: string, file: Blob): Promise<void>;
  dropFile(path: string): Promise<void>;
  terminate(): Promise<void>;
  /** Told once when the engine dies of a trap; not when it is closed. */
  onEnded?: ((reason: EngineError) => void) | undefined;
}

/** The engine over duckdb-wasm. Statements run in slices, so an abort is seen within one slice. */
export class WasmEngine implements Engine {
  readonly kind: 'browser' | 'node-wasm';
  readonly #host: WasmHost;
  readonly #turns = new Turns();
  #files = 0;
  #ended: EngineError | undefined;
  #end!: (reason: EngineError) => void;
  readonly #ending: Promise<never>;

  constructor(host: WasmHost) {
    this.kind = host.kind;
    this.#host = host;
    this.#ending = new Promise((_, reject) => (this.#end = reject));
    this.#ending.catch(() => undefined);
  }

  query(statement: Sql, { signal }: { signal?: AbortSignal } = {}): Promise<Row[]> {
    return this.#turn(() => this.#execute(statement.toString(), signal), signal);
  }

  columns(statement: Sql, { signal }: { signal?: AbortSignal } = {}): Promise<NumberColumns> {
    return this.#turn(
      async () => arrowColumns(await this.#stream(statement.toString(), signal)),
      signal,
    );
  }

  async run(statement: Sql, options?: { signal?: AbortSignal }): Promise<void> {
    await this.query(statement, options);
  }

  async register(source: Source): Promise<string> {
    if (!(source instanceof Blob))
      throw new EngineError('query', 'This engine reads files that were given to it, not paths.');
    const path = `drop/${++this.#files}.csv`;
    await this.#turn(() => this.#host.addFile(path, source));
    return path;
  }

  release(path: string): Promise<void> {
    return this.#turn(() => this.#host.dropFile(path));
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    this.#stop(
      new EngineError('dead', {
        en: 'The calculation engine was closed.',
        nb: 'Regnemotoren ble lukket.',
      }),
    );
    await this.#host.terminate();
  }

  /** Declares the engine dead: what waits is rejected and the owner is told. */
  die(reason: EngineError): void {
    if (this.#ended) return;
    this.#stop(reason);
    void this.#host.terminate();
    this.#host.onEnded?.(reason);
  }

  #stop(reason: EngineError): void {
    this.#ended = reason;
    this.#end(reason);
  }

  #turn<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#turns.take(async () => {
      if (this.#ended) throw this.#ended;
      try {
        return await Promise.race([job(), this.#ending]);
      } catch (thrown) {
        const error = failure(thrown);
        if (error.code === 'dead') this.die(error);
        throw error;
      }
    }, signal);
  }

  async #execute(text: string, signal?: AbortSignal): Promise<Row[]> {
    const stream = await this.#stream(text, signal);
    if (!stream[0] || !hasEnums(stream[0])) return arrowRows(stream);
    const described = arrowRows(await this.#stream(`DESCRIBE ${text}`, signal));
    return arrowRows(
      stream,
      described.map(({ column_type }) => enumLabels(String(column_type))),
    );
  }

  /** The parts of an Arrow stream; none if `signal` aborted. */
  async #stream(text: string, signal?: AbortSignal): Promise<Uint8Array[]> {
    const { queries, connection } = this.#host;
    const stopped = async () => {
      if (signal?.aborted && !this.#ended) await queries.cancelPendingQuery(connection);
      return signal?.aborted;
    };
    let header = await queries.startPendingQuery(connection, text, true);
    while (!header) {
      if (await stopped()) return [];
      header = await queries.pollPendingQuery(connection);
    }
    const stream = [header];
    for (let bytes = 0; bytes < LARGEST_RESULT_BYTES;) {
      if (await stopped()) return [];
      const chunk = await queries.fetchQueryResults(connection);
      if (!chunk) continue;
      if (!chunk.length) return stream;
      stream.push(chunk);
      bytes += chunk.length;
    }
    await queries.cancelPendingQuery(connection);
    throw outOfMemory();
  }
}
