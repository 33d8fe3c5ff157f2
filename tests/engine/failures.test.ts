import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { type Engine, EngineError } from '$lib/engine/engine';
import { failure } from '$lib/engine/failure';
import { WasmEngine } from '$lib/engine/wasm-engine';
import { onBothEngines } from './both-engines';

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (e: unknown) => e,
  );

onBothEngines((boot) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await boot();
    await engine.run(sql`CREATE TABLE child (id VARCHAR PRIMARY KEY, age VARCHAR)`);
    await engine.run(sql`INSERT INTO child VALUES ('Anna Hansen', 'Kari 12')`);
  });
  afterAll(() => engine.close());

  test.each([
    ['conversion of a cell', sql`SELECT age::INTEGER FROM child`],
    ['conversion of a value', sql`SELECT ${'Kari 12'}::DATE`],
    ['duplicate key', sql`INSERT INTO child VALUES ('Anna Hansen', NULL)`],
    ['error raised by a cell', sql`SELECT error(age) FROM child`],
    ['bad text of a statement', sql`SELECT 'Kari 12' FROM child WHERE 'Anna Hansen`],
    ['column that is not there', sql`SELECT nosuch FROM child WHERE id = ${'Anna Hansen'}`],
    ['table that is not there', sql`SELECT ${'Anna Hansen'} FROM nowhere`],
    ['date pattern', sql`SELECT strptime(age, '%Y') FROM child`],
  ])('%s: the error carries no cell', async (_, statement) => {
    const error = (await caught(engine.query(statement))) as EngineError;
    expect(error).toBeInstanceOf(EngineError);
    expect(error.code).toBe('query');
    const everything = `${error.message} ${error.stack} ${JSON.stringify(error)} ${error.cause}`;
    expect(everything).not.toMatch(/Anna|Hansen|Kari/);
    expect(error.message).toMatch(/Error(: \w+)?\)\.$/);
  });

  test('a bad cell of a file is not repeated', async () => {
    const path = await engine.register(new Blob(['age\n12\nKari\n']));
    const statement = sql`SELECT * FROM read_csv(${path}, auto_detect = false, header = true, columns = {'age': 'INTEGER'})`;
    const error = (await caught(engine.query(statement))) as EngineError;
    expect(error.message).toBe(
      'A value could not be converted to the type that the statement asks for (Conversion Error).',
    );
    expect(error.stack).not.toContain('Kari');
  });

  test('names of ours are told', async () => {
    await expect(engine.query(sql`SELECT nosuch FROM child`)).rejects.toThrow(
      '(Binder Error: nosuch)',
    );
    await expect(engine.query(sql`FROM nowhere`)).rejects.toThrow('(Catalog Error: nowhere)');
  });

  test('an abort ends the statement, not the engine, and leaves what waits in order', async () => {
    const controller = new AbortController();
    const long = engine.query(
      sql`SELECT count(*) FROM range(100000000000) t(a) WHERE hash(a) % 7 = 1`,
      {
        signal: controller.signal,
      },
    );
    const next = engine.query(sql`SELECT 1 AS x`);
    setTimeout(() => controller.abort(), 50);
    expect(await caught(long)).toMatchObject({ name: 'AbortError' });
    expect(await next).toEqual([{ x: 1 }]);
    const early = engine.query(sql`SELECT 2 AS x`, { signal: AbortSignal.abort() });
    expect(await caught(early)).toMatchObject({ name: 'AbortError' });
  });

  test('an abort while rows stream ends the stream', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const long = engine.query(sql`SELECT a FROM range(100000000000) t(a) WHERE a % 100000 = 0`, {
      signal: controller.signal,
    });
    expect(await caught(long)).toMatchObject({ name: 'AbortError' });
    expect(await engine.query(sql`SELECT 3 AS x`)).toEqual([{ x: 3 }]);
  });

  test('statements run in the order they were asked', async () => {
    const rows = await Promise.all([
      engine.run(sql`CREATE TABLE list (x INTEGER)`),
      engine.run(sql`INSERT INTO list VALUES (1)`),
      engine.query(sql`SELECT count(*) AS n FROM list`),
      engine.run(sql`INSERT INTO list VALUES (2)`),
      engine.query(sql`SELECT count(*) AS n FROM list`),
    ]);
    expect([rows[2], rows[4]]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  });

  test('a closed engine says so', async () => {
    const other = await boot();
    const running = other.query(
      sql`SELECT count(*) FROM range(100000000000) t(a) WHERE hash(a) % 7 = 1`,
    );
    setTimeout(() => other.close(), 30);
    expect(await caught(running)).toMatchObject({ code: 'dead' });
    expect(await caught(other.query(sql`SELECT 1`))).toMatchObject({ code: 'dead' });
    await other.close();
  });

  test('out of memory is a sentence and the engine lives', async () => {
    const small = await boot({ memoryLimitMiB: 64 });
    const hungry = sql`SELECT len(list(a || 'some longer text')) AS n FROM range(30000000) t(a)`;
    const error = (await caught(small.query(hungry))) as EngineError;
    expect(error).toMatchObject({ code: 'out-of-memory', name: 'EngineError' });
    expect(error.message).toMatch(/^This needs more memory/);
    expect(await small.query(sql`SELECT 1 AS x`)).toEqual([{ x: 1 }]);
    await small.close();
  });
});

/** A module of one function that does nothing but trap. */
function trap(): never {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1];
  const code = [116, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const module = new WebAssembly.Module(Uint8Array.from([...bytes, ...code]));
  const { t } = new WebAssembly.Instance(module).exports;
  (t as () => void)();
  throw new Error('the trap did not spring');
}

test('a trap of the wasm ends the engine once and tells its owner', async () => {
  const ended: EngineError[] = [];
  let terminated = 0;
  const engine = new WasmEngine({
    kind: 'node-wasm',
    connection: 1,
    queries: {
      startPendingQuery: () => null,
      pollPendingQuery: () => trap(),
      cancelPendingQuery: () => true,
      fetchQueryResults: () => null,
    },
    addFile: async () => undefined,
    dropFile: async () => undefined,
    terminate: async () => void terminated++,
    onEnded: (reason) => ended.push(reason),
  });
  const both = [engine.query(sql`SELECT 1`), engine.query(sql`SELECT 2`)].map(caught);
  expect(await Promise.all(both)).toMatchObject([{ code: 'dead' }, { code: 'dead' }]);
  expect(ended).toHaveLength(1);
  expect(terminated).toBe(1);
});

test('errors of a worker, which arrive as plain copies, are told apart by name', () => {
  const copy = Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' });
  expect(failure(copy).code).toBe('dead');
  expect(failure(new Error('Out of Memory Error: could not allocate')).code).toBe('out-of-memory');
  expect(failure('odd').code).toBe('query');
  const unread = Object.assign(new Error('Anna.csv'), { name: 'NotReadableError' });
  expect(failure(unread).message).toMatch(/^The file has changed or moved/);
});
