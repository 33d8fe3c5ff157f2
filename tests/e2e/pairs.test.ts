import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import { openDemo, openFigure, settled } from './open-app';
import { overflow, serious } from './serious';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const title = 'Children by form first recorded and form later recorded';

it('reads which form follows which by keys, in one table that adds up', async () => {
  const { page, errors } = await openDemo(browser);
  await openFigure(page, 'ID-12');
  await page.getByRole('button', { name: 'Working', exact: true }).click();
  await settled(page);
  const block = page.locator('section.figure').filter({
    has: page.getByRole('heading', { level: 2, name: title }),
  });
  const chart = block.locator('.chart');
  await chart.locator('svg').waitFor({ timeout: 120_000 });

  const rows = await block
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((one) => [...one.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
    );
  const counts = rows.map((cells) =>
    cells.map((text) => Number(/^[\d,]+/.exec(text)?.[0].replace(',', ''))),
  );
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.flat().some(Number.isNaN), rows.join('\n')).toBe(false);
  const sum = (cells: readonly number[]) => cells.slice(0, -1).reduce((all, one) => all + one, 0);
  for (const cells of counts) expect(sum(cells)).toBe(cells.at(-1));
  for (const at of counts[0]!.keys())
    expect(sum(counts.map((cells) => cells[at]!))).toBe(counts.at(-1)![at]);

  const reading = block.locator('p.reading');
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  const first = await reading.innerText();
  expect(first).toMatch(/, .+: [\d,]+/);
  await page.keyboard.press('ArrowRight');
  expect(await reading.innerText()).not.toBe(first);
  await page.keyboard.press('End');
  expect(await reading.innerText()).toMatch(/^Total: [\d,]+/);
  await page.keyboard.press('Home');
  expect(await reading.innerText()).toBe(first);
  await page.keyboard.press('Escape');
  expect(await reading.innerText()).toBe('');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await serious(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  await page.waitForTimeout(500);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const drawn = await chart.locator('svg').boundingBox();
  expect(drawn!.x + drawn!.width).toBeLessThanOrEqual(320);

  // No child in ten or fewer is told in Release view.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Release', exact: true }).click();
  await settled(page);
  const told = async () =>
    (await block.getByRole('table').locator('td').allInnerTexts()).filter((text) =>
      /^([1-9]|10)\b/.test(text),
    );
  await expect.poll(told, { timeout: 60_000 }).toEqual([]);
  expect(await block.getByRole('table').locator('td').count()).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});
