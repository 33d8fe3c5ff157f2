import { mergeDims } from './blocks';
import type { System } from './system';
import { allTables, checkCells, keyText, TableError } from './table';
import type { EarlierTable, Key, LinkedTable, Table } from './table';

/** Names a group by its leaves, alike in every table; dimensions that it covers are left out. */
function printer(tables: readonly LinkedTable[]) {
  const labels = mergeDims(tables);
  const sizes = new Map(
    [...labels].map(([name, own]) => [name, new Set([...own.values()].flat()).size]),
  );
  return ({ dims }: Pick<LinkedTable, 'dims'>, key: Key): string =>
    JSON.stringify(
      dims
        .map(({ name }, at) => [name, [...labels.get(name)!.get(key[at]!)!].sort()] as const)
        .filter(([name, leaves]) => leaves.length < sizes.get(name)!)
        .sort(([one], [two]) => (one < two ? -1 : 1)),
    );
}

/**
 * The table with those published before as linked tables whose shown figures are fixed. What was
 * withheld takes its true figure from itself or from the same group of the new tables. Refuses, by
 * name and without a figure, an earlier figure that differs from the new one, that is small or whose
 * truth nothing tells.
 */
export function withEarlier(table: Table): Table {
  const { earlier = [], ...rest } = table;
  if (earlier.length === 0) return table;
  const given = allTables(rest);
  const blank = earlier.map(({ dims, cells }) => ({
    dims,
    cells: cells.map(({ key }) => ({ key, value: 0 })),
  }));
  for (const each of blank) {
    if (!Array.isArray(each.dims) || each.dims.length === 0)
      throw new TableError('An earlier table needs dims.');
    checkCells(each, 'count');
  }
  const print = printer([...given, ...blank]);
  const now = new Map(
    given.flatMap((each) => each.cells.map(({ key, value }) => [print(each, key), value] as const)),
  );
  const added = earlier.map((each): LinkedTable => {
    const hidden = new Set(each.suppressed?.map(keyText));
    const shown = new Set<string>();
    const cells = each.cells.map(({ key, value }) => {
      const words = `${key.join(' × ')} of an earlier table`;
      const other = now.get(print(each, key));
      const truth = value ?? other;
      if (truth === undefined)
        throw new TableError(`${words} was withheld, and no new table has it: give its figure.`);
      if (other !== undefined && Math.abs(other - truth) > 1e-9 * Math.max(1, truth))
        throw new TableError(
          `${words} has another figure now: who compares the two sees the difference. Keep the published ` +
            'figures of that period, or give both as groups of one dimension.',
        );
      const open = value !== null && !hidden.has(keyText(key));
      if (open && table.kind === 'count' && truth > 0 && truth < table.threshold)
        throw new TableError(`${words} is shown and below the threshold: nothing can hide it now.`);
      if (open) shown.add(keyText(key));
      return { key, value: truth };
    });
    return { dims: each.dims, cells, before: shown };
  });
  return { ...rest, linked: [...(rest.linked ?? []), ...added] };
}

/**
 * Cells that earlier tables show, that only they have and withhold, that one of them withholds, and
 * that one of them withholds where it shows its zeros: so many have at least 1.
 */
export function knownBefore(
  table: Table,
  system: System,
): { shown: Uint8Array; hidden: Uint8Array; held: Uint8Array; least: Uint8Array } {
  const tables = allTables(table);
  const mark = (chosen: (name: { table: number; key: Key }) => boolean, all: boolean) =>
    Uint8Array.from(system.cells, ({ names }) =>
      (all ? names.every(chosen) : names.some(chosen)) ? 1 : 0,
    );
  const before = (number: number) => tables[number]!.before;
  return {
    shown: mark(({ table: at, key }) => before(at)?.has(keyText(key)) ?? false, false),
    hidden: mark(({ table: at, key }) => before(at)?.has(keyText(key)) === false, true),
    held: mark(({ table: at, key }) => before(at)?.has(keyText(key)) === false, false),
    least: mark(
      ({ table: at, key }) =>
        before(at)?.has(keyText(key)) === false &&
        table.kind === 'count' &&
        !tables[at]!.hidZeros &&
        !tables[at]!.structuralZeros?.some((zero) => keyText(zero) === keyText(key)),
      false,
    ),
  };
}

/** Earlier tables of which one, if it had not been published, would leave a safe pattern. */
export const withoutEach = (earlier: readonly EarlierTable[]): (readonly EarlierTable[])[] =>
  earlier.map((_, at) => earlier.filter((__, other) => other !== at));
