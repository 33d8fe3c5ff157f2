import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../bin/ready.js';
import { serve } from '../../bin/serve.js';
import type { ReferenceCase, ReferenceCases } from '../statistics/reference-case';
import { launch, type Watched, watchedPage } from './browser';
import type {} from './statistics-page';

const folder = mkdtempSync(join(tmpdir(), 'statistics-page-'));
let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let watched: Watched;
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'tests/e2e'),
    publicDir: false,
    base: './',
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: join(root, 'tests/e2e/statistics-page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const script = '<script type="module" src="page.js"></script>';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Cases</title><link rel="icon" href="data:,">${script}`,
  );
  site = await serve(folder);
  browser = await launch();
  watched = await watchedPage(browser);
  await watched.page.goto(`${site.url}/index.html`);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

const read = (file: string) =>
  (JSON.parse(readFileSync(join(root, file), 'utf8')) as ReferenceCases).cases;

const deviating = (cases: readonly ReferenceCase[]) =>
  watched.page.evaluate((given) => window.statistics.deviating(given), cases);

const own = read('tests/fixtures/statistics/cases.json');

test("all of the project's reference cases give in Chromium what they give in Node", async () => {
  expect(own.length).toBeGreaterThanOrEqual(99);
  expect(await deviating(own)).toEqual({});
  expect(watched.errors).toEqual([]);
});

test('a case that expects another number is named', async () => {
  const [first] = own;
  const wrong = { ...first!, id: 'wrong', expected: { status: 'another' } };
  expect(Object.keys(await deviating([wrong]))).toEqual(['wrong']);
});

const shared = '../shared/cases/statistics.json';
if (existsSync(join(root, shared)))
  test('all shared reference cases too', async () => {
    expect(await deviating(read(shared))).toEqual({});
  });
else console.warn(`${shared} is not beside the project: only the project's own cases were run`);
