import { onTestFailed } from 'vitest';
import type { Page } from 'playwright-core';
import type { Watched } from './browser';

/** Back to the list of indicators, in the view, window and light that a page has when it is opened. */
async function asOpened(page: Page): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    for (const open of document.querySelectorAll<HTMLDetailsElement>('header details[open]'))
      open.open = false;
    if (location.hash) location.hash = '';
  });
  const list = page.locator('#site-nav a[href*="/indicators"]');
  await list.and(page.locator(':not([href*="#"])')).dispatchEvent('click');
  await list.and(page.locator('[aria-current="page"]')).waitFor();
  await page.waitForFunction(() => location.hash === '');
  await page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
}

/**
 * One page for the tests of a file, opened by the first that asks for it and brought back to the list
 * of indicators for each later one. Figures stay computed and steps can be undone; a test of starting,
 * ending, errors or what is kept opens a page of its own. A page on which a test failed is given up.
 */
export function sharedPage(open: () => Promise<Watched>): () => Promise<Watched> {
  let shared: Watched | undefined;
  return async () => {
    onTestFailed(async () => {
      const failed = shared;
      shared = undefined;
      await failed?.page.context().close();
    });
    if (shared) await asOpened(shared.page);
    else shared = await open();
    return shared;
  };
}
