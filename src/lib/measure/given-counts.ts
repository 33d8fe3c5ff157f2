import { columnOf } from '$lib/disclosure/cut';
import type { CountTable } from '$lib/disclosure/draft';
import type { Given } from '$lib/disclosure/given';
import { MOST_COLUMNS, type Lattice, type LatticeSource } from '$lib/disclosure/lattice';
import type { Spot } from '$lib/disclosure/spot';
import { keyText } from '$lib/disclosure/table';
import type { Key, TableCell } from '$lib/disclosure/table';
import type { Breakdown } from '$lib/schema/indicator';
import { placeOf, type Count } from './near-counts';
import { shareParts } from './share-tally';

/** A population counted by itself: its tables, and the label under which it stands in them. */
export interface Base {
  readonly source: LatticeSource;
  readonly label: string;
  /** The population that it is a part of, where it is counted after that. */
  readonly within?: { readonly population: string; readonly base: Base };
}

interface Counts {
  /** By period and codes: how many, and whether that is shown. */
  readonly cells: readonly {
    readonly at: Readonly<Record<string, string>>;
    readonly value: number;
    readonly shown: boolean;
  }[];
  readonly hidZeros: boolean;
}

/**
 * What of the tables of a figure other figures show too: everyone of their population, and its children by the
 * column whose codes are the answers. Shown and withheld alike in all figures, because it is protected before them.
 */
export const givenCounts =
  (
    lattice: Lattice,
    baseOf: (population: string) => Base | undefined,
    holds: readonly string[],
  ): NonNullable<LatticeSource['given']> =>
  async (tables, spot, signal) => {
    const all: Given[] = [];
    for (const [table, own] of tables.entries()) {
      for (const inner of own.among ? holds : []) {
        const within = await counted(lattice, baseOf(inner)!, spot, signal);
        all.push(asGiven(own, table, within, () => shareParts.yes(inner)));
      }
      const base = own.among && baseOf(own.among.population);
      if (!own.among || !base) continue;
      const { of, everyone } = own.among;
      const whole = await counted(lattice, base, spot, signal);
      if (everyone !== undefined) {
        const given = everyoneIn(own, table, everyone, whole);
        if (!given) continue;
        all.push(given);
        if (base.within) {
          const { population: beyond, base: outer } = base.within;
          const counts = await counted(lattice, outer, spot, signal);
          all.push({ ...asGiven(own, table, counts, () => beyond), beyond, outer: true });
        }
      } else
        for (const label of base.label === 'child' ? ['child', 'age_unknown'] : [base.label])
          all.push(
            asGiven(
              own,
              table,
              await counted(lattice, { ...base, label }, spot, signal),
              (): string => (label === 'age_unknown' ? label : 'child'),
            ),
          );
      if (of === undefined || spot.columns.includes(of) || spot.columns.length >= MOST_COLUMNS)
        continue;
      const finer = { ...spot, columns: [...spot.columns, of].sort() };
      all.push(byCode(own, table, of, await counted(lattice, base, finer, signal)));
    }
    return all;
  };

/**
 * Children by main form as parts of those with any form: a child whose main form is begging is one with
 * begging among its forms.
 */
export async function mainForms(
  lattice: Lattice,
  base: Base,
  spot: Spot,
  signal: AbortSignal,
): Promise<(table: CountTable) => Count[]> {
  const of = 'main_form' satisfies Breakdown;
  if (spot.columns.includes(of) || spot.columns.length >= MOST_COLUMNS) return () => [];
  const finer = { ...spot, columns: [...spot.columns, of].sort() };
  const { cells } = await counted(lattice, base, finer, signal);
  return ({ dims }) =>
    cells
      .filter(({ at }) => dims[0]!.name.endsWith(`${at[of]}: period`))
      .map(({ at: { [of]: _, ...at }, value, shown }) => ({
        ...{ at: placeOf(at), label: 'yes', value, shown },
      }));
}

/** The counts of a population at a spot. */
async function counted(
  lattice: Lattice,
  { source, label }: Base,
  spot: Spot,
  signal: AbortSignal,
): Promise<Counts> {
  const { entry } = await lattice.at(source, spot, signal);
  const own = entry.tables.filter(
    ({ dims, given }) => !given && dims.some(({ name }) => name === 'period'),
  );
  return {
    hidZeros: own.some(({ hidZeros }) => hidZeros),
    cells: own.flatMap(({ dims, cells, shown }) => {
      const open = new Set(shown);
      const part = dims.length - 1;
      return cells
        .filter(({ key }) => key[part] === label)
        .map(({ key, value }) => ({
          at: Object.fromEntries(dims.slice(0, part).map(({ name }, at) => [name, key[at]!])),
          value,
          shown: open.has(keyText(key)),
        }));
    }),
  };
}

const keyIn = (
  { dims, among }: CountTable,
  at: Counts['cells'][number]['at'],
  label: string,
): Key => dims.map(({ name }, dim) => (dim === among!.part ? label : at[columnOf(name)]!));

const asGiven = (
  own: CountTable,
  table: number,
  { cells, hidZeros }: Counts,
  labelOf: (at: Counts['cells'][number]['at']) => string,
): Given => ({
  ...{ table, hidZeros },
  cells: cells.map(({ at, value, shown }) => ({ key: keyIn(own, at, labelOf(at)), value, shown })),
});

/** Everyone of the population: the total of the table, or more where the question does not concern all. */
function everyoneIn(
  own: CountTable,
  table: number,
  label: string,
  whole: Counts,
): Given | undefined {
  const asked = valuesOf(own.among!.asked);
  const left = whole.cells.map(
    ({ at, value }) => value - (asked.get(keyText(keyIn(own, at, label))) ?? 0),
  );
  if (left.some((number) => number < 0)) return undefined;
  const beyond = left.some((number) => number > 0) ? own.among!.population : undefined;
  return {
    ...asGiven(own, table, whole, () => beyond ?? label),
    ...(beyond !== undefined && { beyond }),
  };
}

/** Children by code, where the codes of the answers are those of the column. */
function byCode(own: CountTable, table: number, of: string, whole: Counts): Given {
  const { dims, among, cells } = own;
  const known = new Set(dims[among!.part]!.leaves);
  const values = valuesOf(cells);
  const differs = new Set(
    whole.cells.flatMap(({ at, value }) => {
      const code = at[of]!;
      return (values.get(keyText(keyIn(own, at, code))) ?? value) === value ? [] : [code];
    }),
  );
  const alike = whole.cells.filter(({ at }) => known.has(at[of]!) && !differs.has(at[of]!));
  return asGiven(own, table, { ...whole, cells: alike }, (at) => at[of]!);
}

const valuesOf = (cells: readonly TableCell[]): ReadonlyMap<string, number> =>
  new Map(cells.map(({ key, value }) => [keyText(key), value]));
