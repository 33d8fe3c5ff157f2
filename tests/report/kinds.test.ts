import { describe, expect, it } from 'vitest';
import { headline } from '$lib/report/headline';
import { sentence } from '$lib/report/sentence';
import { tableOf, type ReportTable } from '$lib/report/table-of';
import { tablesOf } from '$lib/report/tables-of';
import type { ReleasedRow } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { asking } from './asking';
import { missing, released, row, secret, value, withheld } from './released-of';

const say = (one: Indicator, rows: readonly ReleasedRow[], language: Language = 'en') =>
  sentence(released('ID-01', rows), one, language)
    .map(({ text }) => text)
    .join('');
const head = (one: Indicator, rows: readonly ReleasedRow[], language: Language = 'en') =>
  headline(released('ID-01', rows), one, language);
const grid = ({ corner, columns, rows }: ReportTable) => [
  [corner, ...columns],
  ...rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)]),
];
const table = (one: Indicator, rows: readonly ReleasedRow[], by: string[] = []) =>
  tableOf(released('ID-01', rows), { indicator: one, language: 'en', by });

describe('a rate per 100,000', () => {
  const one = asking({ kind: 'rate' }, [
    {
      id: 'rate_per_100000',
      unit: 'per 100,000 children',
      reads: 'rate',
      ...{ en: 'Registered children per 100,000', nb: 'Registrerte barn per 100 000' },
    },
  ]);
  const rate = (number: number, more: Partial<ReleasedRow> = {}) =>
    row('rate_per_100000', value(number, { low: number / 2, high: number * 2 }), {
      unit: 'per 100,000 children',
      numerator: value(40),
      denominator: value(800_000),
      ...more,
    });
  const rows = [rate(4, { period: '2023' }), rate(5.04), rate(0.456, { by: { gender: 'male' } })];

  it('is said with its range and the period before', () => {
    expect(say(one, rows)).toBe(
      'Recorded in 2024: registered children per 100,000 5.0 (95% range 2.5 to 10.1), compared with 4.0 in 2023. Children whom nobody noticed are not in it.',
    );
    expect(say(one, rows, 'nb')).toContain('registrerte barn per 100 000 5,0 (95 %-område 2,5');
    expect(head(one, rows)).toBe('Registered children per 100,000: 5.0, in 2024');
  });

  it('stands by group with population and total', () => {
    const set = table(one, [rate(5), rate(0.456, { by: { gender: 'male' } })], ['gender']);
    expect(grid(set)).toEqual([
      ['Gender', 'Value', '95% range', 'Numerator', 'Denominator'],
      ['Boy', '0.46', '0.23 to 0.91', '40', '800,000'],
      ['Total', '5.0', '2.5 to 10.0', '40', '800,000'],
    ]);
    expect(set.unit).toBe('Per 100,000 children');
  });
});

describe('shares', () => {
  const one = asking({ kind: 'shares', of: ['a', 'b'] }, [
    { id: 'share', unit: 'share', reads: 'share', of: 'a', en: 'Has a guardian', nb: 'Har verge' },
    { id: 'unknown', unit: 'children', reads: 'unknown', of: 'a', en: 'Not known' },
    { id: 'b_share', unit: 'share', reads: 'share', of: 'b', en: 'Met the guardian' },
  ]);
  const share = (id: string, cell: ReleasedRow['value'], more: Partial<ReleasedRow> = {}) =>
    row(id, cell, {
      unit: 'share',
      numerator: value(72),
      denominator: value(100),
      unknown: missing('no rows'),
      ...more,
    });
  const rows = [
    share('share', value(0.72, { low: 0.62, high: 0.8 })),
    share('share_if_unknown_no', value(0.6)),
    share('share_if_unknown_yes', value(0.8)),
    row('unknown', value(20), { unit: 'children', numerator: value(20) }),
    share('b_share', withheld, { numerator: withheld, denominator: withheld }),
  ];

  it('are said with counts, range and the band of the unknown', () => {
    expect(say(one, rows)).toBe(
      'Recorded in 2024: has a guardian 72% (72 of 100; 95% range 62% to 80%). Some numbers are withheld to protect children. If none or all of those not known were so, the first would be 60% to 80%.',
    );
    expect(say(one, rows, 'nb')).toContain('har verge 72\u00A0% (72 av 100; 95 %-område');
    expect(head(one, rows)).toBe('Has a guardian: 72%, in 2024');
  });

  it('give the band alone where too much is unknown', () => {
    const hidden = [share('share', missing('not recorded')), ...rows.slice(1, 3)];
    expect(say(one, hidden)).toBe(
      'Recorded in 2024: has a guardian: too much is not known for one number; if none or all of those not known were so, it would be 60% to 80%.',
    );
  });

  it('stand with numerator, denominator, unknown and band', () => {
    const set = table(one, rows);
    expect(grid(set)).toEqual([
      [
        ...['Measure', 'Value', '95% range', 'Numerator', 'Denominator', 'Not known'],
        'If none or all of the unknown',
      ],
      ['Has a guardian', '72%', '62% to 80%', '72', '100', '20', '60% to 80%'],
      ['Not known', '20', '[z]', '20', '[c]', '[z]', '[z]'],
      ['Met the guardian', '[c]', '[c]', '[c]', '[c]', '[z]', '[z]'],
    ]);
    expect(JSON.stringify(set) + say(one, rows)).not.toContain(String(secret));
  });

  it('of a day name the day', () => {
    const stock = { ...one, period: 'stock' as const };
    expect(say(stock, rows)).toContain('Recorded on the last day of 2024: ');
    expect(say(stock, rows, 'nb')).toContain('Registrert på siste dag i 2024: ');
    const on = (period: string) => say(stock, [share('b_share', value(0.5), { period })]);
    expect(on('2024-07..2026-06')).toContain('on the last day of June 2026');
    expect(on('2024-H1')).toContain('on the last day of June 2024');
    expect(on('2024-Q3')).toContain('on the last day of September 2024');
  });
});

describe('events per child', () => {
  const at = (days: number) =>
    ({
      id: `mcc_${days}d`,
      unit: 'events per child',
      reads: 'mean count',
      atHours: days * 24,
      en: `Interviews within ${days} days`,
    }) as const;
  const one = asking({ kind: 'mean-count' }, [at(30), at(90), at(365)]);
  const rows = [
    row('mcc_30d', value(0.5), { unit: 'events per child' }),
    row('mcc_90d', value(1.256), { unit: 'events per child' }),
    row('mcc_365d', missing('beyond follow-up'), { unit: 'events per child' }),
  ];

  it('are said at the latest time that can be read', () => {
    expect(say(one, rows)).toBe('Recorded in 2024: interviews within 90 days 1.26.');
    expect(head(one, rows)).toBe('Interviews within 90 days: 1.26, in 2024');
    expect(say(one, rows.slice(2))).toContain('not followed for that long');
  });

  it('stand as readings', () => {
    expect(grid(table(one, rows)).map(([first, second]) => [first, second])).toEqual([
      ['Measure', 'Value'],
      ['Interviews within 30 days', '0.50'],
      ['Interviews within 90 days', '1.26'],
      ['Interviews within 365 days', '[x]'],
    ]);
  });
});

describe('distributions and shares of time or money', () => {
  it('name the middle first', () => {
    const one = asking({ kind: 'distribution' }, [
      { id: 'p25', unit: 'days', reads: 'p25', en: 'A quarter at most' },
      { id: 'median', unit: 'days', reads: 'median', en: 'Half at most' },
      { id: 'p90', unit: 'years', reads: 'p90', en: 'Nine of ten at most' },
    ]);
    const rows = [
      row('p25', value(2), { unit: 'days' }),
      row('median', value(11.5), { unit: 'days' }),
      row('p90', value(1), { unit: 'years' }),
    ];
    expect(say(one, rows)).toBe(
      'Recorded in 2024: half at most 11.5 days; a quarter at most 2 days; nine of ten at most 1 year.',
    );
    expect(head(one, rows)).toBe('Half at most: 11.5 days, in 2024');
    expect(table(one, rows).unit).toBe('Days, Years');
  });

  it('tell a share of time', () => {
    const one = asking({ kind: 'share-of-time' }, [
      { id: 'share_of_time', unit: 'share', reads: 'share of time', en: 'Time with a guardian' },
    ]);
    const rows = [row('share_of_time', value(0.34), { unit: 'share' })];
    expect(say(one, rows)).toBe('Recorded in 2024: time with a guardian 34%.');
    expect(head(one, rows)).toBe('Time with a guardian: 34%, in 2024');
  });

  it('tell money together, or each currency by itself', () => {
    const one = asking({ kind: 'money-shares' }, [
      { id: 'core_share', unit: 'share', reads: 'share of money', en: 'Core money' },
    ]);
    const money = (share: number, by: Record<string, string>) =>
      row('core_share', value(share), { unit: 'share', by });
    expect(say(one, [money(0.4, {}), money(0.5, { programme: 'P1' })])).toBe(
      'Recorded in 2024: core money 40%.',
    );
    const two = [money(0.4, { currency: 'EUR' }), money(0.2, { currency: 'NOK' })];
    expect(say(one, two)).toBe('Recorded in 2024: core money (EUR) 40%; core money (NOK) 20%.');
    expect(head(one, two)).toBe('A made-up figure');
    expect(table(one, two).rows.map(({ header }) => header)).toEqual(['EUR', 'NOK']);
  });
});

describe('a profile', () => {
  const one = asking({ kind: 'profile', items: ['C10-01', 'C10-02'] }, [
    { id: 'score', unit: 'score 0–3', reads: 'score', en: 'Score' },
    { id: 'count', unit: 'items', reads: 'items', en: 'Items in practice', nb: 'Punkter i bruk' },
  ]);
  const score = (item: string, cell: ReleasedRow['value']) =>
    row('score', cell, { unit: 'score 0–3', by: { checklist_item: item } });
  const rows = [
    score('C10-01', value(2)),
    score('C10-02', value(0)),
    score('C10-03', missing('not recorded')),
    row('count', value(4), { unit: 'items' }),
  ];
  const family = 'Family and others close to the child involved where possible';

  it('names the lowest item and gives no average', () => {
    expect(say(one, rows)).toBe(
      `Recorded in 2024: items in practice 4; lowest score 0 of 3: ${family}.`,
    );
    expect(say(one, rows, 'nb')).toContain('punkter i bruk 4; laveste poeng 0 av 3: ');
    expect(head(one, rows)).toBe(
      `A made-up figure: lowest 0 of 3, ${family.charAt(0).toLowerCase()}${family.slice(1)}`,
    );
  });

  it('says when every item is the same', () => {
    expect(say(one, [score('C10-01', value(1)), score('C10-02', value(1))])).toBe(
      'Recorded in 2024: lowest score 1 of 3, on every item.',
    );
  });

  it('stands as scores of items, and as counts', () => {
    const [counts, scores] = tablesOf(released('ID-01', rows), { indicator: one, language: 'en' });
    expect(grid(counts!)).toEqual([
      ['Group', 'Items in practice'],
      ['Total', '4'],
    ]);
    expect(scores?.caption).toBe('A made-up figure: scores of the items, 2024');
    expect(grid(scores!).map((line) => line.slice(1))).toEqual([['Score'], ['2'], ['0'], ['[x]']]);
  });

  it('of several programmes stands side by side and compares none', () => {
    const of = (programme: string, number: number) =>
      ['C10-02', 'C10-01'].map((item, i) =>
        row('score', value(number + i), {
          unit: 'score 0–3',
          by: { programme, assessor: 'self', checklist_item: item },
        }),
      );
    const two = [...of('P1', 0), ...of('P2', 2), row('count', value(4), { unit: 'items' })];
    const scores = tablesOf(released('ID-01', two), { indicator: one, language: 'en' }).at(-1)!;
    expect(scores.columns).toEqual(['P1, the programme itself', 'P2, the programme itself']);
    expect(scores.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['1', '3'],
      ['0', '2'],
    ]);
    expect(scores.rows[1]?.header).toBe(family);
    expect(say(one, two)).toBe('Recorded in 2024: items in practice 4.');
    expect(head(one, two)).toBe('Items in practice: 4, in 2024');
  });
});

describe('completeness', () => {
  const one = asking({ kind: 'completeness', core: [] }, [
    { id: 'share', unit: 'share', reads: 'share', en: 'Cells filled in' },
  ]);
  const column = (name: string, share: number) =>
    row('share', value(share), { unit: 'share', by: { table: 'cases', column: name } });
  const rows = [
    column('gender', 0.99),
    column('forms', 0.4),
    row('share', value(0.8), { unit: 'share' }),
  ];

  it('counts the columns with gaps', () => {
    expect(say(one, rows)).toBe(
      'Recorded in 2024: cells filled in 80%. Of 2 columns, 1 is filled in for fewer than 90% of the rows.',
    );
    expect(say(one, rows.slice(0, 1), 'nb')).toBe(
      'Registrert i 2024: av 1 kolonner er 0 fylt ut for færre enn 90\u00A0% av radene.',
    );
  });

  it('names tables and columns as the schema does', () => {
    const headers = table(one, rows).rows.map(({ header }) => header);
    expect(headers).toEqual([
      "Children's files, Gender",
      "Children's files, All forms of exploitation",
      'Total',
    ]);
  });
});

describe('compositions of rows', () => {
  const one = asking({ kind: 'composition', of: 'form', multiple: true }, [
    { id: 'share', unit: 'share', reads: 'share', en: 'Share' },
  ]);
  const form = (code: string, share: number) =>
    row('share', value(share), { unit: 'share', by: { form: code }, denominator: value(90) });
  const rows = [form('sexual_prostitution', 0.8), form('criminal', 0.5)];

  it('have the labels of the code list and say that a child may be in several', () => {
    expect(say(one, rows)).toBe(
      'Of 90 children recorded in 2024 with all forms of exploitation known: sexual exploitation – in prostitution 80%; forced criminality 50%. One child may stand in several rows, so the shares may add up to more than 100%.',
    );
    expect(table(one, rows).footnotes).toEqual([
      'One child may stand in several rows, so the shares may add up to more than 100%.',
    ]);
  });

  it('speak of what the rows are', () => {
    const spells = {
      ...one,
      unit: 'spell' as const,
      statistic: { kind: 'composition', of: 'setting' } as const,
    };
    const setting = row('share', value(1), {
      unit: 'share',
      by: { setting: 'prison' },
      denominator: value(12),
    });
    expect(say(spells, [setting])).toContain('Of 12 spells recorded in 2024 with place known');
  });
});

describe('counts of something else than children', () => {
  it('name the unit', () => {
    const one = asking({ kind: 'count' }, [{ id: 'count', unit: 'spells', reads: 'count' }]);
    const rows = [row('count', value(1), { unit: 'spells' })];
    expect(say(one, rows)).toBe('A made-up figure: 1 spell was recorded in 2024.');
    expect(head(one, rows)).toBe('1 spell recorded in 2024');
    expect(say({ ...one, period: 'stock' }, rows)).toContain('recorded on the last day of 2024');
  });
});
