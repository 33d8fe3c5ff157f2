import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { enumLabels } from '$lib/engine/enum-labels';
import { type Engine, EngineError } from '$lib/engine/engine';
import { nativeEngine } from '$lib/engine/native';
import { nodeWasmEngine } from '$lib/engine/node-wasm';

let wasm: Engine;
let native: Engine;
beforeAll(async () => {
  wasm = await nodeWasmEngine();
  native = await nativeEngine({ threads: 2 });
});
afterAll(() => Promise.all([wasm.close(), native.close()]));

const cases: [string, ReturnType<typeof sql>, unknown][] = [
  ['BIGINT', sql`SELECT 9007199254740991::BIGINT AS x`, 9007199254740991],
  ['count', sql`SELECT count(*) AS x FROM range(7)`, 7],
  ['sum of integers is HUGEINT', sql`SELECT sum(range) AS x FROM range(10)`, 45],
  ['DECIMAL keeps its point', sql`SELECT 1.50::DECIMAL(9, 2) AS x`, 1.5],
  ['wide DECIMAL', sql`SELECT 1234567890.12::DECIMAL(38, 2) AS x`, 1234567890.12],
  ['DECIMAL is rounded once', sql`SELECT 1.7::DECIMAL(2, 1) AS x`, 1.7],
  ['negative DECIMAL', sql`SELECT (-1.07)::DECIMAL(30, 2) AS x`, -1.07],
  [
    'longest DECIMAL',
    sql`SELECT 12345678901234567890.123456789::DECIMAL(38, 9) AS x`,
    Number('12345678901234567890.123456789'),
  ],
  ['negative HUGEINT', sql`SELECT sum(-range) AS x FROM range(10)`, -45],
  ['median of DECIMAL', sql`SELECT median(v) AS x FROM (VALUES (1.50), (2.00)) t(v)`, 1.75],
  ['UBIGINT', sql`SELECT 12::UBIGINT AS x`, 12],
  ['TINYINT', sql`SELECT (-3)::TINYINT AS x`, -3],
  ['DOUBLE', sql`SELECT ${0.1} AS x`, 0.1],
  ['negative value', sql`SELECT ${-2.5e-8} AS x`, -2.5e-8],
  ['boolean', sql`SELECT ${true} AS x`, true],
  ['text with quote and accent', sql`SELECT ${"Ål'esund ÆØÅ 🙂"} AS x`, "Ål'esund ÆØÅ 🙂"],
  ['empty text is not null', sql`SELECT '' AS x`, ''],
  ['null', sql`SELECT ${null} AS x`, null],
  ['typed null', sql`SELECT NULL::DATE AS x`, null],
  ['DATE', sql`SELECT DATE '2024-03-31' AS x`, '2024-03-31'],
  ['DATE before 1970', sql`SELECT DATE '1899-12-31' AS x`, '1899-12-31'],
  ['leap day', sql`SELECT DATE '2024-02-28' + 1 AS x`, '2024-02-29'],
  ['first DATE', sql`SELECT DATE '0001-01-01' AS x`, '0001-01-01'],
  ['endless DATE', sql`SELECT DATE 'infinity' AS x`, 'infinity'],
  ['TIMESTAMP', sql`SELECT TIMESTAMP '2024-03-31 14:05:06.123456' AS x`, '2024-03-31T14:05:06.123'],
  ['old TIMESTAMP', sql`SELECT TIMESTAMP '1899-12-31 23:59:59.5' AS x`, '1899-12-31T23:59:59.500'],
  ['TIMESTAMP_S', sql`SELECT TIMESTAMP_S '2024-01-01 00:00:00' AS x`, '2024-01-01T00:00:00.000'],
  ['endless TIMESTAMP', sql`SELECT TIMESTAMP '-infinity' AS x`, '-infinity'],
  ['ENUM', sql`SELECT 'boy'::ENUM('girl', 'boy', 'it''s, so') AS x`, 'boy'],
  ['ENUM with a quote', sql`SELECT 'it''s, so'::ENUM('girl', 'boy', 'it''s, so') AS x`, "it's, so"],
  ['ENUM null', sql`SELECT NULL::ENUM('girl', 'boy') AS x`, null],
];
test.each(cases)('%s', async (_, statement, expected) => {
  expect(await wasm.query(statement)).toEqual([{ x: expected }]);
  expect(await native.query(statement)).toEqual([{ x: expected }]);
});

test('many rows of every kind are equal on both engines', async () => {
  for (const engine of [wasm, native]) {
    await engine.run(sql`CREATE TYPE sex AS ENUM ('girl', 'boy', 'other')`);
    await engine.run(sql`
      CREATE TABLE t AS
      SELECT range AS id, CASE WHEN range % 5 < 3 THEN (['girl', 'boy', 'other'])[range % 3 + 1]::sex END AS sex,
        DATE '2020-01-01' + (range % 2000)::INTEGER AS day,
        CASE WHEN range % 7 > 0 THEN (range % 1000) / 8 END AS cost, range % 2 = 0 AS even
      FROM range(10000)`);
  }
  const statement = sql`SELECT * FROM t ORDER BY id`;
  const rows = await wasm.query(statement);
  expect(rows).toHaveLength(10_000);
  expect(rows[1]).toEqual({ id: 1, sex: 'boy', day: '2020-01-02', cost: 0.125, even: false });
  expect(rows[4]).toEqual({ id: 4, sex: null, day: '2020-01-05', cost: 0.5, even: true });
  expect(await native.query(statement)).toEqual(rows);
});

test('an empty result and a statement without a result give no rows', async () => {
  for (const engine of [wasm, native]) {
    expect(await engine.query(sql`SELECT 1 AS x WHERE false`)).toEqual([]);
    expect(await engine.query(sql`CREATE TABLE nothing (x INTEGER)`)).toEqual([]);
  }
});

test('a type that a row cannot carry is refused by its position', async () => {
  for (const engine of [wasm, native])
    for (const value of [sql`[1, 2]`, sql`INTERVAL 3 MONTH`, sql`'a'::BLOB`, sql`1::UHUGEINT`]) {
      const error = await engine.query(sql`SELECT 1 AS a, ${value} AS b`).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(EngineError);
      expect((error as EngineError).message).toMatch(/^Column 2 of the result/);
    }
});

test('labels of an ENUM are read from its description', () => {
  expect(enumLabels("ENUM('it''s', 'x,y', 'b)', '')")).toEqual(["it's", 'x,y', 'b)', '']);
  expect(enumLabels('VARCHAR')).toBeUndefined();
  expect(enumLabels("STRUCT(a ENUM('b'))")).toBeUndefined();
});
