import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser';
import { downloaded, filePayload, goTo, openApp, openFigure } from './open-app';
import { serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const meta =
  'dataset_key,country,extract_month,period_start,period_end,date_mode,linkage_level\n' +
  'x,XX,2025-01,2024-01,2024-12,exact,within_org\n';
const head =
  'case_key,child_key,org_key,index_month,detected_at,victim_status,gender,age_at_detection,citizenship_group,main_form,region';
const row = (key: number, child: string, org: string, day: string, gender: string) =>
  `f${key},${child},${org},2024-03,${day},identified,${gender},15,national,labour,XX-1`;
/** Two girls of two bodies who may be one, a boy whom three bodies know, and twenty others. */
const cases = [
  head,
  row(1, 'secret-key-1', 'a', '2024-03-01', 'female'),
  row(2, 'secret-key-2', 'b', '2024-03-09', 'female'),
  row(3, 'secret-key-3', 'a', '2024-03-02', 'male'),
  row(4, 'secret-key-4', 'b', '2024-03-05', 'male'),
  row(5, 'secret-key-5', 'c', '2024-03-07', 'male'),
  ...Array.from({ length: 20 }, (_, i) =>
    row(10 + i, `other-${i}`, 'a', '2024-03-03', 'nonbinary'),
  ),
].join('\n');

async function load(page: Page): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([filePayload('meta.csv', meta), filePayload('cases.csv', cases)]);
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 150_000 });
  await page.getByRole('button', { name: 'Working', exact: true }).click();
}
const section = (page: Page) => page.locator('section[aria-labelledby="linkage"]');
const children = (page: Page) => page.locator('[data-linkage-children]');
const says = async (page: Page, text: string | RegExp) =>
  children(page).filter({ hasText: text }).waitFor({ timeout: 150_000 });
/** Presses a button with the keyboard alone. */
const press = async (page: Page, name: string, nth = 0) => {
  // In one step: the page that has just been opened takes the focus for its heading.
  await section(page).getByRole('button', { name, exact: true }).nth(nth).press('Enter');
};

describe('one child in two organisations', () => {
  it('is reviewed, decided and undone, and the number of a figure moves', async () => {
    const { page } = await openApp(browser);
    await load(page);
    await goTo(page, 'Data quality');
    await section(page).waitFor({ timeout: 150_000 });
    await press(page, 'Look for possible duplicates');
    await says(page, 'between 22 and 25');
    await page.locator('[data-linkage-pair]').first().waitFor();
    expect(await page.locator('[data-linkage-pair]').count()).toBe(4);
    const text = await section(page).innerText();
    expect(text).toContain('4 of 4 pairs are undecided');
    expect(text).not.toContain('secret-key');
    expect(await serious(page)).toEqual([]);

    await openFigure(page, 'ID-01');
    const lead = () => page.locator('p.lead').first().innerText();
    expect(await lead()).toMatch(/between 22 and 25 children were recorded/);

    await goTo(page, 'Data quality');
    await page.locator('[data-linkage-pair]').first().waitFor();
    await press(page, 'Same child');
    await page.locator('[data-linkage-pair="same"]').first().waitFor();
    await says(page, /between 22 and 24 /);
    await press(page, 'Undo decision');
    await says(page, 'between 22 and 25');
    await press(page, 'Redo decision');
    await says(page, /between 22 and 24 /);
    // What was decided goes through to the figure.
    await openFigure(page, 'ID-01');
    expect(await lead()).toMatch(/between 22 and 24 children were recorded/);

    await goTo(page, /^Data(?! quality)/);
    const saved = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save the mapping for next year' }).first().click(),
    );
    const recipe = JSON.parse(saved.text) as { linkage: { same: string[] } };
    expect(recipe.linkage.same).toHaveLength(1);
    expect(saved.text).not.toContain('secret-key');
  });

  it('refuses a decision that contradicts others, and counts each decision', async () => {
    const { page } = await openApp(browser);
    await load(page);
    await goTo(page, 'Data quality');
    await press(page, 'Look for possible duplicates');
    await page.locator('[data-linkage-pair]').first().waitFor({ timeout: 150_000 });
    const pairs = page.locator('[data-linkage-pair]');
    const girls = pairs.filter({ has: page.getByRole('cell', { name: 'Girl', exact: true }) });
    const boys = pairs.filter({ has: page.getByRole('cell', { name: 'Boy', exact: true }) });
    expect(await girls.count()).toBe(1);
    const all = await page.locator('[data-linkage-pair]').count();
    expect(all).toBe(4);
    const button = (i: number, name: string) =>
      boys.nth(i).getByRole('button', { name, exact: true });
    await button(0, 'Same child').click();
    await button(1, 'Same child').click();
    await button(2, 'Different children').click();
    await section(page).getByRole('alert').filter({ hasText: 'contradicts' }).waitFor();
    await girls.getByRole('button', { name: 'Different children' }).click();
    await says(page, 'These files hold 23 children');
  });

  it('shows nothing of it in Release view', async () => {
    const { page } = await openApp(browser);
    await load(page);
    await goTo(page, 'Data quality');
    await press(page, 'Look for possible duplicates');
    await page.locator('[data-linkage-pair]').first().waitFor({ timeout: 150_000 });
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await section(page).getByText('Shown in Working view only').waitFor();
    expect(await page.locator('[data-linkage-pair], [data-linkage-children]').count()).toBe(0);
  });
});
