import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { leftFiguresWords } from '../../src/routes/data/left-figures-words';
import { paletteWords } from '../../src/routes/palette/palette-words';
import { words } from '../../src/routes/words';
import { launch } from './browser';
import { downloaded, goTo, openApp, openDemo, openFigure } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Presses Tab from the top of the page until a link has the focus, and answers the links before it. */
async function tabTo(page: Page, name: string): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
  const met: string[] = [];
  for (let stop = 0; stop < 5; stop++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (text === name) return met;
    met.push(text);
  }
  throw new Error(`no such link among ${met.join(', ')}`);
}

it('a skip link leads to the filters where there are any', async () => {
  const start = await openApp(browser);
  await start.page.getByRole('link', { name: words.en.skip }).waitFor({ state: 'attached' });
  expect(await start.page.getByText(words.en.skipToFilters).count()).toBe(0);
  await start.page.close();

  const { page, errors } = await openDemo(browser);
  const focused = () =>
    page.evaluate(() => ({
      inBar: document.activeElement?.closest('[data-filters]') !== null,
      opens: document.activeElement?.classList.contains('narrow'),
    }));
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tabTo(page, words.en.skipToFilters)).toEqual([
      words.en.skip,
      words.en.skipToTable,
    ]);
    await page.keyboard.press('Enter');
    expect(await focused()).toEqual({ inBar: true, opens: width === 320 });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await openFigure(page, 'ID-01');
  await tabTo(page, words.en.skipToFilters);
  await page.keyboard.press('Enter');
  expect(await focused()).toEqual({ inBar: true, opens: false });
  await goTo(page, 'Methods');
  await page.getByText(words.en.skipToFilters).waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await page.close();
});

it('a new release is begun from everywhere, once it was asked whether', async () => {
  const { page, errors } = await openDemo(browser);
  const { en } = paletteWords;
  const field = page.getByRole('combobox', { name: en.title });
  const find = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await field.and(page.locator(':focus')).waitFor();
    await field.fill(typed);
  };
  // Nothing has left: there is no release to end.
  await find('new release');
  await page.getByText(en.nothing).waitFor();
  await page.keyboard.press('Escape');

  await openFigure(page, 'ID-01');
  await downloaded(page, () => page.getByRole('button', { name: 'Save data (CSV)' }).click());
  await find('new release');
  await page.getByRole('option', { selected: true }).filter({ hasText: en.anew }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(leftFiguresWords.en.anewNote).waitFor();
  const left = async () => {
    await goTo(page, /^Data$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page.getByRole('table', { name: leftFiguresWords.en.caption }).count();
  };
  await page.keyboard.press('Escape');
  expect(await left(), 'not yet').toBe(1);
  await find('new release');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: en.yesAnew }).click();
  await page.getByText(en.begun).waitFor({ state: 'attached' });
  await page
    .getByRole('table', { name: leftFiguresWords.en.caption })
    .waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});
