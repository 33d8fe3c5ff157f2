import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { importFiles } from '$lib/ingest/import-files';
import { asksForReview } from '../../src/routes/data/asks-for-review';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

it('leads from a key that stands twice among cases to the review, and from no other problem', async () => {
  const texts = {
    'cases.csv': 'case_key,index_month,gender\nk1,2024-03,female\nk1,2024-04,what\n',
    'programmes.csv': 'programme_key\np1\np1\n',
  };
  const files = Object.entries(texts).map(([name, text]) => ({ name, blob: new Blob([text]) }));
  const { reports } = await importFiles(files, engine, { synthetic: true });
  const asking = reports.flatMap((report) =>
    report.issues
      .filter((issue) => asksForReview(report, issue))
      .map(({ code }) => [report.file, code]),
  );
  expect(asking).toEqual([['cases.csv', 'key-twice']]);
  const all = reports.flatMap(({ issues }) => issues.map(({ code }) => code));
  expect(all.filter((code) => code === 'key-twice')).toHaveLength(2);
  expect(asksForReview({ table: null }, { code: 'child-twice' })).toBe(true);
});
