import type { Engine, NumberColumns, Row, Source } from '$lib/engine/engine';
import type { Sql } from '$lib/schema/sql';

/** A statement that was run: how it begins, which tells what it is for, and its milliseconds. */
export interface TimedStatement {
  readonly text: string;
  readonly ms: number;
}

/** An engine that keeps the time of every statement, waiting for its turn included. */
export class TimedEngine implements Engine {
  readonly kind: Engine['kind'];
  readonly #engine: Engine;
  #statements: TimedStatement[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.kind = engine.kind;
  }

  /** What was run since the last call. */
  take(): readonly TimedStatement[] {
    return this.#statements.splice(0);
  }

  query(statement: Sql, options?: { signal?: AbortSignal }): Promise<Row[]> {
    return this.#timed(statement, () => this.#engine.query(statement, options));
  }

  columns(statement: Sql, options?: { signal?: AbortSignal }): Promise<NumberColumns> {
    return this.#timed(statement, () => this.#engine.columns(statement, options));
  }

  async #timed<T>(statement: Sql, job: () => Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      return await job();
    } finally {
      const ms = performance.now() - from;
      this.#statements.push({ text: statement.texts.slice(0, 3).join('').slice(0, 120), ms });
    }
  }

  async run(statement: Sql, options?: { signal?: AbortSignal }): Promise<void> {
    await this.query(statement, options);
  }

  register(source: Source): Promise<string> {
    return this.#engine.register(source);
  }

  release(path: string): Promise<void> {
    return this.#engine.release(path);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}
