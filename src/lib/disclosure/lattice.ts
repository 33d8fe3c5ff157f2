import { columnOf } from './cut';
import type { CountTable, Draft } from './draft';
import { besideGiven } from './beside-given';
import type { GivenSource } from './beside-given';
import { isWiderThan, judgeGiven } from './given';
import type { Entry } from './lay-over';
import { nearPeriods } from './neighbours';
import type { judge, Judged } from './release';
import { Shared } from './shared';
import type { Spot } from './spot';
import { keyText } from './table';
import type { CellRef } from './table';

/** Where the tables of one figure come from. */
export interface LatticeSource extends GivenSource {
  /** One text for the figure, its choices and its threshold. */
  readonly family: string;
  /** Longer periods are sums of the shorter ones, as those of a cohort are. */
  readonly sums: boolean;
  readonly draft: (spot: Spot, signal: AbortSignal) => Promise<Draft>;
  readonly judge: typeof judge;
  /** The same figure by the usual choices of its definition, unless these are they. */
  readonly usual?: LatticeSource;
}

/** A protected table of the lattice. Holds true counts. */
export interface Stand extends Spot {
  readonly entry: Entry;
  /** Names of the dimensions that the figure has without any breakdown. */
  readonly names: ReadonlySet<string>;
  /** Nothing is shown, because it is too wide or nothing could be proven. */
  readonly refused: boolean;
  /** Nothing is shown of some of its tables, because they are too wide. */
  readonly tooWide: boolean;
  readonly milliseconds: number;
  /** Periods of which nothing is shown here or above: another figure is too near. */
  readonly closed: ReadonlySet<string>;
  /** Nothing is shown here or above: the figure by the usual choices is too near. */
  readonly shut: boolean;
}

/** Columns that filters and breakdowns may cross. */
export const MOST_COLUMNS = 3;

/** Combinations of codes of a table with all that it is protected beside; more takes too long to wait for. */
const WIDEST = 2500;

/** The same where periods add up, which makes one system of all of them. */
const WIDEST_IN_TIME = 500;

/** Tables kept. */
const MOST = 600;

/**
 * The tables of which every view of the figures of one data set is a part. Each is protected beside those with
 * fewer columns and longer periods, and tells nothing more about their groups than they do, so that any two
 * views tell together what each tells alone. The same whatever was looked at before.
 */
export class Lattice {
  readonly #stands = new Shared<Stand>(MOST);

  /** A protected table. Whoever asks for one that is being made shares it. Rejects when aborted. */
  at(source: LatticeSource, spot: Spot, signal?: AbortSignal): Promise<Stand> {
    const name = JSON.stringify([source.family, spot.level, spot.columns]);
    return this.#stands.get(name, (own) => this.#make(source, spot, own), signal);
  }

  async #make(source: LatticeSource, spot: Spot, signal: AbortSignal): Promise<Stand> {
    const { columns, level } = spot;
    const base = columns.length + level > 0 && (await this.at(source, whole, signal));
    const draft = await source.draft(spot, signal);
    const { cut } = draft;
    if (!cut) throw new Error('a figure of a lattice has a cut');
    const names = base
      ? base.names
      : new Set(draft.tables.flatMap(({ dims }) => dims.map(({ name }) => name)));
    const own = tablesOver(draft, spot, names);
    // Zeros of the finer tables may be withheld: beside margins that are fixed there is seldom another way.
    const zeros = columns.length + level > 1 ? ('secondary' as const) : draft.zeros;
    const laid = { ...draft, rows: [], steps: [], ...own, zeros };
    const widest = level > 0 && source.sums ? WIDEST_IN_TIME : WIDEST;
    const isBeside = (one: Spot) => source.sums || one.level === level;
    if (
      base &&
      (isTooFine(base, spot, own.tables, draft.threshold) ||
        isWiderThan(widest, laid, [base].filter(isBeside)))
    )
      return { ...unshown(spot, cut, own), names };
    const lower: Stand[] = [];
    for (const below of spotsBelow(spot)) lower.push(await this.at(source, below, signal));
    const usual = source.usual && (await this.at(source.usual, spot, signal));
    const beside = lower.filter(isBeside);
    const { judged, given } = await besideGiven(
      source,
      own.tables,
      spot,
      signal,
      (known, guarded) =>
        inPairs(spot, beside, (near, apart) =>
          judgeGiven(source.judge, laid, { near, apart, known, guarded }, { signal, widest }),
        ),
    );
    const { milliseconds, refused, tooWide } = judged;
    const k = draft.threshold;
    const near = (others: readonly Stand[]) =>
      nearPeriods(
        cut,
        own.tables,
        judged.shown,
        others.map(({ entry }) => entry),
        k,
      );
    const shut = lower.some((one) => one.shut) || (usual !== undefined && near([usual]).size > 0);
    const longer = source.sums
      ? []
      : lower.filter((one) => one.level < level && one.columns.length === columns.length);
    const closed = new Set([
      ...lower.filter((one) => one.level === level).flatMap((one) => [...one.closed]),
      ...near(longer),
    ]);
    const isOpen = (key: readonly string[]) => !shut && !key.some((label) => closed.has(label));
    const { hidZeros } = judged;
    return {
      ...{ columns, level, names, milliseconds, closed, shut, tooWide },
      refused: shut || refused,
      entry: {
        cut,
        same: own.same,
        tables: [
          ...own.tables.map((table, at) => {
            const open = new Set(judged.shown[at]);
            const keys = table.cells.filter(({ key }) => open.has(keyText(key)) && isOpen(key));
            return { ...table, hidZeros, shown: keys.map(({ key }) => keyText(key)) };
          }),
          ...given,
        ],
      },
    };
  }
}

const whole: Spot = { columns: [], level: 0 };

/**
 * Whether a table of three dimensions or more has so many groups that fewer than a quarter of k children fall on
 * each: little of it could be shown, and looking for it takes long. Read off shown totals alone.
 */
function isTooFine(
  { entry }: Stand,
  { columns, level }: Spot,
  tables: readonly CountTable[],
  k: number,
): boolean {
  if (columns.length + Math.sign(level) < 3) return false;
  const totals = entry.tables.flatMap(({ cells, shown, given }) => {
    if (given) return [];
    const open = new Set(shown);
    return cells.flatMap(({ key, value }) => (open.has(keyText(key)) ? [value] : []));
  });
  const groups = tables.map(({ dims }) =>
    dims.reduce((product, { name, groups: { total = [] }, leaves = [] }) => {
      const column = columnOf(name);
      if (column === 'period') return product * Math.max(1, leaves.length);
      return columns.includes(column) ? product * Math.max(1, total.length) : product;
    }, 1),
  );
  return 4 * Math.max(0, ...totals) < k * Math.max(1, ...groups);
}

/** A table of which nothing is shown. */
const unshown = (
  spot: Spot,
  cut: Entry['cut'],
  { tables, same }: Pick<Entry, 'same'> & { readonly tables: readonly CountTable[] },
): Omit<Stand, 'names'> => ({
  ...{
    ...spot,
    refused: true,
    tooWide: true,
    milliseconds: 0,
    closed: new Set<string>(),
    shut: false,
  },
  entry: { cut, same, tables: tables.map((table) => ({ ...table, shown: [] })) },
});

/** Every table beside which one is protected: fewer or the same columns, smaller or the same level. */
function spotsBelow({ columns, level }: Spot): Spot[] {
  const subsets = columns.reduce<string[][]>(
    (all, column) => all.flatMap((set) => [set, [...set, column]]),
    [[]],
  );
  subsets.sort((one, other) => one.length - other.length);
  return Array.from({ length: level + 1 }, (_, at) => at)
    .flatMap((at) => subsets.map((set) => ({ columns: set, level: at })))
    .filter((one) => one.columns.length < columns.length || one.level < level);
}

const isWithin = (inner: Spot, outer: Spot): boolean =>
  inner.level <= outer.level && inner.columns.every((column) => outer.columns.includes(column));

/** The tables next below: without one column, or with the next longer periods. */
const nextBelow = ({ columns, level }: Spot, lower: readonly Spot[]): Spot[] =>
  lower.filter(
    (one) =>
      (one.level === level && one.columns.length === columns.length - 1) ||
      (one.level === level - 1 && one.columns.length === columns.length),
  );

/**
 * Protects a table beside what lies under each two of those next below, and shows what all of that allows. Two
 * views never show more of its lower tables: each shows a table and one next below it. All of them at once would
 * often be too much for any pattern.
 */
async function inPairs(
  spot: Spot,
  lower: readonly Stand[],
  judgeBeside: (near: readonly Stand[], apart: number[][]) => Promise<Judged>,
): Promise<{
  shown: readonly (readonly string[])[];
  hidZeros: boolean;
  refused: boolean;
  tooWide: boolean;
  milliseconds: number;
}> {
  const next = nextBelow(spot, lower);
  const pairs =
    next.length < 3
      ? [next]
      : next.flatMap((one, at) => next.slice(at + 1).map((other) => [one, other]));
  let shown: readonly (readonly string[])[] | undefined;
  let [hidZeros, refused, tooWide, milliseconds] = [false, false, false, 0];
  for (const pair of pairs) {
    const near = lower.filter((stand) => pair.some((one) => isWithin(stand, one)));
    const apart = pair.map((one) =>
      near.flatMap((stand, at) => (isWithin(stand, one) ? [at] : [])),
    );
    const judged = await judgeBeside(near, apart);
    const { protection } = judged.released;
    milliseconds += protection.milliseconds;
    hidZeros ||= judged.hidZeros;
    tooWide ||= judged.tooWide === true;
    refused ||= protection.refused === true || protection.audit === 'not proven';
    shown = judged.shown.map((keys, at) => {
      const open = new Set(keys);
      return (shown?.[at] ?? keys).filter((key) => open.has(key));
    });
    if (refused) break;
  }
  return {
    shown: refused ? (shown ?? []).map(() => []) : (shown ?? []),
    hidZeros,
    refused,
    tooWide,
    milliseconds,
  };
}

/** The tables of a draft that are crossed by just these columns, without sums over them. */
function tablesOver(
  { tables, same = [] }: Draft,
  { columns, level }: Spot,
  names: ReadonlySet<string>,
): { tables: CountTable[]; same: (readonly [CellRef, CellRef])[] } {
  const places = new Map<number, number>();
  const kept: CountTable[] = [];
  tables.forEach((table, at) => {
    const crossed = table.dims.map(({ name }) => !names.has(name));
    const own = table.dims.flatMap(({ name }, dim) => (crossed[dim] ? [columnOf(name)] : []));
    const timed = table.dims.some(({ name }) => columnOf(name) === 'period');
    // What has no periods is the same at every level.
    if (own.sort().join() !== columns.join() || (level > 0 && !timed)) return;
    const cells = table.cells.filter(({ key }) =>
      key.every((label, dim) => !crossed[dim] || label !== 'total'),
    );
    if (cells.length === 0) return;
    places.set(at, kept.length);
    kept.push({ ...table, cells });
  });
  const held = new Set(kept.flatMap(({ cells }, at) => cells.map(({ key }) => at + keyText(key))));
  const moved = ({ table, key }: CellRef): CellRef | undefined => {
    const to = places.get(table);
    return to !== undefined && held.has(to + keyText(key)) ? { table: to, key } : undefined;
  };
  return {
    tables: kept,
    same: same.flatMap(([one, other]) => {
      const pair = [moved(one), moved(other)] as const;
      return pair[0] && pair[1] ? [[pair[0], pair[1]] as const] : [];
    }),
  };
}
