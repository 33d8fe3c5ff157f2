import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import { openDemo, openFigure, settled } from './open-app';
import { serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('compares with a reference group chosen by keyboard', async () => {
  const { page, errors } = await openDemo(browser);
  await openFigure(page, 'RF-02');
  const section = page.locator('section.compare');
  const breakdown = section.getByLabel('Breakdown');
  await breakdown.focus();
  await page.keyboard.type('Gender');
  await page.keyboard.press('Enter');
  const table = section.getByRole('table');
  await table.waitFor({ timeout: 120_000 });
  await settled(page);
  // The preset is the first group of the list that has a figure, and the page says so.
  expect(page.url()).toContain('compare=gender:female');
  expect(await section.innerText()).toContain('the first group of the list');
  expect(await table.innerText()).toContain('Girl (reference group)');
  const reference = section.getByLabel('Reference group');
  await reference.focus();
  await page.keyboard.type('Boy');
  await page.keyboard.press('Enter');
  await page.waitForURL(/compare=gender:male/);
  await section.getByText('Boy (reference group)').waitFor({ timeout: 120_000 });
  const text = await section.innerText();
  expect(text).not.toContain('the first group of the list');
  expect(text).toMatch(/Of \d+ comparisons? with Boy/);
  expect(text).toContain('Number of comparisons');
  expect(text).not.toMatch(/significant|because of|due to|caused/i);
  expect(await section.locator('svg[role="img"] desc').first().textContent()).toMatch(
    /Girl: [+−]?\d/,
  );
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    expect(await serious(page), scheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await page.waitForTimeout(300);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBeLessThanOrEqual(0);
  expect(errors).toEqual([]);
});
