import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { words } from '../../src/routes/session/words';
import { launch, watchedPage } from './browser';
import { openApp, openDemo, openFigure, started } from './open-app';
import { overflow, serious } from './serious';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

const { en } = words;
const helpLink = (page: Page) =>
  page.getByRole('banner').getByRole('link', { name: 'Help', exact: true });
const openSession = (page: Page) =>
  page.getByRole('banner').locator('summary', { hasText: en.menu }).click();
/** What a screen reader can reach of the whole page. */
const heard = (page: Page) => page.locator('body').ariaSnapshot();
/** What a search in the page could find. */
const findable = (page: Page) => page.evaluate(() => document.body.innerText);

describe('a word of the glossary', () => {
  const term = (page: Page) => page.getByRole('button', { name: 'cohort', exact: true }).first();
  const meaning = (page: Page) =>
    page.locator('.tip.open', { hasText: 'followed until the data end' });

  it('is told on hover, stays while it is read, and goes with Escape', async () => {
    const { page, errors, violations } = await demo();
    await openFigure(page, 'ID-03');
    await page.mouse.move(1, 1);
    await expect.poll(() => meaning(page).count()).toBe(0);
    await term(page).hover();
    await meaning(page).waitFor();
    await meaning(page).hover();
    await page.waitForTimeout(500);
    expect(await meaning(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => meaning(page).count()).toBe(0);
    await page.mouse.move(1, 1);
    await term(page).hover();
    await meaning(page).waitFor();
    await page.mouse.move(1, 1);
    await expect.poll(() => meaning(page).count()).toBe(0);
    expect([...errors, ...violations]).toEqual([]);
  });

  it('is told on focus and on click, and leads to all terms', async () => {
    const { page, errors, violations } = await demo();
    await openFigure(page, 'ID-03');
    const word = term(page);
    await word.focus();
    await meaning(page).waitFor();
    expect(await word.getAttribute('aria-expanded')).toBe('true');
    const described = await word.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('followed until');
    await page.keyboard.press('Escape');
    await expect.poll(() => meaning(page).count()).toBe(0);
    await word.click();
    await meaning(page).waitFor();
    await page.mouse.move(1, 1);
    await page.waitForTimeout(500);
    expect(await meaning(page).isVisible(), 'stays after a click').toBe(true);
    await word.click();
    await expect.poll(() => meaning(page).count()).toBe(0);
    await word.click();
    expect(await serious(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    await word.scrollIntoViewIfNeeded();
    const box = (await meaning(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/help/#cohort');
    expect(await page.locator('#cohort').isVisible()).toBe(true);
    expect([...errors, ...violations]).toEqual([]);
  });

  it('is no part of what is copied or saved', async () => {
    const { page } = await demo();
    await openFigure(page, 'ID-03');
    const svg = await page.locator('section.figure svg').first().innerHTML();
    expect(svg).not.toContain('popover');
    expect(await page.locator('section.figure svg .term, table [popover]').count()).toBe(0);
  });
});

describe('help', () => {
  it('opens from the header, and by its key once that is asked for, but not while somebody types', async () => {
    const { page, errors } = await openDemo(browser);
    await page.keyboard.press('?');
    await page.waitForTimeout(300);
    expect(new URL(page.url()).pathname).not.toContain('help');
    await helpLink(page).click();
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    const search = page.getByLabel('Search this page');
    await search.fill('kaplan');
    await expect
      .poll(() => page.getByRole('status').allInnerTexts())
      .toContain('1 entry has this.');
    expect(await page.locator('#kaplan-meier').isVisible()).toBe(true);
    expect(await page.locator('#guardian').count()).toBe(0);
    await search.fill('cell-not-a-date');
    await page.getByText('1 entry has this.').waitFor();
    await search.fill('xyzzy');
    await page.getByText('No entry has this.').waitFor();
    await search.press('?');
    expect(await search.inputValue()).toBe('xyzzy?');
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByLabel('The key ? opens this page').check();
    await page.getByRole('banner').getByRole('link', { name: 'Rapporteur' }).click();
    await page.getByRole('heading', { level: 1, name: /^Turn case records/ }).waitFor();
    await page.keyboard.press('?');
    await page.waitForURL('**/help/**');
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    expect(errors).toEqual([]);
  });

  it.each(['en-GB', 'nb-NO'])('has nothing serious, fits 320 px and prints, %s', async (locale) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, errors } = await watchedPage(browser, { locale, colorScheme });
      await page.goto(`${inject('url')}/help/`);
      await started(page);
      await page.locator('#kaplan-meier').waitFor();
      await page.waitForFunction(
        (language) => document.documentElement.lang === language,
        locale.slice(0, 2),
      );
      expect(await serious(page), colorScheme).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await overflow(page), `${colorScheme} at 320 px`).toBeLessThanOrEqual(0);
      await page.emulateMedia({ media: 'print', colorScheme });
      expect(await page.locator('#kaplan-meier').isVisible()).toBe(true);
      expect(await page.locator('search').isVisible()).toBe(false);
      expect(errors).toEqual([]);
    }
  });

  it('opens after the page has closed its network, with the server gone', async () => {
    const { page, errors } = await openDemo(browser);
    await page.context().setOffline(true);
    await helpLink(page).click();
    await page.locator('#kaplan-meier').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('the cover', () => {
  const hidden = async (page: Page) => {
    await page.getByRole('heading', { name: en.covered.title }).waitFor();
    for (const text of [await heard(page), await findable(page)]) {
      expect(text).toContain(en.covered.title);
      expect(text).not.toMatch(/ID-0|children|Indicators|Overview|Demo country/);
    }
    expect(await page.title()).toBe('Rapporteur');
    expect(await page.locator('.app').evaluate((app: HTMLElement) => app.inert)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.querySelector('.app')!.contains(document.activeElement)),
    ).toBe(false);
  };

  it('hides everything by menu, and shows it again as it was', async () => {
    const { page, errors } = await demo();
    await openFigure(page, 'ID-03');
    const title = await page.title();
    const lead = await page.locator('p.lead').innerText();
    await openSession(page);
    expect(await serious(page), 'menu').toEqual([]);
    await page.getByRole('button', { name: en.cover, exact: true }).click();
    await hidden(page);
    expect(await serious(page), 'cover').toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goBack();
    await page.waitForTimeout(300);
    expect(await page.title(), 'going back does not tell the page').toBe('Rapporteur');
    await hidden(page);
    await page.goForward();
    await page.getByRole('button', { name: en.covered.go }).click();
    await page.locator('p.lead[aria-busy="false"]').waitFor();
    expect(await page.locator('p.lead').innerText()).toBe(lead);
    expect(await page.title()).toBe(title);
    expect(errors).toEqual([]);
  });

  it('comes by itself after 15 minutes, not where something was moved, and as was chosen', async () => {
    const { page, errors } = await watchedPage(browser);
    await page.clock.install();
    await page.goto(`${inject('url')}/#demo`);
    await page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
    const covered = page.getByRole('heading', { name: en.covered.title });
    await page.mouse.move(20, 20);
    await page.clock.fastForward('14:00');
    await page.mouse.move(30, 30);
    await page.clock.fastForward('14:00');
    expect(await covered.count()).toBe(0);
    await page.clock.fastForward('01:10');
    await hidden(page);
    await page.getByRole('button', { name: en.covered.go }).click();
    await openSession(page);
    await page.getByLabel(en.idle).selectOption({ label: 'never' });
    await page.clock.fastForward('50:00');
    expect(await covered.count()).toBe(0);
    await page.getByLabel(en.idle).selectOption({ label: '5 minutes' });
    await page.clock.fastForward('05:10');
    await hidden(page);
    expect(errors).toEqual([]);
  });

  it('asks for the words that were set, and for no others', async () => {
    const { page, errors } = await openDemo(browser);
    await openSession(page);
    await page.getByLabel(en.passphrase).fill('blå hest');
    await page.getByRole('button', { name: en.use }).click();
    await page.getByText(en.asked).waitFor();
    await page.getByRole('button', { name: en.cover, exact: true }).click();
    await page.getByLabel(en.covered.words).fill('blå ku');
    await page.keyboard.press('Enter');
    await page.getByText(en.covered.wrong).waitFor();
    await hidden(page);
    expect(await serious(page)).toEqual([]);
    await page.getByLabel(en.covered.words).fill('blå hest');
    await page.keyboard.press('Enter');
    await page.locator('[data-figure="ID-01"]').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('the end of a session', () => {
  it('leaves no facts and nothing stored, says what it checked, and can begin again', async () => {
    const { page, errors, violations } = await openApp(browser, '/#demo');
    await page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    // As if something else on this origin had stored.
    await page.evaluate(async () => {
      localStorage.setItem('left', '1');
      sessionStorage.setItem('left', '1');
      document.cookie = 'left=1; path=/';
      await caches.open('left');
      await new Promise<void>((done) => {
        const request = indexedDB.open('left');
        request.onsuccess = () => {
          request.result.close();
          done();
        };
      });
      await (await navigator.storage.getDirectory()).getFileHandle('left', { create: true });
    });
    await openSession(page);
    await page.getByRole('button', { name: en.wipe }).click();
    await page.getByRole('button', { name: en.no }).click();
    expect(await page.locator('[data-figure="ID-01"]').count()).toBe(1);
    await page.getByRole('button', { name: en.wipe }).click();
    await page.getByRole('button', { name: en.yes }).click();
    await page.getByRole('heading', { name: en.ended.title }).waitFor({ timeout: 30_000 });
    const told = await findable(page);
    for (const line of [
      en.ended.records(false),
      en.ended.figures(false),
      en.ended.views(0),
      en.ended.address(true),
      en.ended.stored(true),
    ])
      expect(told).toContain(line);
    for (const place of Object.values(en.ended.places)) expect(told).toContain(`${place}: 0`);
    expect(await serious(page)).toEqual([]);
    const left = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookie: document.cookie,
      caches: (await caches.keys()).length,
      databases: (await indexedDB.databases()).length,
      files: await (async () => {
        let files = 0;
        const root = (await navigator.storage.getDirectory()) as unknown as {
          keys(): AsyncIterable<string>;
        };
        for await (const name of root.keys()) files += name ? 1 : 0;
        return files;
      })(),
      hash: location.hash,
      figures: document.querySelectorAll('[data-figure], section.figure').length,
    }));
    expect(left).toEqual({
      ...{ local: 0, session: 0, cookie: '', caches: 0, databases: 0, files: 0 },
      ...{ hash: '', figures: 0 },
    });
    await page.getByRole('button', { name: en.ended.again }).click();
    await page.getByRole('heading', { level: 1, name: /^Turn case records/ }).waitFor();
    expect(await findable(page)).not.toContain('Demo country');
    await page.getByRole('link', { name: 'Indicators' }).first().click();
    await page.getByText('No data are loaded.').waitFor();
    await page.getByRole('button', { name: 'Open the made-up data' }).first().click();
    await page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
    expect([...errors, ...violations]).toEqual([]);
  });
});
