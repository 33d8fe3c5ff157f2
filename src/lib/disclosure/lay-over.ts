import { columnOf, prefixOf } from './cut';
import type { Cut } from './cut';
import type { CountTable, Draft } from './draft';
import { movedRow } from './moved-row';
import { pieces } from './period-pieces';
import { keyText, leavesOf, TableError } from './table';
import type { CellRef, Dimension, Key } from './table';

/** A table as it was released: which of its cells are shown. */
interface ReleasedTable extends CountTable {
  /** Texts of the keys that are shown. */
  readonly shown: readonly string[];
  readonly hidZeros?: boolean;
  /** Counts of other figures. */
  readonly given?: true;
}

/** The count tables of a figure that was released, in its own words. Holds what was withheld. */
export interface Entry {
  readonly cut: Cut;
  readonly tables: readonly ReleasedTable[];
  readonly same: NonNullable<Draft['same']>;
}

/** Codes of a filtered column that no table names. */
const REST = 'every other code';

interface Source {
  readonly cut: Cut;
  readonly table: CountTable;
  /** Undefined for a table of the new figure. */
  readonly shown?: readonly string[];
}

/** One dimension of the whole release, and what a label of one table is called in it. */
interface Axis {
  readonly groups: Record<string, readonly string[]>;
  readonly leaves: readonly string[];
  readonly labelOf: (source: Source, label: string) => string;
  /** The label of a table that lacks the dimension; undefined where it covers all of it. */
  readonly whole: (cut: Cut) => string | undefined;
  /** What nobody of a table has, though the dimension knows it: a label for it. */
  readonly absent: (source: Source) => string | undefined;
}

/**
 * The draft with its tables and those released before on common dimensions: a filter becomes a group
 * of a dimension, a period the months between the ends that any period has. Filters and periods that
 * no table cuts at stay undivided, which keeps the system small. Rows and steps cite the new names.
 * Throws `TableError` where a label means two different things.
 */
export function layOver(draft: Draft, cut: Cut, entries: readonly Entry[]): Draft {
  const sources: Source[] = [
    ...draft.tables.map((table) => ({ cut, table })),
    ...entries.flatMap((entry) =>
      entry.tables.map(({ shown, ...table }) => ({ cut: entry.cut, table, shown })),
    ),
  ];
  const axes = axesOf(sources);
  const laid = sources.map((source) => placed(source, axes));
  const move = ({ table, key }: CellRef): CellRef => ({ table, key: laid[table]!.move(key) });
  const same = [...(draft.same ?? [])].map(([a, b]) => [move(a), move(b)] as const);
  let from = draft.tables.length;
  for (const entry of entries) {
    const start = from;
    const shift = (ref: CellRef) => move({ table: ref.table + start, key: ref.key });
    for (const [a, b] of entry.same) same.push([shift(a), shift(b)]);
    from += entry.tables.length;
  }
  return {
    ...draft,
    tables: laid.map(({ table }) => table),
    same,
    // What a withheld share is told of is decided without what was released before.
    rows: draft.rows.map((row) => movedRow({ ...row, share: undefined }, move)),
    steps: draft.steps.map((step) => ({ ...step, counts: step.counts.map(move) })),
  };
}

/** Every dimension of the release by name. */
function axesOf(sources: readonly Source[]): ReadonlyMap<string, Axis> {
  const names = new Map<string, Source[]>();
  for (const source of sources)
    for (const { name } of source.table.dims) names.set(name, [...(names.get(name) ?? []), source]);
  const axes = new Map<string, Axis>();
  for (const source of sources)
    for (const column of Object.keys(source.cut.where))
      for (const prefix of new Set(source.table.dims.map(({ name }) => prefixOf(name))))
        if (!names.has(prefix + column)) names.set(prefix + column, []);
  for (const [name, having] of names)
    axes.set(
      name,
      columnOf(name) === 'period' ? periodAxis(having) : codeAxis(name, having, sources),
    );
  return axes;
}

const dimOf = ({ table }: Source, name: string): Dimension =>
  table.dims.find((dim) => dim.name === name)!;

/** Labels that the cells of a table use in one dimension. */
function usedIn({ table }: Source, name: string): string[] {
  const at = table.dims.findIndex((dim) => dim.name === name);
  return [...new Set(table.cells.map(({ key }) => key[at]!))];
}

function periodAxis(having: readonly Source[]): Axis {
  const rangeOf = ({ cut }: Source, label: string) => {
    const range = cut.periods[label];
    if (!range) throw new TableError(`The period ${label} has no months.`);
    return range;
  };
  const ranges = having.flatMap((source) =>
    usedIn(source, dimNameOf(source)).map((label) => rangeOf(source, label)),
  );
  const { groups, leaves, labelOf } = pieces(ranges);
  return {
    groups,
    leaves,
    labelOf: (source, label) => labelOf(rangeOf(source, label)),
    whole: () => undefined,
    absent: () => undefined,
  };
}

const dimNameOf = ({ table }: Source): string =>
  table.dims.find(({ name }) => columnOf(name) === 'period')!.name;

function codeAxis(name: string, having: readonly Source[], sources: readonly Source[]): Axis {
  const column = columnOf(name);
  const within = new Map(
    having.map((source) => [source.table, leavesOf(dimOf(source, name), usedIn(source, name))]),
  );
  const named = new Set([...within.values()].flatMap((labels) => [...labels.values()].flat()));
  const filters = new Map<string, readonly string[]>();
  for (const { cut } of sources) {
    const codes = cut.where[column];
    if (codes) filters.set(filterText(codes), codes);
  }
  const single = new Set([...named].filter((label) => !isGroup(within, label)));
  // Codes that only filters name, by the filters that let them pass: one leaf each.
  const bundles = new Map<string, string[]>();
  for (const code of new Set([...filters.values()].flat())) {
    if (single.has(code)) continue;
    const print = [...filters].map(([, codes]) => Number(codes.includes(code))).join('');
    bundles.set(print, [...(bundles.get(print) ?? []), code]);
  }
  const bundleOf = new Map(
    [...bundles.values()].flatMap((codes) => codes.map((code) => [code, codes.sort().join('|')])),
  );
  const leafOf = (code: string) => bundleOf.get(code) ?? code;
  const all = [...new Set([...single, ...bundleOf.values(), ...(filters.size > 0 ? [REST] : [])])];
  const groups: Record<string, readonly string[]> = {};
  const group = (label: string, members: readonly string[]): string => {
    const set = [...new Set(members)].sort();
    if (set.length === 1 && set[0] === label) return label;
    const known = groups[label];
    if (known && known.join('\n') !== set.join('\n'))
      throw new TableError(`${label} of ${name} means two things in the figures of the release.`);
    groups[label] = set;
    return label;
  };
  const passed = (cut: Cut): readonly string[] | undefined => cut.where[column];
  // A group of a part means what its name says: its members are those that any table met.
  const members = new Map<string, string[]>();
  for (const labels of within.values())
    for (const [label, leaves] of labels)
      if (isGroup(within, label)) members.set(label, [...(members.get(label) ?? []), ...leaves]);
  const everything = (label: string) => label === 'total';
  const labelOf = (source: Source, label: string): string => {
    const codes = passed(source.cut);
    if (single.has(label)) {
      if (!codes || codes.includes(label)) return label;
      // A code that the filter shuts out: nobody, whatever the files hold.
      return `${label} outside ${filterText(codes)}`;
    }
    const own = everything(label) ? all : [...new Set(members.get(label) ?? [])];
    if (!codes) return group(label, own);
    const kept = own.filter((leaf) => codes.some((code) => leafOf(code) === leaf));
    return kept.length === 0
      ? `${label} outside ${filterText(codes)}`
      : group(`${label} within ${filterText(codes)}`, kept);
  };
  const outside = having.flatMap((source) =>
    usedIn(source, name)
      .map((label) => labelOf(source, label))
      .filter(isOutside),
  );
  return {
    groups,
    leaves: [...all, ...new Set(outside)],
    labelOf,
    whole: (cut) => {
      const codes = passed(cut);
      return codes && group(`total within ${filterText(codes)}`, codes.map(leafOf));
    },
    absent: (source) => {
      const labels = within.get(source.table);
      if (!labels?.has('total')) return undefined;
      const met = new Set([...labels.values()].flat());
      const codes = passed(source.cut)?.map(leafOf) ?? all;
      const missing = codes.filter((leaf) => !met.has(leaf));
      return missing.length === 0 ? undefined : group(`none of ${filterText(missing)}`, missing);
    },
  };
}

const filterText = (codes: readonly string[]): string => [...codes].sort().join('|');

type Within = ReadonlyMap<CountTable, ReadonlyMap<string, readonly string[]>>;

/** Whether a label gathers others in any table. */
const isGroup = (within: Within, label: string): boolean =>
  label === 'total' ||
  [...within.values()].some((labels) => {
    const leaves = labels.get(label);
    return leaves !== undefined && (leaves.length !== 1 || leaves[0] !== label);
  });

/** One table on the common dimensions. */
function placed(source: Source, axes: ReadonlyMap<string, Axis>) {
  const { cut, table, shown } = source;
  const own = table.dims.map(({ name }) => name);
  const filtered = [...new Set(own.map(prefixOf))]
    .flatMap((prefix) => Object.keys(cut.where).map((column) => prefix + column))
    .filter((name) => !own.includes(name) && !own.includes('rule'))
    .map((name) => [name, axes.get(name)!.whole(cut)!] as const);
  const move = (key: Key): Key => [
    ...key.map((label, at) => axes.get(own[at]!)!.labelOf(source, label)),
    ...filtered.map(([, label]) => label),
  ];
  const cells = table.cells.map(({ key, value }) => ({ key: move(key), value }));
  const known = new Set(shown);
  const before = new Set(
    table.cells.filter(({ key }) => known.has(keyText(key))).map(({ key }) => keyText(move(key))),
  );
  // Codes that a published table does not list are zeros that everybody can see.
  const certain: Key[] = cells.map(({ key }) => key).filter((key) => key.some(isOutside));
  const taken = new Set(cells.map(({ key }) => keyText(key)));
  const used = own.map((name) => usedIn(source, name));
  own.forEach((name, at) => {
    const label = axes.get(name)!.absent(source);
    if (label === undefined || isPeriod(name)) return;
    // Over everything else that the table adds up; over each label of what it does not.
    const others = used.map((labels, dim) =>
      dim === at ? ['total'] : labels.includes('total') ? ['total'] : labels,
    );
    for (const total of product(others)) {
      const key = move(total).map((one, dim) => (dim === at ? label : one));
      if (taken.has(keyText(key))) continue;
      taken.add(keyText(key));
      cells.push({ key, value: 0 });
      certain.push(key);
      if (shown !== undefined) before.add(keyText(key));
    }
  });
  const dims = [...own, ...filtered.map(([name]) => name)].map((name) => {
    const { groups, leaves } = axes.get(name)!;
    return { name, groups, leaves };
  });
  return {
    move,
    table: {
      dims,
      cells,
      ...(table.guarded && { guarded: table.guarded.map(move) }),
      structuralZeros: [...(table.structuralZeros ?? []).map(move), ...certain],
      ...(shown !== undefined && { before, hidZeros: table.hidZeros }),
    },
  };
}

const product = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>(
    (all, list) => all.flatMap((key) => list.map((one) => [...key, one])),
    [[]],
  );

/** A label that the filter of its table shuts out. */
const isOutside = (label: string): boolean => label.includes(' outside ');

const isPeriod = (name: string): boolean => columnOf(name) === 'period';
