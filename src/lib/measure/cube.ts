import type { Row } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { HeldCells } from './held-cells';
import { keyedRows } from './keyed-rows';
import type { Additive, KeyCounts, Request, Sums } from './request';
import type { View } from './view';

/**
 * Sums of one additive statement by some columns of the child, without any filter, in memory. For
 * statements with many or other than whole numbers, of which one set a child would be too much.
 */
export class Cube implements Sums {
  readonly #cells: HeldCells;
  readonly #keys: readonly Row[];
  /** The rows without filter and group, which every change of filter asks for again. */
  #whole: readonly Row[] | null = null;

  private constructor(cells: HeldCells, keys: readonly Row[]) {
    this.#cells = cells;
    this.#keys = keys;
  }

  get bytes(): number {
    return this.#cells.bytes;
  }

  /** Makes the cube of a statement; null where it has more than `most` cells. `signal` leaves nothing behind. */
  static async make(
    { engine, signal }: Pick<Request, 'engine' | 'signal'>,
    additive: Additive,
    statement: Sql,
    dims: readonly Breakdown[],
    most: number,
  ): Promise<Cube | null> {
    const numbers = [...additive.counts, ...(additive.sums ?? [])];
    const keep = dims.map((dim, i) => sql`${name(`b${i}`)} AS ${name(dim)}`);
    return keyedRows(
      engine,
      { statement, keep, keys: additive.keys, numbers, most },
      async ({ table, keys }) => {
        const axes = dims.map((dim) => sql`${name(dim)}::VARCHAR AS ${name(dim)}`);
        const cells = await engine.query(
          sql`SELECT ${join([...axes, sql`k`, ...numbers.map(name)])} FROM ${table}`,
          { signal },
        );
        return new Cube(new HeldCells(cells, dims, numbers), keys);
      },
      signal,
    );
  }

  async read(where: View['where'], columns: readonly Breakdown[]): Promise<Row[]> {
    const whole = !columns.length && !Object.keys(where).length;
    if (whole && this.#whole) return this.#whole.map((row) => ({ ...row }));
    const rows = this.#cells.read(where, columns);
    for (const row of rows) Object.assign(row, this.#keys[Number(row.k)]);
    if (whole) this.#whole = rows.map((row) => ({ ...row }));
    return rows;
  }

  async counts(): Promise<KeyCounts | null> {
    return null;
  }
}
