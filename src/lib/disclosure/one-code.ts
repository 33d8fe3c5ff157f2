import { mergeDims } from './blocks';
import type { Requirement } from './requirement';
import { UNBOUNDED } from './program';
import type { System, SystemRow } from './system';
import { allTables, keyText } from './table';
import type { Key, LinkedTable, Table } from './table';

/** A group of which all, or all but a few, have one label of a sensitive dimension. */
interface OneCode {
  /** The cell that has nearly all. */
  readonly cell: number;
  /** Cells that together are the group. */
  readonly group: readonly number[];
  /** People of the group with another label. */
  readonly others: number;
  /** Cells of the other labels that hold nobody. */
  readonly zeros: readonly number[];
}

const isInside = (inner: readonly string[], outer: ReadonlySet<string>) =>
  inner.every((leaf) => outer.has(leaf));

/** Groups of one row of labels: what the cells along one dimension tell. */
function inRow(
  labels: ReadonlyMap<string, readonly string[]>,
  groups: readonly string[],
  at: ReadonlyMap<string, number>,
  system: System,
  coalition: number,
  impossible: (cell: number) => boolean,
): OneCode[] {
  const leaves = [...new Set([...labels.values()].flat())];
  const wholes = [undefined, ...groups].map((label) => ({
    cell: label === undefined ? undefined : at.get(label),
    leaves: label === undefined ? leaves : labels.get(label)!,
  }));
  return wholes.flatMap((whole) => {
    const parts = whole.leaves.map((leaf) => at.get(leaf));
    const group = whole.cell === undefined ? parts : [whole.cell];
    if (!group.every((cell) => cell !== undefined)) return [];
    const size = group.reduce((sum, cell) => sum + system.cells[cell]!.value, 0);
    const within = new Set(whole.leaves);
    return [...at].flatMap(([label, cell]) => {
      const own = new Set(labels.get(label)!);
      if (!isInside([...own], within) || own.size === within.size) return [];
      const { value } = system.cells[cell]!;
      if (value === 0 || size - value > coalition) return [];
      const zeros = [...at].flatMap(([other, there]) => {
        const theirs = labels.get(other)!;
        const apart = isInside(theirs, within) && !theirs.some((leaf) => own.has(leaf));
        return apart && system.cells[there]!.value === 0 && !impossible(there) ? [there] : [];
      });
      // Where no other label is possible, having this one is no news.
      if (size === value && zeros.length === 0) return [];
      return [{ cell, group, others: size - value, zeros }];
    });
  });
}

/**
 * Cells that say of everybody in a group, or of all but `coalition`, which label they have: |p| − m ≤
 * |c| (k-disclosure, Lupp & Langsrud 2021). `group` is any label of the dimension, or all of them.
 */
function oneCodes(table: Table, system: System): OneCode[] {
  const tables = allTables(table);
  const names = new Set(
    tables.flatMap(({ dims }) => dims.filter((dim) => dim.sensitive).map(({ name }) => name)),
  );
  if (names.size === 0 || table.kind !== 'count') return [];
  const merged = mergeDims(tables);
  const never = new Set(
    tables.flatMap((each, number) =>
      (each.structuralZeros ?? []).map((key) => system.cellOf(number, key)),
    ),
  );
  const along = (each: LinkedTable, number: number, dim: number) => {
    const rows = new Map<string, Map<string, number>>();
    const rest = (key: Key) => keyText(key.filter((_, other) => other !== dim));
    for (const { key } of each.cells) {
      const row = rows.get(rest(key)) ?? new Map<string, number>();
      rows.set(rest(key), row.set(key[dim]!, system.cellOf(number, key)));
    }
    const groups = Object.keys(each.dims[dim]!.groups);
    return [...rows.values()].flatMap((row) =>
      inRow(merged.get(each.dims[dim]!.name)!, groups, row, system, table.coalition ?? 1, (cell) =>
        never.has(cell),
      ),
    );
  };
  return tables.flatMap((each, number) =>
    each.dims.flatMap(({ name }, dim) => (names.has(name) ? along(each, number, dim) : [])),
  );
}

/** Cells to be withheld because a group has one label, and zeros that may be withheld to hide it. */
export function oneCodeCells(
  table: Table,
  system: System,
): { primary: Uint8Array; zeros: Uint8Array } {
  const primary = new Uint8Array(system.cells.length);
  const zeros = new Uint8Array(system.cells.length);
  for (const one of oneCodes(table, system)) {
    primary[one.cell] = 1;
    for (const cell of one.zeros) zeros[cell] = 1;
  }
  return { primary, zeros };
}

/**
 * Rows that count the people of a group with another label, and what must hold of each: there may be
 * more of them than the coalition. `first` is the number of the first row among all.
 */
export function oneCodeRows(
  table: Table,
  system: System,
  first: number,
): { rows: SystemRow[]; requirements: Requirement[] } {
  const rows: SystemRow[] = [];
  const requirements: Requirement[] = [];
  const seen = new Set<string>();
  for (const { cell, group, others } of oneCodes(table, system)) {
    const coefs = new Map<number, number>();
    const add = (at: number, sign: number) => {
      for (const region of system.cells[at]!.regions)
        coefs.set(region, (coefs.get(region) ?? 0) + sign);
    };
    for (const at of group) add(at, 1);
    add(cell, -1);
    const terms = [...coefs].filter(([, coef]) => coef !== 0).sort(([a], [b]) => a - b);
    const print = terms.join(';');
    if (seen.has(print)) continue;
    seen.add(print);
    requirements.push({
      target: system.regions.length + first + rows.length,
      cell: -1,
      kind: 'rise',
      need: (table.coalition ?? 1) + 1 - others,
      orZero: false,
    });
    rows.push({
      regions: terms.map(([region]) => region),
      coefs: terms.map(([, coef]) => coef),
      ...{ cell: -1, down: UNBOUNDED, up: UNBOUNDED },
    });
  }
  return { rows, requirements };
}
