import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { portfolioWords } from '../../src/routes/funding/portfolio-words';
import { words } from '../../src/routes/funding/words';
import { launch } from './browser';
import { goTo, openDemo } from './open-app';
import { overflow, serious } from './serious';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

const say = portfolioWords.en;

it('shows the programmes of one status by keys, each once, and the order stays', async () => {
  const { page, errors } = await demo();
  await goTo(page, 'Funding');
  const table = page.getByRole('table', { name: say.caption });
  await table.waitFor({ timeout: 120_000 });
  const shown = async () =>
    (await table.locator('tbody th').allInnerTexts()).map((text) => text.trim());
  const all = await shown();
  const filter = page.getByRole('combobox', { name: say.status });
  const statuses = await filter.locator('option').allInnerTexts();
  expect(statuses[0]).toBe(say.all);
  expect(statuses.length).toBeGreaterThan(2);

  await filter.focus();
  const met: string[] = [];
  for (const status of statuses.slice(1)) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => filter.locator('option:checked').innerText()).toBe(status);
    const some = await shown();
    expect(some.length).toBeGreaterThan(0);
    expect(some).toEqual(all.filter((programme) => some.includes(programme)));
    for (const cells of await table.locator('tbody tr').allInnerTexts())
      expect(cells).toContain(status);
    await page.getByText(say.shown(some.length, all.length)).waitFor();
    met.push(...some);
  }
  expect(met.sort()).toEqual([...all].sort());
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Home');
  await expect.poll(shown).toEqual(all);
  expect(errors).toEqual([]);
});

it('keeps status, order and opened programme in the address as codes, and leads back by keys', async () => {
  const { page, errors } = await demo();
  await goTo(page, 'Funding');
  const table = page.getByRole('table', { name: say.caption });
  await table.waitFor({ timeout: 120_000 });
  const shown = async () =>
    (await table.locator('tbody th').allInnerTexts()).map((text) => text.trim());
  const hash = () => new URL(page.url()).hash;
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const days = page.getByRole('button', { name: /^Days without money/ });
  await days.focus();
  await page.keyboard.press('Enter');
  await expect.poll(hash).toBe('#sort=days');
  await page.keyboard.press('Enter');
  await expect.poll(hash).toBe('#sort=-days');
  await page.getByRole('combobox', { name: say.status }).selectOption('ahead');
  await expect.poll(hash).toBe('#status=ahead&sort=-days');
  const sorted = await shown();
  const [name = ''] = sorted;
  const place = /^programme-(\d+)$/.exec(name)?.[1];
  const cells = await table.locator('tbody tr').first().locator('td').allInnerTexts();

  const link = table.getByRole('link', { name, exact: true });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect.poll(hash).toBe(`#status=ahead&sort=-days&programme=${place}`);
  await expect.poll(focused).toBe(`calendar-${place}`);
  const part = page.locator(`#calendar-${place}`);
  expect(await page.locator('[id^="calendar-"][tabindex]').count()).toBe(1);
  expect(await part.locator('dd').allInnerTexts()).toEqual(cells);
  expect(await page.locator('.blocks.stale').count(), 'nothing is computed again').toBe(0);
  expect(await serious(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.waitForTimeout(300);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await part.focus();
  await page.keyboard.press('Tab');
  await page
    .getByRole('link', { name: words.en.programmes.back })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(hash).toBe('#status=ahead&sort=-days');
  await expect.poll(focused).toBe(`portfolio-${place}`);
  expect(await page.locator('[id^="calendar-"][tabindex]').count()).toBeGreaterThan(1);
  expect(await shown()).toEqual(sorted);

  await page.goBack();
  await page.waitForURL(/programme=\d+$/);
  await part.locator('dl').waitFor();
  await goTo(page, 'Indicators');
  expect(hash()).toBe('');
  await page.goBack();
  await part.locator('dl').waitFor({ timeout: 120_000 });
  expect(await shown()).toEqual(sorted);
  expect(errors).toEqual([]);
});
