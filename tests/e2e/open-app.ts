import { createReadStream } from 'node:fs';
import { inject } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { watchedPage, type Watched } from './browser';

/** The app in a fresh profile, opened at a path of the build, on the server of all tests or on `url`. */
export async function openApp(browser: Browser, path = '/', url = inject('url')): Promise<Watched> {
  const watched = await watchedPage(browser);
  await watched.page.goto(`${url}${path}`);
  await started(watched.page);
  return watched;
}

/** Waits until the app has taken over the page that was served: before that its buttons do nothing. */
export const started = (page: Page): Promise<void> =>
  page.locator('#svelte-announcer').waitFor({ state: 'attached', timeout: 60_000 });

/** The app with the made-up data, at the list of indicators with its first figure. */
export async function openDemo(browser: Browser, url = inject('url')): Promise<Watched> {
  const watched = await openApp(browser, '/#demo', url);
  await watched.page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
  return watched;
}

/** Brings every tile of the list into view and waits until it shows its figure or what it needs. */
export async function allTiles(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const tiles = [...document.querySelectorAll('article')];
      const next = tiles.find((tile) => !tile.hasAttribute('data-figure'));
      next?.scrollIntoView({ block: 'center' });
      return tiles.length > 0 && !next;
    },
    null,
    { timeout: 180_000, polling: 200 },
  );
  await page.evaluate(() => scrollTo(0, 0));
}

const mainLink = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

/** Waits until the page of this link of the main navigation has taken the place of the last. */
export const onPage = (page: Page, name: string | RegExp): Promise<void> =>
  mainLink(page, name).and(page.locator('[aria-current="page"]')).waitFor();

/** Follows a link of the main navigation. */
export async function goTo(page: Page, name: string | RegExp): Promise<void> {
  await mainLink(page, name).click();
  await onPage(page, name);
}

/** Goes to an indicator from the list and waits for its figure. */
export async function openFigure(page: Page, id: string): Promise<void> {
  await goTo(page, 'Indicators');
  await follow(page, id);
  await settled(page);
}

/** Follows the link of an indicator in the list. */
export async function follow(page: Page, id: string): Promise<void> {
  // No mouse: the page that has just been opened scrolls to its top, at times between press and release.
  await page.locator(`a[href*="/${id.toLowerCase()}"]`).dispatchEvent('click');
  await page.waitForURL(`**/${id.toLowerCase()}**`);
}

/** Waits until the figure of the page is computed for the view in the address. */
export async function settled(page: Page): Promise<void> {
  // A click changes the address first and the figure a moment later.
  await page.waitForTimeout(200);
  await page.locator('section.figure').first().waitFor({ timeout: 120_000 });
  await page.locator('p.lead[aria-busy="false"]').waitFor({ timeout: 120_000 });
}

/** Text of a download. */
export async function downloaded(
  page: Page,
  click: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(await download.path())) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/** Files for the file chooser. */
export const filePayload = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});
