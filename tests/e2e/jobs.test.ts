import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launch, type Watched } from './browser';
import { downloaded, goTo, openDemo, openFigure, settled } from './open-app';

let browser: Browser;
/** The made-up country, opened once; each test goes to its own page and view first. */
let demo: Watched;
beforeAll(async () => {
  browser = await launch();
  demo = await openDemo(browser);
}, 180_000);
afterAll(() => browser.close());

/** The page of a figure in a view that the address alone gives. */
async function figure(id: string, fragment = ''): Promise<Page> {
  const { page } = demo;
  await openFigure(page, id);
  await view(page, fragment);
  return page;
}

async function view(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), fragment);
  // Shown by the figure itself, so the figure is that of the view.
  await (
    fragment.includes('view=working')
      ? page.getByText('Saving is available in Release view.')
      : page.getByRole('button', { name: 'Save data (CSV)' })
  )
    .first()
    .waitFor();
  await settled(page);
}

const number = (text: string) => Number(/[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));
const figureText = (page: Page) => page.locator('section.figure').first().innerText();
/** The cells of a row of the page's first figure, by its header. */
const cells = (page: Page, header: string | RegExp) =>
  page
    .locator('section.figure')
    .first()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: header }) })
    .locator('td')
    .allInnerTexts();

it('explains a figure in one action, from all rows to the open cases, and again the same', async () => {
  const page = await figure('RF-02', '#view=working');
  expect(await page.locator('.subtitle').first().innerText()).toContain(
    'children under 18, or presumed to be, when first detected',
  );
  const before = await figureText(page);
  await page.getByRole('link', { name: 'Explain this number' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('explain');
  const lines = await page.locator('#explain tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      count: row.querySelector('td')!.innerText,
      words: row.querySelector('th')!.innerText,
      total: row.classList.contains('total'),
    })),
  );
  let left = number(lines[0]!.count);
  for (const { count, words, total } of lines.slice(1)) {
    if (total) expect(number(count), words).toBe(left);
    else if (count.startsWith('−')) left -= number(count);
  }
  const parts = lines.filter(({ words }) => words.startsWith('of which'));
  expect(parts.reduce((sum, { count }) => sum + number(count), 0)).toBe(left);
  const part = (words: string) => number(parts.find((one) => one.words.includes(words))!.count);
  expect(part('still waiting when last followed')).toBeGreaterThan(0);
  const [median, , closed, base] = await cells(page, 'Half are referred within');
  expect(number(closed!)).toBe(part('had the event'));
  expect(number(base!)).toBeGreaterThan(number(closed!));
  const [completed] = await cells(page, 'Half of completed referrals only, biased short');
  expect(completed).toContain('[t]');
  expect(number(completed!), 'hours, finished cases alone').toBeLessThan(number(median!));
  const [waiting] = await cells(page, 'Still waiting after 90 days');
  const [, , referred] = await cells(page, 'Referred within 90 days');
  expect(number(waiting!) + number(referred!)).toBeLessThanOrEqual(number(base!));
  await page.locator('#explain summary').click();
  expect(await page.locator('#explain pre').innerText()).toMatch(/SELECT[^]+FROM/);
  await openFigure(page, 'ID-03');
  await openFigure(page, 'RF-02');
  expect(await figureText(page)).toBe(before);
});

it('cuts time as asked, in every label and file, and never two ways in one table', async () => {
  const page = await figure('ID-01');
  expect(await page.getByRole('columnheader', { name: 'age is not known' }).count()).toBe(1);
  const chip = page.locator('details[name="filter-bar"] summary', { hasText: 'Period' });
  const told = async (pattern: RegExp, words: string) => {
    await page.locator('.subtitle', { hasText: words }).first().waitFor();
    const headers = () =>
      page.locator('section.figure').first().getByRole('rowheader').allInnerTexts();
    await expect
      .poll(async () => (await headers()).filter((header) => !pattern.test(header)), {
        timeout: 60_000,
      })
      .toEqual([]);
    await settled(page);
    expect((await headers()).length).toBeGreaterThan(3);
    const title = await page.locator('section.figure h2').first().innerText();
    const period = / recorded (?:in|from) (.+)$/.exec(title)?.[1] ?? '';
    expect(period, title).toMatch(pattern);
    expect(await page.locator('p.lead').innerText()).toContain(period);
  };
  await chip.click();
  await page.getByRole('radio', { name: 'By financial year' }).check();
  await page.getByLabel('First month of the financial year').selectOption({ label: 'July' });
  await page.waitForURL(/period=financial-07/);
  await told(/^the year ending June \d{4}$/, 'by financial year from July');
  expect((await cells(page, 'the year ending June 2021')).join()).toContain('[m]');
  expect(await page.locator('p.lead').innerText()).toContain('not compared');
  const csv = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save data (CSV)' }).click(),
  );
  const periods = csv.text
    .split('\n')
    .flatMap((line) => /^ID-01,\d,\w+,([^,]+)/.exec(line)?.[1] ?? []);
  expect(periods.length).toBeGreaterThan(6);
  for (const period of periods) expect(period).toMatch(/^\d{4}-07\.\.\d{4}-06$/);
  await chip.click();
  await page.getByRole('radio', { name: 'By year ending in' }).check();
  await page.getByLabel('Last month of the year').selectOption({ label: 'March' });
  await page.waitForURL(/period=ending-03/);
  await told(/^the year ending March \d{4}$/, 'by year ending in March');
  await page.getByRole('radio', { name: 'By quarter' }).check();
  await page.waitForURL(/period=quarter/);
  await told(/^\w+ to \w+ \d{4}$/, 'by quarter');
  await page.keyboard.press('Escape');
});

it('says beside each kind of chart how it is read and what it does not say', async () => {
  const said = new Set<string>();
  for (const id of ['ID-01', 'ID-03', 'ND-03', 'MC-02', 'VW-01', 'FC-01']) {
    const page = await figure(id, '#view=working');
    const help = page.locator('.picture details').first();
    await help.locator('summary').press('Enter');
    await help.getByText('What it does not say').waitFor();
    said.add(await help.innerText());
  }
  expect(said.size).toBe(6);
});

it('counts children and episodes missing from care apart, by the definition chosen', async () => {
  const page = await figure('MC-01', '#view=working');
  const [children] = await cells(page, 'Children who went missing');
  await figure('MC-02', '#view=working');
  const episodes = async () => number((await cells(page, 'Episodes per 100 child-months'))[2]!);
  const missing = await episodes();
  expect(missing).toBeGreaterThan(number(children!));
  await page.locator('details[name="filter-bar"] summary', { hasText: 'Episodes' }).click();
  await page.getByRole('radio', { name: 'Missing, and away without permission' }).check();
  await page.waitForURL(/options=/);
  await expect.poll(episodes, { timeout: 60_000 }).toBeGreaterThan(missing);
  await page.keyboard.press('Escape');
  await figure('MC-05', '#view=working');
  expect(number((await cells(page, 'Children still missing'))[0]!)).toBeGreaterThan(0);
});

it('shows a funder gaps, cliffs and overlaps in words, without cause or rank', async () => {
  const { page } = demo;
  await goTo(page, 'Funding');
  await view(page, '');
  await page.locator('section.figure svg').first().waitFor();
  expect(await page.locator('p.lead').innerText()).toMatch(
    /\d have money that ends within 6 months, \d within 12 months, with no grant after it/,
  );
  const portfolio = page.getByRole('table', { name: /^Portfolio/ });
  const columns = await portfolio.getByRole('columnheader').allInnerTexts();
  for (const column of ['Median grant', 'Grants of 24 months', 'per funded', 'per unfunded'])
    expect(columns.join()).toContain(column);
  const open = await portfolio.getByRole('row', { name: /^programme-4/ }).innerText();
  expect(open).toMatch(/no end date[^]+0 days/);
  const states = await portfolio.locator('tbody td:nth-child(2)').allInnerTexts();
  expect(new Set(states.map((state) => state.trim()))).toEqual(
    new Set(['On plan', 'Gap ahead', 'No data']),
  );
  const chart = page.locator('section.figure .chart');
  await chart.focus();
  const read = page.locator('section.figure p.reading');
  const stops = new Set<string>();
  for (let at = 0; at < 200 && ![...stops].some((stop) => /grants overlap/.test(stop)); at += 1) {
    await page.keyboard.press('ArrowRight');
    stops.add(await read.innerText());
  }
  expect([...stops].at(-1)).toContain('grants overlap');
  const text = await page.locator('main').innerText();
  expect(text).not.toMatch(/\b(led to|because of|thanks to|resulted in|ranked)\b/i);
  await page.getByRole('link', { name: 'Explain this number' }).press('Enter');
  expect(await page.locator('#explain').innerText()).toMatch(/FC-06, revision \d/);
});

it('says on every page and in every file that the data are made up', async () => {
  const { page } = demo;
  const names = ['Start', 'Data', 'Funding', 'Data quality', 'Checklist', 'Methods'];
  for (const name of names) {
    await goTo(page, new RegExp(`^${name}( Problems \\d+)?$`));
    expect(await page.getByText('Made-up data', { exact: true }).isVisible(), name).toBe(true);
  }
  await figure('ID-01');
  for (const name of ['Save chart (SVG)', 'Save data (CSV)', 'Save notes (TXT)']) {
    const file = await downloaded(page, () => page.getByRole('button', { name }).click());
    expect(file.name).toContain('made-up');
    if (!name.includes('CSV')) expect(file.text).toContain('no child in these figures exists');
  }
});

it('leads by keys alone from the overview to an explanation, in sight and without a trap', async () => {
  const { page, errors } = demo;
  await goTo(page, 'Indicators');
  await page.evaluate(() => (location.hash = ''));
  let stops = 0;
  const tabTo = async (name: string) => {
    const met = new Set<string>();
    for (;;) {
      await page.keyboard.press('Tab');
      stops += 1;
      const at = await page.evaluate(() => {
        const node = document.activeElement as HTMLElement;
        const box = node.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(node);
        const inSight = box.bottom > 0 && box.top < innerHeight && box.width > 0;
        const text = (node.ariaLabel ?? node.textContent ?? '').trim();
        const place = [...document.querySelectorAll('*')].indexOf(node);
        return { text, place, seen: inSight && outlineStyle !== 'none' && outlineWidth !== '0px' };
      });
      expect(at.seen, `focus on ${at.text.slice(0, 40)}`).toBe(true);
      expect(met.has(String(at.place)), `again on ${at.text.slice(0, 40)}`).toBe(false);
      met.add(String(at.place));
      if (at.text === name) return;
      expect(stops).toBeLessThan(120);
    }
  };
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await tabTo('Skip to the content');
  await page.keyboard.press('Enter');
  await tabTo('Children registered as victims');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/id-01/**');
  await settled(page);
  await tabTo('Explain this number');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('explain');
  expect(errors).toEqual([]);
});
