import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { Draft, DraftRow } from '$lib/disclosure/draft';
import type { Cell, Released } from '$lib/disclosure/released';

/** A made-up child: a month and one code a column. */
export type Child = Readonly<Record<'month' | 'gender' | 'form' | 'place' | 'answer', string>>;

export interface Look {
  readonly by: readonly ('gender' | 'form' | 'place')[];
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly periods: Readonly<Record<string, readonly [string, string]>>;
}

const lists = {
  month: ['2023-02', '2023-08', '2024-02', '2024-08'],
  gender: ['female', 'male', 'unknown'],
  form: ['labour', 'sexual', 'begging', 'crime'],
  place: ['north', 'south'],
  answer: ['yes', 'no'],
};
const columns = ['gender', 'form', 'place'] as const;

function draws(seed: number) {
  const generator = xoroshiro128plus(seed);
  const below = (n: number) => uniformInt(generator, 0, n - 1);
  return { below, one: <T>(list: readonly T[]): T => list[below(list.length)]! };
}

/** Children whose codes are uneven, so that some groups are small. */
export function someChildren(seed: number, n: number): Child[] {
  const { below } = draws(seed);
  const code = (list: readonly string[]) => list[Math.min(below(list.length), below(list.length))]!;
  return Array.from({ length: n }, () => ({
    month: code(lists.month),
    gender: code(lists.gender),
    form: code(lists.form),
    place: code(lists.place),
    answer: code(lists.answer),
  }));
}

const kinds: Look['periods'][] = [
  { all: ['2023-01', '2024-12'] },
  { 2023: ['2023-01', '2023-12'], 2024: ['2024-01', '2024-12'] },
  { '2023-07..2024-06': ['2023-07', '2024-06'] },
];

export function someLook(seed: number): Look {
  const { below, one } = draws(seed);
  const where: Record<string, string[]> = {};
  for (const column of columns)
    if (below(3) === 0) {
      const codes = lists[column].filter(() => below(2) === 0);
      if (codes.length > 0) where[column] = codes;
    }
  return { by: below(2) ? [one(columns)] : [], where, periods: one(kinds) };
}

const isIn = (child: Child, where: Look['where'], months: readonly [string, string]) =>
  child.month >= months[0] &&
  child.month <= months[1] &&
  Object.entries(where).every(([column, codes]) => codes.includes(child[column as 'gender']));

/** The draft of a figure: children with each answer and in total, by period and group. */
export function draftOf(children: readonly Child[], look: Look, options = ''): Draft {
  const tables: Draft['tables'][number][] = [];
  const rows: DraftRow[] = [];
  for (const by of [[], ...(look.by.length ? [look.by] : [])] as (typeof look.by)[]) {
    const [column] = by;
    const inside = children.filter((child) =>
      Object.values(look.periods).some((months) => isIn(child, look.where, months)),
    );
    const met = column ? [...new Set(inside.map((child) => child[column]))].sort() : [];
    const table = tables.length;
    const cells = Object.entries(look.periods).flatMap(([period, months]) =>
      (column ? [...met, 'total'] : ['']).flatMap((code) =>
        ['yes', 'no', 'total'].map((answer) => {
          const key = [period, ...(column ? [code] : []), answer];
          const value = inside.filter(
            (child) =>
              isIn(child, look.where, months) &&
              (!column || code === 'total' || child[column] === code) &&
              (answer === 'total' || child.answer === answer),
          ).length;
          rows.push({
            measure: answer,
            period,
            by: column && code !== 'total' ? { [column]: code } : {},
            unit: 'children',
            value,
            status: 'ok',
            statistic: 'count',
            counts: [{ table, key }],
          });
          return { key, value };
        }),
      ),
    );
    tables.push({
      dims: [
        { name: 'period', groups: {}, leaves: Object.keys(look.periods) },
        ...(column ? [{ name: column, groups: { total: met } }] : []),
        { name: 'answer', groups: { total: ['yes', 'no'] }, leaves: ['yes', 'no'] },
      ],
      cells,
    });
  }
  return {
    ...{ indicator: 'XX-01', revision: 1, mode: 'release', synthetic: true, query: '', notes: [] },
    ...{ threshold: 11, steps: [], tables, rows },
    cut: {
      indicator: 'XX-01',
      family: options,
      sums: true,
      where: look.where,
      periods: look.periods,
    },
  };
}

export interface Told {
  /** Which children, by number. */
  readonly of: ReadonlySet<number>;
  readonly count: number | null;
}

/** What a released figure tells: the set of children behind each count, null where withheld. */
export function toldBy(children: readonly Child[], look: Look, { rows }: Released): Told[] {
  return rows.map(({ measure, period, by, value }) => {
    const months = look.periods[period]!;
    const where = {
      ...look.where,
      ...(measure === 'total' ? {} : { answer: [measure] }),
    };
    const of = children.flatMap((child, at) =>
      isIn(child, where, months) &&
      Object.entries(by).every(([column, code]) => child[column as 'gender'] === code)
        ? [at]
        : [],
    );
    return { of: new Set(of), count: numberOf(value) };
  });
}

const numberOf = (cell: Cell): number | null => (cell.is === 'value' ? cell.value : null);
