import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { ageWords } from '../../src/routes/indicators/[id]/age-words';
import { launch } from './browser';
import { openDemo, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const say = ageWords.en;

it('shows a figure with and without those presumed to be children in Working view, one in Release', async () => {
  const { page, errors } = await openDemo(browser);
  await openFigure(page, 'ID-01');
  const section = page.locator('section[aria-labelledby="age-title"]');
  const row = (name: string) =>
    section.locator('tbody tr').filter({ has: page.getByRole('rowheader', { name }) });
  const children = async (name: string) => {
    const figure = row(name).locator('td strong').first();
    await figure.waitFor({ timeout: 120_000 });
    return Number((await figure.innerText()).replace(/\D/g, ''));
  };
  const one = async (on: boolean) => {
    await section.getByText(say.one(on)).waitFor();
    expect(await section.getByRole('table').count()).toBe(0);
    expect(await section.locator('.line, td').count()).toBe(0);
    expect((await section.innerText()).replace('ID-08', '')).not.toMatch(/\d/);
  };
  await one(true);
  const linked = section.getByRole('link', { name: 'ID-08' });
  expect(await linked.getAttribute('href')).toMatch(/indicators\/id-08/);

  await page.getByRole('button', { name: 'Working', exact: true }).click();
  await settled(page);
  const [counted, left] = [await children(say.on), await children(say.off)];
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(counted);
  expect(await row(say.on).innerText()).toContain(say.shown);
  expect(await row(say.off).innerText()).not.toContain(say.shown);
  expect(await row(say.unknown).locator('td').innerText()).toMatch(/^\d+$/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await serious(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await page.waitForTimeout(300);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await section.getByRole('button', { name: say.turnOff }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/options=presumed:left_out/);
  await settled(page);
  await row(say.off).filter({ hasText: say.shown }).waitFor();
  expect(await children(say.off)).toBe(left);
  expect(await children(say.on)).toBe(counted);

  await page.getByRole('button', { name: 'Release', exact: true }).click();
  await settled(page);
  await one(false);
  await section.getByRole('button', { name: say.turnOn }).focus();
  await page.keyboard.press('Enter');
  await one(true);
  expect(errors).toEqual([]);
});
