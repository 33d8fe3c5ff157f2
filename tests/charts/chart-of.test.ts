import { describe, expect, it } from 'vitest';
import { chartOf } from '$lib/charts/chart-of';
import { points } from '$lib/charts/points';
import { document, drawn } from './drawn';
import { releasedOf, row, samples, specOfSample } from './samples';

const names = Object.keys(samples);
const chart = (name: string, width = 820) =>
  chartOf(samples[name]!.released, specOfSample(name, width), { document })!;

describe.each(names)('%s', (name) => {
  it('is null without rows, when unavailable and when all is withheld', () => {
    const spec = specOfSample(name, 820);
    const { rows } = samples[name]!.released;
    const withheld = rows.map((one) => ({ ...one, value: { is: 'withheld' } as const }));
    for (const released of [
      releasedOf([]),
      releasedOf(rows, { unavailable: { table: 'cases' } }),
      releasedOf(withheld),
    ]) {
      expect(chartOf(released, spec, { document })).toBeNull();
      expect(points(released, spec)).toEqual([]);
    }
  });

  it.each([820, 320])('is one named image for assistive technology at %i px', (width) => {
    const svg = chart(name, width);
    expect(svg.getAttribute('role')).toBe('img');
    const [title, desc] = ['title', 'desc'].map((tag) => svg.querySelector(tag)!);
    expect(svg.getAttribute('aria-labelledby')).toBe(title!.id);
    expect(svg.getAttribute('aria-describedby')).toBe(desc!.id);
    expect(desc!.textContent!.length).toBeGreaterThan(20);
    for (const group of svg.querySelectorAll(':scope > g'))
      expect(group.getAttribute('aria-hidden')).toBe('true');
    expect(svg.querySelector('[aria-label]')).toBeNull();
  });

  it.each([300, 320, 820, 900])('has no style attribute, NaN or small text at %i px', (width) => {
    const svg = chart(name, width);
    expect(svg.querySelectorAll('[style]')).toHaveLength(0);
    // Plot writes one; the calendar of care and money, pyramids and pairs are drawn without it.
    const plain = name === 'care-calendar' || /^(pyramid|pairs)/.test(name);
    expect(svg.querySelectorAll('style')).toHaveLength(plain ? 0 : 1);
    expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined|#[0-9a-f]{6}\b/i);
    for (const sized of [svg, ...svg.querySelectorAll('[font-size]')])
      expect(Number(sized.getAttribute('font-size'))).toBeGreaterThanOrEqual(14);
    expect(svg.getAttribute('width')).toBe(String(width));
  });

  it('gives every id to this chart alone', () => {
    const ids = [...chart(name).querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.startsWith(`chart-${name}-`)).toBe(true);
  });
});

describe('few figures', () => {
  it('draws a single point of a line', () => {
    const spec = specOfSample('counts-total', 820);
    const rows = [row('count', '2024', {}, 'c'), row('count', '2025', {}, 40)];
    expect(drawn(releasedOf(rows), spec)).toContain('>40<');
  });

  it('draws a single period as a bar', () => {
    const svg = drawn(
      releasedOf([row('count', '2025', {}, 40)]),
      specOfSample('counts-total', 820),
    );
    expect(svg).toContain('var(--series-1)');
    expect(svg).toContain('>40<');
  });

  it('draws zeros', () => {
    const svg = drawn(releasedOf([row('count', 'all', {}, 0)]), specOfSample('counts-total', 820));
    expect(svg).toContain('>0<');
  });

  it('has whole ticks for small counts', () => {
    const svg = drawn(releasedOf([row('count', 'all', {}, 2)]), specOfSample('counts-total', 900));
    expect(svg.match(/>1</g)).toHaveLength(1);
  });
});

describe('groups', () => {
  const spec = specOfSample('counts-by-gender', 820);
  const rows = (girls: number, boys: number) =>
    releasedOf([
      ...['2024', '2025'].map((year) => row('count', year, { gender: 'unknown' }, 90)),
      ...['2024', '2025'].map((year) => row('count', year, { gender: 'male' }, boys)),
      ...['2024', '2025'].map((year) => row('count', year, { gender: 'female' }, girls)),
    ]);
  const order = (girls: number, boys: number) => [
    ...new Set(points(rows(girls, boys), spec).map(({ text }) => text.split(',')[0])),
  ];

  it('stand in code-list order, whatever their size, the unknown last', () => {
    expect(order(20, 500)).toEqual(order(500, 20));
    expect(order(20, 500).at(-1)).toBe('Not recorded');
  });

  it('leave what is crossed with another column to other pictures', () => {
    const crossed = row('count', '2025', { gender: 'female', age_band: '15-17' }, 612);
    expect(drawn(releasedOf([...rows(20, 30).rows, crossed]), spec)).toBe(
      drawn(rows(20, 30), spec),
    );
  });

  it('are at most four lines; the table has the rest', () => {
    const codes = ['female', 'male', 'trans_girl', 'trans_boy', 'nonbinary', 'unknown'];
    const many = releasedOf(
      codes.flatMap((gender, i) =>
        ['2024', '2025'].map((year) => row('count', year, { gender }, 100 + i)),
      ),
    );
    const lines = new Set(points(many, spec).map(({ text }) => text.split(',')[0]));
    expect(lines.size).toBe(4);
    expect(drawn(many, spec)).toContain('In the table only');
  });
});
