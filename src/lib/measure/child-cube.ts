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
  /** Whether they were added up, kept or not. */
  tried: boolean;
  sums: KeySums[] | null;
  bytes: number;
}

const mostRolled = 128;
/** Bytes of all of them that a cube may have whatever its own size is. */
const leastRoom = 2 ** 20;
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
    const rolled = this.#rolledOf(columnsMet);
    // Sums over all children take longer than those over the few that several filters leave.
    if (++rolled.asked === 2 && asked.length < 2) await this.#roll(rolled, columnsMet, signal);
    if (rolled.sums) return this.#picked(rolled.sums, columnsMet, own, where);
    const kept = asked.length ? await this.#codes.kept(this.#engine, where, signal) : null;
    const groups = own.length ? await this.#codes.groups(this.#engine, own, signal) : null;
    return this.#cells.sums(kept, groups);
  }

  /**
   * Adds up ahead what `read` needs by `columns` under a filter on `filter`, and what it was asked for
   * before; false where all of that was done.
   */
  async ahead(
    columns: readonly Breakdown[],
    filter: Breakdown,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const own = columns.filter((column) => !this.#rowColumns.includes(column));
    this.#rolledOf([...new Set([...own, filter])].sort());
    let done = false;
    for (const [place, rolled] of [...this.#rolled]) {
      if (rolled.tried) continue;
      await this.#roll(rolled, place.split(',') as Breakdown[], signal);
      done = true;
    }
    return done;
  }

  /** Place for the sums by some columns, the one used last. */
  #rolledOf(columns: readonly Breakdown[]): Rolled {
    const place = columns.join();
    const rolled = this.#rolled.get(place) ?? { asked: 0, tried: false, sums: null, bytes: 0 };
    this.#rolled.delete(place);
    this.#rolled.set(place, rolled);
    for (const [oldest] of this.#rolled)
      if (this.#rolled.size > mostRolled) this.#rolled.delete(oldest);
    return rolled;
  }

  /** Sums by some columns, kept where they are far fewer than the cells and there is room. */
  async #roll(rolled: Rolled, columns: readonly Breakdown[], signal?: AbortSignal): Promise<void> {
    if (rolled.tried) return;
    const groups =
      columns.length > mostColumns ? null : await this.#codes.groups(this.#engine, columns, signal);
    rolled.tried = true;
    if (!groups || groups.codes.length > mostGroups) return;
    const sums = this.#cells.sums(null, groups);
    const entries = sums.reduce((sum, { keys }) => sum + keys.length, 0);
    const bytes = entries * (4 + 8 * Object.keys(sums[0]?.numbers ?? {}).length);
    const held = this.bytes - this.#cells.bytes;
    if (entries > this.#cells.cells / 4 || held + bytes > Math.max(leastRoom, this.#cells.bytes))
      return;
    rolled.sums = sums;
    rolled.bytes = bytes;
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
