import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '$lib/schema/sql';
import { type Engine, EngineError } from '$lib/engine/engine';
import { nativeEngine } from '$lib/engine/native';
import { onBothEngines } from './both-engines';

const read = (path: string) => sql`SELECT * FROM read_csv(${path}, delim = ';', header = true)`;
const csv = 'id;place\n1;Tromsø\n2;Bodø\n';

onBothEngines((boot) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await boot();
  });
  afterAll(() => engine.close());

  test('a registered Blob is read, also when others follow', async () => {
    const first = await engine.register(new Blob([csv]));
    const second = await engine.register(new File(['id;place\n', '3;Mo\n'], 'any name.csv'));
    expect(await engine.query(read(second))).toEqual([{ id: 3, place: 'Mo' }]);
    expect(await engine.query(read(first))).toEqual([
      { id: 1, place: 'Tromsø' },
      { id: 2, place: 'Bodø' },
    ]);
  });

  test('pieces of a file are read as one', async () => {
    const file = new Blob([csv]);
    const path = await engine.register(new Blob([file.slice(0, 9), file.slice(19)]));
    expect(await engine.query(read(path))).toEqual([{ id: 2, place: 'Bodø' }]);
  });

  test('a released file is gone, the others stay', async () => {
    const kept = await engine.register(new Blob([csv]));
    const path = await engine.register(new Blob([csv]));
    await engine.query(read(path));
    await engine.release(path);
    await expect(engine.query(read(path))).rejects.toThrow(EngineError);
    expect(await engine.query(read(kept))).toHaveLength(2);
  });
});

test('native reads a path in place, and nothing beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-test-'));
  const engine = await nativeEngine({ threads: 1 });
  try {
    writeFileSync(join(folder, 'given.csv'), csv);
    writeFileSync(join(folder, 'beside.csv'), csv);
    const path = await engine.register({ path: join(folder, 'given.csv') });
    expect(await engine.query(read(path))).toHaveLength(2);
    const locked = /^The engine is locked/;
    const slots = dirname(path);
    for (const other of [
      join(folder, 'given.csv'),
      join(folder, 'beside.csv'),
      `${slots}/../${folder.split('/').pop()}/beside.csv`,
      `${slots}/./../${folder.split('/').pop()}/beside.csv`,
      `${slots}/*.csv`,
      `${path}/../beside.csv`,
      '/etc/hostname',
    ])
      await expect(engine.query(read(other)), other).rejects.toThrow(locked);
    await expect(engine.run(sql`COPY (SELECT 1) TO ${join(folder, 'out.csv')}`)).rejects.toThrow(
      locked,
    );
    expect(readdirSync(folder).sort()).toEqual(['beside.csv', 'given.csv']);
    await engine.release(join(folder, 'beside.csv'));
    expect(readdirSync(folder)).toContain('beside.csv');
    await engine.close();
    expect(readdirSync(folder)).toContain('given.csv');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('native refuses a path that is missing or a folder, and keeps its slots', async () => {
  const engine = await nativeEngine({ threads: 1 });
  await expect(engine.register({ path: '/nowhere/at/all.csv' })).rejects.toThrow(
    /could not be opened/,
  );
  await expect(engine.register({ path: tmpdir() })).rejects.toThrow(/could not be opened/);
  expect(await engine.query(read(await engine.register(new Blob([csv]))))).toHaveLength(2);
  await engine.close();
});

test('native keeps its private folder closed and removes it', async () => {
  const engine = await nativeEngine({ threads: 1, memoryLimitMiB: 100 });
  const path = await engine.register(new Blob([csv]));
  const [settings] = await engine.query(sql`SELECT current_setting('temp_directory') AS spill`);
  await engine.run(
    sql`CREATE TABLE big AS SELECT range AS a, hash(range) AS b FROM range(12000000)`,
  );
  expect(readdirSync(String(settings?.spill)).length, 'it spilled').toBeGreaterThan(0);
  const around = `${String(settings?.spill)}/./../../../etc/hostname`;
  await expect(engine.query(read(around))).rejects.toThrow('This folder is private.');
  await engine.close();
  expect(() => readdirSync(dirname(path))).toThrow(/ENOENT/);
});
