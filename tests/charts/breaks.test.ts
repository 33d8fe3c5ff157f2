import { describe, expect, it } from 'vitest';
import { chartOf } from '$lib/charts/chart-of';
import { points } from '$lib/charts/points';
import { document } from './drawn';
import { releasedOf, row, specOfSample } from './samples';

const years = ['2021', '2022', '2023', '2024'];
const released = (broken: readonly string[]) =>
  releasedOf(
    years.map((year, i) => row('count', year, {}, 600 + 10 * i, broken.includes(year) ? ['break'] : [])), // prettier-ignore
  );
const draw = (broken: readonly string[], width = 820) =>
  chartOf(released(broken), specOfSample('counts-total', width), { document })!;
/** Pieces of the one line of the picture. */
const pieces = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll('g[stroke-width="2.25"] path')].flatMap(
    (path) => path.getAttribute('d')?.match(/M/g) ?? [],
  ).length;
const labels = (svg: SVGSVGElement) => [...svg.querySelectorAll('.break-label')];

describe('a break in the series', () => {
  it.each([820, 320])('stops the line and stands between the two periods at %i px', (width) => {
    const plain = draw([], width);
    expect([pieces(plain), labels(plain).length]).toEqual([1, 0]);
    const svg = draw(['2023'], width);
    expect(pieces(svg)).toBe(2);
    const [mark, ...more] = labels(svg);
    expect([mark?.textContent, more.length]).toEqual(['[b]', 0]);
    const dots = [...svg.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cx')));
    expect(dots).toHaveLength(4);
    expect(Number(mark?.getAttribute('x'))).toBeCloseTo((dots[1]! + dots[2]!) / 2, 3);
    for (const label of svg.querySelectorAll('.point-label'))
      expect(
        Number(label.getAttribute('y')) - Number(mark?.getAttribute('y')),
      ).toBeGreaterThanOrEqual(12);
  });
  it('is none before the first period', () => {
    const svg = draw(['2021']);
    expect([pieces(svg), labels(svg).length]).toEqual([1, 0]);
  });
  it('is said in the summary and at the point', () => {
    expect(draw(['2023', '2024']).textContent).toContain(
      'Break in the series [b] from 2023, 2024.',
    );
    const spec = specOfSample('counts-total', 820);
    const told = points(released(['2023']), spec).map(({ text }) => text);
    expect(told.filter((text) => text.includes('break in the series'))).toEqual([told[2]]);
  });
  it('is beside the number where periods are rows', () => {
    const rates = releasedOf(
      years.map((year, i) => row('rate', year, {}, 60 + i, year === '2023' ? ['break'] : [])),
    );
    const spec = { ...specOfSample('rates-by-year', 820), measure: 'rate' };
    const texts = [...chartOf(rates, spec, { document })!.querySelectorAll('text')];
    expect(texts.filter(({ textContent }) => textContent.includes('[b]'))).toHaveLength(1);
  });
});

describe('a revised figure', () => {
  it('has its sign beside the number and its word in what is read out', () => {
    const counts = releasedOf(
      years.map((year, i) => row('count', year, {}, 600 + 10 * i, year === '2022' ? ['revised'] : [])), // prettier-ignore
    );
    const spec = specOfSample('counts-total', 820);
    const texts = [...chartOf(counts, spec, { document })!.querySelectorAll('text')];
    expect(texts.map(({ textContent }) => textContent).filter((one) => one.includes('[r]'))).toEqual(['610 [r]']); // prettier-ignore
    const told = points(counts, spec).map(({ text }) => text);
    expect(told.filter((text) => text.includes('revised'))).toEqual([told[1]]);
  });
});
