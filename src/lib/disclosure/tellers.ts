import { refText } from './plan';
import { PrimeRank } from './prime-rank';
import { buildSystem } from './system';
import type { System } from './system';
import { allTables, keyText } from './table';
import type { CellRef, Table } from './table';

/**
 * Whether all tables tell a sum or difference of groups of the lower tables that these do not tell themselves.
 * What can be said of those groups at all are sums over the finest of them (atoms).
 */
function tellsMore(
  system: System,
  open: readonly boolean[],
  lower: { readonly has: readonly boolean[]; readonly open: readonly boolean[] },
): boolean {
  const count = system.regions.length;
  const signatures: number[][] = Array.from({ length: count }, () => []);
  system.cells.forEach(({ regions }, cell) => {
    if (lower.has[cell]) for (const region of regions) signatures[region]!.push(cell);
  });
  const atoms = new Map<string, number[]>();
  const atomOf = new Int32Array(count).fill(-1);
  signatures.forEach((cells, region) => {
    if (cells.length === 0) return;
    const print = `${system.regions[region]!.block}:${cells.join()}`;
    const list = atoms.get(print) ?? [];
    atoms.set(print, list);
    list.push(region);
  });
  [...atoms.values()].forEach((list, at) => {
    for (const region of list) atomOf[region] = at;
  });
  const ties = system.rows.filter(({ cell }) => cell < 0);
  // What the lower tables tell, over atoms.
  const below = new PrimeRank(atoms.size);
  system.cells.forEach(({ regions, value }, cell) => {
    if (!lower.open[cell]) return;
    const own = new Set(regions.map((region) => atomOf[region]!));
    if (value > 0) below.add([...own].map((atom) => [atom, 1] as const));
    else for (const atom of own) below.add([[atom, 1]]);
  });
  for (const { regions, coefs } of ties) {
    const sum = new Map<number, number>();
    let whole = true;
    regions.forEach((region, at) => {
      const atom = atomOf[region]!;
      whole &&= atom >= 0 && (sum.get(atom) ?? coefs[at]!) === coefs[at]!;
      sum.set(atom, coefs[at]!);
    });
    if (whole) below.add(sum);
  }
  // What all tables tell, over the regions that are not known by themselves.
  const known = new Uint8Array(count);
  system.cells.forEach(({ regions, value }, cell) => {
    if (open[cell] && (value === 0 || regions.length === 1))
      for (const region of regions) known[region] = 1;
  });
  const place = new Int32Array(count).fill(-1);
  let width = 0;
  for (let region = 0; region < count; region++) if (!known[region]) place[region] = width++;
  const live = (regions: readonly number[], coefs?: readonly number[]) =>
    regions.flatMap((region, at) =>
      place[region]! < 0 ? [] : [[place[region]!, coefs?.[at] ?? 1] as const],
    );
  const all = new PrimeRank(width);
  system.cells.forEach(({ regions }, cell) => {
    if (open[cell]) all.add(live(regions));
  });
  for (const { regions, coefs } of ties) all.add(live(regions, coefs));
  let more = 0;
  for (const list of atoms.values()) if (all.add(live(list))) more += 1;
  return atoms.size - more > below.rank;
}

/**
 * Cells of the new tables to be withheld besides, so that all tables together tell of the groups of each set
 * of lower tables (by number) no sum or difference that these do not tell themselves. Then what two tables
 * with the same lower ones tell together is what each tells alone.
 */
export function tellers(
  table: Table,
  shown: ReadonlySet<string>,
  lower: readonly ReadonlySet<number>[],
): CellRef[] {
  if (lower.length === 0) return [];
  const tables = allTables(table);
  const system = buildSystem(table);
  const isOpen = (ref: CellRef) =>
    tables[ref.table]!.before?.has(keyText(ref.key)) ?? shown.has(refText(ref));
  const open = system.cells.map(({ names }) => names.some(isOpen));
  const sets = lower.map((set) => ({
    has: system.cells.map(({ names }) => names.some((name) => set.has(name.table))),
    open: system.cells.map(({ names }) =>
      names.some((name) => set.has(name.table) && isOpen(name)),
    ),
  }));
  const hidden: CellRef[] = [];
  const isNew = (cell: number) =>
    system.cells[cell]!.names.every((name) => !tables[name.table]!.before);
  const hide = (cell: number) => {
    open[cell] = false;
    hidden.push(...system.cells[cell]!.names.filter((name) => !tables[name.table]!.before));
  };
  // A figure that a lower table withholds under another name.
  system.cells.forEach(({ names }, cell) => {
    const before = names.filter((name) => tables[name.table]!.before);
    if (open[cell] && before.length > 0 && !before.some(isOpen)) hide(cell);
  });
  for (const set of sets) {
    const withheld = new Set(
      system.cells.flatMap(({ regions }, cell) =>
        set.has[cell] && !set.open[cell] ? regions : [],
      ),
    );
    const candidates = system.cells
      .map((_, cell) => cell)
      .filter(
        (cell) =>
          open[cell] &&
          isNew(cell) &&
          system.cells[cell]!.value > 0 &&
          system.cells[cell]!.regions.every((region) => withheld.has(region)),
      )
      .sort((a, b) => system.cells[a]!.value - system.cells[b]!.value || a - b);
    const step = Math.max(1, Math.ceil(candidates.length / 8));
    while (tellsMore(system, open, set)) {
      const next = candidates.splice(0, step);
      if (next.length === 0) {
        // Nothing of the new tables then: what is left is told by tables shown before.
        system.cells.forEach((_, cell) => open[cell] && isNew(cell) && hide(cell));
        break;
      }
      next.forEach(hide);
    }
  }
  return hidden;
}
