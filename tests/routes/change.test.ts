import { describe, expect, it } from 'vitest';
import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { pairGate } from '$lib/measure/pair-gate';
import type { DatasetFacts } from '$lib/schema/dataset';
import { changeColumns, revisionsOf } from '../../src/routes/indicators/[id]/change-columns';
import { changeLines } from '../../src/routes/indicators/[id]/change-lines';
import { changeChoices } from '../../src/routes/indicators/[id]/change-series';
import { indicator, released, row, value, withheld } from '../report/released-of';

const counts = indicator('ID-01');
const count = counts.measures[0]!;
const shares = indicator('RR-01');
const share = shares.measures.find(({ unit }) => unit === 'share')!;

type Mode = Pick<Released, 'mode'>;
const countsOf = (
  years: Record<string, number | null>,
  more: Partial<Mode> = { mode: 'working' },
) =>
  released(
    counts.id,
    Object.entries(years).map(([period, one]) =>
      row(count.id, one === null ? withheld : value(one), { unit: count.unit, period }),
    ),
    more,
  );
const sharesOf = (
  years: Record<string, readonly [number, number]>,
  more: Partial<Mode> = { mode: 'working' },
  hide: Partial<ReleasedRow> = {},
) =>
  released(
    shares.id,
    Object.entries(years).map(([period, [part, all]]) =>
      row(share.id, value(part / all), {
        ...{ unit: 'share', period, numerator: value(part), denominator: value(all) },
        ...hide,
      }),
    ),
    more,
  );
const seriesOf = (one: Released) => {
  const of = one.indicator === counts.id ? counts : shares;
  return changeChoices(one, of, 'en').series.find(({ key }) => key.includes(of === counts ? count.id : share.id))!; // prettier-ignore
};
const asked = { earlier: '2024', later: '2025', order: 'definition' } as const;
const number = (text: string | null) =>
  Number(text?.replace('−', '-').replace(/[+%]| points/g, ''));

describe('a change of a count', () => {
  const first = countsOf({ '2024': 191, '2025': 205 });
  const second = countsOf({ '2024': 197, '2025': 214 });
  const before = countsOf({ '2024': 188 });
  const series = seriesOf(first);

  it('is split into revision, definition and recorded cases, which add up as printed', () => {
    const [column, ...more] = changeColumns({ first, second, before }, series, asked);
    expect(more).toEqual([]);
    expect(column?.kind).toBe('count');
    const lines = changeLines([column!], asked, true, 'en');
    expect(lines.map(({ is, texts }) => [is, ...texts])).toEqual([
      ['from', '188'],
      ['revision', '+3'],
      ['definition', '+6'],
      ['recorded', '+17'],
      ['total', '+26'],
      ['to', '214'],
    ]);
    for (const { is, why } of lines) expect(why.length > 0, is).toBe(is !== 'from' && is !== 'to');
    const turned = { ...asked, order: 'period' } as const;
    const other = changeLines(changeColumns({ first, second, before }, series, turned), turned, true, 'nb'); // prettier-ignore
    expect(other.map(({ is, texts }) => [is, ...texts]).slice(1, 5)).toEqual([
      ['revision', '+3'],
      ['recorded', '+14'],
      ['definition', '+9'],
      ['total', '+26'],
    ]);
  });

  it('has no revision from an import that holds the period in part or not at all', () => {
    const cut = released(counts.id, [row(count.id, value(90), { unit: count.unit, period: '2024', marks: ['incomplete'] })], { mode: 'working' }); // prettier-ignore
    for (const one of [cut, countsOf({ '2023': 100 })])
      expect(changeColumns({ first, second: null, before: one }, series, asked)[0]?.parts).toMatchObject({ revision: null, definition: null, recorded: 14, total: 14 }); // prettier-ignore
  });
});

describe('a change of a rate', () => {
  const first = sharesOf({ '2024': [36, 190], '2025': [45, 214] });

  it('stands beside the change of the numbers it is made of, each in its own unit', () => {
    const before = sharesOf({ '2024': [33, 188] });
    const series = seriesOf(first);
    const columns = changeColumns({ first, second: null, before }, series, asked);
    expect(columns.map(({ is, kind }) => [is, kind])).toEqual([
      ['series', 'rate'],
      ['numerator', 'count'],
      ['denominator', 'count'],
    ]);
    const lines = changeLines(columns, asked, false, 'en');
    expect(lines.map(({ is, texts }) => [is, ...texts])).toEqual([
      ['from', '17.6%', '33', '188'],
      ['revision', '+1.3 points', '+3', '+2'],
      ['recorded', '+2.1 points', '+9', '+24'],
      ['total', '+3.4 points', '+12', '+26'],
      ['to', '21.0%', '45', '214'],
    ]);
    for (const at of [0, 1, 2]) {
      const [from = 0, revision = 0, recorded = 0, total = 0, to = 0] = lines.map(({ texts }) =>
        Math.round(number(texts[at] ?? null) * 10),
      );
      expect([revision + recorded, from + total]).toEqual([total, to]);
    }
  });
});

describe('in Release view', () => {
  const mode = { mode: 'release' } as const;
  const first = countsOf({ '2024': 191, '2025': 205 }, mode);
  const series = seriesOf(first);
  const revision = (before: number) =>
    changeColumns({ first, second: null, before: countsOf({ '2024': before }, mode) }, series, asked)[0]?.parts?.revision; // prettier-ignore

  it('a revision is split off only where nobody can be found in it', () => {
    expect([188, 190, 181, 192].map(revision)).toEqual([null, null, null, null]);
    expect([191, 180, 202].map(revision)).toEqual([0, 11, -11]);
  });

  it('a rate needs every number behind it for that, shown and far enough', () => {
    const now = sharesOf({ '2024': [60, 190], '2025': [45, 214] }, mode);
    const of = (before: Released) =>
      changeColumns({ first: now, second: null, before }, seriesOf(now), asked)[0]?.parts?.revision;
    expect(of(sharesOf({ '2024': [40, 170] }, mode))).not.toBeNull();
    expect(of(sharesOf({ '2024': [58, 170] }, mode))).toBeNull();
    const hidden = { numerator: withheld, denominator: withheld };
    expect(of(sharesOf({ '2024': [40, 170] }, mode, hidden))).toBeNull();
    const bare = sharesOf({ '2024': [60, 190], '2025': [45, 214] }, mode, hidden);
    const columns = changeColumns({ first: bare, second: null, before: bare }, seriesOf(bare), asked); // prettier-ignore
    expect(columns.map(({ is, parts }) => [is, parts?.revision])).toEqual([['series', null]]);
  });

  it('a withheld figure has no change at all', () => {
    const hidden = countsOf({ '2024': null, '2025': 205 }, mode);
    const [column] = changeColumns({ first: hidden, second: null, before: null }, seriesOf(first), asked); // prettier-ignore
    expect([column?.parts, column?.cells.earlier.first]).toEqual([null, null]);
  });

  it('a revision note names a small change without its amount', () => {
    const before = countsOf({ '2023': 50, '2024': 188, '2025': 190 }, mode);
    const now = countsOf({ '2023': 50, '2024': 191, '2025': 205 }, mode);
    const both = { first: now, before };
    expect(revisionsOf(both, series, ['2023', '2024', '2025'])).toEqual([
      { period: '2024', steps: null },
      { period: '2025', steps: { from: 190, to: 205 } },
    ]);
    const working = { first: countsOf({ '2024': 191 }), before: countsOf({ '2024': 188 }) };
    expect(revisionsOf(working, series, ['2024'])).toEqual([
      { period: '2024', steps: { from: 188, to: 191 } },
    ]);
  });
});

describe('the gate of two periods and two definitions', () => {
  const facts = {
    ...{ tables: {}, coverage: {}, synthetic: true, population: null, cannotFeed: [] },
    meta: { country: null, extractMonth: null, periodStart: null, periodEnd: null, dateMode: 'exact', linkage: 'none', derived: false }, // prettier-ignore
  } satisfies DatasetFacts;
  const pair = { earlier: '2022', later: '2025', cut: false };
  const say = (...given: Parameters<typeof pairGate>) => {
    const { verdict, reasons } = pairGate(...given);
    return `${verdict}: ${reasons.map(({ en }) => en).join('; ')}`;
  };

  it('is of any two periods, and careful where the definition changed', () => {
    expect(say(facts, counts, pair, 'one')).toBe('not known: the files do not say who reported in both'); // prettier-ignore
    expect(say(facts, counts, pair, 'both')).toMatch(/^with caution: the definition is not the same;.*who reported in both$/); // prettier-ignore
    expect(say(facts, counts, pair, 'apart')).toMatch(/^not comparable: the definition is not the same, and no figure/); // prettier-ignore
    const extracts = [
      { first: '2022-01', last: '2023-12', rules: 1 },
      { first: '2024-01', last: '2025-12', rules: 2 },
    ];
    const named = { ...facts, meta: { ...facts.meta, extracts } };
    expect(say(named, counts, pair, 'one')).toBe('with caution: the extracts name different rules of recording'); // prettier-ignore
  });

  it('opens to nothing where a period is not whole', () => {
    for (const definitions of ['one', 'both', 'apart'] as const)
      expect(say(facts, counts, { ...pair, cut: true }, definitions)).toBe('not comparable: one of the periods is not whole in the files'); // prettier-ignore
  });
});
