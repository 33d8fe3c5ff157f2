import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser';
import { openDemo, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

const section = (page: Page) => page.locator('section.definitions');
const button = (page: Page) => section(page).getByRole('button');

/** Computes the readings by keyboard and answers value and difference of each, in their order. */
async function computed(page: Page): Promise<{ value: string; difference: string }[]> {
  await button(page).focus();
  await page.keyboard.press('Enter');
  await section(page)
    .getByText(/\d readings computed\./)
    .waitFor({ timeout: 120_000 });
  expect(
    await button(page).evaluate((node) => node === document.activeElement),
    'focus stays on the button',
  ).toBe(true);
  return section(page)
    .locator('tr[data-reading]')
    .evaluateAll((rows) =>
      rows.map((one) => ({
        value: one.querySelector('.value')?.textContent ?? '',
        difference: one.querySelector('.difference')?.textContent ?? '',
      })),
    );
}

/** Goes to a view by the address alone. */
async function address(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), fragment);
  await settled(page);
}

const headline = (page: Page) => page.locator('section.figure h2').first().innerText();

describe('other definitions, and what they would give', () => {
  it('gives each reading the number that its own page has', async () => {
    const { page, errors } = await demo();
    await openFigure(page, 'RF-02');
    await address(page, '#view=working');
    expect(await section(page).getByText('not computed', { exact: true }).count()).toBe(3);
    const readings = await computed(page);
    expect(readings).toHaveLength(3);
    for (const { value } of readings) expect(value).toMatch(/^[\d.]+ (hours?|days?)$/);
    expect(readings[0]?.difference).toBe('');
    for (const { difference } of readings.slice(1)) expect(difference).toMatch(/^[+−]\d|^no diff/);
    expect(await headline(page)).toBe(`Half are referred within ${readings[0]?.value}`);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await serious(page), scheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(300);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });

    await address(page, '#view=working&options=unit:days');
    expect(await headline(page)).toBe(`Half are referred within ${readings[1]?.value}`);
    expect(await section(page).locator('.value').count(), 'nothing of the view before').toBe(0);
    const back = await computed(page);
    expect(back[0]?.value).toBe(readings[1]?.value);
    expect(back[1]?.value, 'the default, one choice away').toBe(readings[0]?.value);
    const turned = readings[1]?.difference.replace(/^[+−]/, (sign) => (sign === '+' ? '−' : '+'));
    expect(back[1]?.difference).toBe(turned);
    await address(page, '#view=working&options=own:as_recorded');
    expect(await headline(page)).toBe(`Half are referred within ${readings[2]?.value}`);
    expect(errors).toEqual([]);
  });

  it('has words and no number in Release view, also after they were computed', async () => {
    const { page, errors } = await demo();
    await openFigure(page, 'RF-02');
    const bare = async () => {
      expect(await button(page).count()).toBe(0);
      expect(await section(page).getByRole('columnheader').allInnerTexts()).toEqual([
        'Reading',
        'What it changes',
      ]);
      expect(await section(page).getByRole('table').innerText()).not.toMatch(/\d/);
      expect(await section(page).locator('.value, .difference, .of').count()).toBe(0);
      const text = await section(page).innerText();
      expect(text).toContain('No numbers here in Release view.');
      expect(text).toContain('Counts calendar days');
      expect(text).toContain('Not computed here: needs the date of the incident');
      return text;
    };
    const before = await bare();
    expect(await serious(page)).toEqual([]);
    await address(page, '#view=working');
    await computed(page);
    await page.evaluate(() => (location.hash = '#k=11'));
    await section(page).getByText('No numbers here in Release view.').waitFor();
    expect(await bare()).toBe(before);
    await settled(page);
    expect(await bare()).toBe(before);
    expect(errors).toEqual([]);
  });

  it('can be stopped, and forgets what was there', async () => {
    const { page, errors } = await demo();
    await openFigure(page, 'MC-02');
    await address(page, '#view=working');
    await button(page).evaluate(async (node: HTMLButtonElement) => {
      node.click();
      await Promise.resolve();
      node.click();
    });
    await page.waitForTimeout(1500);
    expect(await section(page).getByText('not computed', { exact: true }).count()).toBe(2);
    expect(await section(page).getByRole('status').innerText()).toBe('');
    expect(await button(page).innerText()).toBe('Compute these readings');
    const readings = await computed(page);
    expect(readings.map(({ value }) => value)).toEqual([
      expect.stringMatching(/^[\d.]+ per 100 child-months$/),
      expect.stringMatching(/^[\d.]+ per 100 child-months$/),
    ]);
    expect(errors).toEqual([]);
  });
});
