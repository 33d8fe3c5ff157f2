import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { demoCountry } from '$lib/demo/demo-country';
import { columnsOf } from '$lib/schema/tables';
import { formatNumber } from '$lib/report/number-format';
import { launch } from './browser';
import { downloaded, goTo, openApp, openDemo, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';
import { sharedPage } from './shared-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const demo = sharedPage(() => openDemo(browser));

async function openQuality(page: Page): Promise<void> {
  await goTo(page, 'Data quality');
  await page
    .locator('[data-figure="DQ-01"] tbody[data-table="cases"]')
    .waitFor({ timeout: 120_000 });
}

async function openChecklist(page: Page): Promise<void> {
  await goTo(page, 'Checklist');
  await page.locator('[data-figure="PQ-01"]').waitFor({ timeout: 120_000 });
}

/** Waits until nothing on the page is being computed or checked. */
const quiet = (page: Page) =>
  page.waitForFunction(
    () => !/Being computed…|Rules are being checked…/.test(document.body.innerText),
    null,
    { timeout: 170_000, polling: 300 },
  );

/** Rows of a CSV file whose cells hold no line break, by the names of its header. */
function recordsOf(text: string, marker: string): Record<string, string>[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const start = lines.findIndex((line) => line.split(',').includes(marker));
  const names = lines[start]!.split(',').map((name) => name.replace(/^by_/, ''));
  return lines.slice(start + 1).flatMap((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    return cells.length < names.length
      ? []
      : [Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))];
  });
}

const figureCsv = async (page: Page, id: string) => {
  await openFigure(page, id);
  const { text } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Save data (CSV)' }).first().click(),
  );
  return recordsOf(text, 'measure');
};

describe('data quality', () => {
  it('shows the numbers of DQ-01, column by column, in words and figures', async () => {
    const { page, errors, violations } = await demo();
    await openQuality(page);
    const shown = await page.locator('[data-figure="DQ-01"] tr[data-column]').evaluateAll((rows) =>
      rows.map((row) => ({
        table: (row.parentElement as HTMLElement).dataset.table!,
        column: (row as HTMLElement).dataset.column!,
        cells: [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim()),
      })),
    );
    expect(shown.length).toBeGreaterThan(40);
    const saved = (await figureCsv(page, 'DQ-01')).filter(
      ({ measure, column, table }) => measure === 'share' && column && table,
    );
    expect(shown.length).toBe(saved.length);
    let compared = 0;
    for (const { table, column, cells } of shown) {
      const row = saved.find((one) => one.table === table && one.column === column)!;
      const [much, share, known] = cells;
      if (row.status === 'withheld') {
        expect([much, share?.startsWith('[c]'), known]).toEqual(['', true, '']);
        continue;
      }
      if (!row.value) continue;
      const value = Number(row.value);
      expect(share!.replace(/\[\w\]/g, ''), `${table}.${column}`).toBe(
        formatNumber(value, 'share', 'en'),
      );
      const [numerator, denominator] = [row.numerator, row.denominator].map((cell) =>
        formatNumber(Number(cell), 'records', 'en'),
      );
      expect(known, `${table}.${column}`).toBe(`${numerator} of ${denominator}`);
      expect(much === 'all', `${table}.${column}`).toBe(value === 1);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(40);
    expect([...errors, ...violations]).toEqual([]);
  });

  it('counts the reports of the coverage file and takes rows to children as ID-01 does', async () => {
    const { page } = await demo();
    await openQuality(page);
    const lines = recordsOf(
      demoCountry().find(({ name }) => name === 'coverage.csv')!.text,
      'table_name',
    ).filter(({ table_name }) => table_name === 'cases');
    expect(columnsOf('coverage').map(({ name }) => name)).toContain('submitted');
    const due = lines.filter(({ expected }) => expected === 'yes');
    const came = due.filter(({ submitted }) => submitted === 'yes');
    expect(came.length).toBeLessThan(due.length);
    const cells = await page.locator('[data-reporting="cases"] td').allInnerTexts();
    const number = new Intl.NumberFormat('en-GB');
    expect(cells.slice(1, 3)).toEqual([number.format(due.length), number.format(came.length)]);
    const steps = page.locator('[data-steps] tbody tr');
    await steps.first().waitFor({ timeout: 120_000 });
    const shown = await steps.allInnerTexts();
    await openFigure(page, 'ID-01');
    const explained = await page
      .locator('#explain table')
      .first()
      .locator('tbody tr')
      .allInnerTexts();
    expect(shown.length).toBeGreaterThan(2);
    expect(explained.slice(0, shown.length)).toEqual(shown);
  });

  it('says for every core indicator its weakest column and which way an error goes', async () => {
    const { page } = await demo();
    await openQuality(page);
    await quiet(page);
    const effects = page.locator('tr[data-effect]');
    expect(await effects.count()).toBeGreaterThan(15);
    for (const text of await effects.locator('td:last-child').allInnerTexts())
      expect(text).toMatch(/^(Either way|Too low only|Counts of named groups|Neither way)/);
    const columns = Object.fromEntries(
      await page
        .locator('[data-figure="DQ-01"] tr[data-column]')
        .evaluateAll((rows) =>
          rows.map((row) => [
            `${(row.parentElement as HTMLElement).dataset.table}.${(row as HTMLElement).dataset.column}`,
            row.querySelectorAll('td')[1]!.innerText.trim(),
          ]),
        ),
    ) as Record<string, string>;
    const weakest = await page.locator('tr[data-effect="ID-03"] td').first().innerText();
    const needed = [columns['cases.gender']!, columns['cases.victim_status']!].map(parseFloat);
    expect(Number(/([\d.]+)%/.exec(weakest)?.[1])).toBe(Math.min(...needed));
    const broken = await page.locator('[data-rules] dd').first().innerText();
    await page
      .getByRole('link', { name: /^Every rule/ })
      .first()
      .click();
    await page
      .getByText(/error rules? (is|are) broken/)
      .first()
      .waitFor();
    const summary = await page.locator('section[aria-labelledby="checks"] p').nth(1).innerText();
    expect(summary.startsWith(`${parseInt(broken, 10)} error`)).toBe(true);
  });

  it('shows organisations on request and every column on request', async () => {
    const { page, errors } = await demo();
    await openQuality(page);
    await page.locator('summary', { hasText: 'By organisation' }).click();
    const table = page.locator('table[data-organisations="cases"]');
    await table.waitFor({ timeout: 170_000 });
    expect(await table.locator('thead th').count()).toBeGreaterThan(5);
    const cells = await table.locator('tbody td').allInnerTexts();
    expect(cells.some((cell) => /^\d+(\.\d)?%$/.test(cell.trim()))).toBe(true);
    expect(await serious(page)).toEqual([]);
    const before = await page.locator('tr[data-column]').count();
    await page.locator('summary', { hasText: 'By organisation' }).click();
    await page.getByRole('button', { name: 'All loaded columns' }).click();
    await page.locator('tr[data-column="case_key"]').first().waitFor({ timeout: 170_000 });
    expect(page.url()).toContain('options=columns:all');
    expect(await page.locator('tr[data-column]').count()).toBeGreaterThan(before * 2);
    const marks = await page
      .locator('tbody[data-table="cases"] tr[data-column] th')
      .allInnerTexts();
    const core = marks.map((mark) => /\bcore$/.test(mark));
    expect(core.indexOf(false)).toBe(core.filter(Boolean).length);
    expect(errors).toEqual([]);
  });
});

describe('checklist', () => {
  it('shows the scores of PQ-01, names the lowest and sets expired answers apart', async () => {
    const { page, errors, violations } = await demo();
    await openChecklist(page);
    const profiles = await page.locator('tr[data-profile]').evaluateAll((rows) =>
      rows.map((row) => ({
        key: (row as HTMLElement).dataset.profile!,
        cells: [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim()),
      })),
    );
    expect(profiles.length).toBeGreaterThan(5);
    expect(await page.locator('main').innerText()).not.toMatch(/average score/i);
    const scores = await page.locator('[data-item] .scores').allInnerTexts();
    const rows = await figureCsv(page, 'PQ-01');
    let expired = 0;
    for (const { key, cells } of profiles) {
      const [programme, assessor] = key.split(' ');
      const own = rows.filter((row) => row.programme === programme && row.assessor === assessor);
      const value = (measure: string) =>
        own.find((row) => row.measure === measure && !row.checklist_item)?.value;
      expect(cells[1]).toMatch(new RegExp(`^${value('in_practice_count')} of \\d+$`));
      const lowest = own.filter(({ measure }) => measure === 'lowest_score');
      if (lowest.length === 0) expect(cells[2]).toContain('No score');
      else expect(cells[2]!.startsWith(`${lowest[0]!.value}: `), key).toBe(true);
      if (lowest.length === 1) expect(cells[2]).not.toContain(';');
      const old = Number(value('expired_count'));
      expect(/(\d+) expired/.exec(cells[3]!)?.[1] ?? '0', key).toBe(String(old));
      expired += old;
    }
    expect(expired).toBeGreaterThan(0);
    const counted = scores.flatMap((text) => [...text.matchAll(/(\d+) (?:at score|expired)/g)]);
    const assessed = rows.filter(
      ({ measure, value, programme, checklist_item }) =>
        measure === 'score' && programme && checklist_item && value !== '',
    );
    expect(scores).toHaveLength(10);
    expect(counted.reduce((sum, [, number]) => sum + Number(number), 0)).toBe(assessed.length);
    expect([...errors, ...violations]).toEqual([]);
  });

  it('has beside each item the sentence of the overview, or says what is not built', async () => {
    const { page } = await demo();
    await openChecklist(page);
    await quiet(page);
    const said = await page.locator('[data-item="EC-g"] [data-link="GP-01"] .sentence').innerText();
    expect(await page.locator('[data-link="SW-01"] .sentence').count()).toBe(2);
    for (const text of await page.locator('[data-link]').allInnerTexts())
      expect(text.trim().length).toBeGreaterThan(20);
    expect(await page.locator('[data-item]').count()).toBe(23);
    await page
      .locator('[data-item="EC-g"]')
      .getByRole('link', { name: /^GP-01/ })
      .click();
    await settled(page);
    expect((await page.locator('p.lead').first().innerText()).trim()).toBe(said.trim());
  });
});

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it('has nothing serious on either page, and nothing wider than 320 px', async () => {
    const { page } = await demo();
    await page.emulateMedia({ colorScheme: scheme });
    for (const open of [openQuality, openChecklist]) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page);
      await quiet(page);
      expect(await serious(page), open.name).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      await page.waitForTimeout(300);
      expect(await overflow(page), `${open.name} at 320 px`).toBeLessThanOrEqual(0);
    }
  });
});

describe('keyboard and empty states', () => {
  it('reaches every table of both pages and scrolls it with the arrow keys', async () => {
    const { page } = await demo();
    for (const open of [openQuality, openChecklist]) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page);
      await quiet(page);
      await page.setViewportSize({ width: 320, height: 800 });
      const regions = page.locator('main .table-scroll[role="region"]');
      const names = await regions.evaluateAll((all) => all.map((one) => one.ariaLabel));
      expect(names.length).toBeGreaterThan(1);
      expect(new Set(names).size).toBe(names.length);
      await page.locator('h1').evaluate((title) => {
        title.tabIndex = -1;
        title.focus();
      });
      const met = new Set<string>();
      let scrolled = 0;
      for (let i = 0; i < 250 && met.size < names.length; i += 1) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(() => {
          const { activeElement: at } = document;
          return at?.classList.contains('table-scroll') ? at.ariaLabel : null;
        });
        if (name === null) continue;
        met.add(name);
        await page.keyboard.press('ArrowRight');
        await page.waitForTimeout(120);
        scrolled += await page.evaluate(() => Number(document.activeElement!.scrollLeft > 0));
      }
      expect([...met].sort()).toEqual([...names].sort());
      expect(scrolled).toBeGreaterThan(0);
    }
  });

  it('explains itself without data', async () => {
    const { page, errors } = await openApp(browser, '/quality/');
    await page.getByText('No data are loaded.').waitFor();
    expect(await page.locator('main table').count()).toBe(0);
    await goTo(page, 'Checklist');
    await page.getByText('No data are loaded.').waitFor();
    expect(await page.locator('[data-item]').count()).toBe(23);
    expect(await page.locator('main').innerText()).not.toContain('Being computed');
    expect(await serious(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
