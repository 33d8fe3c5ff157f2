import type { Breakdown } from '$lib/schema/indicator';
import { total, type CountDimension, type CountRef, type CountTable } from './part';
import type { Slice } from './period';
import { codesMet } from './request';

/** Counts of children by period, group and part (an outcome, a gender …), as read from SQL. */
export interface TallyRow {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly part: string;
  readonly count: number;
}

/** How the parts of a table add up: group label → members; leaves are parts. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/**
 * A count table of one breakdown with every margin: period × group columns × parts. Gives the table
 * for the gate and the means to read and to cite its cells. `parts` with no group but the total may
 * be left out when there is one part only.
 */
export class Tally {
  readonly table: CountTable;
  readonly #index: number;
  readonly #columns: readonly Breakdown[];
  readonly #values = new Map<string, number>();
  readonly #parts: boolean;

  constructor(options: {
    index: number;
    columns: readonly Breakdown[];
    slices: readonly Slice[];
    rows: readonly TallyRow[];
    parts?: Parts;
    /** Name of the dimension of the parts, so that tables of one figure are linked by it. */
    partName?: string;
  }) {
    const { index, columns, slices, rows, parts, partName = 'part' } = options;
    this.#index = index;
    this.#columns = columns;
    this.#parts = parts !== undefined;
    const met = codesMet(
      columns,
      rows.map((row) => row.by),
    );
    const leafParts = parts ? leavesOf(parts) : [''];
    const dims: CountDimension[] = [
      { name: 'period', groups: {} },
      ...columns.map((column, i) => ({ name: column, groups: { [total]: met[i] ?? [] } })),
      ...(parts ? [{ name: partName, groups: parts }] : []),
    ];
    const counts = new Map<string, number>();
    for (const row of rows) {
      const key = cellKey([row.period, ...columns.map((c) => row.by[c] ?? 'unknown'), row.part]);
      counts.set(key, (counts.get(key) ?? 0) + row.count);
    }
    const labels = parts ? [...leafParts, ...Object.keys(parts)] : [''];
    const cells: { key: string[]; value: number }[] = [];
    for (const slice of slices)
      for (const group of margins(met))
        for (const label of labels) {
          const leaves = parts ? members(parts, label) : [''];
          let value = 0;
          for (const codes of expand(group, met))
            for (const leaf of leaves)
              value += counts.get(cellKey([slice.id, ...codes, leaf])) ?? 0;
          const key = [slice.id, ...group, ...(parts ? [label] : [])];
          this.#values.set(cellKey(key), value);
          cells.push({ key, value });
        }
    this.table = { dims, cells };
  }

  /** Number of children in a cell; groups not met have none. */
  at(period: string, by: Readonly<Record<string, string>>, part: string = total): number {
    return this.#values.get(cellKey(this.#key(period, by, part))) ?? 0;
  }

  /** Reference to a cell, for the gate. */
  ref(period: string, by: Readonly<Record<string, string>>, part: string = total): CountRef {
    return { table: this.#index, key: this.#key(period, by, part) };
  }

  #key(period: string, by: Readonly<Record<string, string>>, part: string): string[] {
    const group = this.#columns.map((column) => by[column] ?? total);
    return [period, ...group, ...(this.#parts ? [part] : [])];
  }
}

const cellKey = (key: readonly string[]): string => key.join('\u0001');

const leavesOf = (parts: Parts): string[] => [
  ...new Set(Object.values(parts).flatMap((list) => list.filter((label) => !(label in parts)))),
];

function members(parts: Parts, label: string): string[] {
  const list = parts[label];
  return list ? [...new Set(list.flatMap((member) => members(parts, member)))] : [label];
}

/** Every combination of codes and totals. */
function margins(codes: readonly (readonly string[])[]): string[][] {
  return codes.reduce<string[][]>(
    (all, list) => all.flatMap((key) => [...list, total].map((code) => [...key, code])),
    [[]],
  );
}

/** The leaf combinations under a combination that may hold totals. */
function expand(group: readonly string[], codes: readonly (readonly string[])[]): string[][] {
  return group.reduce<string[][]>(
    (all, code, i) =>
      all.flatMap((key) =>
        (code === total ? (codes[i] ?? []) : [code]).map((leaf) => [...key, leaf]),
      ),
    [[]],
  );
}
