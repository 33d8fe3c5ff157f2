import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { words as dataWords } from '../../src/routes/data/words';
import { linkageWords } from '../../src/routes/quality/linkage-words';
import { words } from '../../src/routes/words';
import { launch, watchedPage } from './browser';
import { filePayload } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const locales = { en: 'en-GB', nb: 'nb-NO' };
const head =
  'case_key,child_key,org_key,index_month,detected_at,victim_status,gender,age_at_detection,citizenship_group,main_form,region';
const row = (key: number, org: string) =>
  `f${key},k${key},${org},2024-03,2024-03-04,identified,female,15,national,labour,XX-1`;
/** Girls who are alike in all that is compared, so many in each of some bodies. */
const alike = (each: number, orgs: readonly string[]) =>
  orgs.flatMap((org, at) => Array.from({ length: each }, (_, i) => row(at * each + i, org)));

/** The review in Working view, of these rows in files of this kind of dates. */
async function review(
  rows: readonly string[],
  { dates = 'exact', language = 'en' as 'en' | 'nb' } = {},
): Promise<Page> {
  const meta = `dataset_key,country,extract_month,period_start,period_end,date_mode,linkage_level
x,XX,2025-01,2024-01,2024-12,${dates},within_org
`;
  const files = [
    filePayload('meta.csv', meta),
    filePayload('cases.csv', `${[head, ...rows].join('\n')}\n`),
  ];
  const { page } = await watchedPage(browser, { locale: locales[language] });
  await page.goto(inject('url'));
  await page.locator('input[type="file"]').first().setInputFiles(files);
  const loaded = page.getByRole('button', { name: dataWords[language].indicators });
  await loaded.waitFor({ timeout: 150_000 });
  const say = words[language];
  await page.getByRole('button', { name: say.working, exact: true }).click();
  const navigation = page.getByRole('navigation', { name: say.main });
  await navigation.getByRole('link', { name: say.pages.quality }).click();
  await section(page).waitFor({ timeout: 150_000 });
  return page;
}
const section = (page: Page) => page.locator('section[aria-labelledby="linkage"]');
const compare = async (page: Page) => {
  await page.locator('[data-linkage-compare]').focus();
  await page.keyboard.press('Enter');
  await page.locator('section[data-linkage="done"]').waitFor({ timeout: 150_000 });
};
const pairs = (page: Page) => page.locator('[data-linkage-pair]');

describe('the review of records that may be one child', () => {
  it('says that no two records meet a rule', async () => {
    const page = await review(alike(20, ['a']));
    await compare(page);
    const text = await section(page).innerText();
    expect(text).toContain(linkageWords.en.empty);
    expect(text).toContain(linkageWords.en.exactly('20'));
    expect(await section(page).locator('[data-linkage-rules] td').allInnerTexts()).toEqual(
      Array(3).fill('0'),
    );
    expect(await pairs(page).count()).toBe(0);
  });

  it('says that there are too many to look through, and counts each as two', async () => {
    const page = await review(alike(90, ['a', 'b']));
    await compare(page);
    const text = await section(page).innerText();
    expect(text).toContain(linkageWords.en.tooMany('8,100'));
    expect(text).toContain(linkageWords.en.exactly('180'));
    expect(await pairs(page).count()).toBe(0);
    expect(await serious(page)).toEqual([]);
  });

  it('says how many are like too many others to be compared', async () => {
    const page = await review(alike(101, ['a', 'b']));
    await compare(page);
    const text = await section(page).innerText();
    expect(text).toContain(linkageWords.en.alike('202'));
    expect(text).toContain(linkageWords.en.empty);
  });

  it('compares nothing where two organisations are on no one clock', async () => {
    const page = await review(alike(2, ['a', 'b']), { dates: 'shifted' });
    await section(page).getByText(linkageWords.en.impossible).waitFor();
    expect(await page.locator('[data-linkage-compare]').count()).toBe(0);
    expect(await pairs(page).count()).toBe(0);
  });

  it('is Norwegian on the Norwegian page, by keyboard and at 320 px', async () => {
    const page = await review(alike(1, ['a', 'b']), { language: 'nb' });
    const say = linkageWords.nb;
    await section(page).getByRole('button', { name: say.compare }).focus();
    await page.keyboard.press('Enter');
    await section(page).getByText(say.between('1', '2')).waitFor({ timeout: 150_000 });
    await pairs(page).first().waitFor();
    expect(await serious(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForTimeout(300);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await section(page).innerText()).not.toMatch(/\b(the|with|which|of|and|not|are)\b/);
    await section(page).getByRole('button', { name: say.verdicts.same }).focus();
    await page.keyboard.press('Enter');
    await section(page).getByText(say.exactly('1')).waitFor({ timeout: 150_000 });
    await section(page).getByText(say.counted).waitFor();
  });
});
