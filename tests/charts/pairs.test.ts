import { describe, expect, it } from 'vitest';
import { chartOf } from '$lib/charts/chart-of';
import { points } from '$lib/charts/points';
import { textWidth } from '$lib/charts/text-width';
import { tablesOf } from '$lib/report/tables-of';
import type { Indicator } from '$lib/schema/indicator';
import { document, drawn } from './drawn';
import { releasedOf, samples, specOfSample } from './samples';

const spec = (width = 820) => specOfSample('pairs-groups', width);
const { released } = samples['pairs-groups']!;
const number = (node: Element, name: string) => Number(node.getAttribute(name));
const squares = (svg: Element, kind: string) => [...svg.querySelectorAll(`rect.${kind}`)];

describe('a chart of what follows what', () => {
  it.each([820, 320])('has squares whose areas are the numbers, %i px', (width) => {
    const svg = chartOf(released, spec(width), { document })!;
    const areas = (kind: string) => squares(svg, kind).map((one) => number(one, 'width') ** 2);
    const scale = Math.max(...areas('stay')) / 203;
    expect(areas('move').map((area) => Math.round(area / scale))).toEqual([24, 40, 11]);
    expect(areas('stay').map((area) => Math.round(area / scale))).toEqual([
      61, 203, 12, 88, 15, 14,
    ]);
  });

  it('draws nothing of a withheld number but the mark, at a place that tells nothing', () => {
    const marks = (svg: Element) =>
      [...svg.querySelectorAll('g[transform]')].map((one) => one.getAttribute('transform'));
    const changed = released.rows.map((one) =>
      one.value.is === 'value' && one.by.group_first === 'sexual' && one.by.group_later === 'none'
        ? { ...one, value: { is: 'value', value: 20 } as const }
        : one,
    );
    const svg = chartOf(released, spec(), { document })!;
    expect(marks(svg)).toEqual(marks(chartOf(releasedOf(changed), spec(), { document })!));
    expect(marks(svg)).toHaveLength(7);
  });

  it.each([820, 320])('says the last period and prints every number above zero, %i px', (width) => {
    const svg = drawn(released, spec(width));
    expect(svg.replaceAll('\n', ' ')).toContain('2025');
    expect(svg).not.toContain('>99<');
    for (const words of ['>203<', '>40<', '>24<', '>11<']) expect(svg).toContain(words);
  });

  it('reads out every cell and every total, row by row', () => {
    const said = points(released, spec()).map(({ text }) => text);
    expect(said).toHaveLength(4 * 6 + 5 + 1);
    expect(said[0]).toBe(
      'Form first recorded Sexual exploitation, form later recorded Forced labour, domestic servitude: 24',
    );
    expect(said).toContain(
      'Form first recorded Forced begging, form later recorded No later form: the same again: too few',
    );
    expect(said.at(-1)).toBe('Total: 511');
    const summary = chartOf(released, spec(), { document })!.querySelector('desc')!.textContent!;
    expect(summary).toContain('Forced begging: Forced labour, domestic servitude 11, ');
    expect(summary).toContain('others 0; total 14.');
  });

  it('is null where no pair has a number', () => {
    const rows = released.rows.filter(({ value }) => value.is !== 'value');
    expect(chartOf(releasedOf(rows), spec(), { document })).toBeNull();
    expect(points(releasedOf(rows), spec())).toEqual([]);
  });

  it.each(['pairs-groups', 'pairs-forms'])('keeps the words of %s apart and inside', (name) => {
    for (const width of [300, 320, 500, 640, 820, 900]) {
      const svg = chartOf(samples[name]!.released, specOfSample(name, width), { document })!;
      const texts = [...svg.querySelectorAll('g > text')].filter(
        (one) => !one.parentElement!.hasAttribute('transform'),
      );
      const places = texts.map((one) => {
        const size = textWidth(one.textContent!);
        const from =
          number(one, 'x') - (one.getAttribute('text-anchor') === 'middle' ? size / 2 : 0);
        return { from, to: from + size, y: number(one, 'y'), words: one.textContent };
      });
      expect(places.length).toBeGreaterThan(8);
      for (const [i, one] of places.entries()) {
        expect(one.from, `${one.words} at ${width}`).toBeGreaterThanOrEqual(-0.5);
        expect(one.to, `${one.words} at ${width}`).toBeLessThanOrEqual(width + 0.5);
        const met = places
          .slice(i + 1)
          .filter(({ from, to, y }) => Math.abs(y - one.y) < 15 && from < one.to && one.from < to);
        expect(met.map(({ words }) => `${one.words} on ${words} at ${width}`)).toEqual([]);
      }
    }
  });
});

it('has a table with the totals of rows and columns', () => {
  const rows = released.rows.map((one) => ({ ...one, unit: 'children' }));
  const [table] = tablesOf(releasedOf(rows), {
    indicator: samples['pairs-groups']!.indicator as Indicator,
    language: 'en',
  });
  expect(table?.corner).toBe('Form first recorded (rows), form later recorded (columns)');
  expect(table?.columns.at(-1)).toBe('Total');
  const last = table?.rows.at(-1);
  expect(last?.header).toBe('2025, Total');
  expect(last?.cells.map(({ text }) => text)).toEqual(['35', '[c]', '85', '306', '[c]', '511']);
});
