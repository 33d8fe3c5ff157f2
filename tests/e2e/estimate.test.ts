import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch, watchedPage } from './browser';
import { goTo } from './open-app';
import { serveApp } from './serve-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The page, once the app has fetched its parts and shut its door. */
async function openEstimate(script?: () => void, url = inject('url')) {
  const watched = await watchedPage(browser);
  const { page } = watched;
  if (script) await page.addInitScript(script);
  await page.goto(`${url}/`);
  await page.locator('meta[content="connect-src blob:"]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await goTo(page, 'How many may not be known');
  await page.getByRole('heading', { level: 1, name: 'How many may not be known' }).waitFor();
  return watched;
}

type Held = typeof globalThis & { letGo?: () => void };

/** Holds the request back from a started worker, which is too busy to be asked once it has it. */
function hold(): void {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message: unknown, second?: object) {
    const send = () => postMessage.call(this, message, second);
    if (Object.hasOwn(Object(message), 'assess')) Object.assign(globalThis, { letGo: send });
    else send();
  };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const example = (page: Page) => button(page, 'Use the published UK table, 2013').click();
const result = (page: Page) => page.locator('section.figure');
const run = async (page: Page) => {
  await button(page, 'Estimate').click();
  await result(page).waitFor({ timeout: 120_000 });
};
async function paste(page: Page, text: string) {
  const box = page.getByLabel(/One column for each list/);
  if (!(await box.isVisible())) await page.getByText('Paste counts').click();
  await box.fill(text);
  await button(page, 'Read into the table').click();
}

/** Five lists that share enough for the slow rule: many seconds of work. */
const slow = ['a,b,c,d,e,count']
  .concat(
    Array.from({ length: 31 }, (_, i) => {
      const on = [...(i + 1).toString(2).padStart(5, '0')];
      const count = [200, 40, 9, 4, 2][on.filter((cell) => cell === '1').length - 1]!;
      return `${on.join()},${count + (i % 7)}`;
    }),
  )
  .join('\n');

describe('an estimate of how many may not be known', () => {
  it('of the published table is a range, and no server hears of it', async () => {
    const app = await serveApp();
    const { page, errors, violations } = await openEstimate(undefined, app.url);
    app.asked.length = 0;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
    });
    expect(page.workers()).toHaveLength(1);
    expect(await button(page, 'Estimate').isDisabled()).toBe(true);
    await example(page);
    await run(page);
    const words = await result(page).innerText();
    expect(await result(page).getByRole('heading', { level: 2 }).innerText()).toBe(
      'Unstable: show the range of models, no single number',
    );
    const lead = await result(page).locator('p.lead').innerText();
    expect(lead).toBe(
      'Defensible models give from about 10,000 to 34,000 people; no single number can be given; 2,744 are known. The lists share 221 people. The estimate rests on assumptions that the data cannot test.',
    );
    expect(words.match(/11,313/g)).toHaveLength(1);
    expect(words).toContain('11,313, is what the chosen model gives: one model inside the range');
    const rows = result(page).getByRole('table', { name: 'Range of models' }).locator('tbody tr');
    const cells = await Promise.all(
      (await rows.all()).map((row) => row.locator('th, td').allInnerTexts()),
    );
    expect(cells.map((row) => row.at(-1))).toEqual([
      '13,000',
      '11,000',
      '23,000',
      '25,000',
      '11,000',
      '12,000',
      '23,000',
      '10,000',
      '11,000',
    ]);
    expect(cells[1]![0]).toContain('chosen by the fixed rule');
    expect(await result(page).locator('dd').allInnerTexts()).toEqual([
      '9,800 to 13,000',
      '9,300 to 15,000',
    ]);
    expect(await result(page).locator('ul li').allInnerTexts()).toEqual([
      'Same population and period',
      'Lists linked without error',
      'Nobody enters or leaves',
      'Some chance for every person to be on each list',
      'Lists may depend in pairs, not beyond what the model says',
      'People with no chance of detection are not in N̂, the estimate',
    ]);

    await page.getByLabel('Seed').fill('7');
    await result(page).waitFor({ state: 'detached' });
    await run(page);
    const other = await result(page).locator('dd').allInnerTexts();
    expect(await result(page).innerText()).toContain('Seed 7:');
    await page.getByLabel('Row 1, count').fill('55');
    await result(page).waitFor({ state: 'detached' });
    await page.getByLabel('Row 1, count').fill('54');
    await run(page);
    expect(await result(page).locator('dd').allInnerTexts()).toEqual(other);

    // Only the engine's is left.
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(1);
    expect(app.asked, 'the app’s own server').toEqual([]);
    expect(asked).toEqual([]);
    expect([...errors, ...violations]).toEqual([]);
    await page.context().close();
    await app.close();
  });

  it('can be cancelled, and a new run answers', async () => {
    const { page, errors } = await openEstimate();
    await paste(page, slow);
    await button(page, 'Estimate').click();
    await page.waitForFunction(() => document.querySelector('progress')!.value > 0, null, {
      timeout: 120_000,
    });
    expect(page.workers()).toHaveLength(2);
    await button(page, 'Cancel').click();
    await page.getByText('Cancelled. Nothing was computed.').waitFor();
    // Chromium lets a busy worker go on for two seconds before it kills it.
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Estimate');
    await example(page);
    await run(page);
    expect(await result(page).locator('p.lead').innerText()).toContain('2,744 are known');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('runs in a worker that reaches no server', async () => {
    const { page, errors } = await openEstimate(hold);
    await example(page);
    await button(page, 'Estimate').click();
    await page.waitForFunction(() => (globalThis as Held).letGo);
    const reached = await page
      .workers()
      .at(-1)!
      .evaluate(
        (url) =>
          fetch(url).then(
            () => 'reached',
            (error: Error) => error.name,
          ),
        `${inject('url')}/index.html`,
      );
    expect(reached).toBe('TypeError');
    await page.evaluate(() => (globalThis as Held).letGo!());
    await result(page).waitFor({ timeout: 120_000 });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says what is wrong with a table, and what stopped an estimate', async () => {
    const { page, errors } = await openEstimate();
    await paste(page, 'age,town\n14,Oslo');
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain('There is no column named “count”.');
    expect(await alert.innerText()).not.toContain('Oslo');
    await page.locator('input[type=file]').setInputFiles({
      name: 'counts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Police,Shelter,Court,count\n1,0,0,30\n0,1,0,40\n0,x,1,35\n1,1,0,10\n'),
    });
    await page.getByText('Row 3, Shelter: write 1 for on the list or 0 for not.').waitFor();
    expect(await alert.count()).toBe(0);
    expect(await button(page, 'Estimate').isDisabled()).toBe(true);
    await page.getByLabel('Row 3, on Shelter').fill('0');
    await run(page);
    expect(await result(page).getByRole('heading').innerText()).toBe('No estimate is shown');
    const words = await result(page).innerText();
    expect(words).toContain('Fewer than 11 people are on two lists or more');
    expect(words).not.toMatch(/\b10\b|115/);

    await paste(page, 'police,shelter,count\n1,0,60\n0,1,50\n1,1,12');
    await run(page);
    expect(await result(page).getByRole('heading', { level: 2 }).innerText()).toBe(
      'Needs independence, which cannot be checked',
    );
    expect(await result(page).locator('p.lead').innerText()).toMatch(
      /^Between about 2\d0 and 4\d0 children \(Chapman estimate 350\); 122 are known\. The lists share 12 children\./,
    );
    expect(await result(page).locator('dd').last().innerText()).toMatch(/^about 370, itself/);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
