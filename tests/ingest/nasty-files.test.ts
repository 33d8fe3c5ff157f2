import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { name, sql } from '$lib/schema/sql';
import { inspectFiles } from '$lib/ingest/import-files';
import { rejectedCsv } from '$lib/ingest/rejected-csv';
import { codes, engine, load, only, type Content } from './engines';

const header = 'case_key,index_month,victim_status,gender,age_at_detection';
const row = (i: number) => `C${i},2024-0${1 + (i % 9)},identified,female,${i % 18}`;
const rows = (n: number) => Array.from({ length: n }, (_, i) => row(i)).join('\n');
const cases = (content: Content) => load({ 'cases.csv': content });
const query = async (column: string) =>
  (
    await (
      await engine()
    ).query(sql`SELECT CAST(${name(column)} AS VARCHAR) AS v FROM cases ORDER BY rowid`)
  ).map(({ v }) => v);

describe('files that are not tables', () => {
  test('an empty file', async () => {
    const result = await cases('');
    expect(result.loaded).toBe(false);
    expect(codes(only(result))).toEqual(['empty']);
  });

  test('a picture named .csv', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72]);
    const result = await cases(png);
    expect(result.loaded).toBe(false);
    expect(only(result).issues[0]?.message.en).toMatch(/PNG picture.*Save the table as CSV/);
  });

  test('a workbook named .csv', async () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]);
    expect(only(await cases(zip)).issues[0]?.message.en).toMatch(/workbook/);
  });

  test('a damaged gzip file', async () => {
    expect(codes(only(await cases(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]))))).toEqual([
      'damaged',
    ]);
  });

  test('values without a header', async () => {
    const result = await cases('1,2,3,4\n5,6,7,8\n');
    expect(result.loaded).toBe(false);
    expect(codes(only(result))).toContain('no-header');
  });

  test('a header and no record', async () => {
    const result = await cases(`${header}\n`);
    expect(result.loaded).toBe(true);
    expect(only(result)).toMatchObject({ records: 0, accepted: 0 });
    expect(codes(only(result))).toContain('no-records');
  });

  test('a table that the data model does not have is left out and says so', async () => {
    const result = await load({ 'weather.csv': 'wind,rain\n1,2\n3,4\n' });
    expect(result.loaded).toBe(false);
    expect(only(result)).toMatchObject({ records: 2, excluded: 2, table: null });
    expect(codes(only(result))).toContain('table-not-recognised');
  });
});

describe('shapes of files', () => {
  test('gzip is unpacked', async () => {
    const packed = new Uint8Array(gzipSync(`${header}\n${rows(5)}\n`));
    expect(only(await load({ 'cases.csv.gz': packed }))).toMatchObject({
      table: 'cases',
      accepted: 5,
    });
  });

  test('semicolons and decimal commas', async () => {
    const grants = [
      'grant_key;currency;amount_committed;amount_disbursed;start_date;end_date',
      'G1;EUR;1000,50;99,25;2024-01-01;2024-12-31',
      'G2;EUR;200;999;2024-01-01;2024-12-31',
    ].join('\n');
    const report = only(await load({ 'funding.csv': grants }));
    expect(report).toMatchObject({ accepted: 2, warned: 0 });
    expect(report.dialect?.delimiter).toBe(';');
    const [sum] = await (
      await engine()
    ).query(sql`SELECT sum(amount_committed) AS a, sum(amount_disbursed) AS b FROM funding`);
    expect(sum).toEqual({ a: 1200.5, b: 1098.25 });
  });

  test('tabs', async () => {
    const text = `${header}\n${rows(3)}\n`.replaceAll(',', '\t');
    expect(only(await cases(text)).dialect?.delimiter).toBe('\t');
  });

  test('a line that names the delimiter', async () => {
    const report = only(await cases(`sep=;\n${header}\n${rows(3)}\n`.replaceAll(',', ';')));
    expect(report).toMatchObject({ accepted: 3 });
    expect(report.dialect).toMatchObject({ delimiter: ';', headerRow: 2 });
  });

  test('title lines above the header', async () => {
    const report = only(await cases(`Children 2024\nmade on Monday\n\n${header}\n${rows(4)}\n`));
    expect(report).toMatchObject({ accepted: 4, records: 4 });
    expect(report.dialect?.headerRow).toBe(4);
    expect(codes(report)).toContain('title-lines');
  });

  test('mixed line ends', async () => {
    const text = `${header}\r\n${row(1)}\n${row(2)}\r${row(3)}\r\n`;
    const report = only(await cases(text));
    expect(report).toMatchObject({ accepted: 3 });
    expect(report.dialect?.newline).toBe('mixed');
  });

  test('line ends inside cells differ from those between records', async () => {
    const text = `case_key,index_month,victim_status,region\r\nC1,2024-01,identified,"NO03\nNO11"\r\nC2,2024-02,identified,NO46\r\n`;
    expect(only(await cases(text))).toMatchObject({ accepted: 2 });
    expect(await query('region')).toEqual(['NO03\nNO11', 'NO46']);
  });

  test('spaces around quotes', async () => {
    const text = `case_key,index_month,victim_status,region\nC1, 2024-01,identified,  "a,b"  \nC2,2024-01,identified,c\n`;
    expect(only(await cases(text))).toMatchObject({ records: 2, rejected: 0 });
    expect(await query('region')).toEqual(['a,b', 'c']);
  });

  test.each(['utf-16le', 'utf-16be'] as const)('%s with and without its mark', async (encoding) => {
    const text = `${header},region\n${row(1)},Ålesund\n${row(2)},Łódź\n`;
    const bytes = (withMark: boolean) => {
      const units = [...(withMark ? '\ufeff' : ''), ...text].join('');
      const out = new Uint8Array(units.length * 2);
      const view = new DataView(out.buffer);
      for (let i = 0; i < units.length; i++)
        view.setUint16(i * 2, units.charCodeAt(i), encoding === 'utf-16le');
      return out;
    };
    for (const withMark of [true, false]) {
      const report = only(await cases(bytes(withMark)));
      expect(report).toMatchObject({ accepted: 2, dialect: { encoding } });
      expect(await query('region')).toEqual(['Ålesund', 'Łódź']);
    }
  });

  test('UTF-8 with its mark', async () => {
    expect(only(await cases(`\ufeff${header}\n${rows(2)}\n`))).toMatchObject({ accepted: 2 });
    expect(await query('case_key')).toEqual(['C0', 'C1']);
  });

  test('windows-1252, also when the first odd byte comes late', async () => {
    const ascii = new TextEncoder().encode(`${header},region\n`);
    const filler = new TextEncoder().encode(`${row(1)},NO03\n`.repeat(20_000));
    const odd = new TextEncoder().encode(`${row(2)},?\n`);
    odd[odd.length - 2] = 0xc5;
    const early = only(await cases(new Uint8Array([...ascii, ...odd])));
    expect(early).toMatchObject({ accepted: 1, dialect: { encoding: 'windows-1252' } });
    expect(await query('region')).toEqual(['Å']);
    const late = only(await cases(new Blob([ascii, filler, odd])));
    expect(late).toMatchObject({ records: 20_001, dialect: { encoding: 'windows-1252' } });
  });

  test('double and empty headers are made explicit', async () => {
    const text = `case_key,index_month,victim_status,gender,gender,\nC1,2024-01,identified,female,male,x\n`;
    const report = only(await cases(text));
    expect(report.mapping.map(({ source }) => source)).toEqual([
      'case_key',
      'index_month',
      'victim_status',
      'gender',
      'gender (2)',
      'column 6',
    ]);
    expect(codes(report)).toEqual(expect.arrayContaining(['header-twice', 'header-empty']));
    expect(await query('gender')).toEqual(['female']);
  });

  test('a delimiter at the end of every row but the header', async () => {
    const text = `${header}\n${rows(3).replaceAll('\n', ',\n')},\n`;
    expect(only(await cases(text))).toMatchObject({ accepted: 3, rejected: 0 });
  });

  test('one column', async () => {
    const result = await load({ 'cases.csv': 'case_key\r\nC1\r\n\r\nC3\r\n' });
    const report = only(result);
    expect(report).toMatchObject({ records: 3, warned: 1, rejected: 0 });
    expect(codes(report)).toContain('required-column-missing');
    expect(await query('case_key')).toEqual(['C1', null, 'C3']);
  });
});

describe('records and cells', () => {
  test('ragged rows are rejected with line and reason, the rest is loaded', async () => {
    const text = `${header}\n${row(1)}\nC9,2024\n${row(2)}\n${row(3)},x,y\n`;
    const blob = new Blob([text]);
    const report = only(await cases(blob));
    expect(report).toMatchObject({ records: 4, accepted: 2, rejected: 2 });
    expect(report.rejects.map(({ line }) => line)).toEqual([3, 5]);
    expect(report.issues.find(({ level }) => level === 'reject')).toMatchObject({
      code: 'wrong-field-count',
      count: 2,
      lines: [3, 5],
    });
    const download = await (await rejectedCsv(blob, report)).text();
    expect(download).toBe(
      `line,reason,text\r\n3,"2 fields where the header has 5","C9,2024"\r\n5,"7 fields where the header has 5","${row(3)},x,y"\r\n`,
    );
  });

  test('a quote that is never closed', async () => {
    const text = `${header}\n${row(1)}\n"C9,2024-01,identified,female,4\n${rows(30)}\n`;
    const report = only(await cases(text));
    expect(report).toMatchObject({ records: 32, accepted: 31, rejected: 1 });
    expect(report.rejects[0]).toMatchObject({ line: 3 });
  });

  test('numbers of sixteen digits and more stay as they are written', async () => {
    const keys = ['9007199254740993', '1234567890123456', '00012', '1E5', '12345678901234567890'];
    const text = `case_key,index_month,victim_status\n${keys.map((key) => `${key},2024-01,identified`).join('\n')}\n`;
    expect(only(await cases(text))).toMatchObject({ accepted: 5 });
    expect(await query('case_key')).toEqual(keys);
  });

  test('formulas are text', async () => {
    const text = `case_key,index_month,victim_status,region\n=cmd()|x,2024-01,identified,@SUM(A1)\n+1,2024-01,identified,-2\n`;
    const result = await load({ 'cases.csv': text }, { decisions: { drop: [], dateOrder: [] } });
    expect(only(result).identifiers).toMatchObject([{ column: 'region', handling: 'stops' }]);
    const plain = text.replace('@SUM(A1)', '=SUM(A1)');
    expect(only(await cases(plain))).toMatchObject({ accepted: 2 });
    expect(await query('case_key')).toEqual(['=cmd()|x', '+1']);
  });

  test('NUL bytes and a cell of a million characters', async () => {
    const long = 'x'.repeat(1_000_000);
    const text = `case_key,index_month,victim_status,region\nC1,2024-01,identified,a\0b\nC2,2024-01,identified,${long}\n`;
    const report = only(await cases(text));
    expect(report).toMatchObject({ records: 2, rejected: 0 });
    expect(report.issues.find(({ code }) => code === 'nul-bytes')).toMatchObject({ lines: [2] });
    const [found] = await (
      await engine()
    ).query(sql`SELECT max(length(region))::INT AS n FROM cases`);
    expect(found?.n).toBe(1_000_000);
  });

  test('a cell of three million characters, beyond the usual line of the engine', async () => {
    const long = 'x'.repeat(3_000_000);
    const text = `case_key,index_month,victim_status,region\nC1,2024-01,identified,"${long}"\nC2,2024-01,identified,b\n`;
    expect(only(await cases(text))).toMatchObject({ records: 2, accepted: 2 });
  });

  test('doubled keys and totals are pointed out and kept', async () => {
    const text = `case_key,index_month,victim_status\nC1,2024-01,identified\nC1,2024-02,identified\nTotal,2024-02,identified\n`;
    const report = only(await cases(text));
    expect(report).toMatchObject({ records: 3, excluded: 0, rejected: 0 });
    expect(report.issues.find(({ code }) => code === 'key-twice')).toMatchObject({
      count: 1,
      lines: [2, 3],
    });
    expect(report.issues.find(({ code }) => code === 'looks-like-total')).toMatchObject({
      lines: [4],
    });
    expect(await query('case_key')).toEqual(['C1', 'C1', 'Total']);
  });

  test('a file without keys gets one for each row', async () => {
    const report = only(
      await cases('index_month,victim_status\n2024-01,identified\n2024-01,identified\n'),
    );
    expect(codes(report)).toContain('key-generated');
    expect(new Set(await query('case_key')).size).toBe(2);
  });
});

test('inspection needs no engine and tells how the file would be read', async () => {
  const blob = new Blob([
    `x\n\n${header};note\n`.replaceAll(',', ';'),
    'C1;2024-01;presumed;F;3;\n',
  ]);
  const [proposal] = await inspectFiles([{ name: 'cases.csv', blob }]);
  expect(proposal).toMatchObject({
    file: 'cases.csv',
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    newline: '\n',
    headerRow: 3,
    records: 1,
    table: 'cases',
    stops: true,
  });
  expect(proposal?.mapping[3]).toMatchObject({
    source: 'gender',
    target: 'cases.gender',
    tier: 'exact',
  });
  expect(proposal?.identifiers).toMatchObject([{ column: 'note', kind: 'free text' }]);
});
