import type { Engine, NumberColumns, Row, Source } from '$lib/engine/engine';
import { name, sql, Sql } from '$lib/schema/sql';
import type { Answers } from './answers';

let made = 0;

/**
 * An engine that works out the rows of a definition once, however many statements of a figure read
 * them: the first statement that holds one of `rows` in brackets makes a table of it, and reads that.
 * Figures show the statements as they were asked, which give the same answer on their own. What was
 * answered before of the same data is taken from `answers`.
 */
export class RowsOnce implements Engine {
  readonly kind: Engine['kind'];
  readonly #engine: Engine;
  readonly #rows: readonly { readonly text: string; readonly rows: Sql; readonly table: Sql }[];
  readonly #kept = new Set<Sql>();
  readonly #answers: Answers | null;

  constructor(engine: Engine, rows: readonly Sql[], answers: Answers | null = null) {
    this.#answers = answers;
    this.kind = engine.kind;
    this.#engine = engine;
    const each = new Map(rows.map((one) => [`(${one})`, one]));
    this.#rows = [...each].map(([text, one]) => ({
      text,
      rows: one,
      table: name(`rows_${++made}`),
    }));
  }

  async query(statement: Sql, options?: { signal?: AbortSignal }): Promise<Row[]> {
    const text = String(statement);
    // What stands in a table that is made on the way is another thing the next time.
    const answers = text.includes('"cube_') ? null : this.#answers;
    const known = answers?.of(text);
    if (known) return known;
    const rows = await this.#engine.query(await this.#reading(statement, options), options);
    if (!options?.signal?.aborted) answers?.keep(text, rows);
    return rows;
  }

  async columns(statement: Sql, options?: { signal?: AbortSignal }): Promise<NumberColumns> {
    return this.#engine.columns(await this.#reading(statement, options), options);
  }

  async run(statement: Sql, options?: { signal?: AbortSignal }): Promise<void> {
    await this.#engine.run(await this.#reading(statement, options), options);
  }

  register(source: Source): Promise<string> {
    return this.#engine.register(source);
  }

  release(path: string): Promise<void> {
    return this.#engine.release(path);
  }

  /** Drops the tables that were made; the engine itself goes on, and one that died has none. */
  async close(): Promise<void> {
    const tables = [...this.#kept];
    this.#kept.clear();
    for (const table of tables)
      await this.#engine.run(sql`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
  }

  async #reading(statement: Sql, options?: { signal?: AbortSignal }): Promise<Sql> {
    let text = String(statement);
    for (const one of this.#rows) {
      if (!text.includes(one.text)) continue;
      if (!this.#kept.has(one.table)) {
        this.#kept.add(one.table);
        await this.#engine.run(sql`CREATE OR REPLACE TABLE ${one.table} AS ${one.rows}`, options);
      }
      text = text.replaceAll(one.text, `(FROM ${one.table})`);
    }
    return new Sql([text], []);
  }
}
