import type { Row } from '$lib/engine/engine';
import { isRowBreakdown } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { ChildCells } from './child-cells';
import type { ChildCodes } from './child-codes';
import { grouped } from './grouped';
import { addedKeySums, type KeySums } from './key-sums';
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

/** Sums by some columns of the child, once they were asked for again. */
interface Rolled {
  asked: number;
  sums: KeySums[] | null;
  bytes: number;
}

const mostRolled = 12;
const mostColumns = 3;
const mostGroups = 1000;

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
  readonly #rolled = new Map<string, Rolled>();

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
    return (
      this.#cells.bytes + [...this.#rolled.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    );
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
    const rows = {
      statement,
      keep: [sql`coalesce(b0, 0) AS child`],
      keys: all,
      numbers: counts,
      most,
    };
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
      Array.from(keys, (k, at) => {
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
    const asked = Object.keys(where) as Breakdown[];
    if (!own.length && !asked.length) {
      this.#whole ??= this.#cells.sums(null, null)[0] ?? null;
      return this.#whole ? [this.#whole] : [];
    }
    const columnsMet = [...new Set([...own, ...asked])].sort();
    const sums = await this.#rolledUp(columnsMet, signal);
    if (sums) return this.#picked(sums, columnsMet, own, where);
    const kept = asked.length ? await this.#codes.kept(this.#engine, where, signal) : null;
    const groups = own.length ? await this.#codes.groups(this.#engine, own, signal) : null;
    return this.#cells.sums(kept, groups);
  }

  /** Sums by some columns, from the second time that they are asked for; null where they are not far fewer. */
  async #rolledUp(columns: readonly Breakdown[], signal?: AbortSignal): Promise<KeySums[] | null> {
    const place = columns.join();
    const known = this.#rolled.get(place);
    if (known) this.#rolled.delete(place);
    const rolled = known ?? { asked: 0, sums: null, bytes: 0 };
    this.#rolled.set(place, rolled);
    for (const [oldest] of this.#rolled)
      if (this.#rolled.size > mostRolled) this.#rolled.delete(oldest);
    if (rolled.asked !== 1 || columns.length > mostColumns) {
      rolled.asked++;
      return rolled.sums;
    }
    const groups = await this.#codes.groups(this.#engine, columns, signal);
    rolled.asked++;
    if (groups.codes.length > mostGroups) return null;
    const sums = this.#cells.sums(null, groups);
    const entries = sums.reduce((sum, { keys }) => sum + keys.length, 0);
    if (entries > this.#cells.cells / 4) return null;
    rolled.sums = sums;
    rolled.bytes = entries * 8 * (1 + Object.keys(sums[0]?.numbers ?? {}).length);
    return sums;
  }

  /** Of sums by `columns`, those that the filters leave, added up by `own`. */
  #picked(
    sums: readonly KeySums[],
    columns: readonly Breakdown[],
    own: readonly Breakdown[],
    where: View['where'],
  ): KeySums[] {
    const tests = Object.entries(where).map(([column, wanted]) => {
      return { at: columns.indexOf(column as Breakdown), wanted };
    });
    const places = own.map((column) => columns.indexOf(column));
    const groups = grouped(
      sums.filter(({ codes }) =>
        tests.every(({ at, wanted }) => codes[at] != null && wanted.includes(codes[at])),
      ),
      ({ codes }) => JSON.stringify(places.map((place) => codes[place])),
    );
    return [...groups.values()].map((parts) => {
      const codes = places.map((place) => parts[0]!.codes[place] ?? null);
      return addedKeySums(parts, this.#keys.length, codes);
    });
  }
}
