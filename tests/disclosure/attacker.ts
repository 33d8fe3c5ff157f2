import type { Table } from '$lib/disclosure/table';

/** A shown figure, or null where withheld, for every key text of a table. */
export type Shown = ReadonlyMap<string, number | null>;

export const shownOf = (table: {
  readonly cells: readonly { readonly key: readonly string[]; readonly value: number | null }[];
}): Shown => new Map(table.cells.map(({ key, value }) => [key.join('|'), value]));

function leavesUnder(groups: Readonly<Record<string, readonly string[]>>, label: string): string[] {
  const members = groups[label];
  return members ? [...new Set(members.flatMap((each) => leavesUnder(groups, each)))] : [label];
}

/** Leaf combinations of a table and, for every cell, which of them it adds up. */
function layout(table: Table): { leaves: string[][]; members: number[][] } {
  const perDim = table.dims.map((dim, at) => {
    const labels = new Set([
      ...Object.keys(dim.groups),
      ...table.cells.map((cell) => cell.key[at]!),
    ]);
    return [...new Set([...labels].flatMap((label) => leavesUnder(dim.groups, label)))];
  });
  const leaves = perDim.reduce<string[][]>(
    (all, each) => all.flatMap((start) => each.map((leaf) => [...start, leaf])),
    [[]],
  );
  const members = table.cells.map(({ key }) => {
    const under = key.map((label, at) => new Set(leavesUnder(table.dims[at]!.groups, label)));
    return leaves.flatMap((leaf, at) => (leaf.every((one, d) => under[d]!.has(one)) ? [at] : []));
  });
  return { leaves, members };
}

const MOST_STEPS = 2_000_000;

/**
 * Every whole-number table with groups up to `cap` that agrees with what is shown, by counting
 * through them: knows nothing of solvers. Returns the largest and smallest value of every group met,
 * and stops once every group can hold k. `complete` is false where there were too many to count.
 */
export function bruteForce(
  table: Table,
  shown: Shown,
  cap: number,
): { leaves: string[][]; least: number[]; most: number[]; tables: number; complete: boolean } {
  const { leaves, members } = layout(table);
  const shownAt = (leaf: readonly string[]) => shown.get(leaf.join('|')) ?? null;
  const enough = leaves.map((leaf) => shownAt(leaf) ?? Math.max(1, table.threshold));
  const bounds = table.cells.map(({ key, value }) => {
    const seen = shown.get(key.join('|')) ?? null;
    const floor = table.zeros === 'published' && value > 0 ? 1 : 0;
    return seen === null ? { low: floor, high: Infinity } : { low: seen, high: seen };
  });
  const cellsOf = leaves.map((_, leaf) =>
    members.flatMap((list, cell) => (list.includes(leaf) ? [cell] : [])),
  );
  const last = members.map((list) => Math.max(-1, ...list));
  const sums = table.cells.map(() => 0);
  const values = leaves.map(() => 0);
  const least = leaves.map(() => Infinity);
  const most = leaves.map(() => -1);
  let tables = 0;
  let steps = 0;
  const done = () => most.every((value, at) => value >= enough[at]!);
  let finished = false;
  const walk = (leaf: number): void => {
    if (finished || ++steps > MOST_STEPS) return;
    if (leaf === leaves.length) {
      tables++;
      values.forEach((value, at) => {
        least[at] = Math.min(least[at]!, value);
        most[at] = Math.max(most[at]!, value);
      });
      finished = done();
      return;
    }
    const own = cellsOf[leaf]!;
    const high = own.reduce((room, cell) => Math.min(room, bounds[cell]!.high - sums[cell]!), cap);
    const low = own.reduce(
      (need, cell) =>
        last[cell] === leaf ? Math.max(need, bounds[cell]!.low - sums[cell]!) : need,
      0,
    );
    for (let value = low; value <= high; value++) {
      values[leaf] = value;
      for (const cell of own) sums[cell] = sums[cell]! + value;
      walk(leaf + 1);
      for (const cell of own) sums[cell] = sums[cell]! - value;
    }
  };
  walk(0);
  return { leaves, least, most, tables, complete: steps <= MOST_STEPS };
}

/** Groups of 1 to k − 1 that remain provably below k; undefined where not counted to the end. */
export function belowThreshold(table: Table, shown: Shown, cap: number): string[] | undefined {
  const { leaves, most, complete } = bruteForce(table, shown, cap);
  if (!complete) return undefined;
  return leaves.flatMap((leaf, at) =>
    most[at]! > 0 && most[at]! < table.threshold ? [leaf.join('|')] : [],
  );
}

/** A fixed sequence of numbers from 0 up to 1. */
export function sequence(seed: number): () => number {
  let state = (seed * 2654435761) % 2147483647 || 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
