import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import type { Engine } from '$lib/engine/engine';
import { onBothEngines } from './both-engines';

onBothEngines((boot) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await boot();
  });
  afterAll(() => engine.close());

  test('columns are what rows are, NULL as NaN', async () => {
    const statement = sql`SELECT (i % 7)::TINYINT AS a, CASE WHEN i % 3 > 0 THEN i::INTEGER - 50000 END AS b,
      CASE WHEN i % 5 > 0 THEN i / 3 END::DOUBLE AS c, (i % 300)::SMALLINT AS d FROM range(100000) t(i) ORDER BY i`;
    const rows = await engine.query(statement);
    const columns = await engine.columns(statement);
    expect(Object.keys(columns)).toEqual(['a', 'b', 'c', 'd']);
    for (const [name, numbers] of Object.entries(columns)) {
      expect(numbers).toBeInstanceOf(Float64Array);
      expect([...numbers].map((one) => (Number.isNaN(one) ? null : one))).toEqual(
        rows.map((row) => row[name]),
      );
    }
  });

  test('no rows are empty columns', async () => {
    const { a } = await engine.columns(sql`SELECT 1::INTEGER AS a WHERE FALSE`);
    expect(a).toEqual(new Float64Array(0));
  });

  test.each([sql`SELECT TRUE AS a`, sql`SELECT 'x' AS a`, sql`SELECT 1.5::DECIMAL(4, 1) AS a`])(
    'refuses %s',
    async (statement) => {
      await expect(engine.columns(statement)).rejects.toMatchObject({ code: 'query' });
    },
  );

  test('an abort rejects', async () => {
    const abort = new AbortController();
    const asked = engine.columns(
      sql`SELECT sum(a.range * b.range)::DOUBLE AS s FROM range(100000) a, range(100000) b`,
      {
        signal: abort.signal,
      },
    );
    setTimeout(() => abort.abort(), 50);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(await engine.columns(sql`SELECT 1::INTEGER AS a`)).toEqual({ a: Float64Array.of(1) });
  });
});
