import type { CountTable, Draft } from './draft';
import { layOver } from './lay-over';
import type { Entry } from './lay-over';
import { plansOf, widthOf } from './plan';
import { keyText, TableError } from './table';
import type { judge, Judged, ReleaseOptions } from './release';
import type { CellRef, Dimension, Key } from './table';

/** Counts in a table that other figures show too, and what of them is shown. */
export interface Given {
  /** Number of the table among those that are to be protected. */
  readonly table: number;
  readonly cells: readonly { readonly key: Key; readonly value: number; readonly shown: boolean }[];
  /** The label of these cells gathers everyone in the table and some whom it does not count. */
  readonly beyond?: string;
  /** So does the population that the figure is about, which is a part of this one. */
  readonly outer?: boolean;
  readonly hidZeros: boolean;
}

/** Those of a population whom a question does not concern. */
const others = 'not concerned';

/** Those who are not of the population that a figure is about. */
const outside = 'not of the population';

type Released = Entry['tables'][number];

/** What is given of each table as a table released before. */
export const givenTables = (
  tables: readonly CountTable[],
  given: readonly Given[],
): readonly Released[] =>
  given.map(({ table, cells, beyond, outer, hidZeros }) => {
    const { dims, among } = tables[table]!;
    return {
      ...{ hidZeros, given: true as const },
      dims: dims.map((dim, at) =>
        beyond !== undefined && at === among!.part
          ? widened(dim, beyond, outer ? [others, outside] : [others])
          : dim,
      ),
      cells: cells.map(({ key, value }) => ({ key, value })),
      shown: cells.filter(({ shown }) => shown).map(({ key }) => keyText(key)),
    };
  });

function widened(dim: Dimension, beyond: string, more: readonly string[]): Dimension {
  const members = Object.values(dim.groups).flat();
  const leaves = dim.leaves ?? [...new Set(members.filter((label) => !dim.groups[label]))];
  return {
    ...dim,
    groups: { ...dim.groups, [beyond]: [...leaves, ...more] },
    leaves: [...leaves, ...more],
  };
}

/**
 * What a table is protected beside: the tables under it, what is given of them, and what is given of itself. It
 * tells no more of the groups of each set of tables under it than they do, and no more of what is given than that.
 */
function knownBeside(
  near: readonly { readonly entry: Entry }[],
  own: Entry,
  apart: readonly (readonly number[])[],
): { entries: readonly Entry[]; apart: readonly (readonly number[])[] } {
  const entries = near.map(({ entry }) => ({
    ...entry,
    tables: entry.tables.filter(({ given }) => !given),
  }));
  const places = new Map<number, number>();
  near.forEach(({ entry }, at) => {
    const tables = entry.tables.filter(({ given }) => given);
    if (tables.length === 0) return;
    places.set(at, entries.length);
    entries.push({ cut: entry.cut, same: [], tables });
  });
  const sets = apart.map((set) => [...set, ...set.flatMap((at) => places.get(at) ?? [])]);
  if (own.tables.length === 0) return { entries, apart: sets };
  return {
    entries: [...entries, own],
    apart: [...sets, [...places.values(), entries.length]],
  };
}

/** Everyone in a table of which a population holds more: `total` would be the whole dimension. */
const concerned = 'total of those concerned';

interface Parts {
  readonly tables: readonly CountTable[];
  readonly same: readonly (readonly [CellRef, CellRef])[];
}

/**
 * The tables of a draft and those released before with `total` named otherwise in dimensions that hold more
 * than a table counts, and the way back from what is shown.
 */
function renamedBeside(
  draft: Draft,
  entries: readonly Entry[],
): {
  draft: Draft;
  entries: readonly Entry[];
  back: (shown: readonly (readonly string[])[]) => readonly (readonly string[])[];
} {
  const wide = new Set(
    entries
      .flatMap(({ tables }) => tables)
      .flatMap(({ dims }) =>
        dims.flatMap(({ name, leaves }) => (leaves?.includes(others) ? [name] : [])),
      ),
  );
  if (wide.size === 0) return { draft, entries, back: (shown) => shown };
  const move = (dims: readonly Dimension[], key: Key): Key =>
    key.map((label, at) => (label === 'total' && wide.has(dims[at]!.name) ? concerned : label));
  const renamed = <T extends Parts>(one: T): T => ({
    ...one,
    tables: one.tables.map((table) => {
      const { dims, cells, structuralZeros, guarded } = table;
      return {
        ...table,
        dims: dims.map((dim) => {
          if (!wide.has(dim.name) || !dim.groups.total) return dim;
          const { total, ...groups } = dim.groups;
          return { ...dim, groups: { ...groups, [concerned]: total } };
        }),
        cells: cells.map((cell) => ({ ...cell, key: move(dims, cell.key) })),
        ...(structuralZeros && { structuralZeros: structuralZeros.map((key) => move(dims, key)) }),
        ...(guarded && { guarded: guarded.map((key) => move(dims, key)) }),
        ...('shown' in table && {
          shown: cells
            .filter(({ key }) => (table as Released).shown.includes(keyText(key)))
            .map(({ key }) => keyText(move(dims, key))),
        }),
      };
    }),
    same: one.same.map((pair) =>
      pair.map(({ table, key }) => ({ table, key: move(one.tables[table]!.dims, key) })),
    ),
  });
  const own = renamed({ ...draft, same: draft.same ?? [] });
  return {
    draft: own,
    entries: entries.map(renamed),
    back: (shown) =>
      draft.tables.map(({ dims, cells }, at) => {
        const open = new Set(shown[at]);
        return cells
          .filter(({ key }) => open.has(keyText(move(dims, key))))
          .map(({ key }) => keyText(key));
      }),
  };
}

/** What a draft is protected beside. */
interface Beside {
  readonly near: readonly { readonly entry: Entry }[];
  readonly apart: readonly (readonly number[])[];
  readonly known: Entry['tables'];
  readonly guarded: readonly (readonly Key[])[];
}

function laidBeside(draft: Draft, { near, apart, known, guarded }: Beside) {
  const own: Entry = { cut: draft.cut!, same: [], tables: known };
  const beside = knownBeside(near, own, apart);
  const tables = draft.tables.map((table, at) =>
    guarded[at]?.length ? { ...table, guarded: [...(table.guarded ?? []), ...guarded[at]] } : table,
  );
  return { ...renamedBeside({ ...draft, tables }, beside.entries), apart: beside.apart };
}

/** Judges a draft beside released tables and what is given of its own; what is shown is told by its own keys. */
export async function judgeGiven(
  judgeAll: typeof judge,
  draft: Draft,
  beside: Beside,
  options: Pick<ReleaseOptions, 'signal' | 'widest'>,
): Promise<Judged> {
  const { draft: laid, entries, apart, back } = laidBeside(draft, beside);
  const found = await judgeAll(laid, { ...options, apart, beside: entries });
  return { ...found, shown: back(found.shown) };
}

/**
 * Whether all tables of a draft are wider together than `widest` already beside a few of the tables that they are
 * to be protected beside. Beside more they are no narrower.
 */
export function isWiderThan(
  widest: number,
  draft: Draft,
  near: readonly { readonly entry: Entry }[],
): boolean {
  const { draft: laid, entries } = laidBeside(draft, {
    ...{ near, apart: [], known: [], guarded: [] },
  });
  try {
    const plans = plansOf(layOver(laid, laid.cut!, entries));
    return plans.length > 0 && plans.every(({ table }) => widthOf(table) > widest);
  } catch (error) {
    // What contradicts itself is refused where it is judged.
    if (error instanceof TableError) return false;
    throw error;
  }
}
