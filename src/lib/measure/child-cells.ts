import type { NumberColumns } from '$lib/engine/engine';
import type { ChildGroups } from './child-codes';

/** Sums of one group: the keys that have a cell, rising, and each number added up, in the same order. */
export interface KeySums {
  /** Codes of the group, in the order of the columns asked for. */
  readonly codes: readonly (string | null)[];
  readonly keys: number[];
  readonly numbers: Readonly<Record<string, number[]>>;
}

/**
 * The cells of a statement by child and key as columns, ordered by key: four bytes a cell, and one to
 * eight more for each number that is not 1 everywhere. A change of filter reads them once, in order.
 */
export class ChildCells {
  /** Where the cells of each key begin; one more at the end. */
  readonly #from: Int32Array;
  readonly #child: Int32Array;
  /** Null where the number is 1 in every cell. */
  readonly #numbers = new Map<string, Uint8Array | Int32Array | null>();

  /** @param columns `child`, `k`, and of the `counts` those that are not 1 in every cell; whole numbers */
  constructor(columns: NumberColumns, keys: number, counts: readonly string[]) {
    const { child = new Float64Array(0), k = new Float64Array(0) } = columns;
    const from = new Int32Array(keys + 1);
    for (let cell = 0; cell < k.length; cell++) from[k[cell]! + 1]!++;
    for (let key = 0; key < keys; key++) from[key + 1]! += from[key]!;
    const next = from.slice();
    const order = Int32Array.from(k, (key) => next[key]!++);
    this.#from = from;
    this.#child = placed(child, order, new Int32Array(child.length));
    for (const count of counts) {
      const values = columns[count];
      const small = values?.every((value) => value >= 0 && value < 256);
      const room = small ? new Uint8Array(k.length) : new Int32Array(k.length);
      this.#numbers.set(count, values ? placed(values, order, room) : null);
    }
  }

  get cells(): number {
    return this.#child.length;
  }

  get bytes(): number {
    return [...this.#numbers.values()].reduce(
      (sum, values) => sum + (values?.byteLength ?? 0),
      this.#child.byteLength + this.#from.byteLength,
    );
  }

  /**
   * Sums by key and group.
   * @param kept 1 at the number of each child that counts; null for all
   * @param groups null for one group of all
   */
  sums(kept: Uint8Array | null, groups: ChildGroups | null): KeySums[] {
    const counts = [...this.#numbers].map(([count, values]) => ({ count, values }));
    const made = new Map<number, KeySums>();
    const into = (group: number): KeySums => {
      let sums = made.get(group);
      if (!sums) {
        const numbers = Object.fromEntries(counts.map(({ count }) => [count, []]));
        made.set(group, (sums = { codes: groups?.codes[group] ?? [], keys: [], numbers }));
      }
      return sums;
    };
    if (groups) this.#split(kept, groups, into);
    else this.#add(kept, into);
    return [...made].sort(([a], [b]) => a - b).map(([, sums]) => sums);
  }

  #add(kept: Uint8Array | null, into: (group: number) => KeySums): void {
    const child = this.#child;
    for (let key = 0; key < this.#from.length - 1; key++) {
      const [begin, end] = [this.#from[key]!, this.#from[key + 1]!];
      const met = kept ? keptOf(child, kept, begin, end) : end - begin;
      if (!met) continue;
      const { keys, numbers } = into(0);
      keys.push(key);
      for (const [count, values] of this.#numbers)
        numbers[count]!.push(values ? sumOf(values, child, kept, begin, end) : met);
    }
  }

  #split(
    kept: Uint8Array | null,
    { at, codes }: ChildGroups,
    into: (group: number) => KeySums,
  ): void {
    const met = new Int32Array(codes.length);
    const sums = [...this.#numbers].map(([count, values]) => {
      return { count, values, sum: new Float64Array(codes.length) };
    });
    for (let key = 0; key < this.#from.length - 1; key++) {
      const touched: number[] = [];
      for (let cell = this.#from[key]!; cell < this.#from[key + 1]!; cell++) {
        const child = this.#child[cell]!;
        if (kept && !kept[child]) continue;
        const group = at[child]!;
        if (met[group]!++ === 0) touched.push(group);
        for (const { values, sum } of sums) sum[group]! += values ? values[cell]! : 1;
      }
      for (const group of touched) {
        const { keys, numbers } = into(group);
        keys.push(key);
        met[group] = 0;
        for (const { count, sum } of sums) {
          numbers[count]!.push(sum[group]!);
          sum[group] = 0;
        }
      }
    }
  }
}

function keptOf(child: Int32Array, kept: Uint8Array, begin: number, end: number): number {
  let met = 0;
  for (let cell = begin; cell < end; cell++) met += kept[child[cell]!]!;
  return met;
}

function sumOf(
  values: Uint8Array | Int32Array,
  child: Int32Array,
  kept: Uint8Array | null,
  begin: number,
  end: number,
): number {
  let sum = 0;
  for (let cell = begin; cell < end; cell++)
    sum += kept ? kept[child[cell]!]! * values[cell]! : values[cell]!;
  return sum;
}

function placed<T extends Uint8Array | Int32Array>(
  values: Float64Array,
  order: Int32Array,
  room: T,
): T {
  for (let cell = 0; cell < values.length; cell++) room[order[cell]!] = values[cell]!;
  return room;
}
