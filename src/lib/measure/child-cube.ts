import type { Row } from '$lib/engine/engine';
import { isRowBreakdown } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { ChildCells, type KeySums } from './child-cells';
import type { ChildCodes } from './child-codes';
import { keyedRows } from './keyed-rows';
import type { Additive, KeyCounts, Request, Sums } from './request';
import type { View } from './view';

/**
 * Columns by which a cube of children is split: the child itself, by which every filter and breakdown
 * of children can be told, and those columns of a breakdown that are of rows.
 */
export const childDims = (columns: readonly Breakdown[]): Breakdown[] => [
  'child' as Breakdown,
  ...columns.filter(isRowBreakdown).sort(),
];

/**
 * Sums of one additive statement by child, in memory as columns of numbers: a filter on any column of
 * the child is a sum over those it leaves, without a statement.
 */
export class ChildCube implements Sums {
  readonly #codes: ChildCodes;
  readonly #cells: ChildCells;
  readonly #keys: readonly Row[];
  readonly #rowColumns: readonly Breakdown[];
  readonly #engine: Request['engine'];
  /** What every change of filter asks for again. */
  #whole: KeySums | null = null;

  private constructor(
    engine: Request['engine'],
    codes: ChildCodes,
    cells: ChildCells,
    keys: readonly Row[],
    rowColumns: readonly Breakdown[],
  ) {
    this.#engine = engine;
    this.#codes = codes;
    this.#cells = cells;
    this.#keys = keys;
    this.#rowColumns = rowColumns;
  }

  get bytes(): number {
    return this.#cells.bytes;
  }

  /** Makes the cube of a statement; null where it has more than `most` cells. `signal` leaves nothing behind. */
  static async make(
    { engine, signal }: Pick<Request, 'engine' | 'signal'>,
    codes: ChildCodes,
    { keys, counts }: Additive,
    statement: Sql,
    [, ...rowColumns]: readonly Breakdown[],
    most: number,
  ): Promise<ChildCube | null> {
    const all = [...rowColumns.map((_, i) => `b${i + 1}`), ...keys];
    const rows = { statement, keep: [sql`b0 AS child`], keys: all, numbers: counts, most };
    return keyedRows(
      engine,
      rows,
      async (found) => {
        const least = counts.flatMap((count) => [
          sql`min(${name(count)})::DOUBLE AS ${name(`${count}_least`)}`,
          sql`max(${name(count)})::DOUBLE AS ${name(`${count}_most`)}`,
        ]);
        const [range] = await engine.query(sql`SELECT ${join(least)} FROM ${found.table}`, {
          signal,
        });
        const telling = counts.filter(
          (count) => range?.[`${count}_least`] !== 1 || range[`${count}_most`] !== 1,
        );
        const numbers = telling.map((count) => sql`${name(count)}::DOUBLE AS ${name(count)}`);
        const columns = await engine.columns(
          sql`SELECT ${join([sql`child`, sql`k`, ...numbers])} FROM ${found.table}`,
          { signal },
        );
        const cells = new ChildCells(columns, found.keys.length, counts);
        return new ChildCube(engine, codes, cells, found.keys, rowColumns);
      },
      signal,
    );
  }

  async read(
    where: View['where'],
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<Row[]> {
    const sums = await this.#sums(where, columns, signal);
    const slots = columns.map((column) => {
      const row = this.#rowColumns.indexOf(column);
      return row < 0 ? null : `b${row + 1}`;
    });
    const own = columns.filter((_, i) => slots[i] === null);
    return sums.flatMap(({ codes, keys, numbers }) =>
      keys.map((k, at) => {
        const key = this.#keys[k]!;
        const row: Row = { ...key };
        for (const [count, values] of Object.entries(numbers)) row[count] = values[at]!;
        for (let i = 1; i <= this.#rowColumns.length; i++) delete row[`b${i}`];
        columns.forEach((column, i) => {
          const slot = slots[i];
          row[`b${i}`] = slot == null ? (codes[own.indexOf(column)] ?? null) : (key[slot] ?? null);
        });
        return row;
      }),
    );
  }

  async counts(
    where: View['where'],
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<KeyCounts | null> {
    if (this.#rowColumns.length) return null;
    const sums = await this.#sums(where, columns, signal);
    return { keys: this.#keys, groups: sums };
  }

  async #sums(
    where: View['where'],
    columns: readonly Breakdown[],
    signal?: AbortSignal,
  ): Promise<readonly KeySums[]> {
    const own = columns.filter((column) => !this.#rowColumns.includes(column));
    const whole = !own.length && !Object.keys(where).length;
    if (whole && this.#whole) return [this.#whole];
    const kept =
      whole || !Object.keys(where).length
        ? null
        : await this.#codes.kept(this.#engine, where, signal);
    const groups = own.length ? await this.#codes.groups(this.#engine, own, signal) : null;
    const sums = this.#cells.sums(kept, groups);
    if (whole) this.#whole = sums[0] ?? null;
    return sums;
  }
}
