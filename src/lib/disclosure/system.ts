import { blocksOf, mergeDims } from './blocks';
import type { Block } from './blocks';
import { allTables, keyText, TableError } from './table';
import type { Table } from './table';

/** The smallest group the report can tell apart: leaf combinations that share all their cells. */
interface Region {
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

interface Builder {
  readonly members: { block: number; combos: number[] }[];
  readonly names: { table: number; key: readonly string[] }[][];
  readonly values: number[];
  readonly lookup: Map<string, number>;
  /** The same figure over other regions: a total of another block, or one declared the same. */
  readonly twins: { cell: number; block: number; combos: number[] }[];
}

/** Every leaf combination of a block that has one of the given leaves in each dimension. */
function combine(block: Block, chosen: readonly (readonly string[])[]): number[] {
  return block.leaves.reduce<number[]>(
    (found, all, at) => {
      const steps = chosen[at]!.map((leaf) => all.indexOf(leaf));
      return found.flatMap((base) => steps.map((step) => base * all.length + step));
    },
    [0],
  );
}

function collectCells(table: Table, blocks: readonly Block[]): Builder {
  const tables = allTables(table);
  const labels = mergeDims(tables);
  const built: Builder = { members: [], names: [], values: [], lookup: new Map(), twins: [] };
  const known = new Map<string, number>();
  const same = new Map<string, string>();
  for (const [first, second] of table.same ?? [])
    same.set(second.table + keyText(second.key), first.table + keyText(first.key));
  tables.forEach((each, number) => {
    const own = each.dims.map((dim) => dim.name);
    const at = blocks.findIndex(({ dims }) => own.every((name) => dims.includes(name)));
    const block = blocks[at]!;
    const alone = !blocks.some((other, to) => to !== at && other.network === block.network);
    for (const { key, value } of each.cells) {
      const leaves = block.dims.map((name, dim) => {
        const place = own.indexOf(name);
        return place < 0 ? block.leaves[dim]! : labels.get(name)!.get(key[place]!)!;
      });
      const full = block.dims.every(
        (name, dim) =>
          block.shared.includes(name) || leaves[dim]!.length === block.leaves[dim]!.length,
      );
      const text = (dim: number) => [...leaves[dim]!].sort().join('\n');
      const print =
        !alone && full
          ? block.network +
            JSON.stringify(block.shared.map((name) => text(block.dims.indexOf(name))))
          : `${at}.` + JSON.stringify(block.dims.map((_, dim) => text(dim)));
      const name = number + keyText(key);
      const twin = built.lookup.get(same.get(name) ?? '');
      let cell = known.get(print) ?? twin;
      if (cell === undefined) {
        cell = built.members.length;
        built.members.push({ block: at, combos: combine(block, leaves) });
        built.names.push([]);
        built.values.push(value);
      } else if (Math.abs(built.values[cell]! - value) > 1e-9 * Math.max(1, value))
        throw new TableError(`${key.join(' × ')} appears twice with different figures.`);
      else if (twin !== undefined && !known.has(print))
        built.twins.push({ cell, block: at, combos: combine(block, leaves) });
      known.set(print, cell);
      built.names[cell]!.push({ table: number, key });
      built.lookup.set(name, cell);
    }
  });
  return built;
}

/** For every leaf combination the shared leaves it lies under, as one number. */
function knotsOf(block: Block, first: Block): Int32Array {
  const shared = block.shared.map((name) => first.leaves[first.dims.indexOf(name)]!);
  const size = block.leaves.reduce((product, leaves) => product * leaves.length, 1);
  return new Int32Array(size).map((_, combo) => {
    const digits: number[] = [];
    for (let rest = combo, dim = block.dims.length - 1; dim >= 0; dim--) {
      digits[dim] = rest % block.leaves[dim]!.length;
      rest = Math.floor(rest / block.leaves[dim]!.length);
    }
    return block.shared.reduce((sum, name, order) => {
      const dim = block.dims.indexOf(name);
      const leaf = block.leaves[dim]![digits[dim]!]!;
      return sum * shared[order]!.length + shared[order]!.indexOf(leaf);
    }, 0);
  });
}

/**
 * Builds the system of a report. Tables that share the same dimensions pairwise (a star) stay
 * separate blocks tied by their common margins: whole-number tables that agree there can always be
 * glued. Any other linkage is multiplied out. Tables without a common dimension are tied only by
 * figures declared the same.
 */
export function buildSystem(table: Table): System {
  const tables = allTables(table);
  const blocks = blocksOf(tables, mergeDims(tables));
  const sizes = blocks.map(({ leaves }) => leaves.reduce((size, each) => size * each.length, 1));
  if (sizes.some((size) => size > LARGEST_BLOCK))
    throw new TableError('The linked tables are too wide to be protected together.');
  const built = collectCells(table, blocks);
  const within = sizes.map((size) => Array.from({ length: size }, () => [] as number[]));
  built.members.forEach(({ block, combos }, cell) => {
    for (const combo of combos) within[block]![combo]!.push(cell);
  });
  for (const { cell, block, combos } of built.twins)
    for (const combo of combos) within[block]![combo]!.push(cell);

  const heads = blocks.map((block) => blocks.findIndex(({ network }) => network === block.network));
  const tied = blocks.map((block, at) =>
    blocks.some((other, to) => to !== at && other.network === block.network),
  );
  const regions: { block: number; leaf: number; cells: number[]; unit: number; knot: number }[] =
    [];
  const cellRegions = built.members.map(() => [] as number[]);
  const twinRegions = new Map(built.twins.map((twin) => [twin, [] as number[]]));
  within.forEach((combos, block) => {
    const knots = tied[block] ? knotsOf(blocks[block]!, blocks[heads[block]!]!) : undefined;
    const seen = new Set<string>();
    combos.forEach((cells, leaf) => {
      const knot = knots?.[leaf] ?? -1;
      const print = `${knot}:${cells.join()}`;
      if ((cells.length === 0 && knot < 0) || seen.has(print)) return;
      seen.add(print);
      for (const cell of cells)
        if (built.members[cell]!.block === block) cellRegions[cell]!.push(regions.length);
      for (const [twin, list] of twinRegions)
        if (twin.block === block && cells.includes(twin.cell)) list.push(regions.length);
      regions.push({ block, leaf, cells, unit: -1, knot });
    });
  });
  const rows: SystemRow[] = [];
  const tie = (plus: readonly number[], minus: readonly number[]) =>
    rows.push({
      regions: [...plus, ...minus],
      coefs: [...plus.map(() => 1), ...minus.map(() => -1)],
      ...{ cell: -1, down: 0, up: 0 },
    });
  cellRegions.forEach((list, cell) => {
    if (list.length === 1) regions[list[0]!]!.unit = cell;
    if (list.length > 1)
      rows.push({ regions: list, coefs: list.map(() => 1), cell, down: 0, up: 0 });
    if (list.length === 0 && built.values[cell] !== 0)
      throw new TableError(`${built.names[cell]![0]!.key.join(' × ')} has no members.`);
  });
  for (const [twin, list] of twinRegions) tie(cellRegions[twin.cell]!, list);
  const under = new Map<string, number[]>();
  regions.forEach(({ block, knot }, at) => {
    if (knot < 0) return;
    const place = `${block}:${knot}`;
    under.set(place, [...(under.get(place) ?? []), at]);
  });
  for (const [place, list] of under) {
    const [block, knot] = place.split(':').map(Number) as [number, number];
    if (heads[block] !== block) tie(under.get(`${heads[block]}:${knot}`) ?? [], list);
  }
  return {
    blocks,
    regions,
    cells: built.values.map((value, cell) => ({
      value,
      regions: cellRegions[cell]!,
      names: built.names[cell]!,
    })),
    rows,
    cellOf: (number, key) => built.lookup.get(number + keyText(key)) ?? -1,
  };
}
