import { columnOf, prefixOf } from './cut';
import type { Cut } from './cut';
import type { Draft, DraftRow } from './draft';
import { MOST_COLUMNS } from './lattice';
import type { Stand } from './lattice';
import { withoutNeedless } from './needless-rows';
import { refText } from './plan';
import type { ShareOf, ShareSum } from './share-limits';
import type { Spot } from './spot';
import { keyText } from './table';
import type { Key } from './table';

/** A figure of which only what its lattice shows is left open. */
interface Restricted {
  readonly draft: Draft;
  /** Some of its tables are not part of what can be protected together. */
  readonly unplanned: boolean;
}

/** The cells of a protected table by what they count. */
interface Known {
  readonly cells: ReadonlyMap<string, { readonly value: number; readonly open: boolean }>;
  /** By names of dimensions: the labels that each has. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

type Named = readonly (readonly [name: string, label: string])[];

const printOf = (cell: Named): string =>
  JSON.stringify([...cell].sort(([one], [other]) => (one < other ? -1 : 1)));

const namesOf = (names: readonly string[]): string => [...names].sort().join('\n');

function knownOf({ entry }: Stand): Known {
  const cells = new Map<string, { value: number; open: boolean }>();
  const labels = new Map<string, Map<string, Set<string>>>();
  for (const { dims, cells: own, shown } of entry.tables) {
    const open = new Set(shown);
    const within =
      labels.get(namesOf(dims.map(({ name }) => name))) ?? new Map<string, Set<string>>();
    labels.set(namesOf(dims.map(({ name }) => name)), within);
    for (const { name, groups, leaves = [] } of dims)
      within.set(
        name,
        new Set([...(within.get(name) ?? []), ...leaves, ...Object.values(groups).flat()]),
      );
    for (const { key, value } of own) {
      const print = printOf(dims.map(({ name }, at) => [name, key[at]!] as const));
      const before = cells.get(print);
      cells.set(print, { value, open: open.has(keyText(key)) && (before?.open ?? true) });
    }
  }
  return { cells, labels };
}

/** Number of kinds of periods that sums are looked for in. */
interface Levels {
  readonly count: number;
  /** Periods that are sums of others may be read as such. */
  readonly sums: boolean;
}

/**
 * Leaves open what the protected tables of its lattice show: a count is shown where every cell of the table
 * crossed by its filters and breakdowns that adds up to it is shown there, and the sum is the count.
 */
export async function restrict(
  draft: Draft,
  cut: Cut,
  levels: Levels,
  at: (spot: Spot) => Promise<Stand>,
): Promise<Restricted> {
  const base = await at({ columns: [], level: 0 });
  const known = new Map<Stand, Known>();
  const knowing = (stand: Stand) =>
    known.get(stand) ?? known.set(stand, knownOf(stand)).get(stand)!;
  const filters = Object.keys(cut.where);
  let milliseconds = 0;
  let unplanned = false;
  const met = new Set<Stand>();
  const tiles = new Map<string, Promise<{ level: number; labels: string[] } | undefined>>();
  const tile = (label: string) => {
    const found = tiles.get(label) ?? tileOf(cut.periods[label], levels, at);
    tiles.set(label, found);
    return found;
  };

  const isOpen = async (dims: readonly { readonly name: string }[], key: Key, value: number) => {
    const cell = dims
      .map(({ name }, dim) => [name, key[dim]!] as const)
      .filter(([name, label]) => base.names.has(name) || label !== 'total');
    const split = cell.flatMap(([name]) => (base.names.has(name) ? [] : [columnOf(name)]));
    const columns = [...new Set([...filters, ...split])].sort();
    if (columns.length > MOST_COLUMNS) {
      unplanned = true;
      return false;
    }
    const period = cell.findIndex(([name]) => columnOf(name) === 'period');
    const time = period < 0 ? { level: 0, labels: [''] } : await tile(cell[period]![1]);
    if (!time) {
      unplanned = true;
      return false;
    }
    const stand = await at({ columns, level: time.level });
    if (!met.has(stand)) milliseconds += stand.milliseconds;
    met.add(stand);
    if (stand.refused) {
      unplanned = true;
      return false;
    }
    const prefix = prefixOf(cell[0]![0]);
    // A code that the filter shuts out is nobody's, whatever the tables show.
    const outside = cell.some(
      ([name, label]) =>
        !base.names.has(name) && cut.where[columnOf(name)]?.includes(label) === false,
    );
    if (outside) return value === 0;
    const further = filters.filter((column) => !split.includes(column));
    const leaves = further.reduce<Named[]>(
      (all, column) =>
        all.flatMap((one) =>
          cut.where[column]!.map((code): Named => [...one, [prefix + column, code]]),
        ),
      time.labels.map((label): Named =>
        cell.map(([name, own], i) => [name, i === period ? label : own]),
      ),
    );
    const isShown = sumOf(leaves, knowing(stand)) === value;
    unplanned ||= !isShown && stand.tooWide;
    return isShown;
  };

  const open = new Set<string>();
  for (const [table, { dims, cells }] of draft.tables.entries())
    for (const { key, value } of cells)
      if (await isOpen(dims, key, value)) open.add(refText({ table, key }));
  const isSumOpen = async ({ count, value }: ShareSum) =>
    open.has(refText(count)) || isOpen(draft.tables[count.table]!.dims, count.key, value);
  const shares = new Map<DraftRow, ShareOf>();
  for (const row of draft.rows) {
    if (!row.share || row.counts.every((ref) => open.has(refText(ref)))) continue;
    const sums: ShareSum[] = [];
    for (const sum of row.share.sums) if (await isSumOpen(sum)) sums.push(sum);
    shares.set(row, { ...row.share, sums });
  }
  const shows = <T extends { readonly counts: Draft['rows'][number]['counts'] }>(one: T) =>
    one.counts.every((ref) => open.has(refText(ref)))
      ? one
      : { ...one, counts: [], withhold: true };
  const cells = draft.tables.reduce((sum, table) => sum + table.cells.length, 0);
  return {
    unplanned,
    draft: {
      ...draft,
      rows: withoutNeedless(draft, (ref) => open.has(refText(ref))).map((row) => ({
        ...shows(row),
        share: shares.get(row),
      })),
      steps: draft.steps.map(shows),
      tables: draft.tables.map((table, number) => ({
        ...table,
        cells: table.cells.filter(({ key }) => open.has(refText({ table: number, key }))),
        structuralZeros: table.structuralZeros?.filter((key) =>
          open.has(refText({ table: number, key })),
        ),
      })),
      ...(draft.same && {
        same: draft.same.filter((pair) => pair.every((ref) => open.has(refText(ref)))),
      }),
      decided: { hides: open.size < cells, milliseconds },
    },
  };
}

/** The sum of cells of a protected table; undefined where one of them is withheld or unknown. */
function sumOf(leaves: readonly Named[], { cells, labels }: Known): number | undefined {
  let sum = 0;
  for (const leaf of leaves) {
    const cell = cells.get(printOf(leaf));
    if (cell?.open === false) return undefined;
    sum += cell?.value ?? 0;
    if (cell) continue;
    // A code that no child has is no cell; any other cell that is not there is one that is not shown.
    const within = labels.get(namesOf(leaf.map(([name]) => name)));
    if (!within || leaf.every(([name, label]) => within.get(name)?.has(label))) return undefined;
  }
  return sum;
}

/** The periods of the first level that together are the months asked for. */
async function tileOf(
  range: readonly [first: string, last: string] | undefined,
  { count, sums }: Levels,
  at: (spot: Spot) => Promise<Stand>,
): Promise<{ level: number; labels: string[] } | undefined> {
  if (!range) return undefined;
  const [first, last] = range;
  for (let level = 0; level < count; level++) {
    const { entry } = await at({ columns: [], level });
    const inside = Object.entries(entry.cut.periods).filter(
      ([, [begins, ends]]) => begins >= first && ends <= last,
    );
    const whole =
      inside.some(([, [begins]]) => begins === first) &&
      inside.some(([, [, ends]]) => ends === last);
    if (whole && (sums || inside.length === 1))
      return { level, labels: inside.map(([label]) => label) };
  }
  return undefined;
}
