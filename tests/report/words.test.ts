import { describe, expect, it } from 'vitest';
import { fileName } from '$lib/report/file-name';
import { headline } from '$lib/report/headline';
import { formatNumber, formatRange } from '$lib/report/number-format';
import { notesText } from '$lib/report/notes';
import { protectionWords } from '$lib/report/protection-words';
import { sentence } from '$lib/report/sentence';
import { ReportRefused } from '$lib/report/report-refused';
import { indicator, missing, released, row, secret, value, withheld } from './released-of';

describe('numbers', () => {
  it.each([
    [0, 'share', '0%', '0\u00A0%'],
    [0.5, 'share', '50%', '50\u00A0%'],
    [0.29, 'share', '29%', '29\u00A0%'],
    [0.125, 'share', '12.5%', '12,5\u00A0%'],
    [0.2999, 'share', '30.0%', '30,0\u00A0%'],
    [0.0001, 'share', 'under 0.1%', 'under 0,1\u00A0%'],
    [0.99999, 'share', 'over 99.9%', 'over 99,9\u00A0%'],
    [1, 'share', '100%', '100\u00A0%'],
    [1, 'hours', '1 hour', '1 time'],
    [47.5, 'hours', '47.5 hours', '47,5 timer'],
    [48, 'hours', '2 days', '2 dager'],
    [24 * 13.5, 'hours', '13.5 days', '13,5 dager'],
    [24 * 90.4, 'hours', '90 days', '90 dager'],
    [1, 'days', '1 day', '1 dag'],
    [31, 'days', '31 days', '31 dager'],
    [1234567, 'children', '1,234,567', '1\u202F234\u202F567'],
    [31.869, 'children', '31.9', '31,9'],
    [9.4136, 'per 100 child-months', '9.4', '9,4'],
    [2, 'per 100 child-months', '2.0', '2,0'],
    [12.25, 'per 100 child-months', '12.3', '12,3'],
  ])('%d %s', (number, unit, en, nb) => {
    expect(formatNumber(number, unit, 'en')).toBe(en);
    expect(formatNumber(number, unit, 'nb')).toBe(nb);
  });

  it('put ranges in words', () => {
    expect(formatRange(0.1, 0.2, 'share', 'en')).toBe('10% to 20%');
    expect(formatRange(0.1, 0.2, 'share', 'nb')).toBe('10\u00A0% til 20\u00A0%');
  });
});

describe('headlines', () => {
  const say = (id: string, rows: ReturnType<typeof row>[], language: 'en' | 'nb' = 'en') =>
    headline(released(id, rows), indicator(id), language);

  it('tell the latest finding in a few words', () => {
    expect(say('ID-01', [row('count', value(1), { unit: 'children' })])).toBe(
      '1 child recorded in 2024',
    );
    expect(say('ID-01', [row('count', value(40), { unit: 'children' })], 'nb')).toBe(
      '40 barn registrert i 2024',
    );
    expect(
      say('ID-03', [
        row('share', value(0.4), { unit: 'share', by: { gender: 'female' } }),
        row('share', withheld, { unit: 'share', by: { gender: 'trans_girl' } }),
        row('share', value(0.5), { unit: 'share', by: { gender: 'male' } }),
      ]),
    ).toBe('Girls, boys and other genders among registered children: girl 40%, boy 50%');
    expect(say('RF-02', [row('median_hours', value(36), { unit: 'hours' })])).toBe(
      'Half are referred within 36 hours',
    );
    expect(say('FC-01', [row('days', value(1), { unit: 'days' })])).toBe(
      'Days without secured money: 1 day, in 2024',
    );
  });

  it('tell of readings at several times the last with a number, as the sentence does', () => {
    const rows = [
      row('cif_24h', value(0.5), { unit: 'share' }),
      row('cif_72h', value(0.6), { unit: 'share' }),
      row('cif_30d', withheld, { unit: 'share' }),
    ];
    expect(say('RF-01', rows)).toBe('60% referred within 72 hours');
  });

  it('name the three largest of many forms of exploitation, in both languages', () => {
    const of = (form: string, share: number | null) =>
      row('share', share === null ? withheld : value(share), { unit: 'share', by: { form } });
    const rows = [
      of('sexual_prostitution', 0.1),
      of('sexual_csam', null),
      of('labour', 0.3),
      of('begging', 0.4),
      of('criminal', 0.2),
    ];
    expect(say('ID-12', rows)).toBe(
      'Share of children with a known form: forced begging 40%, forced or exploitative labour 30%, forced criminality 20%, other forms',
    );
    expect(say('ID-12', rows, 'nb')).toMatch(/, andre former$/);
    expect(say('ID-12', rows.slice(0, 4))).not.toContain('other forms');
    const told = sentence(released('ID-12', rows), indicator('ID-12'), 'en');
    expect(told.map(({ text }) => text).join('')).toMatch(
      /known: forced begging 40%; .* 30%; .* 20%; other forms are in the table\. .*withheld/,
    );
  });

  it('give the title and the reason where there is no number', () => {
    expect(say('ID-01', [row('count', withheld, { unit: 'children' })])).toBe(
      'Children registered as victims: withheld to protect children',
    );
    expect(say('ND-01', [row('cif_365d', missing('beyond follow-up'), { unit: 'share' })])).toBe(
      'Deprived of liberty at least once: beyond follow-up',
    );
    expect(say('MC-02', [])).toBe('Missing episodes per 100 child-months at risk');
  });
});

describe('file names', () => {
  const made = { indicator: 'ID-01', mode: 'release', synthetic: true } as const;
  it('come from the view alone', () => {
    expect(fileName(made, '2023-04..2024-03', 'csv')).toBe(
      'id-01_2023-04-to-2024-03_release_made-up.csv',
    );
    expect(fileName({ ...made, synthetic: false }, 'age_band', 'svg')).toBe(
      'id-01_age-band_release.svg',
    );
    expect(fileName({ ...made, synthetic: false }, '', 'png')).toBe('id-01_release.png');
    expect(fileName(made, '../../etc', 'csv')).toMatch(/^[a-z0-9_-]+\.csv$/);
  });
});

describe('notes', () => {
  const one = released(
    'ID-01',
    [
      row('count', withheld, { unit: 'children', period: '2023' }),
      row('count', value(40), { unit: 'children' }),
    ],
    { synthetic: true, notes: [{ en: 'Provisional year.', nb: 'Foreløpig år.' }] },
  );
  const context = {
    indicator: indicator('ID-01'),
    language: 'en',
    period: '2024',
    sources: ['cases.csv'],
  } as const;

  it('hold everything that belongs to the figures and nothing withheld', () => {
    const text = notesText(one, context);
    for (const part of [
      'Children registered as victims (ID-01, revision 1)',
      'Made-up data',
      '40 children were recorded in 2024.',
      'Provisional year.',
      'Identified numbers show what services saw',
      '[c] withheld to protect children',
      'Threshold k = 11. No figure from 1 to 10 is shown',
      'cases.csv',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain(String(secret));
    expect(notesText(one, { ...context, language: 'nb' })).toContain('Oppdiktede data');
    expect(notesText({ ...one, synthetic: false }, context)).not.toContain('Made-up');
  });

  it('are refused in Working view', () => {
    expect(() => notesText({ ...one, mode: 'working' }, context)).toThrow(ReportRefused);
  });

  it('claim no more than the check has shown', () => {
    const words = (audit: (typeof one)['protection']['audit']) =>
      protectionWords({ ...one, protection: { ...one.protection, audit } }, 'en');
    expect(words('not proven')).toContain('not proven');
    expect(words('unprotected')).toContain('not for release');
    for (const audit of ['proven', 'not needed', 'not proven', 'unprotected'] as const)
      expect(words(audit)).not.toMatch(/anonym|\bsafe\b|GDPR|private|cannot be re-identified/i);
    expect(words('not proven')).not.toContain('can be isolated');
  });
});
