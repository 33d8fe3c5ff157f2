import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { sharedData } from '../shared-data';
import { launch } from './browser';
import { allTiles, openApp, openFigure, settled } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the k-anonymised CTDC export on the page', () => {
  const path = sharedData('ctdc/dados_app.csv');
  it('gives the same figures as a plain count of the file', async () => {
    if (!path) return;
    const rows = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const children = rows.filter(({ ageBroad = '' }) => /^(0--8|9--17)$/.test(ageBroad));
    const { page, errors } = await openApp(browser);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
    const account = (await page.locator('p.lead').innerText()).match(/[\d,]+/g)?.[0];
    expect(account).toBe('48,773');
    expect(rows.length).toBe(48_773);
    await page.getByRole('button', { name: 'Working', exact: true }).click();
    await page.getByRole('button', { name: 'See the indicators' }).click();
    await allTiles(page);
    await openFigure(page, 'ID-01');
    const table = await page.locator('section.figure table tbody tr').allInnerTexts();
    const shown = new Map(
      table
        .map((line) => line.split(/\s*\t\s*/))
        .map(([year = '', count = '']) => [year, Number(count.replaceAll(',', ''))]),
    );
    const years = [...new Set(children.map((row) => row.yearOfRegistration ?? ''))];
    expect(years.length).toBeGreaterThan(10);
    for (const year of years)
      expect(shown.get(year), year).toBe(
        children.filter((row) => row.yearOfRegistration === year).length,
      );
    await page.locator('summary', { hasText: 'Break down by' }).click();
    await page.getByRole('checkbox', { name: 'Gender', exact: true }).check();
    await settled(page);
    const groups = await page
      .locator('section.figure')
      .nth(1)
      .locator('table tbody tr')
      .allInnerTexts();
    const girls2016 = children.filter(
      (row) => row.yearOfRegistration === '2016' && row.gender === 'Female',
    ).length;
    expect(groups.find((line) => line.startsWith('2016'))).toContain(
      girls2016.toLocaleString('en-GB'),
    );
    expect(errors).toEqual([]);
  });
});
