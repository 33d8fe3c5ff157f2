import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import type { Engine } from '$lib/engine/engine';
import { selfTest } from '$lib/engine/self-test';
import { onBothEngines } from './both-engines';

const heard: string[] = [];
const listener = createServer((request, response) => {
  heard.push(request.url ?? '');
  response.end('a\n1\n');
});
let address: string;
beforeAll(async () => {
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/records.csv`;
});
afterAll(() => listener.close());

onBothEngines((boot) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await boot();
  });
  afterAll(() => engine.close());

  test('the self-test finds every attempt refused, and nobody hears of it', async () => {
    expect(await selfTest(engine, { address })).toEqual([
      { attempt: 'http', refused: true },
      { attempt: 'extension', refused: true },
      { attempt: 'outside-file', refused: true },
      { attempt: 'setting', refused: true },
    ]);
    expect(heard).toEqual([]);
  });

  test.each([
    ['another database', sql`ATTACH 'records.db' AS other`],
    ['a file of the machine', sql`SELECT * FROM read_text('/etc/hostname')`],
    ['a list of files', sql`SELECT * FROM glob('/*')`],
    ['writing outside', sql`COPY (SELECT 1) TO 'out.csv'`],
    ['access again', sql`SET enable_external_access = true`],
    ['more folders', sql`SET allowed_directories = ['/']`],
    ['extensions again', sql`SET autoload_known_extensions = true`],
    ['unlocking', sql`SET lock_configuration = false`],
    ['resetting', sql`RESET memory_limit`],
  ])('%s is refused', async (_, statement) => {
    await expect(engine.run(statement)).rejects.toThrow(
      /^The engine is locked|^The settings of the engine are locked/,
    );
    expect(await engine.query(sql`SELECT 1 AS alive`)).toEqual([{ alive: 1 }]);
  });
});

test('the self-test does not take just any failure for a refusal', async () => {
  const unlocked = { run: () => Promise.reject(new Error('no such host')) } as unknown as Engine;
  expect((await selfTest(unlocked)).map(({ refused }) => refused)).toEqual(Array(4).fill(false));
  const open = { run: () => Promise.resolve() } as unknown as Engine;
  expect((await selfTest(open)).map(({ refused }) => refused)).toEqual(Array(4).fill(false));
});
