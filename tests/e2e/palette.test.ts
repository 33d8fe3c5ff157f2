import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { paletteWords } from '../../src/routes/palette/palette-words';
import { words as sessionWords } from '../../src/routes/session/words';
import { launch, watchedPage } from './browser';
import { openDemo, settled, started } from './open-app';
import { overflow, serious } from './serious';
import { serveApp } from './serve-app';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

const { en, nb } = paletteWords;
const field = (page: Page) => page.getByRole('combobox', { name: en.title });
const active = (page: Page) => page.getByRole('option', { selected: true });
/** Opens it by its key and waits until the field has the focus. */
async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).and(page.locator(':focus')).waitFor();
}
const closed = (page: Page) => expect.poll(() => page.getByRole('dialog').count()).toBe(0);

describe('the search over everything', () => {
  it('opens an indicator by keyboard alone', async () => {
    const { page, errors, violations } = await demo();
    await open(page);
    await field(page).pressSequentially('mc0');
    await active(page).filter({ hasText: 'MC-01' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await active(page).filter({ hasText: 'MC-02' }).waitFor();
    const id = await active(page).getAttribute('id');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(id);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const ids = await page.getByRole('option').allInnerTexts();
    expect(await active(page).innerText(), 'the last after the first').toBe(ids.at(-1));
    await page.keyboard.press('ArrowDown');
    await active(page).filter({ hasText: 'MC-01' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/indicators/mc-02/**');
    await settled(page);
    await closed(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBeTruthy();
    expect([...errors, ...violations]).toEqual([]);
  });

  it('finds a word in the other language, a term, and says when nothing has it', async () => {
    const { page, errors } = await demo();
    await open(page);
    await field(page).fill('verge');
    await active(page).locator('[lang="nb"]').waitFor();
    await field(page).fill('xyzzy');
    await page.getByText(en.nothing).waitFor();
    expect(await field(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await field(page).fill('kaplan');
    await active(page).filter({ hasText: 'Kaplan' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/help/#kaplan-meier');
    await page.locator('#kaplan-meier').waitFor();
    expect(new URL(page.url()).hash).not.toContain('kaplan=');
    expect(errors).toEqual([]);
  });

  it('gives the focus back where it was, by Esc, by its button and beside it', async () => {
    const { page, errors } = await demo();
    const find = page.getByRole('button', { name: en.open, exact: true });
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link').nth(3);
    await link.focus();
    await open(page);
    await page.keyboard.press('Escape');
    await closed(page);
    await link.and(page.locator(':focus')).waitFor();
    await find.click();
    await field(page).and(page.locator(':focus')).waitFor();
    await page.getByRole('button', { name: en.close, exact: true }).click();
    await closed(page);
    await find.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await field(page).and(page.locator(':focus')).waitFor();
    await page.mouse.click(4, 700);
    await closed(page);
    await find.and(page.locator(':focus')).waitFor();
    expect(errors).toEqual([]);
  });

  it('leaves its key to a field with text and has no single key', async () => {
    const { page, errors } = await demo();
    await page.getByRole('banner').getByRole('link', { name: 'Help', exact: true }).click();
    const search = page.getByLabel('Search this page');
    await search.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('k/?');
    await page.waitForTimeout(300);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await search.inputValue()).toBe('k/?');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.type('k/?p');
    await page.waitForTimeout(300);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('changes the view and undoes it', async () => {
    const { page, errors } = await demo();
    await open(page);
    await field(page).fill('working');
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=working/);
    await page.getByRole('button', { name: 'Working', pressed: true }).waitFor();
    await closed(page);
    await open(page);
    await field(page).fill('undo');
    await active(page).filter({ hasText: en.undo }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Release', exact: true, pressed: true }).waitFor();
    await open(page);
    await field(page).fill('redo');
    await active(page).filter({ hasText: en.redo }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=working/);
    expect(errors).toEqual([]);
  });

  it('changes the language and speaks it', async () => {
    const { page, errors } = await demo();
    await open(page);
    await field(page).fill('bokmål');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.lang === 'nb');
    await closed(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: nb.title }).fill('guardian');
    await active(page).locator('[lang="en"]').waitFor();
    expect(errors).toEqual([]);
  });

  it('asks before data are cleared, and covers the page without itself', async () => {
    const { page, errors } = await openDemo(browser);
    await open(page);
    await field(page).fill('clear');
    await page.keyboard.press('Enter');
    await page.getByText(en.sureClear).waitFor();
    const stay = page.getByRole('button', { name: sessionWords.en.no });
    await stay.and(page.locator(':focus')).waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await closed(page);
    expect(await page.locator('[data-figure="ID-01"]').count()).toBe(1);
    await open(page);
    await field(page).fill('cover');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: sessionWords.en.covered.title }).waitFor();
    await closed(page);
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(300);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: sessionWords.en.covered.go }).click();
    await open(page);
    await field(page).fill('clear');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: en.yesClear }).click();
    await closed(page);
    await page.getByText('No data are loaded.').waitFor();
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing serious and fits 320 px, %s', async (scheme) => {
    for (const locale of ['en-GB', 'nb-NO']) {
      const say = locale === 'en-GB' ? en : nb;
      const { page, errors } = await watchedPage(browser, { locale, colorScheme: scheme });
      await page.goto(`${inject('url')}/about/`);
      await started(page);
      await page.getByRole('button', { name: say.open, exact: true }).click();
      await page.getByRole('combobox', { name: say.title }).waitFor();
      expect(await serious(page), locale).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.waitForTimeout(200);
      expect(await overflow(page), locale).toBeLessThanOrEqual(0);
      const inside = await page.locator('dialog').evaluate((dialog) => {
        const { left, right, bottom } = dialog.getBoundingClientRect();
        return { left, right, bottom, wider: dialog.scrollWidth - dialog.clientWidth };
      });
      expect(inside.left).toBeGreaterThanOrEqual(0);
      expect(inside.right).toBeLessThanOrEqual(320);
      expect(inside.bottom).toBeLessThanOrEqual(640);
      expect(inside.wider).toBe(0);
      await page.emulateMedia({ forcedColors: 'active' });
      const outline = await page
        .getByRole('option', { selected: true })
        .evaluate((option) => getComputedStyle(option).outlineStyle);
      expect(outline).toBe('solid');
      await page.emulateMedia({ media: 'print', forcedColors: 'none' });
      expect(await page.locator('dialog').isVisible()).toBe(false);
      expect(await page.getByRole('button', { name: say.open, exact: true }).isVisible()).toBe(
        false,
      );
      expect(errors).toEqual([]);
    }
  });

  it('opens with the server gone and asks it for nothing', async () => {
    const app = await serveApp();
    const { page, errors } = await openDemo(browser, app.url);
    app.asked.length = 0;
    await page.context().setOffline(true);
    await open(page);
    await field(page).fill('statistical');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/methods/statistics/**');
    await page.getByRole('heading', { level: 1, name: 'Statistical methods' }).waitFor();
    expect(app.asked).toEqual([]);
    expect(errors).toEqual([]);
    await app.close();
  });
});

describe('the header', () => {
  it.each(['en-GB', 'nb-NO'])(
    'with its search stands on one line at 1280 px and fits 320 px, %s',
    async (locale) => {
      const { page, errors } = await watchedPage(browser, { locale });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${inject('url')}/#demo`);
      await page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
      const heights = () =>
        page.getByRole('banner').evaluate((header) => ({
          header: header.getBoundingClientRect().height,
          highest: Math.max(
            ...[...header.querySelectorAll('button, summary, a')].map(
              (one) => one.getBoundingClientRect().height,
            ),
          ),
        }));
      const { header, highest } = await heights();
      expect(highest).toBeGreaterThan(20);
      expect(header).toBeLessThan(2 * highest);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 320, height: 800 });
      await expect.poll(async () => (await heights()).header).toBeGreaterThan(header);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
    },
  );
});
