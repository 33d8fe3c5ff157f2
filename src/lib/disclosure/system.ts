import { allTables, keyText, leavesOf, TableError } from './table';
import type { Dimension, LinkedTable, Table } from './table';

/** The smallest group the report can tell apart: leaf combinations that share all their cells. */
export interface Region {
  readonly block: number;
  /** Leaf combination that stands for the region, as an index within its block. */
  readonly leaf: number;
  readonly cells: readonly number[];
  /** The cell that is exactly this region, or −1. */
  readonly unit: number;
}

/** Published cells over one set of regions; several keys mean the same figure under two names. */
export interface SystemCell {
  readonly value: number;
  readonly regions: readonly number[];
  /** Table number and key of each name. */
  readonly names: readonly { readonly table: number; readonly key: readonly string[] }[];
}

/** A sum over regions that is tied to a cell, to 0 (two tables meet) or to a rate's interval. */
export interface SystemRow {
  readonly regions: readonly number[];
  readonly coefs: readonly number[];
  readonly cell: number;
  /** How far the sum may fall and rise where no cell rules it. */
  readonly down: number;
  readonly up: number;
}

/** Dimensions that are multiplied out together, with leaf combinations numbered row-major. */
export interface Block {
  readonly dims: readonly string[];
  readonly leaves: readonly (readonly string[])[];
}

/** A report as one linear system over whole numbers. */
export interface System {
  readonly blocks: readonly Block[];
  readonly regions: readonly Region[];
  readonly cells: readonly SystemCell[];
  /** Rows of cells made of several regions, then rows that tie blocks together. */
  readonly rows: readonly SystemRow[];
  /** Table number and key → cell. */
  readonly cellOf: (table: number, key: readonly string[]) => number;
}

const LARGEST_BLOCK = 400_000;

function mergeDims(tables: readonly LinkedTable[]): Map<string, Map<string, readonly string[]>> {
  const merged = new Map<string, Dimension>();
  const used = new Map<string, Set<string>>();
  for (const table of tables)
    table.dims.forEach((dim, at) => {
      const before = merged.get(dim.name);
      for (const [label, members] of Object.entries(dim.groups)) {
        const other = before?.groups[label];
        if (other && [...other].sort().join('\n') !== [...members].sort().join('\n'))
          throw new TableError(`Group ${label} of ${dim.name} differs between linked tables.`);
      }
      const leaves =
        before?.leaves || dim.leaves
          ? [...new Set([...(before?.leaves ?? []), ...(dim.leaves ?? [])])]
          : undefined;
      merged.set(dim.name, {
        name: dim.name,
        groups: { ...before?.groups, ...dim.groups },
        ...(leaves && { leaves }),
      });
      const labels = used.get(dim.name) ?? new Set<string>();
      for (const cell of table.cells) labels.add(cell.key[at]!);
      used.set(dim.name, labels);
    });
  return new Map([...merged].map(([name, dim]) => [name, leavesOf(dim, used.get(name)!)]));
}

/** Tables whose dimensions another table has too are read inside that table's block. */
function blocksOf(tables: readonly LinkedTable[]): { dims: string[]; shared: string[] }[] {
  const sets = tables.map((table) => table.dims.map((dim) => dim.name));
  let kept = sets.filter(
    (set, at) =>
      !sets.some(
        (other, to) =>
          to !== at &&
          set.every((name) => other.includes(name)) &&
          (other.length > set.length || to < at),
      ),
  );
  const common = kept[0]!.filter((name) => kept.every((set) => set.includes(name)));
  const star = kept.every((set, at) =>
    kept.every(
      (other, to) =>
        to === at || set.filter((name) => other.includes(name)).length === common.length,
    ),
  );
  if (!star) kept = [[...new Set(kept.flat())]];
  return kept.map((dims) => ({ dims, shared: kept.length > 1 ? common : [] }));
}

/**
 * Builds the system of a report. Tables that share the same dimensions pairwise (a star) stay
 * separate blocks tied by their common margins: whole-number tables that agree there can always be
 * glued. Any other linkage is multiplied out.
 */
export function buildSystem(table: Table): System {
  const tables = allTables(table);
  const labels = mergeDims(tables);
  const plans = blocksOf(tables);
  const blocks: Block[] = plans.map(({ dims }) => ({
    dims,
    leaves: dims.map((name) => [...new Set([...labels.get(name)!.values()].flat())]),
  }));
  const sizes = blocks.map((block) => block.leaves.reduce((size, each) => size * each.length, 1));
  if (sizes.some((size) => size > LARGEST_BLOCK))
    throw new TableError('The linked tables are too wide to be protected together.');
  const positions = blocks.map((block) =>
    block.leaves.map((each) => new Map(each.map((leaf, at) => [leaf, at]))),
  );
  const combine = (block: number, choice: (name: string, at: number) => readonly string[]) => {
    let found = [0];
    blocks[block]!.dims.forEach((name, at) => {
      const size = blocks[block]!.leaves[at]!.length;
      const steps = choice(name, at).map((leaf) => positions[block]![at]!.get(leaf)!);
      found = found.flatMap((base) => steps.map((step) => base * size + step));
    });
    return found;
  };

  const members: { block: number; combos: number[] }[] = [];
  const names: { table: number; key: readonly string[] }[][] = [];
  const values: number[] = [];
  const known = new Map<string, number>();
  const lookup = new Map<string, number>();
  tables.forEach((each, number) => {
    const own = each.dims.map((dim) => dim.name);
    const block = plans.findIndex(({ dims }) => own.every((name) => dims.includes(name)));
    const { dims, shared } = plans[block]!;
    for (const { key, value } of each.cells) {
      const leaves = dims.map((name, at) => {
        const place = own.indexOf(name);
        return place < 0 ? blocks[block]!.leaves[at]! : labels.get(name)!.get(key[place]!)!;
      });
      const full = dims.every(
        (name, at) =>
          shared.includes(name) || leaves[at]!.length === blocks[block]!.leaves[at]!.length,
      );
      const text = (at: number) => [...leaves[at]!].sort().join('\n');
      const print =
        plans.length > 1 && full
          ? JSON.stringify(shared.map((name) => text(dims.indexOf(name))))
          : block + JSON.stringify(dims.map((_, at) => text(at)));
      let cell = known.get(print);
      if (cell === undefined) {
        cell = members.length;
        known.set(print, cell);
        members.push({ block, combos: combine(block, (_, at) => leaves[at]!) });
        names.push([]);
        values.push(value);
      } else if (Math.abs(values[cell]! - value) > 1e-9 * Math.max(1, value))
        throw new TableError(`${key.join(' × ')} appears twice with different figures.`);
      names[cell]!.push({ table: number, key });
      lookup.set(number + keyText(key), cell);
    }
  });

  const within = blocks.map((_, block) =>
    Array.from({ length: sizes[block]! }, () => [] as number[]),
  );
  members.forEach(({ block, combos }, cell) => {
    for (const combo of combos) within[block]![combo]!.push(cell);
  });
  const tie = plans.map(({ dims, shared }, block) => {
    const sharedLeaves = shared.map((name) => blocks[0]!.leaves[plans[0]!.dims.indexOf(name)]!);
    const at = new Int32Array(plans.length > 1 ? sizes[block]! : 0);
    if (plans.length === 1) return at;
    for (let combo = 0; combo < at.length; combo++) {
      const digits: number[] = [];
      for (let rest = combo, dim = dims.length - 1; dim >= 0; dim--) {
        const size = blocks[block]!.leaves[dim]!.length;
        digits[dim] = rest % size;
        rest = Math.floor(rest / size);
      }
      at[combo] = shared.reduce((sum, name, order) => {
        const dim = dims.indexOf(name);
        const leaf = blocks[block]!.leaves[dim]![digits[dim]!]!;
        return sum * sharedLeaves[order]!.length + sharedLeaves[order]!.indexOf(leaf);
      }, 0);
    }
    return at;
  });

  const regions: { block: number; leaf: number; cells: number[]; unit: number; tie: number }[] = [];
  const cellRegions = members.map(() => [] as number[]);
  within.forEach((combos, block) => {
    const seen = new Set<string>();
    combos.forEach((cells, leaf) => {
      const knot = tie[block]![leaf] ?? -1;
      if (cells.length === 0 && knot < 0) return;
      const print = `${knot}:${cells.join()}`;
      if (seen.has(print)) return;
      seen.add(print);
      for (const cell of cells) cellRegions[cell]!.push(regions.length);
      regions.push({ block, leaf, cells, unit: -1, tie: knot });
    });
  });
  cellRegions.forEach((list, cell) => {
    if (list.length === 1) regions[list[0]!]!.unit = cell;
  });
  const rows: SystemRow[] = [];
  cellRegions.forEach((list, cell) => {
    if (list.length > 1)
      rows.push({ regions: list, coefs: list.map(() => 1), cell, down: 0, up: 0 });
  });
  const knots = plans.length > 1 ? Math.max(-1, ...regions.map((region) => region.tie)) + 1 : 0;
  for (let block = 1; block < plans.length; block++)
    for (let knot = 0; knot < knots; knot++) {
      const tied = regions
        .map((region, at) => ({ region, at }))
        .filter(({ region }) => region.tie === knot && [0, block].includes(region.block));
      rows.push({
        regions: tied.map(({ at }) => at),
        coefs: tied.map(({ region }) => (region.block === 0 ? 1 : -1)),
        cell: -1,
        down: 0,
        up: 0,
      });
    }
  return {
    blocks,
    regions,
    cells: values.map((value, cell) => ({
      value,
      regions: cellRegions[cell]!,
      names: names[cell]!,
    })),
    rows,
    cellOf: (number, key) => lookup.get(number + keyText(key)) ?? -1,
  };
}
