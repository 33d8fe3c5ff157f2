import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser';
import { filePayload, goTo, openApp, openDemo, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const section = (page: Page) => page.locator('section.change');

async function address(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), fragment);
  await settled(page);
}

async function compute(page: Page): Promise<void> {
  await section(page)
    .getByRole('button', { name: /Compute this comparison/ })
    .click();
  await section(page).locator('[data-change-done]').waitFor({ timeout: 120_000 });
}

/** The first number of each line of the split. */
async function parts(page: Page): Promise<Record<string, number>> {
  const lines = await section(page)
    .locator('tr[data-part]')
    .evaluateAll((rows) =>
      rows.map((one) => [
        one.getAttribute('data-part') ?? '',
        one.querySelector('td')?.textContent?.trim() ?? '',
      ]),
    );
  return Object.fromEntries(
    lines.map(([is, text = '']) => [is, Number(text.replace('−', '-').replace(/[+,]/g, ''))]),
  );
}

/** One child a row: so many of each year, from January 2023 to December 2024. */
const csv = (years: Readonly<Record<string, number>>) =>
  [
    'case_key,child_key,index_month,victim_status,gender,age_at_detection',
    ...Object.entries(years).flatMap(([year, count]) =>
      Array.from({ length: count }, (_, i) => {
        const month = String((i % 12) + 1).padStart(2, '0');
        return `f${year}${i},c${year}${i},${year}-${month},identified,female,15`;
      }),
    ),
  ].join('\n');

async function load(page: Page, years: Readonly<Record<string, number>>): Promise<void> {
  await goTo(page, 'Start');
  await page.locator('input[type=file]').setInputFiles([filePayload('cases.csv', csv(years))]);
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 60_000 });
}

describe('two periods, two definitions, two imports', () => {
  it('splits a change under two definitions in Working view, and not in Release view', async () => {
    const { page, errors } = await openDemo(browser);
    await openFigure(page, 'ID-01');
    await address(page, '#view=working');
    await section(page).locator('summary').focus();
    await page.keyboard.press('Enter');
    await section(page).getByLabel('Second definition (later period)').selectOption('1');
    await compute(page);
    expect(await section(page).locator('[data-gate]').getAttribute('data-gate')).toBe(
      'with caution',
    );
    expect(await section(page).locator('[data-change="both"] tbody tr').count()).toBe(2);
    const found = await parts(page);
    expect(Object.keys(found)).toEqual(['from', 'definition', 'recorded', 'total', 'to']);
    for (const one of Object.values(found)) expect(one).not.toBeNaN();
    expect(found.definition! + found.recorded!).toBe(found.total);
    expect(found.from! + found.total!).toBe(found.to);
    expect(await section(page).innerText()).toContain('a change in a number, not in a rate');
    await section(page).getByLabel('Order of the parts').selectOption('period');
    const turned = await parts(page);
    expect(Object.keys(turned)).toEqual(['from', 'recorded', 'definition', 'total', 'to']);
    expect([turned.from, turned.total, turned.to]).toEqual([found.from, found.total, found.to]);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      expect(await serious(page), scheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(300);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });

    await address(page, '#k=11');
    await section(page).getByText('One definition in Release view.').waitFor();
    expect(await section(page).locator('[data-change-done]').count(), 'nothing stays').toBe(0);
    expect(
      await section(page)
        .getByLabel(/definition/)
        .count(),
    ).toBe(0);
    await compute(page);
    expect(await section(page).locator('[data-change="both"] tbody tr').count()).toBe(1);
    expect(Object.keys(await parts(page))).not.toContain('definition');
    expect(errors).toEqual([]);
  });

  it('marks what the import before had otherwise, and drafts a note', async () => {
    const { page, errors, violations } = await openApp(browser);
    await load(page, { '2023': 40, '2024': 60 });
    await load(page, { '2023': 43, '2024': 60 });
    await goTo(page, 'Data quality');
    await page.getByRole('button', { name: 'Hold every figure' }).click();
    await page.locator('[data-import-before="ready"]').waitFor({ timeout: 120_000 });
    expect(await serious(page)).toEqual([]);
    await openFigure(page, 'ID-01');
    const figure = page.locator('section.figure').first();
    const revised = () => figure.getByRole('cell').filter({ hasText: '[r]' }).allInnerTexts();
    expect((await revised()).map((text) => text.trim())).toEqual(['43 [r]']);
    expect(await figure.innerText()).toContain('[r] revised');
    expect(await figure.locator('svg').first().textContent()).toContain('43 [r]');

    await section(page).locator('summary').click();
    await compute(page);
    expect(await parts(page)).toMatchObject({ from: 43, recorded: 17, to: 60 });
    expect(await section(page).locator('[data-part="revision"]').count(), 'three children').toBe(0);
    expect(await section(page).locator('[data-revised="periods"] td').allInnerTexts()).toEqual([
      'changed; by how much is shown from 11 only',
    ]);

    await address(page, '#view=working');
    await compute(page);
    expect(await parts(page)).toEqual({ from: 40, revision: 3, recorded: 17, total: 20, to: 60 });
    await section(page).getByLabel('A scheduled revision').check();
    const note = section(page).locator('[data-revised="note"]');
    expect(await note.innerText()).toMatch(/2023: 43, before 40 \(\+3\)\..*scheduled revision/);
    await section(page).getByLabel('A correction of an error').check();
    expect(await note.innerText()).toContain('This is a correction');
    expect(await serious(page)).toEqual([]);

    await section(page)
      .getByRole('button', { name: /^Stop holding/ })
      .click();
    await settled(page);
    expect(await revised()).toEqual([]);
    expect([...errors, ...violations]).toEqual([]);
  });
});
