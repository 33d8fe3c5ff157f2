import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '$lib/report/csv';
import { csvFile } from '$lib/report/csv-file';
import { ReportRefused } from '$lib/report/report-refused';
import { rowsJson } from '$lib/report/rows-json';
import { missing, released, row, secret, value, withheld } from './released-of';

const parse = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

const mixed = released('ID-01', [
  row('count', value(-5, { low: 0.1, high: 2 }), {
    unit: 'children',
    numerator: value(3),
    denominator: value(30),
    n: value(31),
    unknown: value(1),
  }),
  row('count', withheld, { unit: 'children', by: { region: '=HYPERLINK("x")' } }),
  row('count', missing('no rows'), {
    unit: 'children',
    by: { region: 'a, "b"\nc', gender: 'male' },
    status: 'too_few',
  }),
]);

describe('rows', () => {
  it('follow the row format', () => {
    expect(rowsJson(mixed)[0]).toEqual({
      indicator: 'ID-01',
      revision: 1,
      measure: 'count',
      period: '2024',
      by: {},
      value: -5,
      unit: 'children',
      low: 0.1,
      high: 2,
      numerator: 3,
      denominator: 30,
      n: 31,
      unknown: 1,
      status: 'ok',
      statistic: 'S-N',
      mode: 'release',
    });
  });

  it('hold null where a number is withheld or missing, and the status says which', () => {
    const [, hidden, absent] = rowsJson(mixed);
    expect(hidden).toMatchObject({ value: null, low: null, high: null, status: 'withheld' });
    expect(absent).toMatchObject({ value: null, status: 'too_few' });
    expect(JSON.stringify(rowsJson(mixed))).not.toContain(String(secret));
  });

  it('name what is needed where nothing could be computed', () => {
    const lacks = (unavailable: { table: string; column?: string }) =>
      rowsJson(released('MC-02', [], { unavailable }));
    expect(lacks({ table: 'placements' })).toMatchObject([
      { measure: null, value: null, status: 'missing_table', needs: 'placements' },
    ]);
    expect(lacks({ table: 'placements', column: 'ended' })).toMatchObject([
      { status: 'missing_column', needs: 'placements.ended' },
    ]);
  });
});

describe('CSV', () => {
  it('comes back as it went, with one column a breakdown', () => {
    const text = csvText(rowsJson(mixed));
    const { data, errors, meta } = parse(text);
    expect(errors).toEqual([]);
    expect(meta.fields?.slice(0, 7)).toEqual([
      'indicator',
      'revision',
      'measure',
      'period',
      'by_region',
      'by_gender',
      'value',
    ]);
    expect(data.map((one) => one.by_region)).toEqual(['', `'=HYPERLINK("x")`, 'a, "b"\nc']);
    expect(data[2]).toMatchObject({ by_gender: 'male', value: '', status: 'too_few' });
    expect(text.split('\r\n')[0]).toMatch(/^indicator,/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('never puts an apostrophe before a number, always before a formula', () => {
    expect(parse(csvText(rowsJson(mixed))).data[0]?.value).toBe('-5');
    for (const start of ['=', '+', '-', '@', '\t']) {
      const region = `${start}1`;
      const one = released('ID-01', [row('count', value(1), { unit: 'children', by: { region } })]);
      expect(parse(csvText(rowsJson(one))).data[0]?.by_region).toBe(`'${region}`);
    }
  });

  it('is a header alone where there are no rows', () => {
    expect(csvText([])).toBe(
      'indicator,revision,measure,period,value,unit,low,high,numerator,denominator,n,unknown,status,statistic,mode\r\n',
    );
  });

  it('is saved with a byte order mark from Release view alone', async () => {
    const bytes = new Uint8Array(await csvFile(mixed).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(csvText(rowsJson(mixed)));
    const working = { ...mixed, mode: 'working' as const };
    expect(() => csvFile(working)).toThrow(ReportRefused);
    expect(() => csvFile(working)).toThrow('Saving is available in Release view.');
  });
});
