import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { demoCountry } from '$lib/demo/demo-country';
import { launch } from './browser';
import { allTiles, downloaded, filePayload, goTo, openApp, openFigure } from './open-app';
import { serveApp } from './serve-app';

let browser: Browser;
let app: Awaited<ReturnType<typeof serveApp>>;
let heard: string[] = [];
const listener = createServer((request, response) => {
  heard.push(request.url ?? '');
  response.setHeader('access-control-allow-origin', '*').end('case_key\n1\n');
});
beforeAll(async () => {
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  [browser, app] = await Promise.all([launch(), serveApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  listener.close();
});

describe('from the moment data can be loaded until a file is saved', () => {
  it('no server hears anything, the app’s own included', async () => {
    heard = [];
    const { page, errors } = await openApp(browser, '/', app.url);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('blob:') && !request.url().startsWith('data:'))
        asked.push(request.url());
    });
    const files = demoCountry({ children: 200 }).map(({ name, text }) => filePayload(name, text));
    await page.locator('input[type=file]').setInputFiles(files);
    await page.getByRole('button', { name: 'See the indicators' }).waitFor({ timeout: 120_000 });
    app.asked.length = 0;
    asked.length = 0;
    await page.getByRole('button', { name: 'See the indicators' }).click();
    await allTiles(page);
    await openFigure(page, 'MC-02');
    await downloaded(page, () =>
      page.getByRole('button', { name: 'Save data (CSV)' }).first().click(),
    );
    await goTo(page, 'Privacy and limits');
    await page.getByRole('button', { name: 'Try to leak' }).click();
    await page.getByText('Change a setting of the engine').waitFor();
    expect(await page.getByText('NOT refused').count()).toBe(0);
    expect(await page.locator('main li strong', { hasText: 'refused' }).count()).toBe(4);

    expect(app.asked, 'the app’s own server').toEqual([]);
    expect(asked.filter((url) => !url.startsWith(app.url))).toEqual([]);
    expect(heard).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('the page itself cannot fetch any more, not even from its own server', async () => {
    const { page } = await openApp(browser, '/', app.url);
    const { port } = listener.address() as AddressInfo;
    heard = [];
    await page.getByRole('button', { name: 'Open the made-up data' }).click();
    await allTiles(page);
    app.asked.length = 0;
    const outcome = await page.evaluate(
      (urls) =>
        new Promise<string[]>((done) => {
          // Out of the evaluated task, where the page's policy is not bypassed.
          setTimeout(
            () =>
              void Promise.all(
                urls.map((url) =>
                  fetch(url).then(
                    () => 'reached',
                    () => 'blocked',
                  ),
                ),
              ).then(done),
            10,
          );
        }),
      [`http://127.0.0.1:${port}/leak`, '/index.html'],
    );
    expect(outcome).toEqual(['blocked', 'blocked']);
    expect(heard).toEqual([]);
    expect(app.asked).toEqual([]);
  });
});
