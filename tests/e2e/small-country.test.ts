import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { csvOf } from '../measure/loaded';
import { smallCountry } from '../measure/small-country';
import { launch } from './browser';
import { filePayload, openApp, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A figure of a made-up small country, of which Release view withholds most. */
async function openSmall(fragment: string) {
  const watched = await openApp(browser);
  const { page } = watched;
  // The page takes files once it runs, and then it has closed its network.
  await page.waitForFunction(() => document.querySelectorAll('meta[http-equiv]').length > 1);
  const files = Object.entries(smallCountry()).map(([name, rows]) =>
    filePayload(`${name}.csv`, csvOf(rows)),
  );
  await page.locator('input[type="file"]').first().setInputFiles(files);
  await page.getByRole('button', { name: 'See the indicators' }).click({ timeout: 120_000 });
  await openFigure(page, 'ID-01');
  await lookAt(page, fragment);
  return watched;
}

async function lookAt(page: Page, fragment: string): Promise<void> {
  await page.evaluate((text) => (location.hash = `#${text}`), fragment);
  await settled(page);
}

const remedies = (page: Page) => page.locator('#withheld [data-remedies="done"] > li[data-shown]');

/** Numbers other than zero, and marks, of the tables of the figure; a total that stands again counts once. */
const cells = (page: Page) =>
  page.locator('section.figure table').evaluateAll((tables) => {
    const texts = tables.flatMap((table, at) => {
      const heads = [...table.querySelectorAll('thead th')].map((th) => th.textContent?.trim());
      return [...table.querySelectorAll('tbody tr')].flatMap((tr) => {
        const again = at > 0 && tr.querySelector('th')?.textContent?.trim() === 'Total';
        return [...tr.querySelectorAll('td')]
          .filter((_, i) => !again && !(at > 0 && heads[i + 1] === 'Total'))
          .map((td) => td.textContent?.trim() ?? '');
      });
    });
    return {
      shown: texts.filter((text) => /^[\d,]*[1-9]/.test(text)).length,
      withheld: texts.filter((text) => text.startsWith('[c]')).length,
    };
  });

it('a small country sees what each way to show more keeps, takes one, and takes it back', async () => {
  const { page, errors } = await openSmall('by=region');
  const before = await cells(page);
  expect(before.withheld).toBeGreaterThan(before.shown);

  // Looked for unasked, because most is withheld.
  await remedies(page).first().waitFor({ timeout: 120_000 });
  const first = remedies(page).first();
  expect(await first.innerText()).toContain('All periods together');
  const [shown, of] = [await first.getAttribute('data-shown'), await first.getAttribute('data-of')];
  expect(await first.innerText()).toContain(`Shows ${shown} of ${of} numbers`);
  expect(await serious(page)).toEqual([]);

  const button = first.getByRole('button', { name: 'Show it this way: All periods together' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByText('The figure is now shown in another way.').waitFor();
  await settled(page);
  await page.locator('[data-withheld-cost]', { hasText: `shown: ${shown}` }).waitFor();
  expect(await cells(page)).toEqual({
    shown: Number(shown),
    withheld: Number(of) - Number(shown),
  });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('withheld');
  expect(page.url()).toContain('from=2021-01');

  await page.locator('#withheld').getByRole('button', { name: 'Undo' }).click();
  await settled(page);
  await remedies(page).first().waitFor({ timeout: 120_000 });
  expect(await cells(page)).toEqual(before);
  // The browser's own way back does the same.
  await first.getByRole('button').click();
  await page.getByText('The figure is now shown in another way.').waitFor();
  await settled(page);
  await page.goBack();
  await settled(page);
  await remedies(page).first().waitFor({ timeout: 120_000 });
  expect(await cells(page)).toEqual(before);
  expect(errors).toEqual([]);
  await page.close();
});

it('tells what is withheld and why, in words that promise no more than is proven', async () => {
  const { page, errors } = await openSmall('by=gender');
  const section = page.getByRole('region', { name: 'What is withheld, and why' });
  await remedies(page).first().waitFor({ timeout: 120_000 });
  expect(await section.innerText()).toMatch(/Audit: proven\..*It took/);
  await section.getByText('Limits of this promise').click();
  expect(await section.locator('details li').count()).toBe(8);

  await section.getByRole('button', { name: 'Use words' }).click();
  const words = await section.locator('[data-words]').innerText();
  expect(words).toContain('Not published');
  expect(words).toContain('2021');
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page)).toBe(0);
  expect(await serious(page)).toEqual([]);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => (location.hash += '&ui=nb'));
  await page.getByRole('region', { name: 'Hva som holdes tilbake, og hvorfor' }).waitFor();
  await page
    .getByRole('button', { name: /^Vis det slik/ })
    .first()
    .waitFor({ timeout: 120_000 });
  expect(await page.locator('#withheld').innerText()).toMatch(/Viser \d+ av \d+ tall/);
  expect(await serious(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

it('looks for other views only when asked where most is shown', async () => {
  const { page, errors } = await openSmall('by=age_band&from=2021-01');
  expect((await cells(page)).withheld).toBe(0);
  expect(await page.locator('#withheld').innerText()).toContain('Nothing is withheld');
  expect(await page.getByRole('button', { name: 'Look for ways to show more' }).count()).toBe(0);

  // With some withheld, but less than what is shown.
  await lookAt(page, 'by=gender*age_band,region&from=2021-01');
  const look = page.getByRole('button', { name: 'Look for ways to show more' });
  await look.waitFor();
  await look.click();
  await page.locator('[data-remedies="trying"], [data-remedies="done"]').waitFor();
  await remedies(page).first().waitFor({ timeout: 120_000 });
  expect(errors).toEqual([]);
  await page.close();
});
