import type { CountTable } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import type { Breakdown } from '$lib/schema/indicator';
import { total } from './part';
import type { Slice } from './period';
import { codesMet } from './request';

/** Counts of children by period, group and part (an outcome, a gender …), as read from SQL. */
export interface TallyRow {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly part: string;
  readonly count: number;
}

/**
 * The count table of one breakdown with every margin but sums over periods: period × group columns ×
 * parts. Holds the counts, cites them, and is what the gate protects. `parts` names the groups of
 * parts, each a list of leaves or groups; `total` is one of them.
 */
export class Tally {
  readonly table: CountTable;
  readonly #index: number;
  readonly #columns: readonly Breakdown[];
  readonly #values = new Map<string, number>();

  constructor(options: {
    /** Place of the table among the tables of the figure. */
    index: number;
    columns: readonly Breakdown[];
    slices: readonly Slice[];
    rows: readonly TallyRow[];
    parts: Readonly<Record<string, readonly string[]>>;
    /** Name of the dimension of parts: equal names in one figure are one dimension. */
    name: string;
    /** Labels of parts and groups that are figures; all of them if left out. */
    figures?: readonly string[];
  }) {
    const { index, columns, slices, rows, parts } = options;
    this.#index = index;
    this.#columns = columns;
    const met = codesMet(
      columns,
      rows.map((row) => row.by),
    );
    const labels = options.figures ?? [
      ...new Set([...members(parts, total), ...Object.keys(parts)]),
    ];
    const within = new Map(labels.map((label) => [label, members(parts, label)]));
    const counts = new Map<string, number>();
    for (const row of rows)
      for (const group of covering(columns.map((column) => row.by[column] ?? 'unknown'))) {
        const key = [row.period, ...group, row.part].join(separator);
        counts.set(key, (counts.get(key) ?? 0) + row.count);
      }
    const cells = slices.flatMap((slice) =>
      margins(met).flatMap((group) =>
        labels.map((label) => {
          const value = (within.get(label) ?? []).reduce(
            (sum, leaf) => sum + (counts.get([slice.id, ...group, leaf].join(separator)) ?? 0),
            0,
          );
          const key = [slice.id, ...group, label];
          this.#values.set(key.join(separator), value);
          return { key, value };
        }),
      ),
    );
    const dims = [
      { name: 'period', groups: {}, leaves: slices.map((slice) => slice.id) },
      ...columns.map((column, i) => ({ name: column, groups: { [total]: met[i] ?? [] } })),
      { name: options.name, groups: parts, leaves: members(parts, total) },
    ];
    this.table = { dims, cells };
  }

  /** Number of children in a cell; groups not met have none. */
  at(period: string, by: Readonly<Record<string, string>>, part: string = total): number {
    return this.#values.get(this.#key(period, by, part).join(separator)) ?? 0;
  }

  /** Whether the table has the cell. */
  has(period: string, by: Readonly<Record<string, string>>, part: string): boolean {
    return this.#values.has(this.#key(period, by, part).join(separator));
  }

  /** Reference to a cell, for the gate. */
  ref(period: string, by: Readonly<Record<string, string>>, part: string = total): CellRef {
    return { table: this.#index, key: this.#key(period, by, part) };
  }

  #key(period: string, by: Readonly<Record<string, string>>, part: string): string[] {
    return [period, ...this.#columns.map((column) => by[column] ?? total), part];
  }
}

const separator = '\u0001';

function members(parts: Readonly<Record<string, readonly string[]>>, label: string): string[] {
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

/** The margins a row of codes belongs to. */
const covering = (codes: readonly string[]): string[][] => margins(codes.map((code) => [code]));
