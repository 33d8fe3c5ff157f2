import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { portfolioWords } from '../../src/routes/funding/portfolio-words';
import { launch } from './browser';
import { goTo, openDemo } from './open-app';
import { serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const say = portfolioWords.en;

it('shows the programmes of one status by keys, each once, and the order stays', async () => {
  const { page, errors } = await openDemo(browser);
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
