import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch, watchedPage, type Watched } from './browser';
import { allTiles, follow, openFigure, settled } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What the page did with the worker of the gate, in milliseconds of the page's clock. */
interface Seen {
  /** Whether drafts are held back, as by a worker that is busy with them. */
  hold: boolean;
  drafts: number[];
  ends: number[];
  changes: number[];
}
type Spied = typeof globalThis & { seen: Seen };

/** Notes when the page hands over a draft, ends a worker and is told to change its view. */
function spy(): void {
  const seen: Seen = { hold: false, drafts: [], ends: [], changes: [] };
  Object.assign(globalThis, { seen });
  const { postMessage, terminate } = Worker.prototype;
  Worker.prototype.postMessage = function (message: unknown, second?: object) {
    const draft = Object.hasOwn(Object(message), 'draft');
    if (draft) seen.drafts.push(performance.now());
    if (draft && seen.hold) return;
    return postMessage.call(this, message, second);
  };
  Worker.prototype.terminate = function () {
    seen.ends.push(performance.now());
    return terminate.call(this);
  };
  addEventListener('change', () => seen.changes.push(performance.now()), true);
}

/** The demo data in a page that something was done to before its first script ran. */
async function openDemo(script: () => void): Promise<Watched> {
  const watched = await watchedPage(browser);
  await watched.page.addInitScript(script);
  await watched.page.goto(`${inject('url')}/#demo`);
  return watched;
}

const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as Spied).seen);
const hold = (page: Page, on: boolean): Promise<void> =>
  page.evaluate((held) => {
    (globalThis as Spied).seen.hold = held;
  }, on);
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).first();
/** Opens the list of breakdowns; a click elsewhere closes it. */
const openSplits = (page: Page) => page.locator('summary', { hasText: 'Break down by' }).click();
const mode = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The rows of all tables of the page, cell by cell. */
async function rowsOf(page: Page): Promise<string[][]> {
  const rows = await page.locator('section.figure tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

it('a changed view ends the gate at once and the last view is right', async () => {
  const { page, errors, violations } = await openDemo(spy);
  await allTiles(page);
  await openFigure(page, 'RF-02');
  await page.locator('summary', { hasText: 'Period' }).first().click();
  await page.getByRole('radio', { name: 'By year', exact: true }).check();
  await openSplits(page);
  await box(page, 'Gender').check();
  await settled(page);
  const calm = await rowsOf(page);
  await mode(page, 'Working');
  await settled(page);
  const asked = (await seenBy(page)).drafts.length;
  await openSplits(page);
  for (const name of ['Age group at detection', 'Citizenship, group', 'Main form of exploitation'])
    await box(page, name).check();
  await settled(page);
  expect((await seenBy(page)).drafts.length, 'Working view needs no gate').toBe(asked);

  await hold(page, true);
  await mode(page, 'Release');
  await page.waitForFunction((n) => (globalThis as Spied).seen.drafts.length > n, asked);
  const before = await seenBy(page);
  await openSplits(page);
  await box(page, 'Main form of exploitation').uncheck();
  await page.waitForFunction((n) => (globalThis as Spied).seen.ends.length > n, before.ends.length);
  await hold(page, false);
  await box(page, 'Citizenship, group').uncheck();
  await box(page, 'Age group at detection').uncheck();
  await settled(page);

  const release = await rowsOf(page);
  expect(page.url()).toContain('#period=year&by=gender');
  expect(release.flat().some((cell) => cell.includes('[c]'))).toBe(true);
  // An ended protection leaves no trace: the pattern is the one of the first, undisturbed look.
  expect(release).toEqual(calm);
  expect([...errors, ...violations]).toEqual([]);

  const reached = (url: string) =>
    fetch(url).then(
      () => 'reached',
      (error: Error) => error.name,
    );
  // A worker that was ended while it is asked answers null.
  const answers = await Promise.all(
    page
      .workers()
      .map((worker) => worker.evaluate(reached, `${inject('url')}/index.html`).catch(() => null)),
  );
  expect(answers).toContain('TypeError');
  expect(answers).not.toContain('reached');
  await page.context().close();
});

it('where the worker cannot start, words are shown and no figure', async () => {
  const { page, errors } = await openDemo(() => {
    const Real = Worker;
    let started = 0;
    globalThis.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        // The engine comes first; the gate is the second.
        if (started++ > 0) throw new DOMException('refused', 'SecurityError');
        super(url, options);
      }
    };
  });
  await page.getByRole('link', { name: 'Indicators' }).first().waitFor();
  await page.waitForURL(/indicators/);
  await page.locator('article').first().waitFor({ timeout: 120_000 });
  await follow(page, 'RF-02');
  await page
    .getByText('Disclosure control could not be started')
    .first()
    .waitFor({ timeout: 120_000 });
  expect(await page.locator('section.figure').count()).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
});
