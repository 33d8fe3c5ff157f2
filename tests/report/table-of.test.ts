import { describe, expect, it } from 'vitest';
import { tableOf, type ReportTable } from '$lib/report/table-of';
import { indicator, missing, released, row, secret, value, withheld } from './released-of';

const grid = ({ corner, columns, rows }: ReportTable) => [
  [corner, ...columns],
  ...rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)]),
];

describe('tables', () => {
  it('set counts out as periods by groups with a total', () => {
    const one = released(
      'ID-01',
      ['2023', '2024'].flatMap((period) => [
        row('count', value(1200), { unit: 'children', period }),
        // The unknown stand after the known, wherever the rows have them.
        row('count', missing('no rows'), { unit: 'children', period, by: { gender: 'unknown' } }),
        row('count', period === '2023' ? withheld : value(0), {
          unit: 'children',
          period,
          by: { gender: 'female' },
        }),
      ]),
      { notes: [{ en: 'A note.', nb: 'En merknad.' }] },
    );
    const table = tableOf(one, { indicator: indicator('ID-01'), language: 'en', by: ['gender'] });
    expect(table.caption).toBe('Children registered as victims');
    expect(table.unit).toBe('Children');
    expect(grid(table)).toEqual([
      ['Period', 'Girl', 'Not recorded', 'Total'],
      ['2023', '[c]', '[x]', '1,200'],
      ['2024', '0', '[x]', '1,200'],
    ]);
    expect(table.rows[0]?.cells[0]).toEqual({
      is: 'withheld',
      text: '[c]',
      words: 'withheld to protect children',
    });
    expect(table.legend).toEqual([
      '[c] withheld to protect children',
      '[x] not available: no rows in the files',
    ]);
    expect(table.footnotes).toEqual(['A note.']);
    expect(JSON.stringify(table)).not.toContain(String(secret));
  });

  it('set shares out with range, numerator and denominator', () => {
    const one = released('ID-03', [
      row('share', value(0.125, { low: 0.1, high: 0.153 }), {
        unit: 'share',
        by: { gender: 'female' },
        numerator: value(15),
        denominator: value(120),
        marks: ['unstable'],
      }),
      row('unknown_share', value(1 / 3), {
        unit: 'share',
        by: { gender: 'unknown' },
        numerator: value(60),
        denominator: value(180),
      }),
    ]);
    const choice = { indicator: indicator('ID-03'), language: 'nb' as const };
    const table = tableOf(one, choice);
    expect(table.caption).toBe('Jenter, gutter og andre kjønn blant registrerte barn, 2024');
    expect(grid(table)).toEqual([
      ['Kjønn', 'Verdi', '95 %-område', 'Teller', 'Nevner'],
      ['Jente', '12,5\u00A0% [u]', '10\u00A0% til 15,3\u00A0%', '15', '120'],
      ['Ikke registrert', '33,3\u00A0%', '[z]', '60', '180'],
    ]);
    expect(table.legend).toEqual(['[u] små tall, les med varsomhet', '[z] ikke aktuelt']);
  });

  it('set a curve out as readings with the band of the unknown', () => {
    const counts = { numerator: value(72), denominator: value(100) };
    const one = released('RF-02', [
      row('median_hours', value(60, { low: 36, high: 400 }), { unit: 'hours', ...counts }),
      row('cif_30d', value(0.72), { unit: 'share', ...counts }),
      row('cif_30d_if_unknown_no', value(0.6), { unit: 'share' }),
      row('cif_30d_if_unknown_yes', value(0.8), { unit: 'share' }),
      row('cif_90d', withheld, { unit: 'share', numerator: withheld, denominator: withheld }),
      row('cif_90d_if_unknown_no', withheld, { unit: 'share' }),
      row('cif_90d_if_unknown_yes', withheld, { unit: 'share' }),
    ]);
    const table = tableOf(one, { indicator: indicator('RF-02'), language: 'en' });
    expect(grid(table)).toEqual([
      [
        'Measure',
        'Value',
        '95% range',
        'Numerator',
        'Denominator',
        'If none or all of the unknown',
      ],
      ['Half are referred within', '2.5 days', '36 hours to 17 days', '72', '100', '[z]'],
      ['Referred within 30 days', '72%', '[z]', '72', '100', '60% to 80%'],
      ['Referred within 90 days', '[c]', '[c]', '[c]', '[c]', '[c]'],
    ]);
    expect(JSON.stringify(table)).not.toContain(String(secret));
  });

  it('set readings against groups, and against periods', () => {
    const reading = (period: string, by: Record<string, string>, share: number) =>
      row('cif_30d', value(share), { unit: 'share', period, by });
    const one = released('RF-02', [
      reading('2023', {}, 0.5),
      reading('2024', {}, 0.6),
      reading('2024', { gender: 'female' }, 0.55),
      reading('2024', { gender: 'male' }, 0.65),
    ]);
    const choice = { indicator: indicator('RF-02'), language: 'en' as const };
    expect(grid(tableOf(one, choice))).toEqual([
      ['Measure', '2023', '2024'],
      ['Referred within 30 days', '50%', '60%'],
    ]);
    expect(grid(tableOf(one, { ...choice, by: ['gender'] }))).toEqual([
      ['Measure', 'Girl', 'Boy'],
      ['Referred within 30 days', '55%', '65%'],
    ]);
  });

  it('set funding out as programmes by measures', () => {
    const programmes: Record<string, string>[] = [{}, { programme: 'a' }];
    const one = released(
      'FC-01',
      programmes.flatMap((by) => [
        row('days', value(1), { unit: 'days', by }),
        row('gaps', value(1), { unit: 'gaps', by }),
      ]),
    );
    const table = tableOf(one, {
      indicator: indicator('FC-01'),
      language: 'en',
      by: ['programme'],
    });
    expect(grid(table).slice(1)).toEqual([
      ['a', '1 day', '1'],
      ['Total', '1 day', '1'],
    ]);
    expect(table.columns).toEqual(['Days without secured money', 'Gaps']);
  });

  it('are empty where nothing could be computed', () => {
    const one = released('MC-02', [], { unavailable: { table: 'placements' } });
    expect(tableOf(one, { indicator: indicator('MC-02'), language: 'en' }).rows).toEqual([]);
  });
});
