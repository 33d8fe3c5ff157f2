import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { demoCountry } from '$lib/demo/demo-country';
import { textRows, workbookParts, writeZip } from '../ingest/write-xlsx';
import { launch } from './browser';
import { filePayload, openApp } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('opens a workbook behind the air-lock, a table for each sheet', async () => {
  const { page, errors, violations } = await openApp(browser);
  const wanted = ['cases', 'referrals'];
  const sheets = demoCountry({ children: 200 })
    .filter(({ name }) => wanted.includes(name.replace('.csv', '')))
    .map(({ name, text }) => ({
      name: name.replace('.csv', ''),
      rows: textRows(
        text
          .trim()
          .split(/\r?\n/)
          .map((line) => line.split(',')),
      ),
    }));
  expect(sheets.map(({ name }) => name).sort()).toEqual(wanted);
  const book = writeZip(workbookParts(sheets));
  await page.locator('input[type=file]').setInputFiles([filePayload('book.xlsx', book)]);
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
  const told = await page.locator('main').innerText();
  for (const name of wanted) expect(told).toContain(`book.xlsx/${name}`);
  expect(errors).toEqual([]);
  expect(violations).toEqual([]);
});
