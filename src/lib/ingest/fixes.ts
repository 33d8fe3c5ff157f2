/** Cells of one column that cannot be read and look alike, and what was done about them. */
export interface GroupFix {
  /** Source column. */
  readonly column: string;
  /** As a `ProblemGroup` names it: a form such as `99.99.9999`, or a spelling of a code. */
  readonly like: string;
  readonly as: 'unknown' | 'exclude';
}

/** One cell that was given another content. */
export interface CellFix {
  readonly column: string;
  /** Print of its row, as `rowPrints` makes it. */
  readonly row: string;
  /** What stands there now, as it would stand in the file; null for an unknown value. */
  readonly to: string | null;
}

/** What is repaired in the rows of one file. */
export interface Fixes {
  readonly groups: readonly GroupFix[];
  readonly cells: readonly CellFix[];
}

/** The later word about the same cells holds. */
export const joinFixes = (...lists: readonly Partial<Fixes>[]): Fixes => ({
  groups: lastOf(
    lists.flatMap(({ groups = [] }) => groups),
    ({ column, like }) => JSON.stringify([column, like]),
  ),
  cells: lastOf(
    lists.flatMap(({ cells = [] }) => cells),
    ({ column, row }) => JSON.stringify([column, row]),
  ),
});

const lastOf = <T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] => [
  ...new Map(list.map((one) => [keyOf(one), one])).values(),
];

/** True for what a recipe may hold of repairs; a recipe comes from a file that anybody can write. */
export function areFixes(value: unknown): value is Fixes {
  const record = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null;
  const each = (list: unknown, test: (one: Record<string, unknown>) => boolean) =>
    Array.isArray(list) && list.every((one) => record(one) && test(one));
  const words = (...list: readonly unknown[]) => list.every((one) => typeof one === 'string');
  return (
    record(value) &&
    each(
      value.groups,
      ({ column, like, as }) => words(column, like) && (as === 'unknown' || as === 'exclude'),
    ) &&
    each(value.cells, ({ column, row, to }) => words(column, row) && (to === null || words(to)))
  );
}
