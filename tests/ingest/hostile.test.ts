import { createGzip, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { name, sql } from '$lib/schema/sql';
import { inspectFiles } from '$lib/ingest/import-files';
import { codes, engine, load, only, type Content } from './engines';

const header = 'case_key,index_month,victim_status';
const earlier = { 'cases.csv': `${header}\nEARLIER,2024-01,identified\n` };
const cases = (content: Content) => load({ 'cases.csv': content });
const column = async (of: string) =>
  (
    await (
      await engine()
    ).query(sql`SELECT CAST(${name(of)} AS VARCHAR) AS v FROM cases ORDER BY rowid`)
  ).map(({ v }) => v);
/** Heap and buffers, after what can be freed was freed. */
const memory = () => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

describe('hostile files are refused with a sentence, and earlier data stay', () => {
  beforeEach(async () => {
    await load(earlier);
  });
  const refused = async (files: Readonly<Record<string, Content>>, code: string) => {
    const before = memory();
    const result = await load(files);
    expect(result.loaded).toBe(false);
    const report = only(result);
    expect(codes(report)).toContain(code);
    expect(memory() - before).toBeLessThan(500 << 20);
    expect(await column('case_key')).toEqual(['EARLIER']);
    return report;
  };

  test('a gzip file that swells without end', async () => {
    const packer = createGzip();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    packer.on('data', (part: Buffer) => parts.push(new Uint8Array(part)));
    const zeros = Buffer.alloc(1 << 20, ','.charCodeAt(0));
    for (let i = 0; i < 150; i++)
      if (!packer.write(zeros)) await new Promise((go) => packer.once('drain', go));
    await new Promise<void>((go) => packer.end(go));
    await refused({ 'cases.csv.gz': new Blob(parts) }, 'too-large');
  });

  test('one line of 100 MB', async () => {
    const piece = new Blob(['x,'.repeat(1 << 20)]);
    await refused(
      { 'cases.csv': new Blob(Array.from({ length: 50 }, () => piece)) },
      'not-a-table',
    );
  });

  test('zero bytes only', async () => {
    await refused({ 'cases.csv': new Uint8Array(1 << 20) }, 'not-a-table');
  });

  test('a quote in the header that is never closed', async () => {
    await refused({ 'cases.csv': `"${header}\nC1,2024-01,identified\n` }, 'header-quote-open');
  });
});

describe('hostile content is only text', () => {
  test('one record of 100 MB among good ones is rejected', async () => {
    const piece = new Blob(['x'.repeat(1 << 20)]);
    const long = new Blob([
      `${header}\nC1,2024-01,identified\nC2,`,
      ...Array.from({ length: 100 }, () => piece),
      ',identified\nC3,2024-01,identified\n',
    ]);
    const report = only(await cases(long));
    expect(report).toMatchObject({ records: 3, accepted: 2, rejected: 1 });
    expect(codes(report)).toContain('record-too-long');
  });

  test('10,000 columns', async () => {
    const more = Array.from({ length: 9997 }, (_, i) => `a rather long name of column ${i}`);
    const cells = Array.from({ length: 9997 }, () => '1');
    const rows = Array.from({ length: 3 }, (_, i) => `C${i},2024-01,identified,${cells.join(',')}`);
    const report = only(await cases(`${header},${more.join(',')}\n${rows.join('\n')}\n`));
    expect(report).toMatchObject({ records: 3, accepted: 3, rejected: 0 });
    expect(report.mapping).toHaveLength(10_000);
  });

  test('names that every object has are names of columns like others', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
    const text = `${header},${names.join(',')}\nC1,2024-01,identified,1,2,3,4,5\n`;
    const result = await cases(text);
    expect(only(result)).toMatchObject({ accepted: 1, rejected: 0 });
    expect(only(result).mapping.map(({ source }) => source)).toEqual([
      ...header.split(','),
      ...names,
    ]);
    const [file] = result.recipe.files;
    expect(Object.keys(file?.columns ?? {})).toEqual(expect.arrayContaining(names));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(only(await load({ 'cases.csv': text }, { recipe: result.recipe }))).toMatchObject({
      accepted: 1,
    });
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'a date column called %s is still asked which comes first, the day or the month',
    async (odd) => {
      const text = `case_key,index_month,victim_status,${odd}\nC1,2024-01,identified,03/04/2024\n`;
      const report = only(
        await load(
          { 'cases.csv': text },
          {
            decisions: {
              drop: [],
              dateOrder: [],
              column: [{ file: 'cases.csv', column: odd, target: 'detected_at' }],
            },
          },
        ),
      );
      expect(codes(report)).toContain('date-order-ambiguous');
    },
  );

  test('signs that turn the direction of writing hide no name and no double', async () => {
    const text = `case_key,\u202eindex_month\u202c,victim_status,gen\u200bder,gender\u2066\nC1,2024-01,identified,female,male\n`;
    const report = only(await cases(text));
    expect(report.mapping.map(({ source }) => source)).toEqual([
      'case_key',
      'index_month',
      'victim_status',
      'gender',
      'gender (2)',
    ]);
    expect(codes(report)).toContain('header-twice');
    expect(await column('gender')).toEqual(['female']);
  });

  test('scripts and formulas in names and cells stay in place and are not repeated as cells', async () => {
    const text = `${header},<script>alert(1)</script>,=HYPERLINK("x")\n=cmd|' /C calc'!A0,2024-01,identified,<img src=x onerror=alert(2)>,'; DROP TABLE cases; --\n`;
    const result = await cases(text);
    const report = only(result);
    expect(report).toMatchObject({ records: 1, rejected: 0 });
    expect(JSON.stringify(result)).not.toMatch(/onerror|DROP TABLE|calc/);
    expect(await column('case_key')).toEqual(["=cmd|' /C calc'!A0"]);
  });

  test('a small file that packs very well is no bomb', async () => {
    const text = `${header}\n${'C1,2024-01,identified\n'.repeat(200_000)}`;
    const [proposal] = await inspectFiles([
      { name: 'cases.csv.gz', blob: new Blob([new Uint8Array(gzipSync(text))]) },
    ]);
    expect(proposal).toMatchObject({ records: 200_000, rejected: 0 });
  });
});
