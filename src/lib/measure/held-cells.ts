import type { Row } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
import type { Additive } from './request';
import type { View } from './view';

/** One column of a cube: its codes, and which of them each cell has (−1 none). */
interface Axis {
  readonly codes: readonly string[];
  readonly at: Int16Array;
}

/**
 * The cells of a small cube in memory, so that a change of filter adds them up without a statement.
 * Gives what the statement `GROUP BY` gives: one row a group and key `k`, sums over nothing but NULL
 * being NULL.
 */
export class HeldCells {
  readonly #axes = new Map<Breakdown, Axis>();
  readonly #keys: Int32Array;
  readonly #sums = new Map<string, Float64Array>();
  readonly #groups: readonly string[];

  /** @param rows every cell: the columns `dims` as text, `k`, and the numbers of the statement */
  constructor(
    rows: readonly Row[],
    dims: readonly Breakdown[],
    { counts, sums = [] }: Pick<Additive, 'counts' | 'sums'>,
  ) {
    for (const dim of dims) {
      const codes = new Map<string, number>();
      const at = Int16Array.from(rows, (row) => {
        if (row[dim] === null || row[dim] === undefined) return -1;
        const code = String(row[dim]);
        if (!codes.has(code)) codes.set(code, codes.size);
        return codes.get(code)!;
      });
      this.#axes.set(dim, { codes: [...codes.keys()], at });
    }
    this.#keys = Int32Array.from(rows, (row) => Number(row.k));
    this.#groups = [...counts, ...sums];
    for (const one of this.#groups)
      this.#sums.set(
        one,
        Float64Array.from(rows, (row) => (row[one] === null ? NaN : Number(row[one]))),
      );
  }

  /** Sums of the cells that the filters leave, by `columns` (`b0`, `b1`, …) and `k`. */
  read(where: View['where'], columns: readonly Breakdown[]): Row[] {
    const tests = Object.entries(where).map(([column, wanted]) => {
      const { codes, at } = this.#axis(column as Breakdown);
      return { at, kept: codes.map((code) => wanted.includes(code)) };
    });
    const groups = columns.map((column) => this.#axis(column));
    const numbers = [...this.#sums];
    const found = new Map<number, Row>();
    for (let cell = 0; cell < this.#keys.length; cell++) {
      if (tests.some(({ at, kept }) => at[cell]! < 0 || !kept[at[cell]!])) continue;
      const k = this.#keys[cell]!;
      const place = groups.reduce(
        (all, { codes, at }) => all * (codes.length + 1) + at[cell]! + 1,
        k,
      );
      let row = found.get(place);
      if (!row) {
        row = { k };
        groups.forEach(({ codes, at }, i) => (row![`b${i}`] = codes[at[cell]!] ?? null));
        for (const [one] of numbers) row[one] = null;
        found.set(place, row);
      }
      for (const [one, values] of numbers) {
        const value = values[cell]!;
        if (!Number.isNaN(value)) row[one] = Number(row[one] ?? 0) + value;
      }
    }
    return [...found.values()];
  }

  #axis(column: Breakdown): Axis {
    const axis = this.#axes.get(column);
    if (!axis) throw new Error(`the cube has no column ${column}`);
    return axis;
  }
}
