import { openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '$lib/ingest/inspect-file';
import { goodRecords } from '$lib/ingest/well-formed';
import { realData } from './engines';

/*
 * Three published collections of awkward CSV files, read where they lie beside the project:
 * csv-spectrum (BSD-2-Clause), csv-test-data (no licence stated: read, never copied) and the data of
 * frictionless-py (MIT), whose own tests say what comes out of each file.
 */

/** A file as the ingest room reads it: names, good records, lines that are no good record. */
async function read(folder: string, name: string) {
  const { proposal, ready } = await inspectFile(
    { chosen: 0, name, blob: await openAsBlob(join(folder, name)) },
    {},
  );
  const rows: string[][] = [];
  const rejected: number[] = [];
  if (ready) {
    const { scanned } = ready;
    for await (const some of goodRecords(scanned.blob, scanned.scan, scanned)) rows.push(...some);
    rejected.push(...scanned.scan.rejects.map(({ line }) => line));
    expect(scanned.scan.records, name).toBe(rows.length + rejected.length);
  }
  const levels = proposal.warnings.map(({ level, code }) => `${level} ${code}`);
  return { header: ready?.header ?? [], rows, rejected, levels, encoding: proposal.encoding };
}

const oneKindOfLineEnd = (cell: string) => cell.replace(/\r\n?/g, '\n');

const spectrum = realData('nasty-csv/csv-spectrum');
describe.runIf(spectrum)('csv-spectrum', () => {
  const folder = spectrum ?? '';
  const names = spectrum ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
  test('holds its files', () => expect(names).toHaveLength(11));
  test.each(names)('%s', async (name) => {
    const told: Record<string, string>[] = JSON.parse(
      readFileSync(join(folder, 'expected', name.replace('.csv', '.json')), 'utf8'),
    );
    const { header, rows, rejected } = await read(folder, name);
    expect(rejected).toEqual([]);
    expect(rows).toEqual(told.map((row) => Object.values(row).map(oneKindOfLineEnd)));
    expect(header).toEqual(Object.keys(told[0] ?? {}));
  });
});

const testData = realData('nasty-csv/csv-test-data');
describe.runIf(testData)('csv-test-data', () => {
  const folder = join(testData ?? '', 'csv');
  const told = testData ? readdirSync(join(testData, 'json')) : [];
  /** `all-empty` has nothing but line ends: no name to call a column, so no record either. */
  const good = told.map((name) => name.replace('.json', '.csv')).filter((n) => !/^all-/.test(n));
  test('holds its files', () => expect(good).toHaveLength(17));
  test.each(good)('%s', async (name) => {
    const json: readonly (readonly string[] | Record<string, string>)[] = JSON.parse(
      readFileSync(join(testData ?? '', 'json', name.replace('.csv', '.json')), 'utf8'),
    );
    const lists = json.flatMap((row): (readonly string[])[] =>
      Array.isArray(row) ? [row] : [Object.keys(row), Object.values(row)],
    );
    const { header, rows, rejected } = await read(folder, name);
    expect(rejected).toEqual([]);
    if (lists.length) expect([header, ...rows]).toEqual(lists);
    else expect([header.length, rows]).toEqual([3, []]);
  });

  /** What their names say is wrong with them; a plain quote inside plain text loses nothing. */
  const bad: readonly (readonly [string, readonly string[], readonly number[], string])[] = [
    ['bad-header-less-fields.csv', ['foo', 'bar', 'baz'], [2], 'reject wrong-field-count'],
    ['bad-header-more-fields.csv', ['foo', 'bar', 'baz'], [2], 'reject wrong-field-count'],
    ['bad-header-no-header.csv', [], [], 'error empty'],
    ['bad-header-wrong-header.csv', ['qux', 'quux', 'quuz'], [], 'warning no-records'],
    ['bad-missing-quote.csv', ['foo', 'bar', 'baz'], [2], 'reject quote-never-closed'],
    ['bad-quotes-with-unescaped-quote.csv', ['foo', 'bar', 'baz'], [2], 'reject text-after-quote'],
    ['bad-unescaped-quote.csv', ['foo', 'bar', 'baz'], [], 'warning table-not-recognised'],
    ['all-empty.csv', ['column 1'], [], 'warning no-records'],
  ];
  test.each(bad)('%s', async (name, header, rejected, said) => {
    const found = await read(folder, name);
    expect([found.header, found.rejected]).toEqual([header, rejected]);
    expect(found.levels).toContain(said);
    expect(found.rows).toEqual(
      name === 'bad-unescaped-quote.csv' ? [['1', 'This "quotes" must be escaped', '3']] : [],
    );
  });
});

const people = (...rows: string[]) => ['id,name,age', ...rows];
const blank = Array.from({ length: 11 }, () => ',,');
/** Header and good records of each file, cells parted by a comma, and the lines that are rejected. */
const frictionless: Readonly<Record<string, readonly [readonly string[], readonly number[]]>> = {
  'ascii-notvalid.csv': [['A,B,C', '1,ssµ,ab€'], []],
  'blank-cells.csv': [['id,name', '1,Paul', '2,John', '3,George', '4,Ringo', '5,'], []],
  'blank-headers.csv': [['id,column 2,age', '1101,John,30', '1102,Julie,26'], []],
  'blank-rows-multiple.csv': [people('1101,John,30', '1102,Julie,26', ...blank), []],
  'blank-rows-no-fields.csv': [people('1101,John,30', '1102,Julie,26'), []],
  'bom.csv': [['id,name', '1,english', '2,中国人'], []],
  'defective-rows.csv': [people(), [2, 3]],
  'duplicate-column.csv': [['A,B,B (2),C', 'a,b,C,c'], []],
  'duplicate-headers.csv': [
    ['id,name,id (2),age,id (3)', '1101,John,0,30,001101', '1102,Julie,0,26,001102'],
    [],
  ],
  'duplicate-rows.csv': [people('1101,John,30', '1102,Julie,26', '1101,John,30'), []],
  // Their test is told that a backslash escapes a quote; untold, the third record is not guessed.
  'escaping.csv': [['ID,Test', '1,Test line 1', '2,Test " line 2'], [4]],
  'issue-1009-semicolon.csv': [['fieldNameA,fieldNameB', '0123,c'], []],
  'latin1.csv': [['id,name', '1,english', '2,©'], []],
  'leading-zeros.csv': [['value', '01', '002', '00003'], []],
  'long.csv': [['id,name', '1,a', '2,b', '3,c', '4,d', '5,e', '6,f'], []],
  'skip-rows-before-headers.csv': [['id,name', '1,english', '2,中国人'], []],
  'structure-errors.csv': [people('1101,John,30', '1102,Julie,26', ',,'), [5]],
  'table-infer-missing-values.csv': [
    people('1,39,Paul', '-,25,Test', '2,23,Jimmy', '-,25,Test', '3,36,Jane', '-,25,Test')
      .map((row) => row.replace('id,name,age', 'id,age,name'))
      .concat('4,28,Judy'),
    [],
  ],
  'timezone.csv': [
    [
      'datetime,time',
      ...['', 'Z', '+03:00', '-03:00'].map((o) => `2020-01-01T15:00:00${o},15:00:00${o}`),
    ],
    [],
  ],
  'without-headers-extra.csv': [['1,english', '2,中国人'], [3]],
};

const other = realData('nasty-csv/frictionless');
describe.runIf(other)('frictionless', () => {
  const folder = other ?? '';
  test.each(Object.entries(frictionless))('%s', async (name, [lines, lost]) => {
    const { header, rows, rejected } = await read(folder, name);
    expect([header, ...rows].map((row) => row.join(','))).toEqual(lines);
    expect(rejected).toEqual(lost);
  });

  test('wide and accented files keep every field', async () => {
    const widths: readonly (readonly [string, number, number, string])[] = [
      ['accent.csv', 17, 2, 'utf-8'],
      ['doublequote.csv', 17, 5, 'utf-8'],
      ['issue-1138.csv', 4, 7, 'utf-8'],
      ['numeric-labels.csv', 10, 3, 'utf-8'],
      ['table-infer-iso-8859-7.csv', 3, 4, 'windows-1252'],
    ];
    for (const [name, fields, records, encoding] of widths) {
      const found = await read(folder, name);
      expect([name, found.header.length, found.rows.length, found.encoding]).toEqual([
        name,
        fields,
        records,
        encoding,
      ]);
      expect(found.rows.every((row) => row.length === fields)).toBe(true);
    }
    const named = Object.keys(frictionless).concat(widths.map(([name]) => name));
    expect(named.sort()).toEqual(readdirSync(folder).sort());
  });

  test('numbers that name columns are names where no number stands under them', async () => {
    const { header, levels } = await read(folder, 'numeric-labels.csv');
    expect(header.slice(0, 3)).toEqual(['id', '100022', '100025']);
    expect(levels).not.toContain('error no-header');
  });
});
