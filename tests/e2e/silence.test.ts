import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AirLockSite, airLockSite } from './air-lock-site';
import { launch, type Watched, watchedPage } from './browser';

let site: AirLockSite;
let browser: Browser;
beforeAll(async () => {
  site = await airLockSite();
  const everyHost = `MAP * 127.0.0.1:${site.netPort}, EXCLUDE localhost`;
  browser = await launch([`--host-resolver-rules=${everyHost}`]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens the air-lock page, with a step taken away if asked. */
async function open(file: string, without = 'none', url = site.url): Promise<Watched> {
  const watched = await watchedPage(browser);
  await watched.page.goto(`${url}/${file}#without=${without}&other=${site.other}`);
  return watched;
}

/** Clicks a button as a user does and answers what the page wrote about it. */
async function click({ page }: Watched, selector: string): Promise<string> {
  const log = page.locator('#log');
  const before = (await log.innerText()).length;
  await page.click(selector);
  const name = selector.replace(/^#|^\[data-leak=|\]$/g, '');
  await page.waitForFunction(
    ([from, start]) =>
      (document.querySelector('#log') as HTMLElement).innerText
        .slice(Number(from))
        .split('\n')
        .some((line) => line.startsWith(`${start}:`)),
    [before, name],
    { timeout: 60_000 },
  );
  return (await log.innerText()).slice(before).trim();
}

const leaks = [
  'page-own',
  'page-other',
  'image-other',
  'sql-own',
  'sql-other',
  'file-own',
  'file-other',
  'extension',
];
const actions = [
  ...leaks.map((name) => `[data-leak=${name}]`),
  '#self-test',
  '[data-leak=function]',
];

/** Which actions reached the page's own server, another server or the net, and what was not refused. */
async function observe(watched: Watched) {
  const reached = { own: [] as string[], other: [] as string[], net: [] as string[] };
  let allowed: string[] = [];
  for (const action of actions) {
    site.forget();
    const name = action.replace(/^#|^\[data-leak=|\]$/g, '');
    const line = await click(watched, action);
    if (name === 'self-test') {
      const attempts = JSON.parse(line.slice('self-test: '.length)) as {
        attempt: string;
        refused: boolean;
      }[];
      allowed = attempts.filter(({ refused }) => !refused).map(({ attempt }) => attempt);
    }
    await new Promise((later) => setTimeout(later, 200));
    if (site.own.length) reached.own.push(name);
    if (site.elsewhere.length) reached.other.push(name);
    if (site.net.length) reached.net.push(name);
  }
  return { ...reached, allowed };
}

const silent = { own: [], other: [], net: [], allowed: [] };
const everything = ['http', 'extension', 'outside-file', 'setting'];

/** What each step alone holds back: take it away, and exactly this is seen. */
const signals: [string, string, string, Awaited<ReturnType<typeof observe>>][] = [
  ['1: no policy in the page', 'no-policy.html', '1', { ...silent, other: ['image-other'] }],
  ['2: the door stays open', 'index.html', '2', { ...silent, own: ['page-own', 'file-own'] }],
  [
    '3: the worker starts from its address',
    'index.html',
    '3',
    { ...silent, own: ['file-own'], other: ['file-other'] },
  ],
  ['4: the configuration is not locked', 'index.html', '4', { ...silent, allowed: everything }],
];

test('with all four steps nothing is heard and everything is refused', async () => {
  const watched = await open('index.html');
  expect(await click(watched, '#boot')).toMatch(/^boot: 42,/);
  expect(watched.violations, 'the app itself breaks no policy').toEqual([]);
  expect(watched.errors).toEqual([]);
  expect(await observe(watched)).toEqual(silent);
  await watched.page.context().close();
});

test('the same behind a host that sends the headers of static/_headers', async () => {
  const watched = await open('index.html', 'none', site.urlWithHeaders);
  expect(await click(watched, '#boot')).toMatch(/^boot: 42,/);
  expect(watched.violations).toEqual([]);
  expect(await observe(watched)).toEqual(silent);
  await watched.page.context().close();
});

test.each(signals)('without step %s', async (_, file, without, seen) => {
  const watched = await open(file, without);
  expect(await click(watched, '#boot')).toMatch(/^boot: 42,/);
  expect(await observe(watched)).toEqual(seen);
  await watched.page.context().close();
});

test('without any step every ear hears: the ears work', async () => {
  const watched = await open('no-policy.html', 'all');
  expect(await click(watched, '#boot')).toMatch(/^boot: 42,/);
  expect(await observe(watched)).toEqual({
    own: ['page-own', 'sql-own', 'file-own'],
    other: ['page-other', 'image-other', 'sql-other', 'file-other', 'self-test'],
    net: ['extension', 'self-test', 'function'],
    allowed: everything,
  });
  await watched.page.context().close();
});

test('behind the air-lock the engine works, is cancelled and starts again without a network', async () => {
  const watched = await open('index.html');
  await click(watched, '#boot');
  site.forget();
  const work = JSON.parse((await click(watched, '#work')).slice('work: '.length));
  const day = '2024-03-31';
  expect(work).toEqual({
    result: [
      { id: 1, sex: 'girl', day, cost: 1.7 },
      { id: 2, sex: 'boy', day, cost: 1.7 },
    ],
    gone: 'gone',
    error:
      'A value could not be converted to the type that the statement asks for (Conversion Error).',
  });
  expect(await click(watched, '#cancel')).toMatch(/^cancel: AbortError .* 1$/);
  expect(await click(watched, '#restart')).toMatch(/^restart: 42,/);
  expect(site.own).toEqual([]);
  expect(watched.errors).toEqual([]);
  expect(watched.violations).toEqual([]);
  await watched.page.context().close();
});

test('a file on disk is read in place; one that changed meanwhile gives a sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'air-lock-file-'));
  const file = join(folder, 'cases.csv');
  writeFileSync(file, `id,place\n${'1,Oslo\n'.repeat(100_000)}`);
  const watched = await open('index.html');
  await click(watched, '#boot');
  await watched.page.setInputFiles('#file', file);
  expect(await click(watched, '#read')).toBe('read: 100000 rows');
  writeFileSync(file, 'id,place\n1,Oslo\n');
  expect(await click(watched, '#read')).toBe(
    'read: EngineError: The file has changed or moved since it was chosen. Choose it again.',
  );
  await watched.page.context().close();
  rmSync(folder, { recursive: true });
});

test('a policy that forbids wasm gives a sentence in time, not a hang', async () => {
  const watched = await watchedPage(browser);
  await watched.page.goto(`${site.url}/no-wasm.html#limit=3000`);
  expect(await click(watched, '#boot')).toMatch(
    /^boot: EngineError: The calculation engine did not start within 3 seconds\. Close other tabs/,
  );
  await watched.page.context().close();
});
