import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { rowsWords } from '../../src/routes/indicators/[id]/rows-words';
import { launch } from './browser';
import { openDemo, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const say = rowsWords.en;
const section = (page: Page) => page.locator('section[aria-labelledby="rows-title"]');
const table = (page: Page) =>
  section(page).getByRole('table').filter({ hasText: say.notForRelease });

/** Waits for a page of rows that begins at one row, and reads how many there are in all. */
async function rowsFrom(page: Page, from: number): Promise<number> {
  const status = section(page).locator('[role="status"][aria-busy="false"]');
  await status.filter({ hasText: new RegExp(`^\\s*Rows ${from} to `) }).waitFor();
  return Number(/ of ([\d,  ]+)/.exec(await status.innerText())![1]!.replace(/\D/g, ''));
}

it('lists the rows behind a number in Working view alone, by page, and keeps account of it', async () => {
  const { page, errors } = await openDemo(browser);
  await openFigure(page, 'ID-01');
  await section(page).getByText(say.release).waitFor();
  expect(await section(page).getByRole('button').count()).toBe(0);
  expect(await section(page).locator('td').count()).toBe(0);

  await page.getByRole('button', { name: 'Working', exact: true }).click();
  await settled(page);
  await section(page).getByText(say.purpose).waitFor();
  // Nothing is read, and nothing stands in the account, before somebody asks for it.
  expect(await table(page).count()).toBe(0);
  expect(await page.locator('[data-looked]').count()).toBe(0);

  const show = section(page).getByRole('button', { name: say.show });
  await show.focus();
  await page.keyboard.press('Enter');
  const all = await rowsFrom(page, 1);
  const rows = table(page).locator('tbody tr');
  expect(await rows.count()).toBe(Math.min(20, all));
  expect(await rows.first().innerText()).toMatch(/\d+ of cases\.csv/);
  await page.locator('[data-looked="1"]').waitFor();
  const firstOf = await rows.first().innerText();
  await section(page).getByRole('button', { name: say.on }).click();
  await rowsFrom(page, 21);
  expect(await rows.first().innerText()).not.toBe(firstOf);
  await page.locator('[data-looked="2"]').waitFor();

  // The address holds nothing of it.
  expect(page.url()).not.toMatch(/rows|cases|page=|from=/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await serious(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await page.waitForTimeout(300);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.emulateMedia({ media: 'print' });
  expect(await section(page).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: 'Release', exact: true }).click();
  await settled(page);
  await section(page).getByText(say.release).waitFor();
  expect(await section(page).locator('td, button, pre').count()).toBe(0);
  expect(await page.content()).not.toContain('of cases.csv');
  // Back in Working view the list is closed until it is asked for again; the account is still there.
  await page.getByRole('button', { name: 'Working', exact: true }).click();
  await settled(page);
  await page.locator('[data-looked="2"]').waitFor();
  expect(await table(page).count()).toBe(0);
  expect(errors).toEqual([]);
});

it('adds up to the figure of a group, and says so when a part is copied', async () => {
  const { page, errors } = await openDemo(browser);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFigure(page, 'RF-02');
  await page.evaluate(() => (location.hash = '#view=working&by=gender'));
  await settled(page);
  const group = section(page).getByRole('combobox', { name: say.group, exact: true });
  await group.waitFor();
  await section(page).getByRole('button', { name: say.show }).click();
  const all = await rowsFrom(page, 1);
  expect(all).toBeGreaterThan(20);
  const told = await table(page).locator('tbody td:nth-child(2)').allInnerTexts();
  expect(told.length).toBe(20);
  for (const one of told)
    expect(one).toMatch(
      /event came after|waiting after|cannot be timed|ended the wait|lost from|left out/,
    );
  const sizes: number[] = [];
  for (const option of (await group.locator('option').allInnerTexts()).slice(1)) {
    await group.selectOption({ label: option });
    const status = section(page).locator('[role="status"][aria-busy="false"]');
    await status.filter({ hasText: new RegExp(`^\\s*Rows 1 to |${say.nobody}`) }).waitFor();
    const text = await status.innerText();
    sizes.push(text.includes(say.nobody) ? 0 : await rowsFrom(page, 1));
  }
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(all);

  await table(page).locator('tbody th').first().selectText();
  await page.keyboard.press('Control+C');
  await page.waitForTimeout(300);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(say.copied);
  expect(errors).toEqual([]);
});
