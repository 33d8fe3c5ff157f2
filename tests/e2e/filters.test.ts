import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser';
import { downloaded, filePayload, openDemo, openFigure, settled } from './open-app';
import { serious } from './serious';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

const table = (page: Page) => page.locator('.table-scroll table').first().innerText();
const chip = (page: Page, label: string) =>
  page.locator('details[name="filter-bar"] summary', { hasText: label });
const counts = (page: Page) => page.locator('details[open] label .count');

describe('the filter bar', () => {
  it('is worked by keys alone: figures, words and address change, and undo brings all back', async () => {
    const { page, errors, violations } = await openDemo(browser);
    await openFigure(page, 'ID-01');
    const before = { table: await table(page), url: page.url() };
    await chip(page, 'Main form').focus();
    await page.keyboard.press('Enter');
    await counts(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await settled(page);
    const chosen = await page.locator('details[open] input:checked').count();
    expect(chosen).toBe(1);
    expect(page.url()).toMatch(/#where=main_form:\w+$/);
    const filtered = await table(page);
    expect(filtered).not.toBe(before.table);
    await page.keyboard.press('Escape');
    expect(await page.locator('details[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Main form');
    const words = await chip(page, 'Main form').locator('strong').innerText();
    expect(words).not.toBe('all');
    expect(await page.locator('section.figure .subtitle').first().innerText()).toContain(words);

    await page.keyboard.press('Control+z');
    await settled(page);
    expect(page.url()).toBe(before.url.includes('#') ? before.url : `${before.url}#`);
    expect(await table(page)).toBe(before.table);
    await page.getByText(/^Undone: Main form/).waitFor({ state: 'attached' });
    await page.keyboard.press('Control+Shift+Z');
    await settled(page);
    expect(await table(page)).toBe(filtered);

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await settled(page);
    expect(await table(page)).toBe(before.table);
    await chip(page, 'Steps').click();
    await page.locator('details[open] ol button').nth(1).waitFor();
    expect(await page.locator('details[open] ol li').count()).toBe(2);
    await page.locator('details[open] ol button').nth(1).click();
    await settled(page);
    expect(await table(page)).toBe(filtered);
    expect([...errors, ...violations]).toEqual([]);
  });

  it('shows exact counts in Working view and never a small one in Release view', async () => {
    const { page } = await demo();
    await openFigure(page, 'ID-01');
    const read = async (label: string) => {
      await chip(page, label).click();
      await counts(page).first().waitFor({ timeout: 60_000 });
      const texts = await counts(page).allInnerTexts();
      await page.keyboard.press('Escape');
      return texts.map((text) => (text.startsWith('[c]') ? '[c]' : text.replaceAll(/\D/g, '')));
    };
    const release = [...(await read('Gender')), ...(await read('Main form'))];
    await page.getByRole('button', { name: 'Working', exact: true }).click();
    await settled(page);
    const working = [...(await read('Gender')), ...(await read('Main form'))];
    expect(working).not.toContain('[c]');
    expect(release).toHaveLength(working.length);
    expect(release).toContain('[c]');
    for (const [i, cell] of release.entries())
      if (cell !== '[c]') {
        expect(cell).toBe(working[i]);
        expect(Number(cell) === 0 || Number(cell) >= 11, cell).toBe(true);
      }
  });

  it('is the same on every page of figures, by the address alone', async () => {
    const { page } = await demo();
    const where = '#period=financial-04&where=gender:female;age_band:15-17&view=working';
    await page.goto(`${inject('url')}/indicators/${where}`);
    await chip(page, 'Gender').filter({ hasText: 'Girl' }).waitFor({ timeout: 60_000 });
    expect(await chip(page, 'Gender').locator('strong').innerText()).toBe('Girl');
    expect(await chip(page, 'Period').locator('strong').innerText()).toBe(
      'by financial year from April',
    );
    await openFigure(page, 'ID-01');
    expect(await chip(page, 'Gender').locator('strong').innerText()).toBe('Girl');
    const shown = await table(page);
    expect(shown).toContain('the year ending March');
    expect(shown).toContain('[m]');
    expect(await page.locator('p.lead').innerText()).toContain('not compared');
  });

  it('keeps views with names, in the tab and in a file', async () => {
    const { page, errors } = await demo();
    await chip(page, 'Gender').click();
    await page.getByRole('checkbox', { name: /^Girl/ }).check();
    await page.waitForURL(/gender:female/);
    await chip(page, 'Views').click();
    await page.getByLabel('Name of this view').fill('Girls alone');
    await page.keyboard.press('Enter');
    const file = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save the views to a file' }).click(),
    );
    expect(file.name).toBe('views.json');
    expect(JSON.parse(file.text)).toEqual({
      kind: 'rapporteur-views',
      version: 1,
      views: [{ name: 'Girls alone', view: 'where=gender:female' }],
    });
    await page.getByRole('button', { name: 'Remove Girls alone' }).click();
    await page.locator('input[data-views]').setInputFiles([filePayload('views.json', 'secret')]);
    await page.getByText('This is not a file of saved views: it is not JSON.').waitFor();
    await chip(page, 'Views').click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForFunction(() => !location.hash.includes('where='));
    await chip(page, 'Views').click();
    await page.locator('input[data-views]').setInputFiles([filePayload('views.json', file.text)]);
    await page.getByRole('button', { name: 'Girls alone', exact: true }).click();
    await page.waitForURL(/where=gender:female/);
    expect(errors).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it('has nothing serious for axe, and is one button with a count at 320 px', async () => {
    const { page } = await demo();
    await page.emulateMedia({ colorScheme: scheme });
    await openFigure(page, 'ID-01');
    for (const label of ['Period', 'Main form', 'Steps', 'Views']) {
      await chip(page, label).click();
      if (label === 'Main form') await counts(page).first().waitFor();
      expect(await serious(page), label).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await chip(page, 'Gender').click();
    await page.getByRole('checkbox', { name: /^Girl/ }).check();
    await settled(page);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(300);
    const button = page.getByRole('button', { name: 'Filters and breakdowns, 1 in use' });
    expect(await button.isVisible()).toBe(true);
    expect(await chip(page, 'Gender').isVisible()).toBe(false);
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBeLessThanOrEqual(0);
    await button.click();
    await chip(page, 'Main form').click();
    await counts(page).first().waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await serious(page), 'narrow').toEqual([]);
  });
});
