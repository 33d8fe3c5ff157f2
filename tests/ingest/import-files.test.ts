import { createHash } from 'node:crypto';
import { openAsBlob, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { demoCountry } from '$lib/demo/demo-country';
import type { Engine } from '$lib/engine/engine';
import { nativeEngine } from '$lib/engine/native';
import { importFiles } from '$lib/ingest/import-files';
import { parseRecipe } from '$lib/ingest/recipe';
import { sha256 } from '$lib/ingest/sha256';
import { from } from '$lib/schema/physical';
import { sql } from '$lib/schema/sql';
import { tables } from '$lib/schema/tables';
import { codes, engine, exact, load, only } from './engines';
import { slowRead } from './slow-reader';

const demo = () => demoCountry().map(({ name, text }) => ({ name, blob: new Blob([text]) }));

/** One number per table that changes when any value changes. */
async function prints(one: Engine): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const { name } of tables) {
    const [row] = await one.query(
      sql`SELECT count(*)::INT AS n, CAST(sum(hash(t)) AS VARCHAR) AS print FROM ${from(name)} t`,
    );
    found.push(row);
  }
  return found;
}

describe('the synthetic country', () => {
  test('all tables, no warning, the same on both engines', async () => {
    const wasm = await engine();
    const native = await nativeEngine();
    try {
      for (const one of [wasm, native]) {
        const result = await importFiles(demo(), one, { synthetic: true });
        result.reports.forEach(exact);
        expect(result.loaded).toBe(true);
        expect(result.facts?.synthetic).toBe(true);
        expect(result.facts?.meta.derived).toBe(false);
        for (const report of result.reports)
          expect({
            file: report.file,
            warned: report.warned,
            accepted: report.accepted,
            stops: report.identifiers,
          }).toEqual({
            file: report.file,
            warned: 0,
            accepted: report.records,
            stops: [],
          });
      }
      expect(await prints(wasm)).toEqual(await prints(native));
    } finally {
      await native.close();
    }
  }, 120_000);
});

const text =
  'case_key,index_month,victim_status,gender\nC1,2023-02,identified,female\nC2,2024-11,presumed,male\n';

test('facts without a meta file come from the data', async () => {
  const { facts } = await load({ 'cases.csv': text });
  expect(facts?.meta).toEqual({
    country: null,
    extractMonth: null,
    periodStart: '2023-02',
    periodEnd: '2024-11',
    dateMode: 'month',
    linkage: 'none',
    derived: true,
  });
  expect(facts?.tables.cases).toEqual({
    rows: 2,
    columns: ['case_key', 'index_month', 'victim_status', 'gender'],
    files: ['cases.csv'],
  });
});

test('several files of one table are put under each other', async () => {
  const second = 'case_key,index_month,victim_status,region\nC3,2024-01,identified,NO03\n';
  const result = await load({ 'cases north.csv': text, 'cases south.csv': second });
  expect(result.facts?.tables.cases).toMatchObject({
    rows: 3,
    files: ['cases north.csv', 'cases south.csv'],
  });
  const rows = await (
    await engine()
  ).query(sql`SELECT file_no, gender__missing AS gap FROM cases ORDER BY case_key`);
  expect(rows).toEqual([
    { file_no: 0, gap: null },
    { file_no: 0, gap: null },
    { file_no: 1, gap: 'not_asked' },
  ]);
});

test('a cancelled import leaves what was there', async () => {
  await load({ 'cases.csv': text });
  const many = `case_key,index_month,victim_status\n${'C9,2024-01,identified\n'.repeat(200_000)}`;
  for (const phase of ['scanning', 'loading'] as const) {
    const abort = new AbortController();
    const importing = load(
      { 'cases.csv': many },
      {
        signal: abort.signal,
        onProgress: (progress) => {
          if (progress.phase === phase) abort.abort();
        },
      },
    );
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    const rows = await (await engine()).query(sql`SELECT count(*)::INT AS n FROM cases`);
    expect(rows).toEqual([{ n: 2 }]);
  }
});

describe('nothing is waited for after an abort', () => {
  const many = `case_key,index_month,victim_status,gender\n${'C9,2024-01,identified,odd\n'.repeat(20_000)}`;
  const ctdc =
    'yearOfRegistration,gender,ageBroad,isForcedLabour,isSexualExploit,CountryOfExploitation\n2016,Female,9--17,0.0,1.0,US\n';
  const ssda903 = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n11,2,02/03/2004,WBRI,A123456789012,,\n';
  const moments: readonly (readonly [when: string, content: string, starts: string])[] = [
    ['the tables are made', many, 'CREATE OR REPLACE TABLE'],
    ['rows are put in', many, 'INSERT INTO'],
    ['rows are counted', many, 'SELECT min(rowid)'],
    ['failures are counted', many, 'SELECT count(*) FILTER'],
    ['cells that failed are read', many, 'INSERT INTO "new_failed_items"'],
    ['spellings are looked up', many, 'SELECT nth, cell'],
    ['problems are gathered', many, 'WITH likes'],
    ['facts are derived', many, 'SELECT strftime'],
    ['a CTDC file is read', ctdc, 'INSERT INTO "new_cases"'],
    ['a return is read', ssda903, 'INSERT INTO "ssda903_header"'],
    ['a return is put in tables', ssda903, 'CREATE OR REPLACE TABLE ssda903_k'],
    ['a return is held against its rules', ssda903, 'SELECT count(*)::DOUBLE AS n, count'],
  ];

  test.each(moments)('while %s', async (_, content, starts) => {
    const honest = await engine();
    await load({ 'cases.csv': text });
    const abort = new AbortController();
    const asked: string[] = [];
    const never = new Promise<never>(() => undefined);
    const silent = (what: string) => {
      asked.push(what);
      return never;
    };
    const deaf: Engine = {
      kind: honest.kind,
      query: (statement, options) => {
        if (abort.signal.aborted) return silent(String(statement));
        if (String(statement).startsWith(starts)) queueMicrotask(() => abort.abort());
        return honest.query(statement, options);
      },
      columns: (statement, options) => honest.columns(statement, options),
      run: (statement, options) => deaf.query(statement, options).then(() => undefined),
      register: (source) => (abort.signal.aborted ? silent('register') : honest.register(source)),
      release: (path) =>
        abort.signal.aborted
          ? Promise.reject(new Error('this error must not hide the abort'))
          : honest.release(path),
      close: () => honest.close(),
    };
    const chosen = [{ name: 'header.csv', blob: new Blob([content]) }];
    const importing = importFiles(chosen, deaf, {
      signal: abort.signal,
      ...(content === many
        ? {
            decisions: { drop: [], dateOrder: [], table: [{ file: 'header.csv', table: 'cases' }] },
          }
        : {}),
    });
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked.filter((what) => /DROP TABLE IF EXISTS "new_cases"/.test(what))).toHaveLength(1);
    const rows = await honest.query(sql`SELECT count(*)::INT AS n FROM cases`);
    expect(rows).toEqual([{ n: 2 }]);
  });

  test('while a file is handed over', async () => {
    const honest = await engine();
    const abort = new AbortController();
    const late = new Proxy(honest, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key !== 'register') return typeof value === 'function' ? value.bind(target) : value;
        return () => {
          queueMicrotask(() => abort.abort());
          return new Promise<never>(() => undefined);
        };
      },
    });
    const chosen = [{ name: 'cases.csv', blob: new Blob([text]) }];
    const importing = importFiles(chosen, late, { signal: abort.signal });
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('while the bytes are hashed', async () => {
    const abort = new AbortController();
    const deaf = new Blob(['0123456789']);
    deaf.arrayBuffer = () => new Promise<never>(() => undefined);
    const hash = sha256(deaf, abort.signal);
    abort.abort();
    await expect(hash).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test.each(['when it puts them in', 'when all are in'])(
  'engine and scanner disagree %s: nothing is loaded and earlier data stay',
  async (when) => {
    await load({ 'cases.csv': text });
    const honest = await engine();
    const starts = when === 'when all are in' ? 'SELECT (SELECT count(*)' : 'INSERT INTO';
    const lying = new Proxy(honest, {
      get(target, key) {
        if (key !== 'query') {
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (...told: Parameters<Engine['query']>) => {
          const rows = await target.query(...told);
          return String(told[0]).startsWith(starts)
            ? rows.map((row) =>
                Object.fromEntries(Object.entries(row).map(([of, n]) => [of, Number(n) + 1])),
              )
            : rows;
        };
      },
    });
    const other = `${text}C3,2024-01,identified,male\n`;
    const result = await importFiles([{ name: 'cases.csv', blob: new Blob([other]) }], lying);
    expect(result).toMatchObject({ loaded: false, facts: null });
    expect(codes(only(result))).toContain('load-stopped');
    expect(await honest.query(sql`SELECT count(*)::INT AS n FROM cases`)).toEqual([{ n: 2 }]);
  },
);

test('what stands in the engine is what an independent slow reader finds', async () => {
  const random = xoroshiro128plus(11);
  const draw = (n: number) => (random.next() >>> 0) % n;
  const pick = (list: readonly string[]) => list[draw(list.length)] ?? '';
  for (let k = 0; k < 30; k++) {
    const ends = draw(3) ? [pick(['\n', '\r\n', '\r'])] : ['\n', '\r\n', '\r'];
    const cell = () =>
      pick(['a b', '"q,""x"""', 'æ€𝄞', 'x"y', `"two${pick(ends)}lines"`, '=1+1', '-', ' s ', '""']);
    const lines = Array.from({ length: 5 + draw(30) }, (_, i) =>
      draw(9) ? `k${i},2024-01,identified,"z",${cell()}${draw(8) ? '' : ',extra'}` : '',
    );
    const content = ['case_key,index_month,victim_status,org_key,region', ...lines]
      .map((line) => line + pick(ends))
      .join('');
    const slow = slowRead(content, ',');
    const report = only(await load({ 'cases.csv': content }));
    expect({
      content,
      records: report.records,
      rejected: report.rejected,
      blank: report.blankLines,
    }).toEqual({
      content,
      records: slow.good.length + slow.bad,
      rejected: slow.bad,
      blank: slow.blank,
    });
    const rows = await (
      await engine()
    ).query(sql`SELECT case_key, region FROM cases ORDER BY rowid`);
    const value = (cell: string) => (cell.trim() === '' || cell === '-' ? null : cell.trim());
    const plain = rows.map((row) => ({
      ...row,
      region: row.region === null ? null : String(row.region).replace(/\r\n?/g, '\n'),
    }));
    expect(plain).toEqual(
      slow.good.map((cells) => ({ case_key: cells[0], region: value(cells[4] ?? '') })),
    );
  }
}, 120_000);

test.each([
  ['cases.csv', text],
  [
    'a CTDC file',
    'yearOfRegistration,gender,ageBroad,isForcedLabour,isSexualExploit,CountryOfExploitation\n2016,Female,9--17,0.0,1.0,US\n',
  ],
  ['header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n11,2,02/03/2004,WBRI,A123456789012,,\n'],
])('progress of %s runs through the phases', async (name, content) => {
  const phases = new Set<string>();
  await load(
    { [name]: content },
    { onProgress: ({ phase, file }) => phases.add(`${file} ${phase}`) },
  );
  expect([...phases]).toEqual(
    ['reading', 'scanning', 'loading', 'checking'].map((phase) => `${name} ${phase}`),
  );
});

describe('recipes', () => {
  test('decisions are saved without a cell and used again', async () => {
    const messy = (name: string) =>
      `case_key,index_month,victim_status,${name},geboren\nC1,2024-01,identified,x,03/04/2009\n`;
    const decisions = {
      drop: [{ file: 'a cases.csv', column: 'geboren' }],
      dateOrder: [],
      column: [{ file: 'a cases.csv', column: 'zone', target: 'region' }],
    };
    const first = await load({ 'a cases.csv': messy('zone') }, { decisions });
    expect(first.loaded).toBe(true);
    const json = JSON.stringify(first.recipe);
    expect(json).not.toContain('03/04/2009');
    const second = await load({ 'cases 2025.csv': messy('zone') }, { recipe: parseRecipe(json) });
    expect(second.loaded).toBe(true);
    expect(only(second).mapping[3]).toMatchObject({ target: 'cases.region', tier: 'user' });
    expect(only(second).mapping[4]).toMatchObject({ target: null });
    const third = await load({ 'cases.csv': messy('area_code') }, { recipe: parseRecipe(json) });
    expect(codes(only(third))).toContain('header-changed');
  });

  test('anything else is refused with a sentence', () => {
    expect(() => parseRecipe('no json')).toThrow('This recipe is not JSON.');
    expect(() => parseRecipe('{"version":1}')).toThrow(/not a recipe/);
    expect(() => parseRecipe('{"rapporteur":"recipe","version":1,"files":[{}]}')).toThrow(/lacks/);
  });
});

test('a clean file on disk is read in place by the native engine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  const path = join(folder, 'cases.csv');
  writeFileSync(path, `A title\n\n${text}`);
  const native = await nativeEngine();
  try {
    const file = { name: 'cases.csv', path, blob: await openAsBlob(path) };
    const result = await importFiles([file], native);
    expect(only(result)).toMatchObject({ accepted: 2, records: 2 });
    const rows = await native.query(sql`SELECT case_key FROM cases ORDER BY 1`);
    expect(rows).toEqual([{ case_key: 'C1' }, { case_key: 'C2' }]);
  } finally {
    await native.close();
    rmSync(folder, { recursive: true });
  }
});

test('the hash is SHA-256 of the bytes, with and without the help of the platform', async () => {
  const bytes = new Uint8Array(5_000_123).map((_, i) => (i * 2654435761) >>> 13);
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(await sha256(new Blob([bytes]))).toBe(expected);
  const own = globalThis.crypto;
  Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
  try {
    expect(await sha256(new Blob([bytes]))).toBe(expected);
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120]) {
      const some = bytes.slice(0, length);
      expect(await sha256(new Blob([some]))).toBe(createHash('sha256').update(some).digest('hex'));
    }
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: own, configurable: true });
  }
});
