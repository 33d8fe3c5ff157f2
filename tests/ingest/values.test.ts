import { describe, expect, test } from 'vitest';
import { name, sql } from '$lib/schema/sql';
import type { Decisions } from '$lib/ingest/import-files';
import { codes, engine, load, only } from './engines';

/** The cells of some columns of `cases`, as text, in the order of the file. */
async function cells(...columns: string[]): Promise<unknown[][]> {
  const rows = await (
    await engine()
  ).query(
    sql`SELECT rowid${columns.reduce((all, column) => sql`${all}, CAST(${name(column)} AS VARCHAR) AS ${name(column)}`, sql``)} FROM cases ORDER BY rowid`,
  );
  return rows.map((row) => columns.map((column) => row[column]));
}

const start = 'case_key,index_month,victim_status';
const cases = (column: string, values: readonly string[], decisions?: Decisions) =>
  load(
    {
      'cases.csv': `${start},${column}\n${values.map((value, i) => `C${i},2024-01,identified,${value}`).join('\n')}\n`,
    },
    { decisions },
  );

describe('codes', () => {
  test('exact, synonym, accent, case, and every reason for a gap', async () => {
    const values = [
      'female',
      'Jente',
      'MÄDCHEN',
      ' gutt ',
      '',
      'unknown',
      'not_asked',
      'refused',
      'na',
      '-99',
      '*',
      'ukjent',
      'gurl',
    ];
    const report = only(await cases('gender', values));
    expect(await cells('gender', 'gender__missing')).toEqual([
      ['female', null],
      ['female', null],
      ['female', null],
      ['male', null],
      [null, 'not_recorded'],
      [null, 'unknown'],
      [null, 'not_asked'],
      [null, 'refused'],
      [null, 'not_applicable'],
      [null, 'not_recorded'],
      [null, 'withheld'],
      [null, 'unknown'],
      [null, 'unmapped'],
    ]);
    expect(report).toMatchObject({ records: 13, accepted: 12, warned: 1 });
    expect(report.issues.find(({ code }) => code === 'value-not-in-code-list')).toMatchObject({
      column: 'gender',
      count: 1,
      lines: [14],
    });
    expect(report.issues.find(({ code }) => code === 'withheld-by-source')).toMatchObject({
      level: 'note',
    });
  });

  test('a spelling that the sample does not hold is still read', async () => {
    const many = Array.from({ length: 60_000 }, () => 'female');
    many[31_111] = 'jente';
    expect(only(await cases('gender', many))).toMatchObject({ records: 60_000, warned: 0 });
    const [found] = await (
      await engine()
    ).query(sql`SELECT count(*)::INT AS n FROM cases WHERE gender = 'female'`);
    expect(found?.n).toBe(60_000);
  });

  test('so are spellings in several columns, whatever else stands in the file', async () => {
    const day = (i: number) =>
      new Date(Date.UTC(1950, 0, 1 + (i % 20_000))).toISOString().slice(0, 10);
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `C${i},2024-01,identified,female,labour,${day(i)},"two\nlines"`,
    );
    lines[20_000] = 'too,short';
    lines[31_111] = 'X1,2024-01,identified,jente,labour,ukjent,-';
    lines[31_112] = 'X2,2024-01,identified,zzz,BEGGING; Labour ,2024-01-05,-';
    const header = 'case_key,index_month,victim_status,gender,forms,detected_at,region';
    const report = only(await load({ 'cases.csv': [header, ...lines, ''].join('\n') }));
    expect(report).toMatchObject({ records: 60_000, rejected: 1, warned: 1, accepted: 59_998 });
    expect(report.issues.filter(({ level }) => level === 'warning')).toMatchObject([
      { code: 'value-not-in-code-list', column: 'gender', count: 1, lines: [62_224] },
    ]);
    const rows = await (
      await engine()
    ).query(
      sql`SELECT CAST(gender AS VARCHAR) AS gender, gender__missing, forms::VARCHAR AS forms, detected__missing FROM cases WHERE case_key IN ('X1', 'X2') ORDER BY case_key`,
    );
    expect(rows).toEqual([
      { gender: 'female', gender__missing: null, forms: '[labour]', detected__missing: 'unknown' },
      {
        gender: null,
        gender__missing: 'unmapped',
        forms: '[begging, labour]',
        detected__missing: null,
      },
    ]);
  });

  test('a yes/no column that says the opposite is turned round', async () => {
    only(await cases('avsluttet', ['ja', 'nei', '']));
    expect(await cells('case_open', 'case_open__missing')).toEqual([
      ['no', null],
      ['yes', null],
      [null, 'not_recorded'],
    ]);
  });

  test('lists keep known items and say when one is unknown', async () => {
    const report = only(await cases('forms', ['labour;begging', 'labour; zzz', '', 'unknown']));
    expect(await cells('forms', 'forms__missing')).toEqual([
      ['[labour, begging]', null],
      ['[labour]', 'unmapped'],
      [null, 'not_recorded'],
      [null, 'unknown'],
    ]);
    expect(report.warned).toBe(1);
  });

  test('countries are two letters; three are translated', async () => {
    const report = only(
      await cases('citizenship', ['NO', 'Narnia', '00', 'NA', '', 'nor', 'se', 'na']),
    );
    expect(await cells('citizenship', 'citizenship__missing')).toEqual([
      ['NO', null],
      [null, 'unmapped'],
      [null, 'not_recorded'],
      ['NA', null],
      [null, 'not_recorded'],
      ['NO', null],
      ['SE', null],
      [null, 'not_applicable'],
    ]);
    expect(report.warned).toBe(1);
  });
});

describe('numbers', () => {
  test('whole numbers in range; legacy codes are gaps; nothing is rounded', async () => {
    const report = only(
      await cases('age_at_detection', [
        '17',
        '0',
        '99',
        '-99',
        '12.5',
        '26',
        '15.0',
        'abc',
        '<5',
        '1e400',
      ]),
    );
    expect(await cells('age_at_detection', 'age_at_detection__missing')).toEqual([
      ['17', null],
      ['0', null],
      [null, 'not_recorded'],
      [null, 'not_recorded'],
      [null, 'unreadable'],
      [null, 'unreadable'],
      ['15', null],
      [null, 'unreadable'],
      [null, 'withheld'],
      [null, 'unreadable'],
    ]);
    expect(report).toMatchObject({ warned: 4, accepted: 6 });
  });

  test('in offsets 99 and -9 are hours like any other (ruling M25)', async () => {
    only(await cases('detected_offset_h', ['99', '-9', '999', '0', '1.5']));
    expect((await cells('detected_h', 'detected__clock')).flat()).toEqual(
      ['99.0', '-9.0', '999.0', '0.0', '1.5'].flatMap((hours) => [hours, 'offset_h']),
    );
  });
});

describe('moments', () => {
  test('hours and days since T0, dates, times and months', async () => {
    const text = `${start},detected_offset_h,detected_at,detected_month,closed_offset_d\nC1,2024-01,identified,2.5,2024-01-02,,3\nC2,2024-01,identified,,2024-01-02T12:30:00,,\nC3,2024-01,identified,,2024-01-02,,\nC4,2024-01,identified,,,2024-02,\nC5,2024-01,identified,,,,\nC6,2024-01,identified,x,2024-01-02,,\n`;
    const report = only(await load({ 'cases.csv': text }));
    const day = Date.UTC(2024, 0, 2) / 3_600_000;
    const middle = (Date.UTC(2024, 1, 1) + Date.UTC(2024, 2, 1)) / 7_200_000;
    expect(await cells('detected_h', 'detected__clock', 'detected__missing')).toEqual([
      ['2.5', 'offset_h', null],
      [`${day + 12.5}`, 'datetime', null],
      [`${day}.0`, 'date', null],
      [`${middle}.0`, 'month', null],
      [null, null, 'not_recorded'],
      [null, null, 'unreadable'],
    ]);
    expect((await cells('closed_h', 'closed__clock'))[0]).toEqual(['72.0', 'offset_d']);
    expect(report.warned).toBe(1);
  });

  test.each([
    ['dd/mm/yyyy', ['31/01/2024', '02/03/2024'], ['2024-01-31', '2024-03-02']],
    ['mm/dd/yyyy', ['01/31/2024', '03/02/2024'], ['2024-01-31', '2024-03-02']],
    ['dd.mm.yyyy', ['01.02.2024', '03.02.2024'], ['2024-02-01', '2024-02-03']],
    ['yyyymmdd', ['20240131', '20240302'], ['2024-01-31', '2024-03-02']],
  ])('%s is proved from the data', async (_, values, dates) => {
    const result = await cases('registered_at', values);
    expect(only(result)).toMatchObject({ accepted: 2, warned: 0 });
    const hours = dates.map((date) => `${Date.parse(date) / 3_600_000}.0`);
    expect((await cells('registered_h')).flat()).toEqual(hours);
  });

  test('day and month that cannot be told apart are asked, then decided', async () => {
    const values = ['01/02/2024', '03/04/2024'];
    const asked = await cases('registered_at', values);
    expect(asked.loaded).toBe(false);
    expect(only(asked).issues.find(({ level }) => level === 'error')).toMatchObject({
      code: 'date-order-ambiguous',
      column: 'registered_at',
    });
    for (const [order, date] of [
      ['day-first', '2024-02-01'],
      ['month-first', '2024-01-02'],
    ] as const) {
      const dateOrder = [{ file: 'cases.csv', column: 'registered_at', order }];
      expect((await cases('registered_at', values, { drop: [], dateOrder })).loaded).toBe(true);
      expect((await cells('registered_h'))[0]).toEqual([`${Date.parse(date) / 3_600_000}.0`]);
    }
  });

  test('one late date in a large file settles the order', async () => {
    const values = Array.from({ length: 60_000 }, () => '01/02/2024');
    values[31_111] = '25/02/2024';
    expect((await cases('registered_at', values)).loaded).toBe(true);
    expect((await cells('registered_h'))[0]).toEqual([`${Date.UTC(2024, 1, 1) / 3_600_000}.0`]);
  });

  test('both orders in one column stop the file', async () => {
    const result = await cases('registered_at', ['31/01/2024', '01/31/2024']);
    expect(result.loaded).toBe(false);
    expect(codes(only(result))).toContain('date-order-mixed');
  });

  test('a two-digit year is never read as a date', async () => {
    expect(only(await cases('registered_at', ['02/04/24', '2024-01-01'])).warned).toBe(1);
  });

  test('months, years in place of months, and dates cut to months', async () => {
    const text =
      'case_key,index_month,victim_status\nC1,2024-03,identified\nC2,2024,identified\nC3,2024-03-17,identified\nC4,03/2024,identified\n';
    only(await load({ 'cases.csv': text }));
    expect(await cells('index_month', 'index_month__grain')).toEqual([
      ['2024-03-01', 'month'],
      ['2024-01-01', 'year'],
      ['2024-03-01', 'month'],
      ['2024-03-01', 'month'],
    ]);
  });

  test('a year column stands in for the month (ruling S17)', async () => {
    const result = await load({
      'cases.csv': 'case_key,index_year,victim_status\nC1,2023,identified\n',
    });
    expect(codes(only(result))).not.toContain('required-column-missing');
    expect(result.facts?.tables.cases?.columns).toContain('index_month');
    expect(await cells('index_month', 'index_month__grain')).toEqual([['2023-01-01', 'year']]);
  });
});

describe('columns', () => {
  test('other names in several languages, decided inside one table', async () => {
    const text =
      'Saksnummer;Kjønn;Alder;Startdato;SluttDato;Vedtak om vær\nA1;jente;15;2024-01;2024-03-01;x\n';
    const report = only(await load({ 'cases.csv': text }));
    const target = Object.fromEntries(report.mapping.map((one) => [one.source, one.target]));
    expect(target).toEqual({
      Saksnummer: 'cases.case_key',
      Kjønn: 'cases.gender',
      Alder: 'cases.age_at_detection',
      Startdato: 'cases.index_month',
      SluttDato: 'cases.closed_at',
      'Vedtak om vær': null,
    });
    expect(report.mapping[1]).toMatchObject({ tier: 'synonym' });
  });

  test('a table of counts is not taken for a table of cases', async () => {
    const counts =
      'quarter,gender,region,main_form,count\n2024-Q1,female,NO03,labour,12\n2024-Q1,Total,NO03,Total,40\n';
    const report = only(await load({ 'referrals by region.csv': counts }));
    expect(report).toMatchObject({ table: null, records: 2, excluded: 2 });
    expect(codes(report)).toContain('table-not-recognised');
  });

  test('values outrank a likeness of names', async () => {
    const report = only(await cases('sex', ['red', 'green', 'blue']));
    expect(report.mapping[3]).toMatchObject({ target: null, tier: 'none' });
    expect(report.mapping[3]?.reason.en).toMatch(/values do not/);
  });

  test('columns that no file feeds are not asked, which is another thing than empty', async () => {
    only(await cases('gender', ['']));
    expect(await cells('gender__missing', 'region__missing')).toEqual([
      ['not_recorded', 'not_asked'],
    ]);
  });
});
