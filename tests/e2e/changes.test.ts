import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { indicatorOf } from '$lib/indicators/catalogue';
import { launch } from './browser';
import { filePayload, goTo, openApp } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A case file of the files `f<i>`, one child each; `changed` has another age. */
const csv = (
  numbers: readonly number[],
  changed: number,
  gender: string,
  month = (_: number) => '03',
) =>
  [
    'case_key,child_key,index_month,victim_status,gender,age_at_detection',
    ...numbers.map(
      (i) =>
      [`f${i}`, `c${i}`, `2025-${month(i)}`, 'identified', i === 1 ? gender : 'female', i === changed ? '' : 15], // prettier-ignore
    ),
  ].join('\n');

async function load(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([filePayload(name, text)]);
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Data quality');
}

/** A released table of ID-01; of its last period nobody knows whether it was whole. */
const table = (count: number, ...periods: readonly string[]) =>
  [
    'indicator,revision,measure,period,value,unit,status,mode',
    ...periods.map(
      (period) =>
      ['ID-01', indicatorOf('ID-01')?.revision, 'count', period, count, 'children', 'ok', 'release'].join(), // prettier-ignore
    ),
  ].join('\r\n');

it('tells what changed with the second import, in Working view only, and each number of three', async () => {
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

  await goTo(page, 'Start');
  await load(page, 'cases.csv', csv([1, 2, 3, 4, 5, 6, 7, 8], -1, 'female'));
  await row.getByText('6 → 8').first().waitFor({ timeout: 60_000 });
  const triangle = page.locator('[data-section="triangle"]');
  await triangle.getByLabel('Period').selectOption('month');
  await triangle.getByRole('button', { name: 'Compute the triangle' }).click();
  const march = triangle.locator('tr[data-period="2025-03"] td');
  await march.nth(2).waitFor({ timeout: 120_000 });
  expect(await march.allInnerTexts()).toEqual(['5', '5 (0)', '8 (+3)']);
  await triangle
    .locator('input[type=file]')
    .setInputFiles([filePayload('id-01.csv', table(30, '2025-03', '2025-04'))]);
  await march.nth(3).waitFor();
  expect(await march.allInnerTexts()).toEqual(['5', '5 (0)', '30 (+25)', '8 (−22)']);
  await triangle.getByLabel('A correction of an error').check();
  const note = await triangle.locator('[data-triangle="note"]').innerText();
  expect(note).toContain('March 2025: 5, then 5, then 30, now 8.');
  expect(note).toContain('This is a correction');

  // In Release view 37 and 40 of one year would be subtracted to three children, and 37 was published.
  await goTo(page, 'Start');
  const everyMonth = (i: number) => String((i % 12) + 1).padStart(2, '0');
  const forty = Array.from({ length: 40 }, (_, i) => i);
  await load(page, 'cases.csv', csv(forty, -1, 'female', everyMonth));
  await row.getByText('8 → 40').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Release', exact: true }).click();
  await section.getByText('Shown in Working view only').waitFor();
  const last = table(37, '2025', '2026');
  await triangle.locator('input[type=file]').setInputFiles([filePayload('id-01.csv', last)]);
  await triangle.getByText('2 tables opened').waitFor();
  await triangle.getByRole('button', { name: 'Compute the triangle' }).click();
  const year = triangle.locator('tr[data-period="2025"] td');
  await year.nth(5).waitFor({ timeout: 120_000 });
  const part = 'in part';
  expect(await year.allInnerTexts()).toEqual([part, part, part, '–', '37', '[c]']);
  await goTo(page, /^Data$/);
  const published = page.locator('[data-section="published"]');
  const tables = published.locator('tbody tr');
  expect(await tables.count()).toBe(2);
  await tables
    .last()
    .getByRole('button', { name: /^Take away: ID-01/ })
    .click();
  await published.getByText('1 table counts as published before').waitFor();
  await published
    .locator('input[type=file]')
    .setInputFiles([filePayload('cases.csv', csv(forty, -1, 'female'))]);
  await published.getByText('This is not a table as it is saved here').waitFor();
  await published.locator('input[type=file]').setInputFiles([filePayload('id-01.csv', last)]);
  await published.getByText('2 tables count as published before').waitFor();
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await serious(page)).toEqual([]);
  expect([...errors, ...violations]).toEqual([]);
});
