import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { words } from '../../src/routes/words';
import { launch, watchedPage, type Watched } from './browser';
import { allTiles, downloaded, follow, settled } from './open-app';
import { overflow, serious } from './serious';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The app with the made-up data in a browser that asks for Norwegian. */
async function openNorwegian(): Promise<Watched> {
  const watched = await watchedPage(browser, { locale: 'nb-NO' });
  await watched.page.goto(`${inject('url')}/#demo`);
  await watched.page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
  return watched;
}
const norwegian = sharedPage(openNorwegian);

const { pages } = words.nb;
const goTo = async (page: Page, name: string) => {
  const link = page
    .getByRole('navigation', { name: words.nb.main })
    .getByRole('link', { name: new RegExp(`^${name}(\\s|$)`) });
  await link.click();
  await link.and(page.locator('[aria-current="page"]')).waitFor();
};

/** Small English words in what a page shows, apart from what is marked as English. */
const englishWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const met: string[] = [];
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text;
      if (parentElement?.closest('[lang="en"], pre, code, script, style')) continue;
      if (/\b(the|with|which|of|and|not|is|are)\b/.test(data)) met.push(data.trim().slice(0, 120));
    }
    return met;
  });

describe('in Norwegian', () => {
  it.each(['light', 'dark'] as const)(
    'every page is Norwegian, has nothing serious and fits 320 px, %s',
    async (scheme) => {
      const { page, errors } = await norwegian();
      await page.emulateMedia({ colorScheme: scheme });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('nb');
      await allTiles(page);
      const all = Object.values(pages);
      const english: Record<string, string[]> = {};
      for (const name of [pages.indicators, ...all.filter((one) => one !== pages.indicators)]) {
        await goTo(page, name);
        await page.waitForTimeout(500);
        const met = await englishWords(page);
        if (met.length > 0) english[name] = met;
        expect(await serious(page), name).toEqual([]);
        await page.setViewportSize({ width: 320, height: 800 });
        await page.waitForTimeout(300);
        expect(await overflow(page), `${name} at 320 px`).toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 1280, height: 800 });
      }
      await page.getByRole('banner').getByRole('link', { name: words.nb.help }).click();
      await page.locator('#kaplan-meier').waitFor();
      expect(await englishWords(page), words.nb.help).toEqual([]);
      expect(english).toEqual({});
      expect(errors).toEqual([]);
    },
  );

  it('figures and files can be English while the interface stays Norwegian', async () => {
    const { page, errors } = await norwegian();
    await follow(page, 'ID-03');
    await settled(page);
    expect(await page.locator('p.lead').innerText()).toMatch(/^Av [\d\s]+ barn registrert/);
    expect(await englishWords(page)).toEqual([]);
    await page.locator('summary', { hasText: words.nb.language.label }).click();
    await page.getByLabel(words.nb.language.out).selectOption('en');
    await settled(page);
    expect(new URL(page.url()).hash).toContain('out=en');
    expect(await page.locator('p.lead').innerText()).toMatch(/^Of [\d,]+ children recorded/);
    expect(await page.locator('section.figure').first().getAttribute('lang')).toBe('en');
    await page.getByRole('navigation', { name: words.nb.main }).waitFor();
    const saved = await downloaded(page, () =>
      page.getByRole('button', { name: 'Lagre figur (SVG)' }).click(),
    );
    expect(saved.text).toContain('Girl');
    await page.locator('summary', { hasText: words.nb.language.label }).click();
    await page.getByLabel(words.nb.language.out).selectOption('');
    await settled(page);
    const again = await downloaded(page, () =>
      page.getByRole('button', { name: 'Lagre figur (SVG)' }).click(),
    );
    expect(again.text).toContain('Jente');
    expect(errors).toEqual([]);
  });
});
