import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspectFiles } from '$lib/ingest/import-files';
import { parseRecipe } from '$lib/ingest/recipe';
import { rejectedCsv } from '$lib/ingest/rejected-csv';
import { WordedError } from '$lib/schema/worded-error';
import type { Text } from '$lib/schema/text';
import { load, only, type Content } from './engines';
import { inline, textRows, workbookParts, writeZip } from './write-xlsx';

const head = 'case_key,index_month,victim_status,gender,age_at_detection';
const row = (key: string | number) => `C${key},2024-03,identified,female,15`;
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i)).join('\n');
const bytes = (...some: number[]) => new Uint8Array(some);

const workbook = (cells: string) =>
  writeZip({
    ...workbookParts([
      {
        name: 'x',
        rows: cells,
        state: 'hidden',
        before: '<cols><col min="1" max="1" hidden="1"/></cols>',
        after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
      },
      { name: 'y', rows: '' },
    ]),
    'xl/vbaProject.bin': 'x',
    'xl/externalLinks/externalLink1.xml': '<x/>',
  });

/** Every text inside a value, with where it stands. */
function texts(value: unknown, at = ''): [string, Text][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'nb' in value) return [[at, value as Text]];
  return Object.entries(value).flatMap(([key, one]) => texts(one, `${at}.${key}`));
}

/** Texts of a proposal or report; each must be said in both languages. */
function bothOf(value: unknown): void {
  const found = texts(value);
  for (const [at, { en, nb }] of found) {
    expect(en.trim(), at).not.toBe('');
    expect(nb.trim(), at).not.toBe('');
    expect(nb, at).not.toBe(en);
    expect(`${en} ${nb}`, at).not.toMatch(/undefined|NaN|\[object/);
  }
}

const unread: Readonly<Record<string, readonly [Content, string]>> = {
  'nothing.csv': ['', 'empty'],
  'picture.csv': [bytes(0x89, 0x50, 0x4e, 0x47, 1, 2), 'not-a-table'],
  'controls.csv': [new Uint8Array(400).fill(2), 'not-a-table'],
  'broken.csv.gz': [bytes(0x1f, 0x8b, 1, 2, 3), 'damaged'],
  'twice.csv.gz': [new Uint8Array(gzipSync(gzipSync('a,b\n1,2\n'))), 'not-a-table'],
  'values.csv': ['1,2,3\n4,5,6\n7,8,9\n', 'no-header'],
  'header.csv': [`${head}\n`, 'no-records'],
  'other.csv': ['colour,shape\nred,round\nblue,flat\n', 'table-not-recognised'],
  'title.csv': [`A title\n\n${head}\n${rows(4)}\n\n`, 'title-lines'],
  'mixed.csv': [`${head}\n${row(1)}\r\n${row(2)}\n`, 'mixed-newlines'],
  'twice.csv': [`${head},,gender\n${row(1)},,\n`, 'header-twice'],
  'nameless.csv': [`${head},,gender\n${row(1)},,\n`, 'header-empty'],
  'ragged.csv': [`${head}\nC9,2024\n${rows(3)}\n`, 'wrong-field-count'],
  'nul.csv': [`${head}\n${row('\0')}\n`, 'nul-bytes'],
  'lines.csv': [`${head},region\n${row(1)},"a\nb"\n`, 'cell-over-several-lines'],
  'names.csv': [`${head},child_name\n${row(1)},x\n`, 'identifier'],
  'needed.csv': ['case_key,gender,index_month\nC1,female,2024-03\n', 'required-column-missing'],
  'trap.csv': [`${head.replace('age_at_detection', 'alder')}\n${rows(4)}\n`, 'check-meaning'],
  'header-quote.csv': [`"${head}\n${row(1)}\n`, 'header-quote-open'],
  'damaged.csv': [
    new Uint8Array([...new TextEncoder().encode(`${head},region\n${row('åå')},`), 0xff, 10]),
    'damaged-characters',
  ],
  'two.csv': [
    new Uint8Array([...new TextEncoder().encode(`${head},region\n${row('å')},`), 0xe5, 0xe5, 10]),
    'mixed-encodings',
  ],
  'doubtful.csv': [
    new Uint8Array([...new TextEncoder().encode(`${head},region\n${row(1)},`), 0x8f, 10]),
    'encoding-doubtful',
  ],
  'footer.csv': [`${head}\n${rows(3)}\nKilde: x,,,,\n`, 'looks-like-footer'],
  'groups.csv': [
    `Sak,,,Barnet,\n${head}\n${rows(3)}\n`.replace('2024-03', '2024-04'),
    'header-over-several-rows',
  ],
  'endless.csv': ['x'.repeat(17 << 20), 'not-a-table'],
  'bomb.csv.gz': [new Uint8Array(gzipSync(new Uint8Array(80 << 20))), 'too-large'],
  'cut.xlsx': [workbook('').slice(0, 200), 'damaged'],
  'empty.xlsx': [workbook(''), 'empty'],
  'archive.xlsx': [writeZip({ 'a.txt': 'x' }), 'not-a-table'],
  'seen.xlsx': [
    workbook(
      `${textRows([head.split(',')])}<row r="2" hidden="1">${inline('A2', 'C\n1')}<c r="B2"><f>A1</f></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2"><v>1234567890123456</v></c></row>`,
    ),
    'formula-without-value',
  ],
  'open.csv': [`${head},detected_at\n${row(1)},01/02/2024\n`, 'date-order-ambiguous'],
  'both.csv': [
    `${head},detected_at\n${row(1)},13/02/2024\n${row(2)},02/13/2024\n`,
    'date-order-mixed',
  ],
};

describe('what a reader of an import is told', () => {
  test.each(Object.entries(unread))('%s', async (name, [content, code]) => {
    const blob = new Blob([content as BlobPart]);
    const [proposal] = await inspectFiles([{ name, blob }]);
    expect(proposal?.warnings.map((issue) => issue.code)).toContain(code);
    expect(texts(proposal).length).toBeGreaterThan(0);
    bothOf(proposal);
  });

  test('of loaded rows, with numbers as each language writes them', async () => {
    const cells = [
      head,
      row(1),
      row(1),
      'Total,2024-03,identified,female,15',
      'C2,2024-03,identified,female,<5',
      'C3,2024-03,identified,female,old',
      ...Array.from({ length: 1234 }, (_, i) => `D${i},2024-03,identified,martian,15`),
      'C4,,identified,female,15',
    ];
    const report = only(await load({ 'cases.csv': `${cells.join('\n')}\n` }));
    bothOf(report);
    const said = Object.fromEntries(report.issues.map(({ code, message }) => [code, message]));
    expect(Object.keys(said).sort()).toEqual([
      'cell-not-a-number',
      'key-twice',
      'looks-like-total',
      'required-cell-empty',
      'value-not-in-code-list',
      'withheld-by-source',
    ]);
    expect(said['value-not-in-code-list']).toEqual({
      en: '1234 rows hold a value that no code stands for; the value is left out, the row is kept.',
      nb: '1\u00A0234 rader har en verdi som ingen kode står for; verdien er utelatt, raden beholdes.',
    });
    expect(said['cell-not-a-number']?.nb).toMatch(/^1 rad har en verdi .* som et helt tall fra 0 /);
  });

  test('of rejected records, in the file that lists them', async () => {
    const text = `${head}\nC9,2024\n${row(2)}\n`;
    const report = only(await load({ 'cases.csv': text }));
    const inNorwegian = await (await rejectedCsv(new Blob([text]), report, 'nb')).text();
    expect(inNorwegian).toBe(
      'line,reason,text\r\n2,"2 felt der overskriftsraden har 5","C9,2024"\r\n',
    );
  });

  test.each(['{', '{"a":1}', '{"rapporteur":"recipe","version":1,"files":[{}]}'])(
    'of a file that is no recipe: %s',
    (json) => {
      let thrown: unknown;
      try {
        parseRecipe(json);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(WordedError);
      bothOf({ words: (thrown as WordedError).words });
    },
  );
});
