import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser';
import { downloaded, goTo, openDemo, openFigure, settled } from './open-app';
import { serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function filterBy(page: Page, where: string): Promise<void> {
  await page.evaluate((text) => (location.hash = text && `#where=${text}`), where);
  await settled(page);
}
const pressSave = (page: Page) => page.getByRole('button', { name: 'Save data (CSV)' }).click();
const rest = 'gender:male,nonbinary,unknown';

it('what leaves is what the page shows, and is listed', async () => {
  const { page, errors } = await openDemo(browser);
  await openFigure(page, 'ID-01');
  const whole = await downloaded(page, () => pressSave(page));
  await filterBy(page, 'gender:female');
  await downloaded(page, () => pressSave(page));

  // Everyone and girls left. With these the few trans girls and trans boys would be left over: the page
  // itself withholds that, whatever was looked at or left before, and what leaves is what it shows.
  await filterBy(page, rest);
  const before = await page.locator('section.figure table').first().innerText();
  const others = await downloaded(page, () => pressSave(page));
  const held = (text: string) =>
    text.split('\n').filter((line) => line.includes('withheld')).length;
  expect(held(others.text)).toBeGreaterThan(held(whole.text));
  expect(await page.locator('section.figure table').first().innerText()).toBe(before);
  expect(await serious(page)).toEqual([]);

  // Asked for again it stands as it left.
  await filterBy(page, '');
  await filterBy(page, rest);
  expect(await page.locator('section.figure table').first().innerText()).toBe(before);
  await goTo(page, /^Data$/);
  const list = page.getByRole('table', { name: 'Figures that left, oldest first' });
  // The third showed no count: there is nothing that later figures could be held against.
  expect(await list.locator('tbody tr').allInnerTexts()).toHaveLength(2);
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start a new release' }).click();
  await list.waitFor({ state: 'detached' });
  await openFigure(page, 'ID-01');
  await downloaded(page, () => pressSave(page));
  expect(errors).toEqual([]);
  await page.close();
});
