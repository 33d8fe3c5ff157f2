import type { Row } from '$lib/engine/engine';
import type { Breakdown } from '$lib/schema/indicator';
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

  /** @param rows every cell: the columns `dims` as text, `k`, and the numbers of the statement */
  constructor(rows: readonly Row[], dims: readonly Breakdown[], numbers: readonly string[]) {
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
    for (const one of numbers)
      this.#sums.set(
        one,
        Float64Array.from(rows, (row) => (row[one] === null ? NaN : Number(row[one]))),
      );
  }

  get bytes(): number {
    return this.#keys.length * (4 + 2 * this.#axes.size + 8 * this.#sums.size);
  }

  /** Sums of the cells that the filters leave, by `columns` (`b0`, `b1`, …) and `k`. */
  read(where: View['where'], columns: readonly Breakdown[]): Row[] {
    const groups = columns.map((column) => this.#axis(column));
    const rows: Row[] = [];
    const rowAt = new Map<number, number>();
    const kept = this.#kept(where);
    const into = Int32Array.from(kept, (cell) => {
      const k = this.#keys[cell]!;
      let place = k;
      for (const { codes, at } of groups) place = place * (codes.length + 1) + at[cell]! + 1;
      let row = rowAt.get(place);
      if (row === undefined) {
        rowAt.set(place, (row = rows.length));
        const own: Row = { k };
        groups.forEach(({ codes, at }, i) => (own[`b${i}`] = codes[at[cell]!] ?? null));
        rows.push(own);
      }
      return row;
    });
    for (const [one, values] of this.#sums) {
      const sums = new Float64Array(rows.length).fill(NaN);
      for (let i = 0; i < kept.length; i++) {
        const value = values[kept[i]!]!;
        if (Number.isNaN(value)) continue;
        const before = sums[into[i]!]!;
        sums[into[i]!] = Number.isNaN(before) ? value : before + value;
      }
      rows.forEach((row, i) => (row[one] = Number.isNaN(sums[i]) ? null : sums[i]!));
    }
    return rows;
  }

  /** Numbers of the cells that meet all filters. */
  #kept(where: View['where']): Int32Array {
    let kept = Int32Array.from(this.#keys, (_, cell) => cell);
    for (const [column, wanted] of Object.entries(where)) {
      const { codes, at } = this.#axis(column as Breakdown);
      const meets = codes.map((code) => wanted.includes(code));
      kept = kept.filter((cell) => at[cell]! >= 0 && meets[at[cell]!]!);
    }
    return kept;
  }

  #axis(column: Breakdown): Axis {
    const axis = this.#axes.get(column);
    if (!axis) throw new Error(`the cube has no column ${column}`);
    return axis;
  }
}
