import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { words as qualityWords } from '../../src/routes/quality/words';
import { words } from '../../src/routes/words';
import { launch, watchedPage } from './browser';
import { allTiles, follow, settled } from './open-app';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Roles that say nothing without a name. */
const named = new Set(
  (
    'button link checkbox radio combobox textbox spinbutton searchbox slider listbox option ' +
    'switch tab progressbar img table region navigation complementary'
  ).split(' '),
);
/** What may stand at the top of the tree: landmarks, the links that skip them, the live page title. */
const atTop = ['link', 'banner', 'complementary', 'navigation', 'main', 'contentinfo'];

/** What a screen reader finds amiss on the page, a line for each. */
async function faults(page: Page): Promise<string[]> {
  const tree = (await page.locator('body').ariaSnapshot()).split('\n').flatMap((line) => {
    const [, indent, role, name = '', rest = ''] =
      /^( *)- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?(.*)$/.exec(line) ?? [];
    return role === undefined ? [] : [{ top: indent === '', role, name: name.trim(), rest }];
  });
  const levels = tree
    .filter(({ role }) => role === 'heading')
    .map(({ rest }) => Number(/\[level=(\d)\]/.exec(rest)?.[1]));
  const title = await page.title();
  const top = tree
    .filter((one) => one.top && !(one.role === 'text' && one.rest.includes(title)))
    .map(({ role }) => role);
  const times = (role: string) => top.filter((one) => one === role).length;
  const found = await page.evaluate(() => {
    const textOf = (ids: string | null) =>
      (ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
    const seen = (all: NodeListOf<Element>) => [...all].filter((one) => one.checkVisibility());
    const start = (one: Element) => one.outerHTML.slice(0, 100);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return [
      ...[...document.querySelectorAll('table')]
        .filter((table) => !table.caption?.textContent?.trim() && !table.ariaLabel)
        .map((table) => `table without caption: ${start(table)}`),
      ...[...document.querySelectorAll('table')]
        .filter((table) => !table.querySelector('th[scope]'))
        .map((table) => `table without header: ${start(table)}`),
      ...[...document.querySelectorAll('th:not([scope])')].map((th) => `no scope: ${start(th)}`),
      ...seen(document.querySelectorAll('svg:not([aria-hidden="true"])'))
        .filter(
          (svg) =>
            svg.getAttribute('role') !== 'img' ||
            textOf(svg.getAttribute('aria-describedby')).join(' ').length < 20,
        )
        .map((svg) => `chart without a text: ${start(svg)}`),
      ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id used twice: ${id}`),
    ];
  });
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [`h1: ${levels.join('')}`]),
    ...levels.flatMap((level, i) => {
      const before = levels[i - 1] ?? 0;
      return level > before + 1 ? [`heading ${before} to ${level}, number ${i + 1}`] : [];
    }),
    ...tree
      .filter(({ role, name }) => named.has(role) && name === '')
      .map(({ role, rest }) => `no name: ${role}${rest}`),
    ...top.filter((role) => !atTop.includes(role)).map((role) => `outside landmarks: ${role}`),
    ...['banner', 'navigation', 'main', 'contentinfo']
      .filter((role) => times(role) !== 1)
      .map((role) => `${times(role)} times ${role}`),
    // One link goes to the content, one to the filters, one to the first table.
    ...(times('link') === 3 ? [] : [`${times('link')} times link`]),
    ...found,
  ];
}

it.each(['en', 'nb'] as const)('has a tree that can be read aloud, %s', async (language) => {
  const { page, errors } = await watchedPage(browser, { locale: language });
  const say = words[language];
  await page.goto(`${inject('url')}/#demo`);
  await page.locator('[data-figure="ID-01"]').waitFor({ timeout: 120_000 });
  await allTiles(page);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
  expect(await faults(page), 'overview').toEqual([]);
  expect(await page.locator('article svg').count(), 'charts that were looked at').toBeGreaterThan(
    10,
  );

  await follow(page, 'ID-01');
  await settled(page);
  await page.locator('section.figure svg').waitFor();
  expect(await page.getByRole('table').count()).toBeGreaterThan(1);
  expect(await faults(page), 'ID-01').toEqual([]);

  const quality = page
    .getByRole('navigation', { name: say.main, exact: true })
    .getByRole('link', { name: say.pages.quality, exact: true });
  await quality.click();
  await quality.and(page.locator('[aria-current="page"]')).waitFor();
  await page.locator('tbody[data-table="cases"]').first().waitFor({ timeout: 120_000 });
  await page.waitForFunction(
    (computing) => !document.body.innerText.includes(computing),
    qualityWords[language].computing,
    { timeout: 120_000, polling: 300 },
  );
  expect(await faults(page), 'quality').toEqual([]);
  expect(errors).toEqual([]);
});
