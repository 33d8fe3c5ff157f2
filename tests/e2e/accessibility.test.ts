import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import { allTiles, goTo, openApp, openDemo, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it('has nothing serious on any page, and nothing wider than 320 px', async () => {
    const { page } = await demo();
    await page.emulateMedia({ colorScheme: scheme });
    await allTiles(page);
    expect(await serious(page), 'list').toEqual([]);
    for (const id of ['ID-01', 'ID-03', 'RF-02', 'ND-01', 'MC-02', 'FC-01']) {
      await openFigure(page, id);
      expect(await serious(page), id).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      await page.waitForTimeout(300);
      expect(await overflow(page), `${id} at 320 px`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    const names = [
      /^Data(?! quality)/,
      'How many may not be known',
      'Methods',
      'Privacy and limits',
      'Start',
    ];
    for (const name of names) {
      await goTo(page, name);
      await page.waitForTimeout(300);
      expect(await serious(page), String(name)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      await page.waitForTimeout(200);
      expect(await overflow(page), `${name} at 320 px`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  it('has nothing serious on an estimate with its table', async () => {
    const { page } = await openApp(browser, '/estimate/');
    await page.emulateMedia({ colorScheme: scheme });
    await page.getByRole('button', { name: 'Use the published UK table, 2013' }).click();
    await page.getByLabel('Row 2, count').fill('many');
    await page.getByText('Row 2: the count must be').waitFor();
    expect(await serious(page), 'with a problem').toEqual([]);
    await page.getByLabel('Row 2, count').fill('463');
    await page.getByRole('button', { name: 'Estimate', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    expect(await serious(page), 'running').toEqual([]);
    await page.getByRole('table', { name: 'Range of models' }).waitFor({ timeout: 120_000 });
    expect(await serious(page), 'with its result').toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(200);
    expect(await overflow(page), 'at 320 px').toBeLessThanOrEqual(0);
  });
});

describe('keyboard', () => {
  it('goes from the start page to a figure and reads its chart', async () => {
    const { page } = await openApp(browser);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    );
    await page.getByRole('button', { name: 'Open the made-up data' }).focus();
    await page.keyboard.press('Enter');
    const link = page.locator('a[href*="/rf-02"]');
    await link.waitFor({ timeout: 120_000 });
    await link.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const chart = page.getByRole('group', { name: /Arrow keys/ }).first();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    const first = await page.locator('p.reading').first().innerText();
    await page.keyboard.press('ArrowRight');
    const second = await page.locator('p.reading').first().innerText();
    expect(first.length).toBeGreaterThan(0);
    expect(second).not.toBe(first);
    await page.keyboard.press('Escape');
    expect(await page.locator('p.reading').first().innerText()).toBe('');
  });
});
