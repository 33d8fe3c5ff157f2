import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { demoCountry } from '$lib/demo/demo-country';
import { launch, watchedPage } from './browser';
import {
  allTiles,
  downloaded,
  filePayload,
  goTo,
  onPage,
  openApp,
  openDemo,
  openFigure,
  settled,
} from './open-app';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

describe('from files to a saved figure', () => {
  it('reads files that were chosen while the app was still starting', async () => {
    const { page, errors } = await watchedPage(browser);
    let start = (): void => undefined;
    const started = new Promise<void>((resolve) => (start = resolve));
    await page.route('**/_app/immutable/**', async (route) => {
      await started;
      await route.continue();
    });
    await page.goto(inject('url'), { waitUntil: 'commit' });
    const files = demoCountry({ children: 400 }).map(({ name, text }) => filePayload(name, text));
    await page.locator('input[type=file]').setInputFiles(files);
    expect(await page.getByRole('button', { name: 'Open the made-up data' }).isDisabled()).toBe(
      true,
    );
    start();
    await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
    expect(errors).toEqual([]);
  });

  it('drops files, sees the account, filters, and saves what the screen shows', async () => {
    const { page, errors, violations } = await openApp(browser);
    const files = demoCountry({ children: 400 }).map(({ name, text }) => filePayload(name, text));
    await page.locator('input[type=file]').setInputFiles(files);
    await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
    const account = await page.locator('p.lead').innerText();
    const [records = 0, ...parts] = (account.match(/[\d,]+/g) ?? []).map((n) =>
      Number(n.replaceAll(',', '')),
    );
    expect(records).toBeGreaterThan(400);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(records);
    await page.getByRole('button', { name: 'See the indicators' }).click();
    await allTiles(page);
    await openFigure(page, 'ID-03');
    await page.locator('summary', { hasText: 'Main form' }).click();
    await page
      .getByRole('checkbox', { name: /^Sexual exploitation – in prostitution/i })
      .first()
      .check();
    await settled(page);
    expect(page.url()).toContain('#where=main_form:sexual_prostitution');
    const csv = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save data (CSV)' }).first().click(),
    );
    expect(csv.name).toMatch(/^id-03.*release.*\.csv$/);
    const shown = await page
      .locator('.table-scroll table')
      .first()
      .locator('tbody tr')
      .first()
      .innerText();
    const girls = csv.text.split('\r\n').find((line) => line.includes(',female,'));
    const value = Number(
      girls?.split(',')[girls.split(',').findIndex((cell) => cell === 'share') + 3],
    );
    expect(girls).toBeDefined();
    if (Number.isFinite(value) && value > 0)
      expect(shown).toContain(`${(value * 100).toFixed(1).replace('.0', '')}`);
    await page.goBack();
    await settled(page);
    expect(page.url()).not.toContain('where=');
    expect([...errors, ...violations]).toEqual([]);
  });

  it('keeps Working and Release apart', async () => {
    const { page, errors } = await demo();
    await openFigure(page, 'RF-02');
    expect(await page.getByRole('button', { name: 'Save data (CSV)' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Working', exact: true }).click();
    await settled(page);
    await page.getByText('Working view – unprotected – do not copy').waitFor();
    expect(await page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    await page.getByText('Saving is available in Release view.').waitFor();
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await settled(page);
    const svg = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save chart (SVG)' }).first().click(),
    );
    expect(svg.text).toContain('<svg');
    expect(svg.text.toLowerCase()).toContain('made-up');
    expect(errors).toEqual([]);
  });

  it('shows no withheld number anywhere in the page', async () => {
    const { page } = await demo();
    await openFigure(page, 'ID-01');
    await page.locator('summary', { hasText: 'Break down by' }).click();
    await page.getByRole('checkbox', { name: 'Gender', exact: true }).check();
    await settled(page);
    const marks = await page.locator('.table-scroll .mark', { hasText: '[c]' }).count();
    expect(marks).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Working', exact: true }).click();
    await settled(page);
    const working = await page.locator('section.figure').nth(1).locator('tbody tr').allInnerTexts();
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await settled(page);
    const release = await page.locator('section.figure').nth(1).locator('tbody tr').allInnerTexts();
    const small = working
      .flatMap((row) => row.split(/\t/).slice(1))
      .map(Number)
      .filter((n) => n >= 1 && n <= 10);
    expect(small.length).toBeGreaterThan(0);
    const shown = release.flatMap((row) => row.split(/\t/).slice(1)).map(Number);
    expect(shown.filter((n) => n >= 1 && n <= 10)).toEqual([]);
  });
});

describe('the made-up country', () => {
  it('has the same bytes in the page as in Node', async () => {
    const { page } = await demo();
    await goTo(page, /^Data(?! quality)/);
    await page.getByRole('heading', { name: 'File by file' }).waitFor();
    const shown = await page.locator('main code').allInnerTexts();
    const expected = demoCountry().map(
      ({ text }) => `${createHash('sha256').update(text).digest('hex').slice(0, 16)}…`,
    );
    expect(shown).toEqual(expected);
  });
});

describe('files that cannot be used', () => {
  const cases: [string, string, string | Uint8Array][] = [
    ['an empty file', 'cases.csv', ''],
    [
      'a picture with a wrong name',
      'cases.csv',
      new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]),
    ],
    ['one column', 'cases.csv', 'word\na\nb\n'],
    [
      'names of children',
      'cases.csv',
      'case_key,full_name,index_month\n1,Ola Nordmann,2025-01\n2,Kari Nordmann,2025-02\n',
    ],
    ['a quote never closed', 'cases.csv', 'case_key,index_month\n1,"2025-01\n2,2025-02\n'],
  ];
  it('get a sentence and leave the data before them as they were', async () => {
    const { page, errors } = await openDemo(browser);
    const sentence = page.locator('[data-figure="ID-01"] .sentence');
    const before = await sentence.innerText();
    for (const [what, name, content] of cases) {
      await goTo(page, 'Start');
      await page.locator('input[type=file]').setInputFiles([filePayload(name, content)]);
      await onPage(page, /^Data(?! quality)/);
      await page.waitForFunction(() => !document.querySelector('progress'), null, {
        timeout: 60_000,
      });
      const text = await page.locator('main').innerText();
      expect(text, what).toMatch(/Nothing was loaded yet|rejected/);
      expect(text, what).not.toContain('Nordmann');
      if (text.includes('Nothing was loaded yet')) {
        await goTo(page, 'Indicators');
        expect(await sentence.innerText(), what).toBe(before);
      }
    }
    expect(errors).toEqual([]);
  });
});
