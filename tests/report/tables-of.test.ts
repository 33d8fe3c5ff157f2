import { describe, expect, it } from 'vitest';
import { headline } from '$lib/report/headline';
import { sentence } from '$lib/report/sentence';
import { tablesOf } from '$lib/report/tables-of';
import { asking } from './asking';
import { indicator, missing, released, row, value } from './released-of';

const share = { unit: 'share', reads: 'share' } as const;
const several = asking(
  { kind: 'shares', of: ['a'] },
  [
    { id: 'share', ...share, en: 'Has a guardian', nb: 'Har verge' },
    { id: 'rate', unit: 'events per child', reads: 'mean count', in: 'tells', en: 'Interviews' },
    { id: 'b_share', ...share, in: 'b', of: 'x', en: 'Told why', nb: 'Fikk vite hvorfor' },
    { id: 'c_share', ...share, in: 'b', of: 'y', en: 'Told how', nb: 'Fikk vite hvordan' },
    { id: 'place_share', ...share, in: 'places', en: 'Share' },
  ],
  {
    population: 'P-REG',
    further: [
      { id: 'tells', statistic: { kind: 'mean-count' } },
      {
        id: 'b',
        statistic: { kind: 'shares', of: ['x', 'y'] },
        population: 'P-PROC',
        period: 'stock',
      },
      { id: 'places', statistic: { kind: 'composition', of: 'setting' } },
    ],
  },
);
const rows = [
  row('share', value(0.5), { unit: 'share' }),
  row('rate', value(1.5), { unit: 'events per child', period: '2024-H2' }),
  row('b_share', value(0.25), { unit: 'share' }),
  row('c_share', value(0.75), { unit: 'share' }),
  row('place_share', value(0.3), { unit: 'share', by: { setting: 'police_cell' } }),
];

describe('several questions', () => {
  it('have a table each, the headline first, with a caption in words', () => {
    const tables = tablesOf(released('ID-01', rows), { indicator: several, language: 'en' });
    expect(tables.map(({ caption }) => caption)).toEqual([
      'A made-up figure, 2024',
      'Interviews, July to December 2024',
      'Shares: registered children with criminal proceedings or testimony (on the last day of the period), 2024',
      'By place: children registered as presumed or identified victims (what happened in the period), 2024',
    ]);
    expect(tables.map((table) => table.rows.map(({ header }) => header))).toEqual([
      ['Has a guardian'],
      ['Interviews'],
      ['Told why', 'Told how'],
      ['Police cell'],
    ]);
    expect(tables.map(({ unit }) => unit)).toEqual([
      'Per cent',
      'Events per child',
      'Per cent',
      'Per cent',
    ]);
  });

  it('have captions in Norwegian too', () => {
    const tables = tablesOf(released('ID-01', rows), { indicator: several, language: 'nb' });
    expect(tables[2]?.caption).toBe(
      'Andeler: registrerte barn med straffesak eller forklaring (på periodens siste dag), 2024',
    );
  });

  it('that were not asked have no table; one stays where nothing was', () => {
    const of = (some: typeof rows) =>
      tablesOf(released('ID-01', some), { indicator: several, language: 'en' });
    expect(of(rows.slice(2, 4)).map(({ caption }) => caption.slice(0, 7))).toEqual(['Shares:']);
    expect(of([])).toHaveLength(1);
    expect(of([])[0]?.rows).toEqual([]);
  });

  it('are spoken for by the first that has figures', () => {
    const say = (some: typeof rows) =>
      sentence(released('ID-01', some), several, 'en')
        .map(({ text }) => text)
        .join('');
    expect(say(rows)).toBe('Recorded in 2024: has a guardian 50%.');
    expect(say(rows.slice(2))).toBe(
      'Recorded on the last day of 2024: told why 25%; told how 75%.',
    );
    expect(headline(released('ID-01', rows.slice(1)), several, 'en')).toBe(
      'Interviews: 1.50, from July to December 2024',
    );
  });

  it('of the same kind and population have captions of their own', () => {
    const twice = {
      ...several,
      further: [
        { id: 'b', statistic: { kind: 'shares', of: ['x', 'y'] } as const },
        { id: 'tells', statistic: { kind: 'shares', of: ['z', 'w'] } as const },
      ],
      measures: [
        ...several.measures,
        { ...several.measures[1]!, id: 'more', label: { en: 'More', nb: 'Mer' } },
      ],
    };
    const captions = tablesOf(released('ID-01', rows), { indicator: twice, language: 'en' }).map(
      ({ caption }) => caption,
    );
    expect(new Set(captions).size).toBe(captions.length);
    expect(captions).toHaveLength(3);
  });
});

describe('times', () => {
  it('have typical waits and fixed times apart', () => {
    const one = released('RF-02', [
      row('median_hours', value(36), { unit: 'hours' }),
      row('cif_30d', missing('beyond follow-up'), { unit: 'share' }),
    ]);
    const captions = tablesOf(one, { indicator: indicator('RF-02'), language: 'en' });
    expect(captions.map(({ caption }) => caption)).toEqual([
      'Typical waits, 2024',
      'At fixed times, 2024',
    ]);
  });
});
