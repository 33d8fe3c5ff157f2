import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { root } from '../../bin/ready.js';
import { serve } from '../../bin/serve.js';
import { launch, watchedPage } from './browser';
import { downloaded, settled } from './open-app';

const copied = [
  'src',
  'static',
  'data-schemas',
  'bin',
  'package.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

let folder: string;
let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

/** A program in the copy, free of the marks that this test program leaves in the environment. */
function inCopy(...words: string[]): string {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST.*|NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL)$/.test(name),
    ),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr.slice(-2000));
  return stdout;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-one-file-'));
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  // The one file.
  cpSync(
    join(root, 'tests/fixtures/indicators/id-99.ts'),
    join(folder, 'src/lib/indicators/id-99.ts'),
  );
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  inCopy(vite, 'build');
  inCopy(vite, 'build', '--mode', 'cli');
  site = await serve(join(folder, 'build'), {});
  browser = await launch();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is in the list, has a page, a chart and a file', async () => {
  const { page } = await watchedPage(browser);
  await page.goto(`${site.url}/#demo`);
  const tile = page.locator('article', { hasText: 'ID-99' });
  // It is not a core indicator: its tile waits in the closed list of its area.
  const more = page.locator('summary', { hasText: 'More figures of this area' }).first();
  await more.click({ timeout: 120_000 });
  await tile.waitFor();
  await tile.getByRole('link').first().click();
  await settled(page);
  expect(await page.locator('h1').innerText()).toContain('Files opened by the police');
  expect(await page.locator('section.figure svg').count()).toBeGreaterThan(0);
  const { text } = await downloaded(page, () =>
    page.getByRole('button', { name: /CSV/ }).first().click(),
  );
  expect(text).toContain('ID-99');
  await page.context().close();
});

it('is among the definitions on the page of methods', async () => {
  const { page } = await watchedPage(browser);
  await page.goto(`${site.url}/methods`);
  await page.locator('#id-99').waitFor();
  expect(await page.locator('#id-99').innerText()).toContain('six seen by the police');
  await page.context().close();
});

it('answers on the command line', () => {
  mkdirSync(join(folder, 'demo'));
  inCopy('bin/rapporteur.js', 'demo', 'demo', '--children', '300');
  const definitions = inCopy('bin/rapporteur.js', 'definitions');
  expect(definitions).toContain('ID-99');
  const rows = JSON.parse(
    inCopy('bin/rapporteur.js', 'indicators', 'demo', '--ids', 'ID-99', '--format', 'json'),
  ) as { indicator: string; measure: string }[];
  expect(rows.some((row) => row.indicator === 'ID-99' && row.measure === 'share')).toBe(true);
});
