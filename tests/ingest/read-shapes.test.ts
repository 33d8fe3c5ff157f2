import { describe, expect, test } from 'vitest';
import { inspectFile } from '$lib/ingest/inspect-file';
import { inspectFiles, type Decisions } from '$lib/ingest/import-files';
import type { DialectChoice } from '$lib/ingest/dialect';
import { goodRecords } from '$lib/ingest/well-formed';
import { rejectedCsv } from '$lib/ingest/rejected-csv';
import { load, only, codes } from './engines';

const header = 'case_key,index_month,victim_status,region';
const row = (i: number) => `C${i},2024-03,identified,NO03`;
const bytes = (text: string, replace: Readonly<Record<string, number>> = {}) =>
  Uint8Array.from(text, (sign) => replace[sign] ?? sign.charCodeAt(0));

/** How a file is read, and its cells. */
async function read(
  content: string | Uint8Array<ArrayBuffer>,
  { encoding, ...dialect }: DialectChoice & Partial<Record<'encoding', 'iso-8859-15'>> = {},
  more: Partial<Decisions> = {},
) {
  const file = 'cases.csv';
  const decisions: Decisions = {
    drop: [],
    dateOrder: [],
    dialect: [{ file, ...dialect }],
    ...(encoding ? { encoding: [{ file, encoding }] } : {}),
    ...more,
  };
  const chosen = { name: file, blob: new Blob([content]), chosen: 0 };
  const { proposal, ready } = await inspectFile(chosen, { decisions });
  const rows: string[][] = [];
  if (ready)
    for await (const some of goodRecords(ready.scanned.blob, ready.scanned.scan, ready.scanned))
      rows.push(...some);
  const issue = (code: string) => proposal.warnings.find((one) => one.code === code);
  return { proposal, names: proposal.mapping.map(({ source }) => source), rows, issue };
}

describe('encodings', () => {
  test('one bad byte does not turn a UTF-8 file into another', async () => {
    const text = new TextEncoder().encode(
      `${header}\nC1,2024-03,identified,Ålesund\nC2,2024-03,identified,Bodø\nC3,2024-03,identified,?\n`,
    );
    text[text.length - 2] = 0xe5;
    const { proposal, rows, issue } = await read(text);
    expect(proposal.encoding).toBe('utf-8');
    expect(rows.map((cells) => cells[3])).toEqual(['Ålesund', 'Bodø', '\ufffd']);
    expect(issue('damaged-characters')).toMatchObject({ count: 1, lines: [4] });
  });

  test('so beyond the first bytes, and with the mark of UTF-8', async () => {
    const text = `\ufeff${header}\n${'C1,2024-03,identified,Bodø\n'.repeat(12_000)}C2,2024-03,identified,?\n`;
    const file = new TextEncoder().encode(text);
    file[file.length - 2] = 0xff;
    const { proposal, rows, issue, names } = await read(file);
    expect(proposal).toMatchObject({ encoding: 'utf-8', records: 12_001, rejected: 0 });
    expect(names[0]).toBe('case_key');
    expect(rows[0]?.[3]).toBe('Bodø');
    expect(issue('damaged-characters')).toMatchObject({ count: 1, lines: [12_002] });
  });

  test('two encodings in one file are named', async () => {
    const western = bytes(`${header}\nC1,2024-03,identified,å\nC2,2024-03,identified,øæ\n`);
    const utf8 = new TextEncoder().encode('C3,2024-03,identified,Å\n');
    const { proposal, issue } = await read(new Uint8Array([...western, ...utf8]));
    expect(proposal.encoding).toBe('windows-1252');
    expect(issue('mixed-encodings')).toMatchObject({ level: 'warning', count: 1 });
  });

  test('windows-1252 holds signs that ISO-8859-1 does not', async () => {
    const { rows, issue } = await read(
      bytes(`${header}\nC1,2024-03,identified,a€b’c\n`, { '€': 0x80, '’': 0x92 }),
    );
    expect(rows[0]?.[3]).toBe('a€b’c');
    expect(issue('mixed-encodings')).toBeUndefined();
  });

  test('bytes without a letter make the assumed encoding doubtful', async () => {
    const { issue } = await read(bytes(`${header}\nC1,2024-03,identified,B?\n`, { '?': 0x8f }));
    expect(issue('encoding-doubtful')).toMatchObject({ level: 'warning', count: 1 });
  });

  test('half a character of UTF-16 is counted', async () => {
    const text = `\ufeff${header}\n${row(1)}\nC2,2024-03,identified,a\ud83d\n`;
    const units = Uint16Array.from(text, (sign) => sign.charCodeAt(0));
    const { proposal, issue } = await read(new Uint8Array([...new Uint8Array(units.buffer), 0x41]));
    expect(proposal).toMatchObject({ encoding: 'utf-16le' });
    expect(issue('damaged-characters')).toMatchObject({ count: 2 });
  });

  test('rejected rows of a damaged file are still cut where they stand', async () => {
    const text = new TextEncoder().encode(`${header}\nåå?,2024-03,identified,x\nC9,2024\n`);
    text[text.indexOf(63)] = 0xff;
    const blob = new Blob([text]);
    const report = only(await load({ 'cases.csv': blob }));
    expect(await (await rejectedCsv(blob, report)).text()).toContain('"C9,2024"');
  });

  test('another encoding is read when it is chosen, and UTF-8 is not forced', async () => {
    const file = bytes(`${header}\nC1,2024-03,identified,?\n`, { '?': 0xa4 });
    expect((await read(file)).rows[0]?.[3]).toBe('¤');
    const chosen = await read(file, { encoding: 'iso-8859-15' });
    expect(chosen.rows[0]?.[3]).toBe('€');
    expect(chosen.proposal.reasons[0]?.en).toBe('the encoding was chosen by hand');
    const decisions = { encoding: [{ file: 'cases.csv', encoding: 'utf-8' as const }] };
    const forced = await read(file, {}, decisions);
    expect(forced.proposal.stops).toBe(true);
    expect(forced.issue('not-utf-8')).toMatchObject({ level: 'error' });
  });
});

describe('rows above and below the table', () => {
  test('a title saved with the delimiters of the table', async () => {
    const text = `Barn 2024,,,\n,,,\n${header}\n${row(1)}\n${row(2)}\n`;
    const { proposal, names, rows, issue } = await read(text);
    expect(names).toEqual(header.split(','));
    expect(proposal).toMatchObject({ headerRow: 3, records: 2 });
    expect(rows).toHaveLength(2);
    expect(issue('title-lines')).toMatchObject({ count: 2 });
  });

  test('a first row with few names is not taken for a title when records follow', async () => {
    const { proposal } = await read('case_key,,\nC1,1,2\nC2,3,4\nC3,5,6\n');
    expect(proposal).toMatchObject({ headerRow: 1, records: 3 });
  });

  test.each([
    ['a total that is not in the first column', ',Total,12,\n', 4],
    ['a total with a year', 'Totalt 2024,,12,\n', 4],
    ['a source', 'Kilde: registeret,,,\n', 4],
    ['a remark alone in its row', 'Foreløpige tall for 2024,,,\n', 4],
  ])('%s is pointed out with its line and kept', async (_, footer, line) => {
    const { proposal, issue } = await read(`${header}\n${row(1)}\n${row(2)}\n${footer}`);
    expect(proposal).toMatchObject({ records: 3, rejected: 0 });
    expect(issue('looks-like-footer')).toMatchObject({ level: 'warning', count: 1, lines: [line] });
  });

  test('records like any other are no footer, a total is said once', async () => {
    expect((await read(`${header}\n${row(1)}\n${row(2)}\n`)).issue('looks-like-footer')).toBe(
      undefined,
    );
    const report = only(await load({ 'cases.csv': `${header}\n${row(1)}\n${row(2)}\nTotal,,,\n` }));
    expect(codes(report).filter((code) => /footer|total/.test(code))).toEqual(['looks-like-total']);
  });

  test('a header that comes again between the records is pointed out', async () => {
    const text = `${header}\n${row(1)}\n${header}\n${row(2)}\n`;
    const report = only(await load({ 'cases.csv': text }));
    expect(report).toMatchObject({ records: 3, excluded: 0, rejected: 0 });
    expect(report.issues.find(({ code }) => code === 'header-again')).toMatchObject({
      count: 1,
      lines: [3],
    });
  });

  test('a source line without delimiters is rejected, not lost', async () => {
    const { proposal } = await read(`${header}\n${row(1)}\n${row(2)}\nKilde: registeret\n`);
    expect(proposal).toMatchObject({ records: 3, rejected: 1 });
  });
});

describe('headers over several rows', () => {
  const grouped = [
    'Sak,,Barnet,',
    'case_key,index_month,gender,region',
    'C1,2024-03,female,NO03',
    'C2,2024-04,male,NO11',
    'C3,2024-05,female,NO46',
  ].join('\n');

  test('joined names are offered and shown, not used by themselves', async () => {
    const { proposal, issue, rows } = await read(grouped);
    expect(issue('header-over-several-rows')).toMatchObject({ level: 'warning' });
    expect(proposal.joinedHeader).toEqual({
      rows: 2,
      names: ['Sak case_key', 'Sak index_month', 'Barnet gender', 'Barnet region'],
    });
    expect(rows).toHaveLength(4);
  });

  test('they are used when somebody decides so', async () => {
    const { proposal, names, rows, issue } = await read(grouped, { headerRows: 2 });
    expect(names).toEqual(['Sak case_key', 'Sak index_month', 'Barnet gender', 'Barnet region']);
    expect(proposal).toMatchObject({ headerRow: 2, records: 3, joinedHeader: null });
    expect(rows[0]).toEqual(['C1', '2024-03', 'female', 'NO03']);
    expect(issue('header-over-several-rows')).toBeUndefined();
  });

  test('a recipe that was made with joined names joins them again', async () => {
    const name = 'cases.csv';
    const decisions: Decisions = {
      drop: [],
      dateOrder: [],
      dialect: [{ file: name, headerRows: 2 }],
      table: [{ file: name, table: 'cases' }],
    };
    const { recipe } = await load({ [name]: grouped }, { decisions });
    const [again] = await inspectFiles([{ name, blob: new Blob([grouped]) }], { recipe });
    expect(again).toMatchObject({ headerRow: 2, records: 3, joinedHeader: null });
  });

  test('a row of tags below the header says nothing', async () => {
    const tagged = grouped.replace('Sak,,Barnet,\n', '').replace('\n', '\n#id,#date,#sex,#adm1\n');
    const { proposal } = await read(tagged);
    expect(proposal.joinedHeader?.names).toEqual(['case_key', 'index_month', 'gender', 'region']);
  });

  test('names of groups alone are enough when the first row is chosen by hand', async () => {
    const { names, proposal } = await read(`x\n${grouped}`, { headerRow: 2, headerRows: 2 });
    expect(names[2]).toBe('Barnet gender');
    expect(proposal.records).toBe(3);
  });
});

test('delimiter and quote can be decided', async () => {
  const { rows } = await read("a;b,c\n'1;2',3\n'4;5',6\n", { delimiter: ',', quote: "'" });
  expect(rows).toEqual([
    ['1;2', '3'],
    ['4;5', '6'],
  ]);
});
