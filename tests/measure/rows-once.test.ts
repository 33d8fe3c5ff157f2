import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import { Cubes } from '$lib/measure/cubes';
import { optionsOf } from '$lib/measure/options';
import { RowsOnce } from '$lib/measure/rows-once';
import { defaultView, parseBy } from '$lib/measure/view';
import { sql, type Sql } from '$lib/schema/sql';
import { loadDemo, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const tables = async () =>
  (
    await engine.query(sql`SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'rows%'`)
  ).map((row) => row.table_name);

/** The engine, telling each statement that reaches it. */
const heard = (statements: string[]): Engine =>
  Object.assign(Object.create(engine) as Engine, {
    query: (statement: Sql, options?: object) => {
      statements.push(String(statement));
      return engine.query(statement, options);
    },
    run: (statement: Sql, options?: object) => {
      statements.push(String(statement));
      return engine.run(statement, options);
    },
  });

it('works rows out once, answers the same, and leaves no table', async () => {
  const statements: string[] = [];
  const rows = sql`SELECT random() AS drawn, 'it''s' AS word FROM range(5)`;
  const once = new RowsOnce(heard(statements), [rows]);
  const ask = () => once.query(sql`SELECT drawn, word FROM (${rows}) ORDER BY drawn`);
  const first = await ask();
  expect(first).toHaveLength(5);
  expect(await ask()).toEqual(first);
  expect(statements.filter((text) => text.includes('random()'))).toHaveLength(1);
  expect(await tables()).toHaveLength(1);
  await once.close();
  expect(await tables()).toEqual([]);
});

it('makes nothing for statements that read other rows', async () => {
  const once = new RowsOnce(engine, [sql`SELECT 1 AS one`]);
  expect(await once.query(sql`SELECT 2 AS two`)).toEqual([{ two: 2 }]);
  expect(await tables()).toEqual([]);
  await once.close();
});

it('leaves no table behind where the rows cannot be made', async () => {
  const once = new RowsOnce(engine, [sql`SELECT no_such_column FROM child`]);
  await expect(once.query(sql`SELECT * FROM (SELECT no_such_column FROM child)`)).rejects.toThrow();
  await once.close();
  expect(await tables()).toEqual([]);
});

it('reads the cases of a definition once for a figure with three breakdowns', async () => {
  const source = await loadDemo(200, engine);
  const statements: string[] = [];
  const view = { by: parseBy('gender,age_band,main_form') };
  const shown = await see(
    { ...source, engine: heard(statements), cubes: new Cubes({ after: Infinity }) },
    'RF-02',
    view,
  );
  const definition = catalogue.find(({ id }) => id === 'RF-02')!;
  const rows = String(
    definition.rows?.({
      options: optionsOf(definition, defaultView),
      has: () => true,
      extractMonth: source.facts.meta.extractMonth,
    }),
  );
  expect(rows.length).toBeGreaterThan(50);
  const made = statements.filter((text) => text.includes(rows) && !text.startsWith('DESCRIBE'));
  expect(made).toHaveLength(1);
  // What the page prints runs on its own: it holds the rows, not the table they were kept in.
  expect(shown.query).toContain(rows);
  expect(shown.query).not.toMatch(/rows_\d/);
  expect(await tables()).toEqual([]);
});
