import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { Recipe } from '$lib/ingest/recipe';
import { launch } from './browser';
import { downloaded, filePayload, openApp } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** 60 children; 6 with a month that is none, 10 with a word for a girl that no list has. */
const csv = [
  'case_key,child_key,index_month,victim_status,gender,age_at_detection',
  ...Array.from({ length: 60 }, (_, i) => {
    const month = i % 10 === 3 ? '2024-13' : '2024-02';
    return `f${i},c${i},${month},identified,${i % 6 === 1 ? 'jentebarn' : 'male'},15`;
  }),
  '',
].join('\n');

const account = (page: Page) =>
  page.getByRole('region', { name: 'Account of every file' }).locator('tbody tr td.number');
/** Waits until the account of the file shows these counts. */
const counted = (page: Page, ...counts: readonly number[]) =>
  page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[aria-label="Account of every file"] tbody tr td.number')]
        .map((cell) => cell.textContent?.trim())
        .join() === wanted,
    counts.join(),
    { timeout: 120_000 },
  );
const stepNames = (page: Page) =>
  page.locator('section[aria-labelledby="steps-title"] li').allInnerTexts();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

it('groups, codes and single cells are repaired, undone and done again', async () => {
  const { page, errors, violations } = await openApp(browser);
  await page.waitForLoadState('networkidle');
  await page.locator('input[type=file]').setInputFiles([filePayload('cases.csv', csv)]);
  await counted(page, 60, 46, 14, 0, 0);
  const repairs = page.getByRole('region', { name: 'What can be repaired in cases.csv' });
  const row = repairs.getByRole('row', { name: /index_month like 9999-99/ });
  expect(await row.innerText()).toContain('a month such as 2024-12');
  expect(await row.innerText()).toMatch(/Lines 5, 15, 25, 35, 45, 55/);
  const coded = repairs.getByRole('row', { name: /gender like jentebarn/ });
  expect(await coded.innerText()).toMatch(/1 indicator: ID-03/);

  await press(page, 'Leave the rows out: index_month like 9999-99');
  await counted(page, 60, 46, 8, 0, 6);
  await page.getByLabel('Repair jentebarn in gender: stands for').selectOption('female');
  await counted(page, 60, 54, 0, 0, 6);
  expect(await repairs.count()).toBe(0);

  await press(page, 'Undo the last step');
  await counted(page, 60, 46, 8, 0, 6);
  await press(page, 'Undo the last step');
  await counted(page, 60, 46, 14, 0, 0);
  await press(page, 'Do it again');
  await counted(page, 60, 46, 8, 0, 6);
  expect(await stepNames(page)).toEqual([
    expect.stringContaining('As proposed'),
    expect.stringContaining('rows with index_month like 9999-99 left out'),
    expect.stringContaining('jentebarn in gender stands for female'),
  ]);
  await press(page, 'Go here: As proposed');
  await counted(page, 60, 46, 14, 0, 0);

  await page.getByText('Change a single cell').click();
  const cell = async (line: string, column: string, to: string) => {
    await page.getByLabel('Line', { exact: true }).fill(line);
    await page.getByLabel('Column', { exact: true }).selectOption(column);
    await page.getByLabel('New content, as it would stand in the file').fill(to);
    await press(page, 'Change the cell');
  };
  await cell('99', 'gender', 'female');
  await page.getByText('No record that was read begins on this line.').waitFor();
  await cell('3', 'gender', 'female');
  await counted(page, 60, 47, 13, 0, 0);
  await cell('5', 'index_month', '2024-12');
  await counted(page, 60, 48, 12, 0, 0);
  expect((await account(page).allInnerTexts()).map(Number)).toEqual([60, 48, 12, 0, 0]);
  const { text } = await downloaded(page, () => press(page, 'Save the mapping for next year'));
  const [file] = (JSON.parse(text) as Recipe).files;
  expect(file?.fixes?.cells).toEqual([
    { column: 'gender', row: expect.stringMatching(/^[0-9a-f]{32}$/), to: 'female' },
  ]);
  expect(text).not.toContain('2024-12');

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await serious(page), `${width} ${colorScheme}`).toEqual([]);
    expect(await overflow(page), `${width} ${colorScheme}`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByText('Leave this whole file out').click();
  await page.getByLabel('Reason').fill('Wrong year.');
  await press(page, 'Leave the file out');
  await counted(page, 60, 0, 0, 0, 60);
  await page.getByText('The whole file was left out by decision: Wrong year.').waitFor();
  await press(page, 'Use this file after all');
  await counted(page, 60, 48, 12, 0, 0);
  expect([...errors, ...violations]).toEqual([]);
  await page.context().close();
});
