import { indicatorOf } from '$lib/indicators/catalogue';
import { questionsIn } from '$lib/charts/questions-in';
import { specOf, type ChartChoice } from '$lib/charts/spec-of';
import type { ChartSpec } from '$lib/charts/chart-spec';
import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import type { Indicator, Measure, Statistic } from '$lib/schema/indicator';

/** A number that stands only where it must not be seen. */
export const planted = 7777.77;

type Given =
  | number
  | readonly [value: number, low: number, high: number]
  | 'c'
  | 'x'
  /** Withheld, within limits that shown numbers set. */
  | { readonly between: readonly [low: number, high: number] };

/**
 * A withheld row as it would look if the gate had a hole: the mark says withheld, yet numbers hang
 * on it. Whatever reads them shows `planted`.
 */
export const leaking = {
  is: 'withheld',
  value: planted,
  low: planted,
  high: planted,
  n: planted,
} as unknown as Cell;

const cellOf = (given: Given): Cell => {
  if (given === 'c') return leaking;
  if (typeof given === 'object' && 'between' in given) return { ...leaking, ...given } as Cell;
  if (given === 'x') return { is: 'missing', why: 'too few for this statistic' };
  if (typeof given === 'number') return { is: 'value', value: given };
  const [value, low, high] = given;
  return { is: 'value', value, low, high };
};

/** One released row; `given` is a number, a number with its interval, `c` withheld or `x` missing. */
export function row(
  measure: string,
  period: string,
  by: Record<string, string>,
  given: Given,
  marks: readonly string[] = [],
): ReleasedRow {
  const value = cellOf(given);
  const beside = value.is === 'withheld' ? leaking : ({ is: 'withheld' } as Cell);
  return {
    ...{ measure, period, by, marks, unit: '', statistic: 'S-N' },
    value,
    ...{ numerator: beside, denominator: beside, n: beside, unknown: beside },
    status: value.is === 'withheld' ? 'withheld' : 'ok',
  };
}

/** Rows as `release()` would hand them over. */
export const releasedOf = (rows: readonly ReleasedRow[], more: Partial<Released> = {}): Released =>
  ({
    ...{ mode: 'release', indicator: '', revision: 1, rows, steps: [], synthetic: true, query: '' },
    protection: {
      ...{ threshold: 11, audit: 'proven', withheldCells: 0, shownCells: 0, milliseconds: 0 },
    },
    notes: [],
    ...more,
  }) as unknown as Released;

const years = ['2020', '2021', '2022', '2023', '2024', '2025'];
const overYears = (measure: string, by: Record<string, string>, given: readonly Given[]) =>
  given.map((one, i) => row(measure, years[i]!, by, one));
const readings = (
  front: string,
  by: Record<string, string>,
  given: Readonly<Record<string, Given>>,
) => Object.entries(given).map(([at, one]) => row(`${front}${at}`, 'all', by, one));

/** The question of ID-12 that makes the measures of that name. */
function pairsQuestion(name: 'pairs' | 'group_pairs'): Indicator {
  const found = questionsIn(indicatorOf('ID-12')!).find(({ measures }) =>
    measures.some(({ id }) => id === `${name}_count`),
  );
  return found!;
}

/** Pairs of one period: first codes, of each the later ones; `total` stands for all. */
function pairRows(
  period: string,
  cells: Readonly<Record<string, Readonly<Record<string, Given>>>>,
): ReleasedRow[] {
  const front = period === 'all' ? 'form' : 'group';
  return Object.entries(cells).flatMap(([first, laters]) =>
    Object.entries(laters).map(([later, given]) =>
      row(
        front === 'form' ? 'pairs_count' : 'group_pairs_count',
        period,
        {
          ...(first === 'total' ? {} : { [`${front}_first`]: first }),
          ...(later === 'total' ? {} : { [`${front}_later`]: later }),
        },
        given,
      ),
    ),
  );
}

/** A definition made by hand: what is drawn and measured, all else as ID-01. */
function made(
  chart: Indicator['chart'],
  statistic: Statistic,
  measures: readonly (Omit<Measure, 'label'> & { readonly en: string })[],
): Indicator {
  return {
    ...(indicatorOf('ID-01') as Indicator),
    ...{ id: 'XX-01', chart, statistic, options: [] },
    measures: measures.map(({ en, ...measure }) => ({ ...measure, label: { en, nb: en } })),
  };
}

const share = (id: string, en: string, of?: string) =>
  ({ id, unit: 'share', reads: 'share', en, of }) as const;

/** One case: what is released and what the page chose. */
export interface Sample {
  readonly indicator: string | Indicator;
  readonly choice?: Partial<ChartChoice>;
  readonly released: Released;
}

const profileOf = made('profile', { kind: 'profile', items: ['C10-01', 'C10-02'] }, [
  { id: 'score', unit: 'score 0–3', reads: 'score', en: 'Score of the item' },
]);
const score = (item: string, given: Given, by: Record<string, string> = {}) =>
  row('score', '2025', { ...by, checklist_item: item }, given);

const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];
const grantOf = (programme: string, grant: string, modality: string, covers = 'yes') => ({
  ...{ programme, grant, modality, covers },
});

const pyramidGenders = ['female', 'male', 'another_gender', 'unknown'];
/** Rows by age band and gender: girls, boys, another gender, not recorded. */
export const crossedBy = (
  measure: string,
  period: string,
  bands: Readonly<Record<string, readonly Given[]>>,
) =>
  Object.entries(bands).flatMap(([age_band, given]) =>
    given.map((one, i) => row(measure, period, { age_band, gender: pyramidGenders[i]! }, one)),
  );

/** A picture of every kind, with withheld, missing, unknown and unstable figures. */
export const samples: Readonly<Record<string, Sample>> = {
  'counts-total': {
    indicator: 'ID-01',
    released: releasedOf(overYears('count', {}, [612, 655, 'c', 731, 802, 790])),
  },
  'counts-by-gender': {
    indicator: 'ID-01',
    choice: { series: 'gender' },
    released: releasedOf([
      ...overYears('count', { gender: 'female' }, [402, 418, 437, 455, 471, 468]),
      ...overYears('count', { gender: 'male' }, [188, 201, 'c', 'c', 268, 259]),
      ...overYears('count', { gender: 'trans_girl' }, ['c', 'c', 'c', 'c', 'c', 'c']),
      ...overYears('count', { gender: 'another_gender' }, [22, 24, 'c', 28, 31, 33]),
      ...overYears('count', { gender: 'unknown' }, [18, 21, 25, 'x', 32, 30]),
    ]),
  },
  'counts-one-period': {
    indicator: 'ID-01',
    choice: { series: 'age_band' },
    released: releasedOf([
      row('count', 'all', { age_band: '0-8' }, 'c'),
      row('count', 'all', { age_band: '12-14' }, 214),
      row('count', 'all', { age_band: '15-17' }, 803),
      row('count', 'all', { age_band: 'unknown' }, 41),
    ]),
  },
  composition: {
    indicator: 'ID-03',
    released: releasedOf([
      row('share', 'all', { gender: 'female' }, [0.64, 0.61, 0.67]),
      row('share', 'all', { gender: 'male' }, [0.32, 0.29, 0.35]),
      row('share', 'all', { gender: 'another_gender' }, 'c'),
      row('unknown_share', 'all', { gender: 'unknown' }, 0.07),
      row('unknown_share', 'all', { gender: 'not_asked' }, 'x'),
    ]),
  },
  'composition-limits': {
    indicator: 'ID-03',
    choice: { language: 'nb' },
    released: releasedOf([
      row('share', 'all', { gender: 'female' }, { between: [0.68, 0.72] }),
      row('share', 'all', { gender: 'male' }, { between: [0.27, 0.31] }),
      row('share', 'all', { gender: 'another_gender' }, 'c'),
      row('unknown_share', 'all', { gender: 'unknown' }, { between: [0, 0.04] }),
    ]),
  },
  'incidence-one': {
    indicator: 'RF-02',
    released: releasedOf([
      ...readings(
        'cif_',
        {},
        {
          ...{ '24h': [0.28, 0.24, 0.32], '72h': [0.41, 0.37, 0.45], '7d': [0.52, 0.47, 0.57] },
          ...{ '14d': 'c', '30d': [0.66, 0.62, 0.7], '60d': [0.71, 0.67, 0.75] },
          ...{ '90d': [0.73, 0.69, 0.77], '180d': [0.75, 0.71, 0.79] },
        },
      ),
      row('cif_60d_if_unknown_no', 'all', {}, 0.64),
      row('cif_60d_if_unknown_yes', 'all', {}, 0.79),
      row('cif_90d_if_unknown_no', 'all', {}, 0.66),
      row('cif_90d_if_unknown_yes', 'all', {}, 0.81),
      row('cif_90d_if_unknown_no', '2020', {}, 'c'),
    ]),
  },
  'incidence-layers': {
    indicator: 'ND-01',
    released: releasedOf([
      ...readings(
        'cif_',
        {},
        {
          ...{ '30d': [0.14, 0.12, 0.17], '90d': [0.19, 0.16, 0.22], '365d': [0.25, 0.21, 0.29] },
        },
      ),
      ...readings(
        'layer_b_cif_',
        {},
        {
          ...{ '30d': [0.12, 0.1, 0.15], '90d': [0.17, 0.14, 0.2], '365d': [0.245, 0.2, 0.28] },
        },
      ),
      ...readings('layer_a_cif_', {}, { '30d': [0.1, 0.08, 0.12], '90d': 'c', '365d': 0.24 }),
    ]),
  },
  'rates-by-gender': {
    indicator: 'MC-02',
    choice: { series: 'gender' },
    released: releasedOf([
      row('rate_per_100_child_months', 'all', { gender: 'female' }, [9.4, 7.9, 11.2]),
      row('rate_per_100_child_months', 'all', { gender: 'male' }, [6.1, 4.2, 8.8], ['unstable']),
      row('rate_per_100_child_months', 'all', { gender: 'another_gender' }, 'c'),
      row('rate_per_100_child_months', 'all', { gender: 'unknown' }, [4.6, 2.3, 9.1]),
    ]),
  },
  'rates-by-year': {
    indicator: 'MC-02',
    choice: { language: 'nb' },
    released: releasedOf([
      row('rate_per_100_child_months', '2023', {}, [8.1, 6.6, 9.9]),
      row('rate_per_100_child_months', '2024', {}, 'c'),
      row('rate_per_100_child_months', '2025', {}, [9.7, 8, 11.6], ['provisional']),
    ]),
  },
  'funded-days': {
    indicator: 'FC-01',
    released: releasedOf(
      (
        [
          ['P10', 31, 0.0849, 31, 0],
          ['P2', 214, 0.2932, 214, 122],
          ['P3', 0, 0, 0, 0],
          ['P4', 'c', 'c', 'c', 'c'],
        ] as const
      ).flatMap(([programme, days, share, no, yes]) => [
        row('days', '2024-01..2025-12', { programme }, days),
        row('share_of_days', '2024-01..2025-12', { programme }, share),
        row(
          'share_of_days_if_unknown_no',
          '2024-01..2025-12',
          { programme },
          no === 'c' ? no : share,
        ),
        row(
          'share_of_days_if_unknown_yes',
          '2024-01..2025-12',
          { programme },
          yes === 'c' ? yes : yes / 730,
        ),
      ]),
    ),
  },
  'care-calendar': {
    indicator: 'FC-06',
    released: releasedOf([
      ...['P1', 'P2', 'P3'].map((programme) =>
        row('unfunded_days', '2024-01..2024-06', { programme }, programme === 'P3' ? 'x' : 21),
      ),
      row('grant_days', '2023-01-01..2024-03-10', grantOf('P1', '1', 'core'), 435),
      row('paid_days', '2023-01-01..2024-03-10', grantOf('P1', '1', 'core'), 435),
      row('grant_days', '2024-04-01..2025-01-31', grantOf('P1', '2', 'project'), 306),
      row('paid_days', '2024-04-16..2025-01-31', grantOf('P1', '2', 'project'), 291),
      row('gap_days', '2024-03-11..2024-03-31', { programme: 'P1', gap: '1' }, 21),
      row('days_ahead', '2025-01-31', { programme: 'P1' }, 215, ['no successor', 'cliff 12']),
      row('grant_days', '2024-01-01..', grantOf('P2', '1', 'project'), 'x', ['open']),
      row('paid_days', '2024-01-01..', grantOf('P2', '1', 'project'), 'x'),
      row('grant_days', '2024-02-01..2024-05-31', grantOf('P2', '2', 'core'), 121),
      row('paid_days', '2024-02-01..2024-05-31', grantOf('P2', '2', 'core'), 121),
      row('overlap_days', '2024-02-01..2024-05-31', { programme: 'P2', overlap: '1' }, 121),
      row('days_ahead', 'open', { programme: 'P2' }, 'x', ['open']),
      row('grant_days', '2024-01-01..2024-12-31', grantOf('P3', '1', 'project', 'no'), 366),
      row('paid_days', '2024-01-01..2024-12-31', grantOf('P3', '1', 'project', 'no'), 366),
      ...months.flatMap((month, i) => [
        row('children', month, { programme: 'P1' }, ([0, 'c', 30, 24, 'c', 'c'] as const)[i]!),
        row('children_unfunded', month, { programme: 'P1' }, i === 2 ? 14 : i === 1 ? 'c' : 0),
        row('children', month, { programme: 'P2' }, 40),
        row('children_outside', month, { programme: 'P2' }, i === 0 ? 12 : i === 1 ? 'c' : 0),
        row('children_unfunded', month, { programme: 'P2' }, i === 3 ? 'c' : 0),
        row('children', month, { programme: 'P3' }, 'x'),
        row('children_unfunded', month, { programme: 'P3' }, 'x'),
      ]),
    ]),
  },
  shares: {
    indicator: made('shares', { kind: 'shares', of: ['a', 'b', 'c'] }, [
      share('share', 'Asked in a language the child understands', 'a'),
      share('b_share', 'Told what would happen', 'b'),
      share('c_share', 'Agreed to it', 'c'),
    ]),
    released: releasedOf([
      row('share', 'all', {}, [0.64, 0.58, 0.7]),
      row('share_if_unknown_no', 'all', {}, 0.5),
      row('share_if_unknown_yes', 'all', {}, 0.72),
      row('b_share', 'all', {}, 'c'),
      row('b_share_if_unknown_no', 'all', {}, 'c'),
      row('b_share_if_unknown_yes', 'all', {}, 'c'),
      row('c_share', 'all', {}, [0.31, 0.22, 0.42], ['unstable']),
    ]),
  },
  'shares-band-alone': {
    indicator: made('shares', { kind: 'shares', of: ['a', 'b', 'c'] }, [
      share('share', 'Treated as a child throughout', 'a'),
      share('b_share', 'Told what would happen', 'b'),
      share('c_share', 'Asked in a language the child understands', 'c'),
    ]),
    released: releasedOf([
      row('share', 'all', {}, 'x'),
      row('share_if_unknown_no', 'all', {}, 0.44),
      row('share_if_unknown_yes', 'all', {}, 0.75),
      row('b_share', 'all', {}, 'c'),
      row('b_share_if_unknown_no', 'all', {}, 0.2),
      row('b_share_if_unknown_yes', 'all', {}, 0.4),
      row('c_share', 'all', {}, 0.5),
    ]),
  },
  'shares-by-gender': {
    indicator: made('shares', { kind: 'flow-shares', table: 'missing_episodes' }, [
      share('share', 'Went missing at least once'),
    ]),
    choice: { series: 'gender', language: 'nb' },
    released: releasedOf([
      row('share', '2025', { gender: 'unknown' }, [0.2, 0.1, 0.35]),
      row('share', '2025', { gender: 'female' }, [0.28, 0.25, 0.32]),
      row('share_if_unknown_no', '2025', { gender: 'female' }, 0.26),
      row('share_if_unknown_yes', '2025', { gender: 'female' }, 0.33),
      row('share', '2025', { gender: 'male' }, 'c'),
    ]),
  },
  'rates-per-100000': {
    indicator: made('rates', { kind: 'rate' }, [
      {
        ...{ id: 'rate_per_100000', unit: 'per 100,000 children', reads: 'rate' },
        en: 'Registered child victims per 100,000 children',
      },
    ]),
    released: releasedOf([
      row('rate_per_100000', '2023', {}, [0.86, 0.71, 1.04]),
      row('rate_per_100000', '2024', {}, 'c'),
      row('rate_per_100000', '2025', {}, [1.2, 1.02, 1.41]),
    ]),
  },
  'mean-count': {
    indicator: made(
      'mean-count',
      { kind: 'mean-count' },
      [30, 90, 180, 365].map((days) => ({
        ...{ id: `mcc_${days}d`, unit: 'events per child', reads: 'mean count' },
        ...{ atHours: days * 24, en: `Interviews within ${days} days` },
      })),
    ),
    released: releasedOf([
      row('mcc_30d', 'all', {}, [0.8, 0.7, 0.9]),
      row('mcc_90d', 'all', {}, 'c'),
      row('mcc_180d', 'all', {}, [1.9, 1.7, 2.1]),
      row('mcc_365d', 'all', {}, [2.45, 2.2, 2.7]),
    ]),
  },
  profile: {
    indicator: profileOf,
    released: releasedOf([
      score('C10-01', 3),
      score('C10-02', 1),
      score('C10-03', 'x'),
      score('C10-04', 2),
      score('C10-05', 1),
      score('C10-06', 'c'),
    ]),
  },
  'profile-several': {
    indicator: profileOf,
    choice: { language: 'nb' },
    released: releasedOf([
      ...['P1', 'P2', 'P3'].flatMap((programme, i) => [
        score('C10-01', i, { programme, assessor: 'self' }),
        score('C10-02', 3, { programme, assessor: 'self' }),
      ]),
      score('C10-01', 'c', { programme: 'P1', assessor: 'others' }),
    ]),
  },
  completeness: {
    indicator: made('completeness', { kind: 'completeness', core: [] }, [
      share('share', 'Cells filled in'),
    ]),
    released: releasedOf([
      row('share', 'all', { table: 'placements', column: 'started' }, 0.71),
      row('share', 'all', { table: 'cases', column: 'forms' }, 'c'),
      row('share', 'all', { table: 'cases', column: 'gender' }, 0.98),
      row('share', 'all', {}, 0.9),
    ]),
  },
  'composition-multiple': {
    indicator: made('composition', { kind: 'composition', of: 'form', multiple: true }, [
      share('share', 'Share of children with known forms'),
    ]),
    released: releasedOf([
      row('share', 'all', { form: 'begging' }, [0.21, 0.17, 0.26]),
      row('share', 'all', { form: 'sexual_online' }, [0.74, 0.7, 0.78]),
      row('share_if_unknown_no', 'all', { form: 'sexual_online' }, 0.7),
      row('share_if_unknown_yes', 'all', { form: 'sexual_online' }, 0.76),
      row('share', 'all', { form: 'criminal' }, [0.4, 0.35, 0.45]),
      row('share', 'all', { form: 'surrogacy' }, 'c'),
    ]),
  },
  'pyramid-counts': {
    indicator: 'ID-01',
    choice: { pyramid: true },
    released: releasedOf([
      row('count', '2024', { age_band: '15_17', gender: 'female' }, 290),
      ...crossedBy('count', '2025', {
        ...{ '0_8': [52, 31, 'c', 'c'], '9_11': [40, 'c', 'c', 0], '12_14': [221, 98, 12, 16] },
        ...{ '15_17': [303, 157, 'c', 14], '12_17': ['c', 'c', 0, 'x'] },
        ...{ unknown: [33, 'c', 0, 'c'] },
      }),
    ]),
  },
  'pyramid-shares': {
    indicator: 'ID-03',
    choice: { pyramid: true, language: 'nb' },
    released: releasedOf(
      crossedBy('share', 'all', {
        ...{ '0_8': [[0.59, 0.5, 0.67], [0.39, 0.31, 0.47], 'c', 0.06] },
        ...{ '9_11': [[0.69, 0.6, 0.77], 'c', 'c', 'c'], '12_14': [0.67, 'x', 0.03, 0.05] },
        ...{ '15_17': [0.65, 0.34, 0.01, 0.03], under_18: ['x', 'x', 'x', 'x'] },
        ...{ not_asked: [[0.54, 0.29, 0.77], [0.46, 0.23, 0.71], 0, 'c'] },
      }).map((one) => (one.by.gender === 'unknown' ? { ...one, measure: 'unknown_share' } : one)),
    ),
  },
  'pyramid-band-alone': {
    indicator: 'ID-04',
    choice: { pyramid: true },
    released: releasedOf([
      row('share', 'all', { gender: 'male', age_band: '12_17' }, 'x'),
      row('share_if_unknown_no', 'all', { gender: 'male', age_band: '12_17' }, 0.44),
      row('share_if_unknown_yes', 'all', { gender: 'male', age_band: '12_17' }, 0.75),
      row('share', 'all', { gender: 'female', age_band: '12_17' }, 0.8, ['provisional']),
      row('share', 'all', { gender: 'female', age_band: '0_11' }, [0.2, 0.1, 0.3]),
      row('share_if_unknown_no', 'all', { gender: 'female', age_band: '0_11' }, 0.15),
      row('share_if_unknown_yes', 'all', { gender: 'female', age_band: '0_11' }, 0.25),
      row('share', 'all', { gender: 'male', age_band: '0_11' }, 'c'),
      row('unknown_share', 'all', { gender: 'female', age_band: 'unknown' }, 0.3),
    ]),
  },
  'pairs-groups': {
    indicator: pairsQuestion('group_pairs'),
    released: releasedOf([
      ...pairRows('2024', { sexual: { labour: 99, total: 99 }, total: { labour: 99, total: 99 } }),
      ...pairRows('2025', {
        sexual: { labour: 24, criminal: 'c', none: 61, once: 203, unknown: 0, total: 301 },
        labour: { labour: 0, criminal: 40, none: 12, once: 88, unknown: 'c', total: 'c' },
        begging: { labour: 11, criminal: 'c', none: 'x', once: 15, unknown: 0, total: 44 },
        unknown: { labour: 0, criminal: 0, none: 0, once: 0, unknown: 14, total: 14 },
        total: { labour: 35, criminal: 'c', none: 85, once: 306, unknown: 'c', total: 511 },
      }),
    ]),
  },
  'pairs-forms': {
    indicator: pairsQuestion('pairs'),
    choice: { language: 'nb' },
    released: releasedOf(
      pairRows('all', {
        sexual_prostitution: { domestic_servitude: 12, criminal: 0, none: 1250, total: 1262 },
        forced_marriage: { domestic_servitude: 'c', criminal: 15, none: 31, total: 'c' },
        total: { domestic_servitude: 'c', criminal: 15, none: 1281, total: 1320 },
      }),
    ),
  },
  'money-by-currency': {
    indicator: made('shares', { kind: 'money-shares' }, [
      { id: 'share', unit: 'share', reads: 'share of money', en: 'Core money' },
    ]),
    released: releasedOf([
      row('share', '2025', { currency: 'NOK' }, 0.4),
      row('share', '2025', { currency: 'EUR' }, 'c'),
    ]),
  },
};

/** The spec of a sample at a width. */
export function specOfSample(name: string, width: number): ChartSpec {
  const { indicator, choice } = samples[name]!;
  const definition = typeof indicator === 'string' ? indicatorOf(indicator) : indicator;
  return specOf(definition as Indicator, {
    ...{ id: `chart-${name}`, width, language: 'en' },
    ...choice,
  });
}
