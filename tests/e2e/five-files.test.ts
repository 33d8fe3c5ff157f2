import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { fieldLabel, tableOf } from '../../src/routes/data/mapping-labels';
import { fiveFiles, fiveFilesTold as told } from '../fixtures/five-files/five-files';
import { launch } from './browser';
import { filePayload, onPage, openApp, settled } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Reaches an element with the Tab key alone. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached', timeout: 60_000 });
  for (let i = 0; i < 600; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached with the keyboard');
}
async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}
/** Chooses an option of a list by typing its text. */
async function type(page: Page, list: Locator, text: string, value: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(text);
  await page.waitForFunction(([select, wanted]) => (select as HTMLSelectElement).value === wanted, [
    await list.elementHandle(),
    value,
  ] as const);
}

it('five exports of five bodies, from choosing them to the figures, with the keyboard alone', async () => {
  const { page, errors, violations } = await openApp(browser);
  const chooser = page.waitForEvent('filechooser');
  await press(page, page.locator('input[type=file]'));
  await (await chooser).setFiles(fiveFiles.map(({ name, bytes }) => filePayload(name, bytes)));
  await page.getByRole('heading', { name: 'Nothing was loaded yet' }).waitFor({ timeout: 120_000 });

  for (const [i, { table, chosen }] of fiveFiles.entries()) {
    const sheet = page.locator(`section[aria-labelledby="file-${i}"]`);
    if (Object.keys(chosen).length)
      await press(page, sheet.locator('summary', { hasText: 'How this file is read' }));
    for (const [column, field] of Object.entries(chosen)) {
      const list = sheet.getByRole('combobox', { name: `${column}: read as`, exact: true });
      await type(page, list, fieldLabel(tableOf(table), field, 'en').slice(0, 21), field);
    }
  }
  const proposed = fiveFiles.reduce((all, file) => all + Object.keys(file.proposed).length, 0);
  await press(
    page,
    page.getByRole('button', { name: `Confirm all ${proposed} synonyms of 5 files` }),
  );
  for (const { name, drop } of fiveFiles)
    for (const column of drop)
      await press(page, page.getByRole('group', { name: `${column} in ${name}` }).getByRole('radio'), 'Space'); // prettier-ignore
  for (const name of ['Sanne', 'Bakker', 'worker1@'])
    expect(await page.content(), 'no cell of such a column is shown').not.toContain(name);
  await press(page, page.getByRole('button', { name: 'Load the files' }));

  const see = page.getByRole('button', { name: 'See the indicators' });
  await see.waitFor({ timeout: 120_000 });
  const accounts = page.getByRole('region', { name: 'Account of every file' });
  const leftOut = accounts.locator('tfoot td').last();
  await leftOut.and(page.getByText('0', { exact: true })).waitFor({ timeout: 120_000 });
  const rows = accounts.locator('tbody tr');
  for (const [i, { name, table, account }] of fiveFiles.entries()) {
    const { records, accepted, warned, rejected, excluded } = account;
    const cells = await rows.nth(i).locator('th, td').allInnerTexts();
    expect(cells).toEqual([name, table, records, accepted, warned, rejected, excluded].map(String));
  }

  await press(page, see);
  await onPage(page, 'Indicators');
  await press(page, page.getByRole('button', { name: 'Working', exact: true }));
  await page.getByText('Working view – unprotected – do not copy').waitFor();
  const tile = page.locator('[data-figure="ID-01"]');
  await tile.filter({ hasText: new RegExp(`\\b${told.cases}\\b`) }).waitFor({ timeout: 120_000 });

  await press(page, page.locator('a[href*="/id-01"]'));
  await page.waitForURL('**/id-01**');
  await settled(page);
  expect(await page.locator('section.figure table').first().innerText()).toMatch(
    new RegExp(`\\b${told.cases}\\b`),
  );
  await press(page, page.locator('summary', { hasText: 'Break down by' }));
  await press(page, page.getByRole('checkbox', { name: 'Gender', exact: true }), 'Space');
  await settled(page);
  const groups = await page.locator('section.figure').nth(1).locator('table').innerText();
  const unsaid = told.cases - told.girls - told.boys;
  expect(groups).toMatch(/Girl\s+Boy\s+Not recorded\s+Total/);
  expect(
    groups
      .match(/^2024\t.*/m)?.[0]
      .match(/\b\d+\b/g)
      ?.map(Number),
  ).toEqual([2024, told.girls, told.boys, unsaid, told.cases]);
  expect([...errors, ...violations]).toEqual([]);
  await page.context().close();
});
