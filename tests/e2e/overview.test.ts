import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { demoCountry } from '$lib/demo/demo-country';
import { launch, type Watched } from './browser';
import { allTiles, filePayload, openApp, openDemo } from './open-app';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
/** The made-up country, opened once: each test goes on where the one before it ended. */
let demo: Watched;
beforeAll(async () => {
  browser = await launch();
  demo = await openDemo(browser);
}, 180_000);
afterAll(() => browser.close());

/** Brings the standing blocks into view and waits for what they say. */
async function allBlocks(page: Page): Promise<void> {
  await page.locator('[data-block="overlooked"]').scrollIntoViewIfNeeded();
  await page.locator('[data-block="overlooked"] tbody tr').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(
    () => {
      const waits = [...document.querySelectorAll('[data-block="waiting"] tbody')];
      const next = waits.find((one) => !one.hasAttribute('data-wait'));
      next?.scrollIntoView({ block: 'center' });
      return waits.length > 0 && !next;
    },
    null,
    { timeout: 120_000, polling: 200 },
  );
  await page.locator('[data-block="cannot-tell"]').scrollIntoViewIfNeeded();
  await page.locator('[data-block="cannot-tell"] dd[aria-busy="false"]').waitFor();
}

/** Everything axe finds in the content of the page, of whatever weight. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run(context: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    return (await tool.run('main')).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`,
    );
  });
}

const partsOf = (page: Page) =>
  page
    .locator('[data-part]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-part') ?? ''));

const text = (page: Page, block: string) => page.locator(`[data-block="${block}"]`).innerText();

describe('the overview of the made-up country', () => {
  it('has a tile for every core figure and the three standing blocks', async () => {
    const { page } = demo;
    await page.locator('p.lead strong').first().waitFor();
    expect(await page.locator('p.lead').innerText()).toMatch(/\d/);
    await allTiles(page);
    const tiles = await page.locator('article[data-figure]').evaluateAll((all) =>
      all.map((tile) => ({
        id: tile.getAttribute('data-figure'),
        base: tile.querySelector('.base')?.textContent ?? '',
        text: tile.textContent ?? '',
      })),
    );
    expect(tiles.length).toBeGreaterThanOrEqual(27);
    for (const { id, base, text: words } of tiles)
      expect(base || /Cannot be computed.*needs/.exec(words)?.[0], id ?? '').toMatch(/\S/);
    expect(tiles.filter(({ base }) => base).length).toBeGreaterThan(20);
    await allBlocks(page);
    const overlooked = await text(page, 'overlooked');
    for (const group of [
      'Boys',
      'Aged 15 to 17',
      'disability',
      'LGBTQI+',
      'Nationals',
      'Minorities',
    ])
      expect(overlooked).toContain(group);
    expect(await page.locator('[data-part="overlooked"]').innerText()).toContain(
      'Absence of data is not absence of children',
    );
    const waiting = await text(page, 'waiting');
    expect(waiting).toMatch(/Referred within 24 hours\s+\d+(\.\d)?%/);
    expect(waiting).toContain('Times of finished cases alone are shorter than the truth');
    const limits = await text(page, 'cannot-tell');
    expect(limits).toMatch(/persons of unknown age|\[c\]/);
    expect(limits).toMatch(/monthly reports of organisations are absent/);
  });

  it('shows no number from 1 to 10 in the blocks in Release view', async () => {
    const { page } = demo;
    await allBlocks(page);
    const cells = await page
      .locator('[data-block="overlooked"] td.number, [data-block="waiting"] td.number')
      .allInnerTexts();
    expect(cells.length).toBeGreaterThan(20);
    const counts = cells
      .filter((cell) => /^[\d,]+( \w+)?$/.test(cell.trim()))
      .map((cell) => Number(cell.trim().split(' ')[0]!.replaceAll(',', '')));
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter((count) => count >= 1 && count <= 10)).toEqual([]);
    expect(
      await page.locator('[data-block="waiting"] th', { hasText: 'Still waiting' }).count(),
    ).toBe(0);
  });

  it('has no axe violation in light and dark, and fits 320 px', async () => {
    const { page } = demo;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(400);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('changes its order with who reads, and nothing else', async () => {
    const { page } = demo;
    const analyst = await partsOf(page);
    expect(analyst.slice(0, 5)).toEqual([
      'identification',
      'protection',
      'non-punishment',
      'victim-witness',
      'recovery',
    ]);
    await page.getByRole('button', { name: 'Advocacy' }).click();
    await page.locator('[data-part]:first-child[data-part="overlooked"]').waitFor();
    expect(page.url()).toContain('#as=advocacy');
    const advocacy = await partsOf(page);
    expect(advocacy.slice(0, 3)).toEqual(['overlooked', 'missing', 'non-punishment']);
    await page.getByRole('button', { name: 'Donor' }).click();
    await page.locator('[data-part]:first-child[data-part="funding"]').waitFor();
    const donor = await partsOf(page);
    for (const other of [advocacy, donor]) expect(other.toSorted()).toEqual(analyst.toSorted());
    await page.getByRole('button', { name: 'Working', exact: true }).click();
    await page.waitForURL(/view=working&as=donor/);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/as=advocacy/);
    expect(await partsOf(page)).toEqual(advocacy);
  });

  it('counts who still waits in Working view only', async () => {
    const { page } = demo;
    await page.getByRole('button', { name: 'Working', exact: true }).click();
    await page.locator('[data-block="waiting"] th', { hasText: 'Still waiting' }).waitFor();
    await allBlocks(page);
    const row = page.locator('[data-wait="RF-02"] tr', { hasText: 'Referred within 24 hours' });
    expect(await row.locator('td').nth(2).innerText()).toMatch(/^[\d,]+$/);
  });

  it('prints of a tile that was not in view that it was not computed', async () => {
    const { page } = demo;
    const last = page.locator('article:not([data-figure])').last();
    await page.emulateMedia({ media: 'print' });
    expect(await last.innerText()).toContain('was not in view on the screen before printing');
    await page.emulateMedia({ media: 'screen' });
    expect(await last.innerText()).not.toContain('before printing');
    expect([...demo.errors, ...demo.violations]).toEqual([]);
  });
});

describe('the overview of files that lack tables', () => {
  it('says what each figure needs and what is not collected', async () => {
    const { page, errors } = await openApp(browser);
    const cases = demoCountry({ children: 400 }).find(({ name }) => name === 'cases.csv')!;
    const rows = cases.text.split(/\r?\n/).map((line) => line.split(','));
    const gone = ['disability_any', 'sogiesc_minority'].map((name) => rows[0]!.indexOf(name));
    const lines = rows.map((row) => row.filter((_, at) => !gone.includes(at)).join(','));
    await page
      .locator('input[type=file]')
      .setInputFiles([filePayload('cases.csv', lines.join('\n'))]);
    await page.getByRole('button', { name: 'See the indicators' }).click({ timeout: 60_000 });
    await allTiles(page);
    await allBlocks(page);
    const row = (group: string) =>
      page.locator('[data-block="overlooked"] tr', { hasText: group }).innerText();
    expect(await row('disability')).toMatch(/\[x\]\s+not collected/);
    expect(await row('LGBTQI+')).toMatch(/\[x\]\s+not collected/);
    expect(await row('Boys')).toMatch(/Boys\s+(\d+|\[c\])/);
    const limits = await text(page, 'cannot-tell');
    expect(limits).toMatch(/Table referrals: needed for.*RF-02/s);
    expect(limits).toContain('No coverage file says which organisations reported');
    const absent = page.locator('article.absent[data-figure="RF-02"]');
    expect(await absent.innerText()).toMatch(/needs\s+the table referrals/);
    expect(errors).toEqual([]);
  });
});
