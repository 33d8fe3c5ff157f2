import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Released } from '$lib/disclosure/released';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { FigureSource } from '$lib/measure/figure';
import type { PublishedTable } from '$lib/measure/published';
import { parseBy, parseWhere, type View } from '$lib/measure/view';
import { puzzleOf, solvedByAlgebra } from './plain-reading/leaks';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

/** Girls, boys and children of unknown gender of three years; so many girls in 2024. */
const country = (girls: number): Tables => ({
  meta: [
    {
      ...{ dataset_key: 'p', country: 'XX', extract_month: '2026-01', date_mode: 'exact' },
      ...{ period_start: '2023-01', period_end: '2025-12', linkage_level: 'across_orgs' },
    },
  ],
  cases: [
    ...Array.from({ length: 120 }, (_, i) => ['female', '2023', i] as const),
    ...Array.from({ length: 80 }, (_, i) => ['male', '2023', i] as const),
    ...Array.from({ length: 40 }, (_, i) => ['unknown', '2023', i] as const),
    ...Array.from({ length: girls }, (_, i) => ['female', '2024', i] as const),
    ...Array.from({ length: 100 }, (_, i) => ['male', '2024', i] as const),
    ...Array.from({ length: 60 }, (_, i) => ['unknown', '2024', i] as const),
    ...Array.from({ length: 150 }, (_, i) => ['female', '2025', i] as const),
    ...Array.from({ length: 90 }, (_, i) => ['male', '2025', i] as const),
    ...Array.from({ length: 50 }, (_, i) => ['unknown', '2025', i] as const),
  ].map(([gender, year, i]) => ({
    ...{ case_key: `f${gender}${year}${i}`, child_key: `c${gender}${year}${i}`, gender },
    index_month: `${year}-${String(1 + (i % 12)).padStart(2, '0')}`,
    ...{ victim_status: 'identified', region: i % 2 ? 'north' : 'south' },
    age_band_at_detection: ['15_17', '12_14', '9_11'][i % 3]!,
  })),
});

/** A figure of last year as it is read from its file. */
const asPublished = (
  { rows, indicator }: Released,
  where: PublishedTable['where'] = {},
): PublishedTable => ({
  ...{ indicator: indicatorOf(indicator)!, where },
  rows: rows.map(({ measure, period, by, unit, value, ...row }) => ({
    ...{ measure, period, by, unit, value },
    numerator: numberOf(row.numerator),
    denominator: numberOf(row.denominator),
    n: numberOf(row.n),
    unknown: numberOf(row.unknown),
  })),
});
const release = { mode: 'release' } as const;
const years: Partial<View> = { ...release, period: { kind: 'year' } };
const byGender: Partial<View> = { ...years, by: parseBy('gender') };
const girls = { ...years, where: parseWhere('gender=female') };
const known = { ...years, where: parseWhere('gender=female,male') };
const told = (released: Released, by: Record<string, string>, period: string, measure = 'count') =>
  numberOf(rowOf(released, measure, by, period)?.value);

let engine: Engine;
let now: FigureSource;
/** Tables of last year, when there were 203 girls of 2024. */
let last: Record<'counts' | 'girls' | 'known' | 'genders', PublishedTable>;
beforeAll(async () => {
  engine = await nodeWasmEngine();
  const before = await loadTables(country(203), engine);
  last = {
    counts: asPublished(await see(before, 'ID-01', byGender)),
    girls: asPublished(await see(before, 'ID-01', girls), girls.where),
    known: asPublished(await see(before, 'ID-01', known), known.where),
    genders: asPublished(await see(before, 'ID-03', years)),
  };
  now = await loadTables(country(200), engine);
}, 60_000);
afterAll(() => engine.close());

it('withholds a number that changed by three, and what it could be worked out from', async () => {
  const before = await see(now, 'ID-01', byGender);
  expect(told(before, { gender: 'female' }, '2024')).toBe(200);
  const source = { ...now, published: [last.counts] };
  const shown = await see(source, 'ID-01', byGender);
  const all = await see(source, 'ID-01', { ...release, by: parseBy('gender') });
  const numbers = (year: string) => [
    told(shown, {}, year),
    told(shown, { gender: 'female' }, year),
  ];
  expect(numbers('2024')).toEqual([null, null]);
  // All that was published as it is stays, so it must not follow from that and the sum of the years.
  for (const year of ['2023', '2025']) expect(numbers(year)).not.toContain(null);
  expect([told(all, {}, 'all'), told(all, { gender: 'female' }, 'all')]).toEqual([null, null]);
  expect(told(all, { gender: 'male' }, 'all')).toBe(270);
  for (const figure of [shown, all]) expect(solvedByAlgebra(puzzleOf(figure))).toEqual([]);
  expect(told(shown, { gender: 'male' }, '2024')).toBe(100);
  expect(shown.notes.at(-1)?.en).toMatch(/^One table .* taken as known.* 1 to 10 /);
  // What was published as it is now stays, whatever another table says; without tables all is as it was.
  const both = [last.counts, asPublished(before)];
  expect((await see({ ...now, published: both }, 'ID-01', byGender)).rows).toEqual(before.rows);
  expect((await see({ ...now, published: [] }, 'ID-01', byGender)).rows).toEqual(before.rows);
});

it('takes a filter on one code as the group, and one on several as their sum', async () => {
  const shown = await see({ ...now, published: [last.girls] }, 'ID-01', byGender);
  expect(told(shown, { gender: 'female' }, '2024')).toBeNull();
  expect(told(shown, { gender: 'male' }, '2024')).toBe(100);
  const source = { ...now, published: [last.known] };
  expect(told(await see(now, 'ID-01', known), {}, '2024')).toBe(300);
  expect(told(await see(source, 'ID-01', known), {}, '2024')).toBeNull();
  const parts = await see(source, 'ID-01', byGender);
  const isHidden = (gender: string) => told(parts, gender ? { gender } : {}, '2024') === null;
  expect(isHidden('female') || isHidden('male')).toBe(true);
  expect(isHidden('unknown') || isHidden('')).toBe(true);
  for (const year of ['2023', '2025']) expect(told(parts, { gender: 'male' }, year)).not.toBeNull();
});

it('guards what figures count of the same children, and shares by their counts alone', async () => {
  const published = [last.genders];
  const source = { ...now, published };
  const shown = await see(source, 'ID-03', years);
  expect(
    told(await see(now, 'ID-03', years), { gender: 'female' }, '2024', 'share'),
  ).not.toBeNull();
  expect(told(shown, { gender: 'female' }, '2024', 'share')).toBeNull();
  expect(told(shown, { gender: 'female' }, '2025', 'share')).not.toBeNull();
  expect(solvedByAlgebra(puzzleOf(shown))).toEqual([]);
  const counts = await see(source, 'ID-01', byGender);
  expect(told(counts, { gender: 'female' }, '2024')).toBeNull();
  const bare = published.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, numerator: null, denominator: null, unknown: null })),
  }));
  const open = await see({ ...now, published: bare }, 'ID-03', years);
  expect(told(open, { gender: 'female' }, '2024', 'share')).not.toBeNull();
});
