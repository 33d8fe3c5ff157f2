import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { CountTable, Draft, DraftRow } from '$lib/disclosure/draft';
import { Lattice } from '$lib/disclosure/lattice';
import type { LatticeSource } from '$lib/disclosure/lattice';
import { judge, release } from '$lib/disclosure/release';
import { restrict } from '$lib/disclosure/restrict';

export const columns = ['form', 'gender', 'place'] as const;
type Column = (typeof columns)[number];
/** A made-up child: a half year by number, and one code a column. */
export type Child = Readonly<Record<Column | 'answer', string> & { half: number }>;
export interface Look {
  readonly by: readonly (readonly Column[])[];
  readonly where: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Label of each period with the numbers of its first and last half year. */
  readonly periods: Readonly<Record<string, readonly [number, number]>>;
}

export const lists = {
  form: ['labour', 'sexual', 'begging', 'crime'],
  gender: ['female', 'male', 'unknown'],
  place: ['north', 'south', 'west'],
  answer: ['yes', 'no'],
};

export function draws(seed: number) {
  const generator = xoroshiro128plus(seed);
  const below = (n: number) => uniformInt(generator, 0, n - 1);
  return { below, one: <T>(list: readonly T[]): T => list[below(list.length)]! };
}

/** A country: codes are uneven, so that some groups are small. */
export function country(seed: number, n: number, years: number): Child[] {
  const { below } = draws(seed);
  const code = (list: readonly string[]) =>
    list[Math.min(below(list.length), below(list.length), below(list.length))]!;
  return Array.from({ length: n }, () => ({
    half: below(2 * years),
    form: code(lists.form),
    gender: code(lists.gender),
    place: code(lists.place),
    answer: code(lists.answer),
  }));
}

/** Kinds of periods of a lattice: all, years, half years. */
export const kindsOf = (years: number): Look['periods'][] => [
  { all: [0, 2 * years - 1] },
  Object.fromEntries(Array.from({ length: years }, (_, i) => [`${2020 + i}`, [2 * i, 2 * i + 1]])),
  Object.fromEntries(Array.from({ length: 2 * years }, (_, i) => [`h${i}`, [i, i]])),
];

export function someLook(seed: number, years: number): Look {
  const { below, one } = draws(seed);
  const where: Partial<Record<Column, string[]>> = {};
  for (const column of columns)
    if (below(3) === 0) {
      const codes = lists[column].filter(() => below(2) === 0);
      if (codes.length > 0) where[column] = codes;
    }
  const free = columns.filter((column) => below(2) === 0 || !where[column]);
  const by = below(3) === 0 || free.length === 0 ? [] : [[one(free)]];
  const last = below(2 * years);
  const span: Look['periods'] = { span: [below(last + 1), last] };
  const kinds = kindsOf(years);
  return { by, where, periods: [kinds[0]!, kinds[0]!, kinds[1]!, kinds[2]!, span][below(5)]! };
}

const monthOf = (half: number, end: boolean) =>
  `${2020 + Math.floor(half / 2)}-${half % 2 ? (end ? '12' : '07') : end ? '06' : '01'}`;

const passes = (child: Child, where: Look['where'], [first, last]: readonly [number, number]) =>
  child.half >= first &&
  child.half <= last &&
  Object.entries(where).every(([column, codes]) => codes.includes(child[column as Column]));

/** The draft of a figure: children by answer and in total, by period and group. */
function draftOf(children: readonly Child[], look: Look, family = ''): Draft {
  const tables: CountTable[] = [];
  const rows: DraftRow[] = [];
  for (const by of [[], ...look.by] as (readonly Column[])[]) {
    const inside = children.filter((child) =>
      Object.values(look.periods).some((range) => passes(child, look.where, range)),
    );
    const met = by.map((column) => [...new Set(inside.map((child) => child[column]))].sort());
    const groups = met.reduce<string[][]>(
      (all, codes) => all.flatMap((one) => codes.map((code) => [...one, code])),
      [[]],
    );
    const cells = Object.entries(look.periods).flatMap(([period, range]) =>
      groups.flatMap((group) =>
        ['yes', 'no', 'total'].map((answer) => ({
          key: [period, ...group, answer],
          value: inside.filter(
            (child) =>
              passes(child, look.where, range) &&
              by.every((column, at) => child[column] === group[at]) &&
              (answer === 'total' || child.answer === answer),
          ).length,
        })),
      ),
    );
    for (const { key, value } of cells)
      rows.push({
        measure: key.at(-1)!,
        period: key[0]!,
        by: Object.fromEntries(by.map((column, at) => [column, key[at + 1]!])),
        ...{ unit: 'children', value, status: 'ok', statistic: 'count' },
        counts: [{ table: tables.length, key }],
      });
    tables.push({
      dims: [
        { name: 'period', groups: {}, leaves: Object.keys(look.periods) },
        ...by.map((name, at) => ({ name, groups: { total: met[at]! } })),
        { name: 'answer', groups: { total: ['yes', 'no'] }, leaves: ['yes', 'no'] },
      ],
      cells,
    });
  }
  const periods = Object.fromEntries(
    Object.entries(look.periods).map(([label, [first, last]]) => [
      label,
      [monthOf(first, false), monthOf(last, true)] as const,
    ]),
  );
  return {
    ...{ indicator: 'XX-01', revision: 1, mode: 'release', synthetic: true, query: '', notes: [] },
    ...{ threshold: 11, steps: [], tables, rows },
    cut: {
      ...{ indicator: 'XX-01', family, sums: true, periods },
      where: look.where as Readonly<Record<string, readonly string[]>>,
    },
  };
}

/** The lattice of a made-up country. */
const sourceOf = (children: readonly Child[], years: number): LatticeSource => ({
  ...{ family: 'XX-01', sums: true, judge },
  draft: ({ columns: crossed, level }) =>
    Promise.resolve(
      draftOf(children, {
        by: crossed.length > 0 ? [crossed as Column[]] : [],
        where: {},
        periods: kindsOf(years)[level]!,
      }),
    ),
});

/** What a view shows of each count: its value, or null. */
export interface Told {
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly range: readonly [number, number];
  readonly count: number | null;
  readonly truth: number;
}

const toldOf = (look: Look, rows: readonly DraftRow[], shown: readonly (number | null)[]): Told[] =>
  rows.map((row, at) => ({
    where: {
      ...(look.where as Record<string, readonly string[]>),
      ...Object.fromEntries(Object.entries(row.by).map(([column, code]) => [column, [code]])),
      ...(row.measure === 'total' ? {} : { answer: [row.measure] }),
    },
    range: look.periods[row.period]!,
    count: shown[at]!,
    truth: row.value!,
  }));

/** A view as Release view shows it, in a lattice or by itself. */
export async function seen(
  children: readonly Child[],
  look: Look,
  years: number,
  lattice?: Lattice,
): Promise<Told[]> {
  const draft = draftOf(children, look);
  const open = lattice
    ? (
        await restrict(draft, draft.cut!, { count: 3, sums: true }, (spot) =>
          lattice.at(sourceOf(children, years), spot),
        )
      ).draft
    : draft;
  const { rows } = await release(open);
  return toldOf(
    look,
    draft.rows,
    rows.map(({ value }) => (value.is === 'value' ? value.value : null)),
  );
}
