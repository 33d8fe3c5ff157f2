import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import { downloaded, goTo, openDemo } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the calendar of funding and care on the made-up data', () => {
  it('prints gap days, is read by keyboard, sorts only when asked, and saves', async () => {
    const { page, errors } = await openDemo(browser);
    await goTo(page, 'Funding');
    await page.getByRole('heading', { level: 1, name: 'Funding × care calendar' }).waitFor();
    const chart = page.locator('section.figure .chart');
    await chart.locator('svg').waitFor({ timeout: 120_000 });

    // programme-2 of the made-up country has no grant from 1 July to 14 November 2025.
    expect(await chart.locator('svg text').allTextContents()).toContain('137 days');
    expect(await page.locator('p.lead').innerText()).toMatch(
      /^\d of \d programmes .* 30 days or more/,
    );
    expect(await page.getByText('It does not show what a grant caused.').count()).toBeGreaterThan(
      0,
    );

    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const read = page.locator('section.figure p.reading');
    expect(await read.innerText()).toMatch(/^programme-1, grant 1, .*signed/);
    await page.keyboard.press('End');
    expect(await read.innerText()).not.toMatch(/^programme-1/);

    const rows = page.getByRole('table', { name: /Portfolio/ }).locator('tbody tr');
    const order = async () => (await rows.locator('th').allInnerTexts()).map((text) => text.trim());
    const files = await order();
    expect(files).toEqual([...files].sort());
    expect(await rows.nth(1).locator('td').allInnerTexts()).toContain('137 days');
    const days = page.getByRole('button', { name: /^Days without money/ });
    await days.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect((await order())[0]).toBe('programme-2');
    await page.getByRole('link', { name: 'programme-3' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('calendar-3');

    const { name, text } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save data (CSV)' }).click(),
    );
    expect(name).toMatch(/^fc-06_programme_release/);
    expect(text).toContain('gap_days,2025-07-01..2025-11-14');

    expect(await serious(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await serious(page), 'dark').toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(300);
    expect(await overflow(page), 'at 320 px').toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
