import { leavesOf, TableError } from './table';
import type { Dimension, LinkedTable } from './table';

/** Dimensions that are multiplied out together, with leaf combinations numbered row-major. */
export interface Block {
  readonly dims: readonly string[];
  readonly leaves: readonly (readonly string[])[];
  /** Blocks of one network have their totals over the `shared` dimensions in common. */
  readonly network: number;
  readonly shared: readonly string[];
}

/** The leaves under every label of every dimension, over all tables. */
export type Labels = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Joins dimensions of one name; refuses groups that differ. */
export function mergeDims(tables: readonly LinkedTable[]): Labels {
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

/** Tables that can be reached from one another by dimensions of the same name. */
function networksOf(sets: readonly (readonly string[])[]): (readonly string[])[][] {
  const networks: (readonly string[])[][] = [];
  for (const set of sets) {
    const touched = networks.filter((network) =>
      network.some((other) => other.some((name) => set.includes(name))),
    );
    const joined = [...touched.flat(), set];
    for (const old of touched) networks.splice(networks.indexOf(old), 1);
    networks.push(joined);
  }
  return networks;
}

/** Keeps the widest tables apart where they form a star, else multiplies everything out. */
function plansOf(network: (readonly string[])[]): { dims: readonly string[]; shared: string[] }[] {
  const kept = network.filter(
    (set, at) =>
      !network.some(
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
  if (!star) return [{ dims: [...new Set(kept.flat())], shared: [] }];
  return kept.map((dims) => ({ dims, shared: kept.length > 1 ? common : [] }));
}

/** The blocks of a report. */
export function blocksOf(tables: readonly LinkedTable[], labels: Labels): Block[] {
  const sets = tables.map((table) => table.dims.map((dim) => dim.name));
  return networksOf(sets).flatMap((network, number) =>
    plansOf(network).map(({ dims, shared }) => ({
      dims,
      shared,
      network: number,
      leaves: dims.map((name) => [...new Set([...labels.get(name)!.values()].flat())]),
    })),
  );
}
