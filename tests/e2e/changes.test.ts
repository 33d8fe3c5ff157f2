import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser';
import { filePayload, goTo, openApp } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A case file of the files `f<i>`, one child each; `changed` has another age. */
const csv = (numbers: readonly number[], changed: number, gender: string) =>
  [
    'case_key,child_key,index_month,victim_status,gender,age_at_detection',
    ...numbers.map(
      (i) =>
      [`f${i}`, `c${i}`, '2025-03', 'identified', i === 1 ? gender : 'female', i === changed ? '' : 15], // prettier-ignore
    ),
  ].join('\n');

async function load(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([filePayload(name, text)]);
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Data quality');
}

it('tells what changed with the second import, in Working view only', async () => {
  const { page, errors, violations } = await openApp(browser);
  const section = page.locator('section[aria-labelledby="changes"]');
  await load(page, 'cases.csv', csv([0, 1, 2, 3, 4], -1, 'male'));
  await section.getByText('This is the first import in this tab').waitFor();
  await goTo(page, 'Start');
  await load(page, 'cases.csv', csv([1, 2, 3, 4, 5, 6], 2, 'nonbinary'));
  await section.getByText('Shown in Working view only').waitFor({ timeout: 60_000 });
  expect(await section.locator('[data-changes]').count()).toBe(0);
  expect(await section.innerText()).not.toMatch(/\d/);
  await page.getByRole('button', { name: 'Working', exact: true }).click();
  const row = section.locator('tr[data-table="cases"]');
  await row.waitFor({ timeout: 60_000 });
  expect(await row.locator('td').allInnerTexts()).toEqual(['5 → 6', '5 → 6', '4', '2', '1', '2']);
  const codes = await section.locator('[data-changes="codes"] li').allInnerTexts();
  expect(codes).toHaveLength(2);
  expect(codes[0]).toMatch(/^Came: .*\(1 row\)$/);
  expect(codes[1]).toMatch(/^Went: .*Boy.*\(1 row\)$/);
  expect(await section.locator('[data-changes="unknown"] td').allInnerTexts()).toEqual([
    '0%',
    '16.7%',
  ]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await serious(page)).toEqual([]);
  expect([...errors, ...violations]).toEqual([]);
});
