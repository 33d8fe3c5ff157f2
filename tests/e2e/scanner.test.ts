import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { anotherCountry } from '../measure/another-country';
import { csvOf, type Tables } from '../measure/loaded';
import { smallCountry } from '../measure/small-country';
import { launch } from './browser';
import { allTiles, filePayload, follow, goTo, openApp, settled } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The list of indicators over files that a reader chose. */
async function openFiles(tables: Tables) {
  const watched = await openApp(browser);
  const { page } = watched;
  await page.waitForFunction(() => document.querySelectorAll('meta[http-equiv]').length > 1);
  const files = Object.entries(tables).map(([name, rows]) =>
    filePayload(`${name}.csv`, csvOf(rows)),
  );
  await page.locator('input[type="file"]').first().setInputFiles(files);
  await page.getByRole('button', { name: 'See the indicators' }).click({ timeout: 120_000 });
  return watched;
}

/** The whole page with every attribute, and its address. Left out: how long the audit took, in words. */
const whole = (page: Page): Promise<string> =>
  page.evaluate(() =>
    `${location.hash}\n${document.documentElement.outerHTML}`.replace(
      /(It took (less|more) than )[^.]*/g,
      '$1',
    ),
  );

/** Brings everything of the list into view, what is computed when it comes into view too, and waits for it. */
async function wholeList(page: Page): Promise<string> {
  await allTiles(page);
  for (let last = ''; ;) {
    const count = await page.locator('[data-block]').count();
    for (let at = 0; at < count; at++) {
      await page.evaluate((one) => {
        const waits = document.querySelector('[aria-busy="true"]');
        (waits ?? document.querySelectorAll('[data-block]')[one])?.scrollIntoView();
      }, at);
      await page.waitForTimeout(150);
    }
    await page.evaluate(() => scrollTo(0, 0));
    const now = await whole(page);
    if (now === last && !now.includes('Computing…')) return now;
    last = now;
  }
}

/** What a keyboard reads out of the charts of the page, figure by figure. */
async function readings(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const chart of await page.locator('section.figure .chart:has(svg)').all()) {
    const reading = chart.locator('xpath=following-sibling::p[@role="status"]');
    const press = async (key: string, before: string): Promise<string> => {
      await page.keyboard.press(key);
      await expect.poll(() => reading.innerText(), { timeout: 10_000 }).not.toBe(before);
      return reading.innerText();
    };
    await chart.focus();
    const end = await press('End', '');
    await page.keyboard.press('Home');
    for (let text = await reading.innerText(); ; text = await press('ArrowRight', text)) {
      all.push(text);
      if (text === end) break;
    }
  }
  return all;
}

const figures = [
  ['ID-01', 'by=gender*region'],
  ['ID-01', 'by=region&where=gender:female'],
  ['ID-01', 'period=year&by=gender'],
  ['ID-03', 'by=region'],
  ['ID-04', 'by=gender*region'],
] as const;

/** All that a reader can see, hear and copy of the list and of some figures. */
async function everything(page: Page): Promise<Map<string, string>> {
  const seen = new Map([['list', await wholeList(page)]]);
  for (const [id, fragment] of figures)
    for (const [name, text] of await figurePage(page, id, fragment)) seen.set(name, text);
  return seen;
}

/** The page of a figure and what is read out on it. */
async function figurePage(page: Page, id: string, fragment: string): Promise<[string, string][]> {
  await follow(page, id);
  await settled(page);
  await page.evaluate((text) => (location.hash = text), fragment);
  await settled(page);
  // What else could be shown is looked for unasked where most is withheld.
  await page
    .locator('#withheld [data-remedies="trying"]')
    .waitFor({ state: 'detached', timeout: 120_000 });
  const seen = await whole(page);
  const said = (await readings(page)).join('\n');
  await goTo(page, 'Indicators');
  return [
    [`${id} ${fragment}`, seen],
    [`${id} ${fragment}, read out`, said],
  ];
}

it('two countries that differ in withheld numbers alone look and sound the same', async () => {
  const one = await openFiles(smallCountry());
  const other = await openFiles(anotherCountry(0)!);
  const [shown, alike] = [await everything(one.page), await everything(other.page)];
  expect([...shown.keys()]).toHaveLength(11);
  for (const [name, text] of shown) expect(alike.get(name), name).toBe(text);
  expect(shown.get('ID-01 by=gender*region')).toContain('[c]');
  expect(shown.get('ID-04 by=gender*region, read out')).toMatch(/\d/);

  // They are not the same country: who may see the records sees it, and hears it.
  const working = (page: Page) =>
    figurePage(page, 'ID-01', 'view=working&by=region&where=gender:female');
  const [open, unlike] = [await working(one.page), await working(other.page)];
  for (const at of [0, 1]) expect(unlike[at]![1]).not.toBe(open[at]![1]);
  expect([...one.errors, ...other.errors]).toEqual([]);
});
