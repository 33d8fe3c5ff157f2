import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { importFiles } from '$lib/ingest/import-files';
import { fiveDecisions } from '../fixtures/five-files/five-decisions';
import { fiveFiles, fiveFilesTold as told } from '../fixtures/five-files/five-files';
import { cliFolder, rapporteur } from './run-cli';

const { path, write } = cliFolder();

interface Figure {
  readonly measure: string;
  readonly by: Readonly<Record<string, string>>;
  readonly value: number | null;
}

it('five exports and one saved mapping give the figures they were made from', async () => {
  const folder = path('five');
  mkdirSync(folder);
  for (const { name, bytes } of fiveFiles) writeFileSync(join(folder, name), bytes);
  const stopped = rapporteur('import', folder, '--json');
  expect(stopped.code).toBe(1);
  expect(stopped.out + stopped.err).not.toContain('Sanne');

  const chosen = fiveFiles.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) }));
  const engine = await nodeWasmEngine();
  const { recipe } = await importFiles(chosen, engine, { decisions: fiveDecisions });
  await engine.close();
  const saved = write('mapping.json', JSON.stringify(recipe));

  const loaded = rapporteur('import', folder, '--recipe', saved, '--json');
  expect(loaded.code).toBe(0);
  const reports: { file: string }[] = JSON.parse(loaded.out);
  for (const { name, table, account } of fiveFiles)
    expect(reports.find(({ file }) => file === name)).toMatchObject({ table, ...account });

  const asked = ['--recipe', saved, '--ids', 'ID-01', '--view', 'working', '--json'];
  const figures = (...more: string[]) =>
    (JSON.parse(rapporteur('indicators', folder, ...asked, ...more).out) as Figure[]).filter(
      ({ measure }) => measure === 'count',
    );
  expect(figures('--period', 'all').map(({ value }) => value)).toEqual([told.cases]);
  const by = new Map(
    figures('--period', 'all', '--by', 'gender')
      .filter(({ by }) => by.gender)
      .map(({ by, value }) => [by.gender, value]),
  );
  expect([by.get('female'), by.get('male')]).toEqual([told.girls, told.boys]);
}, 120_000);
