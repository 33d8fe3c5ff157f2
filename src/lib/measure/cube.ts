import type { Engine, Row } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { HeldCells } from './held-cells';
import { whereSql } from './population';
import { namedGroupsSql, type Additive, type Request, type Sums } from './request';
import type { View } from './view';

/** Limits of one cube. */
export interface CubeLimits {
  /** A cube with more cells is not worth its memory: the statement itself is asked. */
  readonly most: number;
  /** A cube with more cells is rolled up to the columns of a view before it is read. */
  readonly readAtOnce: number;
  /** Up to so many cells are held in memory once they are read again. */
  readonly held: number;
}

let made = 0;

/** A table of sums by columns of the child, and its keys, which JavaScript holds. */
interface Cells {
  readonly table: Sql;
  readonly dims: readonly Breakdown[];
  readonly cells: number;
  /** Set once the cells were read: what the next reading takes them from. */
  held?: Promise<HeldCells | null> | null;
}

/** Sums of one additive statement by columns of the child, without any filter. */
export class Cube implements Sums {
  readonly #engine: Engine;
  readonly #additive: Additive;
  readonly #limits: CubeLimits;
  readonly #all: Cells;
  readonly #keys: readonly Row[];
  readonly #rolled = new Map<string, Cells>();
  #dropped = false;
  /** The rows without filter and group, which every change of filter asks for again. */
  #whole: readonly Row[] | null = null;

  private constructor(
    engine: Engine,
    additive: Additive,
    limits: CubeLimits,
    all: Cells,
    keys: readonly Row[],
  ) {
    this.#limits = limits;
    this.#engine = engine;
    this.#additive = additive;
    this.#all = all;
    this.#keys = keys;
  }

  /** Cells of all its tables: what they cost in memory. */
  get cells(): number {
    return [...this.#rolled.values()].reduce((sum, { cells }) => sum + cells, this.#all.cells);
  }

  /** Makes the cube of a statement; null where it would be too large. `signal` leaves nothing behind. */
  static async make(
    { engine, signal }: Pick<Request, 'engine' | 'signal'>,
    additive: Additive,
    statement: Sql,
    dims: readonly Breakdown[],
    limits: CubeLimits,
  ): Promise<Cube | null> {
    const number = ++made;
    const [table, raw, keyed] = ['', '_raw', '_key'].map((end) => name(`cube_${number}${end}`)) as [
      Sql,
      Sql,
      Sql,
    ];
    const keys = join(additive.keys.map(name));
    const sums = join(numbersOf(additive).map(name));
    const axes = dims.map((dim, i) => sql`${name(`b${i}`)} AS ${name(dim)}`);
    const same = additive.keys.map(
      (key) => sql`${raw}.${name(key)} IS NOT DISTINCT FROM ${keyed}.${name(key)}`,
    );
    try {
      await engine.run(
        sql`CREATE TABLE ${raw} AS SELECT ${join([...axes, keys, sums])} FROM (${statement})`,
        { signal },
      );
      const [size] = await engine.query(sql`SELECT count(*) AS cells FROM ${raw}`, { signal });
      const cells = Number(size?.cells ?? 0);
      if (cells > limits.most) {
        await forget(engine, raw);
        return null;
      }
      await engine.run(
        sql`CREATE TABLE ${keyed} AS SELECT (row_number() OVER () - 1)::INTEGER AS k, * FROM (SELECT DISTINCT ${keys} FROM ${raw});
          CREATE TABLE ${table} AS SELECT ${join([...dims.map((dim) => sql`${name(dim)}`), sql`k`, sums])} FROM ${raw} JOIN ${keyed} ON ${join(same, sql` AND `)}`,
        { signal },
      );
      const found = await engine.query(sql`SELECT * EXCLUDE (k) FROM ${keyed} ORDER BY k`, {
        signal,
      });
      await forget(engine, raw, keyed);
      return new Cube(engine, additive, limits, { table, dims, cells }, found);
    } catch (error) {
      await forget(engine, raw, keyed, table).catch(() => undefined);
      throw error;
    }
  }

  async read(
    where: View['where'],
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<Row[] | null> {
    const wanted = [...columns, ...(Object.keys(where) as Breakdown[])];
    if (!wanted.length && this.#whole && !this.#dropped) return [...this.#whole];
    const cells = await this.#narrow(wanted, signal);
    if (this.#dropped) return null;
    const held = await this.#held(cells);
    const rows = held?.read(where, columns) ?? (await this.#grouped(cells, where, columns, signal));
    for (const row of rows) Object.assign(row, this.#keys[Number(row.k)]);
    if (!wanted.length) this.#whole = [...rows];
    return rows;
  }

  #grouped(
    { table }: Cells,
    where: View['where'],
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<Row[]> {
    const groups = columns.map((column, i) => sql`child.${name(column)} AS ${name(`b${i}`)}`);
    const grouped = sql`SELECT ${join([...groups, sql`k`, ...addedUp(this.#additive)])}
      FROM ${table} AS child WHERE ${whereSql(where)} GROUP BY ALL`;
    return this.#engine.query(namedGroupsSql(columns, grouped), { signal });
  }

  /** The cells in memory from the second reading on, where they are few. */
  async #held(cells: Cells): Promise<HeldCells | null> {
    if (cells.cells > this.#limits.held) return null;
    if (cells.held === undefined) {
      cells.held = null;
      return null;
    }
    cells.held ??= this.#fetch(cells);
    return cells.held;
  }

  async #fetch(cells: Cells): Promise<HeldCells | null> {
    const axes = cells.dims.map((dim) => sql`${name(dim)}::VARCHAR AS ${name(dim)}`);
    const numbers = numbersOf(this.#additive).map(name);
    const rows = await this.#engine
      .query(sql`SELECT ${join([...axes, sql`k`, ...numbers])} FROM ${cells.table}`)
      .catch((error: unknown) => {
        cells.held = null;
        if (this.#dropped) return null;
        throw error;
      });
    return rows && new HeldCells(rows, cells.dims, this.#additive);
  }

  /** Frees the memory. */
  async drop(): Promise<void> {
    this.#dropped = true;
    const tables = [this.#all, ...this.#rolled.values()].map(({ table }) => table);
    await forget(this.#engine, ...tables);
  }

  /** The smallest table that has these columns; made of the whole one where that is large. */
  async #narrow(wanted: readonly Breakdown[], signal?: AbortSignal): Promise<Cells> {
    const dims = this.#all.dims.filter((dim) => wanted.includes(dim));
    if (this.#all.cells <= this.#limits.readAtOnce || dims.length === this.#all.dims.length)
      return this.#all;
    const place = dims.join();
    const known = this.#rolled.get(place);
    if (known) return known;
    const table = name(`cube_${++made}`);
    try {
      await this.#engine.run(
        sql`CREATE TABLE ${table} AS SELECT ${join([...dims.map(name), sql`k`, ...addedUp(this.#additive)])}
          FROM ${this.#all.table} GROUP BY ALL`,
        { signal },
      );
      const [size] = await this.#engine.query(sql`SELECT count(*) AS cells FROM ${table}`, {
        signal,
      });
      const rolled = { table, dims, cells: Number(size?.cells ?? 0) };
      if (this.#dropped || this.#rolled.has(place)) await forget(this.#engine, table);
      else this.#rolled.set(place, rolled);
      return this.#rolled.get(place) ?? rolled;
    } catch (error) {
      await forget(this.#engine, table).catch(() => undefined);
      throw error;
    }
  }
}

const forget = (engine: Engine, ...tables: readonly Sql[]) =>
  engine.run(
    join(
      tables.map((table) => sql`DROP TABLE IF EXISTS ${table}`),
      sql`; `,
    ),
  );

const numbersOf = ({ counts, sums = [] }: Additive) => [...counts, ...sums];

/** Counts stay whole numbers of a size that a browser reads as a number. */
const addedUp = ({ counts, sums = [] }: Additive): Sql[] => [
  ...counts.map((count) => sql`sum(${name(count)})::BIGINT AS ${name(count)}`),
  ...sums.map((one) => sql`sum(${name(one)}) AS ${name(one)}`),
];
