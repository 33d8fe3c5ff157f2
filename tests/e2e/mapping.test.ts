import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Recipe } from '$lib/ingest/recipe';
import { launch } from './browser';
import { downloaded, filePayload, goTo, openApp, openFigure } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const names = ['Kari Hansen', 'Anna Berg', 'Emma Lie', 'Lars Dahl', 'Per Moen', 'Ida Vik'];
const children = Array.from({ length: 60 }, (_, i) => [
  `S-${1000 + i}`,
  `2024-0${(i % 9) + 1}`,
  'identified',
  ['jente', 'gutt', 'jentebarn'][i % 3],
  String(10 + (i % 7)),
  ['prostitusjon', 'Pornography'][i % 2],
]);
const saker = [
  'saksnummer;melding mottatt måned;victim_status;kjønn;alder ved melding;Hovedtype',
  ...children.map((cells) => cells.join(';')),
  '',
].join('\n');
const withNames = saker
  .split('\n')
  .map((line, i) => (line ? `${line};${i ? names[i % names.length] : 'etikett'}` : line))
  .join('\n');

/** Reaches an element with the Tab key alone. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let i = 0; i < 250; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached with the keyboard');
}

/** Chooses an option of a list by typing the start of its text. */
async function choose(page: Page, list: Locator, typed: string, value: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.type(typed);
  await page.keyboard.press('Tab');
  await page.waitForFunction(([select, wanted]) => (select as HTMLSelectElement).value === wanted, [
    await list.elementHandle(),
    value,
  ] as const);
}

const drop = (page: Page, content: string) =>
  page.locator('input[type=file]').setInputFiles([filePayload('saker.csv', content)]);
const account = (page: Page) =>
  page.getByRole('region', { name: 'Account of every file' }).locator('tbody tr td.number');
const counts = async (page: Page) => (await account(page).allInnerTexts()).map(Number);
const synonyms = (page: Page) => page.getByRole('button', { name: 'Confirm the 4 synonyms of saker.csv' }); // prettier-ignore
const section = (page: Page) => page.locator('summary', { hasText: 'How this file is read' });

it('a file is mapped and read again with the keyboard alone, and the mapping is saved', async () => {
  const { page, errors, violations } = await openApp(browser);
  await drop(page, saker);
  await page.getByRole('heading', { name: 'Confirm how columns are read' }).waitFor({ timeout: 120_000 }); // prettier-ignore
  expect(await counts(page), 'nothing below an exact name is applied').toEqual([60, 0, 0, 0, 60]);
  await goTo(page, 'Indicators');
  await page.getByText('saker.csv: 4 columns to confirm').waitFor();
  await goTo(page, /^Data(?! quality)/);
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await serious(page), `confirm ${width} ${colorScheme}`).toEqual([]);
    expect(await overflow(page), `confirm ${width} ${colorScheme}`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await tabTo(page, synonyms(page));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
  expect(await counts(page)).toEqual([60, 40, 20, 0, 0]);
  expect(await section(page).innerText()).toContain('1 left out');

  await tabTo(page, section(page));
  await page.keyboard.press('Enter');
  const column = page.getByRole('combobox', { name: 'Hovedtype: read as' });
  await column.waitFor({ timeout: 30_000 });
  const shown = await page.locator('main').innerText();
  expect(shown).toContain('jentebarn');
  expect(shown).toContain('a-9999');
  expect(shown).not.toContain('S-1000');

  await choose(page, column, 'Main form', 'main_form');
  const spoken = page.getByRole('status').filter({ hasText: 'Nothing is loaded' });
  await spoken.filter({ hasText: 'Hovedtype → Main form' }).waitFor();
  await choose(
    page,
    page.getByRole('combobox', { name: 'jentebarn in kjønn stands for' }),
    'Girl',
    'code:female',
  );
  expect(await counts(page), 'nothing is loaded yet').toEqual([60, 40, 20, 0, 0]);
  await page.getByText('These choices were not read with yet.').waitFor();

  await tabTo(page, page.getByRole('button', { name: 'Read again with these choices' }));
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .filter({ hasText: 'Read again: 60 records = 60 accepted + 0 with warnings' })
    .waitFor({ timeout: 120_000 });
  expect(await counts(page)).toEqual([60, 60, 0, 0, 0]);

  const saved = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save the mapping for next year' }).click(),
  );
  const [file] = (JSON.parse(saved.text) as Recipe).files;
  expect(file?.columns.Hovedtype).toBe('main_form');
  expect(file?.values).toEqual({ kjønn: { jentebarn: { code: 'female' } } });
  expect(saved.text).not.toContain('S-10');

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [320, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await serious(page), `${width} ${colorScheme}`).toEqual([]);
    expect(await overflow(page), `${width} ${colorScheme}`).toBe(0);
  }

  await page.setViewportSize({ width: 1280, height: 900 });
  await tabTo(page, page.getByRole('button', { name: 'Back to the data before' }).last());
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('.sheet tbody td.number:nth-of-type(4)')?.textContent === '20',
    null,
    { timeout: 120_000 },
  );
  expect(await counts(page)).toEqual([60, 40, 20, 0, 0]);
  expect([...errors, ...violations]).toEqual([]);
  await page.context().close();
});

it('a column of names is never shown, and what was loaded stays until it is left out', async () => {
  const { page, errors } = await openApp(browser);
  await drop(page, saker);
  await synonyms(page).click({ timeout: 120_000 });
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
  await goTo(page, 'Start');
  await drop(page, withNames);
  await page.getByText('Nothing was loaded yet').waitFor({ timeout: 120_000 });
  await synonyms(page).click();
  await section(page).click();
  const names_ = page.getByRole('combobox', { name: 'etikett: read as' });
  await names_.waitFor({ timeout: 30_000 });
  await page.getByText('Could point to a person: not shown.').waitFor();
  for (const target of ['gender', 'main_form', 'org_key']) {
    await names_.selectOption(target);
    await page
      .getByRole('status')
      .filter({ hasText: `(${target})` })
      .waitFor();
    const all = await page.content();
    for (const name of names) expect(all, target).not.toContain(name);
  }
  await names_.selectOption('');
  await page.getByRole('status').filter({ hasText: 'etikett → left out' }).waitFor();
  await page.getByRole('button', { name: 'Read again with these choices' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: 'Read again: 60 records = 40 accepted + 20 with warnings' })
    .waitFor({ timeout: 120_000 });
  expect(errors).toEqual([]);
  await page.context().close();
});

it('files that are ready are loaded while another waits for its words, and say so beside every figure', async () => {
  const { page, errors, violations } = await openApp(browser);
  const exact = saker
    .replaceAll(';', ',')
    .replace(/^.*/, 'case_key,index_month,victim_status,gender,age_at_detection,main_form');
  const sizes =
    'pop_key,area,year,sex,age_from,age_to,population\nP1,NO,2024,1,0,17,500000\nP2,NO,2024,2,0,17,490000\n';
  const files = [filePayload('cases.csv', exact), filePayload('population.csv', sizes)];
  await page.locator('input[type=file]').setInputFiles(files);
  await page
    .getByRole('heading', { name: 'Some files wait for your decision' })
    .waitFor({ timeout: 120_000 });
  expect(await counts(page)).toEqual([60, 40, 20, 0, 0, 2, 0, 0, 0, 2]);
  const words = page.getByRole('region', { name: 'Words of population.csv read as codes' });
  expect(await words.locator('tbody td.number').allInnerTexts()).toEqual(['1', '1']);
  expect(await serious(page)).toEqual([]);
  await page.getByText('Without 1 file that waits').waitFor();

  await goTo(page, 'Indicators');
  await page.getByText('population.csv: 2 words to confirm (2 records for').waitFor();
  await openFigure(page, 'ID-01');
  await page.getByText('Computed without population.csv (population)').first().waitFor();

  await goTo(page, /^Data(?! quality)/);
  await page.getByRole('combobox', { name: '2 in sex stands for' }).selectOption('code:total');
  await page.getByRole('button', { name: 'Confirm the 1 word of population.csv' }).click();
  await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
  expect(await counts(page)).toEqual([60, 40, 20, 0, 0, 2, 2, 0, 0, 0]);
  await page.getByText('Without 1 file that waits').waitFor({ state: 'detached' });
  await goTo(page, 'Indicators');
  expect(await page.getByText('Files that wait').count()).toBe(0);
  expect([...errors, ...violations]).toEqual([]);
  await page.context().close();
});
