import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launch } from './browser';
import { openDemo } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const changes = process.env.SOAK ? 2000 : 40;
const warmUp = 60;

const genders = ['female', 'male'];
const bands = ['0-5', '6-11', '12-14', '15-17'];
const forms = ['sexual', 'labour', 'criminal'];
const periods = ['', 'period=year&', 'period=financial-04&', 'period=half&'];

/** The nth view; the four lists have lengths that meet seldom, so the views hardly repeat. */
function fragment(n: number): string {
  const where = [
    `gender:${genders[n % 2]}`,
    ...(n % 3 ? [`age_band:${bands[n % 4]}`] : []),
    ...(n % 5 ? [`main_form:${forms[n % 3]}`] : []),
    ...(n % 7 ? [] : ['org_type:police']),
  ];
  return `#${periods[Math.floor(n / 11) % 4]}where=${where.join(';')}&view=working`;
}

/** Goes to the view by its address and waits until every tile in sight shows it. */
async function change(page: Page, n: number): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), fragment(n));
  await page.waitForFunction(
    () => {
      const tiles = [...document.querySelectorAll('article')].filter(
        (tile) => tile.getBoundingClientRect().top < innerHeight,
      );
      return tiles.length > 0 && tiles.every((tile) => tile.ariaBusy !== 'true');
    },
    null,
    { timeout: 60_000 },
  );
}

async function heapMegabytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}

it(`stays as it was over ${changes} changes of filter in one tab`, async () => {
  const { page, errors, violations } = await openDemo(browser);
  await page.setViewportSize({ width: 1280, height: 1600 });
  const cdp = await page.context().newCDPSession(page);
  for (let n = 0; n < warmUp; n++) await change(page, n);
  const before = await heapMegabytes(cdp);
  for (let n = warmUp; n < warmUp + changes; n++) await change(page, n);
  const after = await heapMegabytes(cdp);
  console.info(`heap of the page ${before.toFixed(1)} → ${after.toFixed(1)} MB`);
  expect(after - before).toBeLessThan(Math.max(8, 0.25 * before));
  expect([...errors, ...violations]).toEqual([]);
}, 7_200_000);
