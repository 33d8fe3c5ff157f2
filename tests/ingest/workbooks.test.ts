import { describe, expect, test } from 'vitest';
import { name, sql } from '$lib/schema/sql';
import { inspectFiles } from '$lib/ingest/import-files';
import { numberStyle, numberText } from '$lib/ingest/cell-text';
import { rejectedCsv } from '$lib/ingest/rejected-csv';
import { codes, engine, exact, load, only } from './engines';
import { inline, textRows, workbookParts, writeZip, type WrittenSheet } from './write-xlsx';

const header = ['case_key', 'index_month', 'victim_status', 'region'];
const row = (i: number) => [`C${i}`, '2024-03', 'identified', 'NO03'];
const book = (
  sheets: readonly WrittenSheet[],
  options: Parameters<typeof workbookParts>[1] = {},
  more: Readonly<Record<string, string>> = {},
) => writeZip({ ...workbookParts(sheets, options), ...more });
const cases = (rows: string, more: Partial<WrittenSheet> = {}) =>
  book([{ name: 'Ark1', rows, ...more }]);
const values = async (column: string, table = 'cases') =>
  (
    await (
      await engine()
    ).query(sql`SELECT CAST(${name(column)} AS VARCHAR) AS v FROM ${name(table)} ORDER BY rowid`)
  ).map(({ v }) => v);

describe('sheets', () => {
  test('one sheet with cells is a table under the name of the file', async () => {
    const bytes = book([
      { name: 'Ark1', rows: textRows([header, row(1), row(2)]) },
      { name: 'Ark2', rows: '' },
    ]);
    const report = only(await load({ 'cases.xlsx': bytes }));
    expect(report).toMatchObject({
      file: 'cases.xlsx',
      chosen: 0,
      table: 'cases',
      records: 2,
      accepted: 2,
      bytes: bytes.length,
    });
    expect(report.issues.find(({ code }) => code === 'sheets-left-out')).toMatchObject({
      count: 1,
    });
    expect(await values('case_key')).toEqual(['C1', 'C2']);
  });

  test('several sheets are several tables, hidden ones named', async () => {
    const funding = [
      ['grant_key', 'currency', 'amount_committed', 'start_date', 'end_date'],
      ['G1', 'EUR', '10', '2024-01-01', '2024-12-31'],
    ];
    const bytes = book([
      { name: 'cases', rows: textRows([header, row(1)]) },
      { name: 'funding', rows: textRows(funding), state: 'veryHidden' },
    ]);
    const { reports, loaded } = await load({ 'book.xlsx': bytes });
    expect(loaded).toBe(true);
    reports.forEach(exact);
    expect(reports.map(({ file, table, chosen }) => [file, table, chosen])).toEqual([
      ['book.xlsx/cases', 'cases', 0],
      ['book.xlsx/funding', 'funding', 0],
    ]);
    expect(reports.map(codes)[0]).not.toContain('hidden-sheet');
    expect(reports.map(codes)[1]).toContain('hidden-sheet');
    expect(reports[0]?.sha256).toBe(reports[1]?.sha256);
  });

  test('title rows above the header and a blank row are passed over', async () => {
    const rows = textRows([['Barn 2024'], [], header, row(1), [], row(2)]);
    const report = only(await load({ 'cases.xlsx': cases(rows) }));
    expect(report).toMatchObject({ accepted: 2, blankLines: 1, dialect: { headerRow: 3 } });
    expect(codes(report)).toContain('title-lines');
  });

  test('rejected rows are downloaded with the row of the sheet', async () => {
    const wide = `${textRows([header, row(1)])}<row r="3">${inline('A3', '"x')}${inline('D3', 'a,b')}</row>`;
    const blob = new Blob([cases(wide)]);
    const report = only(await load({ 'cases.xlsx': blob }));
    expect(report).toMatchObject({ records: 2, rejected: 0, warned: 1 });
    expect(await values('case_key')).toEqual(['C1', '"x']);
    expect(await values('region')).toEqual(['NO03', 'a,b']);
    expect(await (await rejectedCsv(blob, report)).text()).toBe('line,reason,text\r\n');
  });
});

describe('cells', () => {
  test('shared texts, rich texts, numbers, booleans, dates and leading zeros', async () => {
    const head = ['case_key', 'index_month', 'victim_status', 'detected_at', 'age_at_detection'];
    const strings = [
      '<t>identified</t>',
      '<r><t>iden</t></r><r><rPr/><t>tified</t></r><rPh sb="0" eb="1"><t>no</t></rPh>',
    ];
    const rows =
      textRows([head]) +
      '<row r="2"><c r="A2" s="3"><v>12</v></c><c r="B2" s="1"><v>45352</v></c><c r="C2" t="s"><v>0</v></c><c r="D2" s="2"><v>45352.5</v></c><c r="E2"><v>15</v></c></row>' +
      '<row r="3"><c r="A3" t="str"><f>"a"</f><v>q&amp;_x0041_</v></c><c r="B3" s="5"><v>45323</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="d"><v>2024-02-29</v></c><c r="E3"><f>7+7</f><v>14</v></c></row>';
    const report = only(await load({ 'cases.xlsx': book([{ name: 'x', rows }], { strings }) }));
    expect(report).toMatchObject({ accepted: 2, warned: 0 });
    expect(await values('case_key')).toEqual(['00012', 'q&A']);
    expect(await values('index_month')).toEqual(['2024-03-01', '2024-02-01']);
    expect(await values('victim_status')).toEqual(['identified', 'identified']);
    expect(await values('age_at_detection')).toEqual(['15', '14']);
    expect(report.issues.find(({ code }) => code === 'formulas')).toMatchObject({
      level: 'note',
      count: 2,
      lines: [3, 3],
    });
  });

  test('what could be wrong silently is counted with its rows', async () => {
    const rows =
      textRows([header]) +
      `<row r="2" hidden="1">${inline('A2', 'C1')}${inline('B2', '2024-03')}${inline('C2', 'identified')}<c r="D2"><f>Z1</f></c></row>` +
      `<row r="3"><c r="A3"><v>1234567890123456</v></c>${inline('B3', '2024-03')}${inline('C3', 'identified')}<c r="D3" t="e"><v>#REF!</v></c></row>` +
      `<row r="4">${inline('A4', 'C\n3')}${inline('B4', '2024-03')}${inline('C4', 'identified')}</row>`;
    const report = only(
      await load({
        'cases.xlsx': cases(rows, {
          before: '<cols><col min="2" max="3" hidden="1"/></cols>',
          after: '<mergeCells count="1"><mergeCell ref="D3:D4"/></mergeCells>',
        }),
      }),
    );
    const seen = Object.fromEntries(report.issues.map(({ code, lines }) => [code, lines]));
    expect(seen).toMatchObject({
      'formula-without-value': [2],
      'formula-error': [3],
      'digits-lost': [3],
      'hidden-rows': [2],
      'merged-cells': [3],
      'line-breaks-in-cells': [4],
    });
    expect(Object.keys(seen)).toContain('hidden-columns');
    expect(await values('case_key')).toEqual(['C1', '1234567890123456', 'C 3']);
  });

  test.each([
    ['1', 'date', false, '1900-01-01'],
    ['59', 'date', false, '1900-02-28'],
    ['60', 'date', false, '60'],
    ['61', 'date', false, '1900-03-01'],
    ['0', 'date', true, '1904-01-01'],
    ['43890', 'date', true, '2024-03-01'],
    ['45352.999999', 'date', false, '2024-03-02'],
    ['0.25', 'time', false, '06:00:00'],
    ['-1', 'date', false, '-1'],
    ['1e3', 'date', false, '1902-09-26'],
    ['99999999', 'date', false, '99999999'],
    ['0.1', 'plain', false, '0.1'],
  ] as const)('the number %s as %s (from 1904: %s) is %s', (raw, style, from1904, text) => {
    expect(numberText(raw, style, from1904)).toBe(text);
  });

  test.each([
    ['yyyy\\-mm\\-dd', 'date'],
    ['[$-409]d\\ mmm\\ yy;@', 'date'],
    ['mmm yyyy', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'plain'],
    ['General', 'plain'],
    ['0.00', 'plain'],
    ['"days "0', 'plain'],
    ['#,##0;[Red]-#,##0', 'plain'],
  ])('the number format %s is %s', (code, style) => {
    expect(numberStyle(170, code)).toBe(style);
  });
});

describe('hostile workbooks', () => {
  const good = textRows([header, row(1)]);

  test('external links and macros are named and left alone', async () => {
    const bytes = book(
      [{ name: 'x', rows: good }],
      {},
      {
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/vbaProject.bin': 'MACRO',
      },
    );
    const report = only(await load({ 'cases.xlsx': bytes }));
    expect(report.accepted).toBe(1);
    expect(codes(report)).toEqual(expect.arrayContaining(['external-links', 'macros']));
  });

  const parts = () => workbookParts([{ name: 'x', rows: good }]);
  const swollen = () => '<row>'.padEnd(200 << 20, ' ');
  const entity =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
  test.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
    ['cut off', () => writeZip(parts()).slice(0, -30), 'damaged'],
    [
      'entities of its own',
      () => writeZip({ ...parts(), 'xl/worksheets/sheet1.xml': entity }),
      'damaged',
    ],
    ['no XML', () => writeZip({ ...parts(), 'xl/worksheets/sheet1.xml': 'a<b' }), 'damaged'],
    [
      'a row that is not there',
      () => cases('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
      'damaged',
    ],
    [
      'a column that is not there',
      () => cases('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
      'damaged',
    ],
    ['rows twice', () => cases(textRows([header]) + textRows([row(1)])), 'damaged'],
    [
      'a shared text that is not there',
      () => cases('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
      'damaged',
    ],
    ['a bomb', () => cases(swollen()), 'too-large'],
    ['no cell', () => cases(''), 'empty'],
    ['no workbook', () => writeZip({ 'a.txt': 'x' }), 'not-a-table'],
  ])('%s', async (_, bytes, code) => {
    await load({ 'cases.csv': 'case_key,index_month,victim_status\nK,2024-01,identified\n' });
    const result = await load({ 'cases.xlsx': bytes() });
    expect(result.loaded).toBe(false);
    expect(codes(only(result))).toEqual([code]);
    expect(await values('case_key')).toEqual(['K']);
  });

  test('a text that is said a million times does not fill the memory', async () => {
    const long = 'x'.repeat(32_000);
    const rows = Array.from(
      { length: 10_000 },
      (_, i) => `<row r="${i + 1}"><c t="s"><v>0</v></c></row>`,
    );
    const bytes = book([{ name: 'x', rows: rows.join('') }], { strings: [`<t>${long}</t>`] });
    expect(codes(only(await load({ 'cases.xlsx': bytes })))).toEqual(['too-large']);
  });

  test('a cell that would be a formula or a script elsewhere is text', async () => {
    const rows = textRows([header, ['=1+1', '2024-03', 'identified', '<script>alert(1)</script>']]);
    const [proposal] = await inspectFiles([{ name: 'cases.xlsx', blob: new Blob([cases(rows)]) }]);
    expect(proposal).toMatchObject({ records: 1, rejected: 0, encoding: 'utf-8' });
    expect(JSON.stringify(proposal)).not.toContain('alert');
  });
});
