import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch } from './browser';
import { downloaded, filePayload, goTo, openApp } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Twenty children, one of them a boy, two alone with their age; `without` of them have no age. */
const csv = (columns: string, without: number) =>
  [
    columns,
    ...Array.from({ length: 20 }, (_, i) => {
      const age = i < without ? '' : i > 17 ? i - 8 : 15;
      return `f${i},c${i},2025-03,identified,${i === 5 ? 'male' : 'female'},${age}`;
    }),
  ].join('\n');
const header = 'case_key,child_key,index_month,victim_status,gender,age_at_detection';
const old = csv(header, 0);
const indicators = (page: Page) => page.getByRole('button', { name: 'See the indicators' });

async function choose(page: Page, ...files: readonly (readonly [string, string])[]): Promise<void> {
  const payload = files.map(([name, text]) => filePayload(name, text));
  await page.locator('input[type=file]').first().setInputFiles(payload);
  await indicators(page).waitFor({ timeout: 60_000 });
}

async function sound(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await serious(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

it('holds next year’s files against a saved mapping', async () => {
  const { page, errors, violations } = await openApp(browser);
  await choose(page, ['cases.csv', old]);
  expect(await page.locator('[data-drift]').count()).toBe(0);
  const save = () => page.getByRole('button', { name: 'Save the mapping for next year' }).click();
  const { text } = await downloaded(page, save);
  expect(text).not.toMatch(/"[fc]\d+"|2025/);

  // The files and their mapping together, then the overview: two actions.
  await goTo(page, 'Start');
  await choose(page, ['cases.csv', old], ['mapping-recipe.json', text]);
  const section = page.locator('section[aria-labelledby="drift"]');
  await section.getByText('Nothing changed in shape: the file is as when the mapping was saved.').waitFor(); // prettier-ignore
  await sound(page);
  await indicators(page).click();
  await page.locator('[data-figure="ID-01"]').waitFor({ timeout: 60_000 });

  await goTo(page, 'Start');
  const fresh = csv(header.replace('gender', 'Kjønn'), 6);
  const next = [filePayload('cases 2026.csv', fresh), filePayload('mapping-recipe.json', text)];
  await page.locator('input[type=file]').first().setInputFiles(next);
  // The saved mapping speaks for the columns it knows, not for the one that was renamed.
  await page.getByText('1 column still to confirm.').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Confirm the 1 synonym/ }).click();
  await section.getByText('30% now').waitFor({ timeout: 60_000 });
  await section.getByText('Renamed: gender is now Kjønn').waitFor({ timeout: 60_000 });
  expect(await section.locator('dd').allInnerTexts()).toEqual([
    'As before: 5 columns.',
    'Renamed: gender is now Kjønn, both read as cases.gender.',
    'Share of unknown in cases.age_at_detection: 0% before, 30% now.',
  ]);
  await section.getByText('cannot be known from a recipe').waitFor();
  await sound(page);
  expect([...errors, ...violations]).toEqual([]);
  await page.context().close();
});

it('counts classes of quasi-identifiers, in Working view only', async () => {
  const { page, errors, violations } = await openApp(browser);
  await choose(page, ['cases.csv', old]);
  await goTo(page, 'Data quality');
  const section = page.locator('section[aria-labelledby="uniqueness"]');
  await section.getByText('Shown in Working view only').waitFor({ timeout: 60_000 });
  expect(await section.innerText()).not.toMatch(/\d/);
  await page.getByRole('button', { name: 'Working', exact: true }).click();
  await section.getByText('3 of 20 children are the only one').waitFor({ timeout: 60_000 });
  const cells = section.locator('[data-uniqueness="classes"] tbody td');
  expect(await cells.allInnerTexts()).toEqual([
    ...['3', '3', '1', '1'],
    ...['0', '0', '2', '2'],
    ...['0', '0', '0', '0'],
    ...['0', '0', '0', '0'],
    ...['17', '17', '17', '17'],
  ]);
  expect(await section.locator('[data-uniqueness="combinations"] tbody tr').count()).toBeGreaterThan(2); // prettier-ignore
  await sound(page);
  expect([...errors, ...violations]).toEqual([]);
  await page.context().close();
});
