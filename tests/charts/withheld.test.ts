import { describe, expect, it } from 'vitest';
import { points } from '$lib/charts/points';
import type { Cell, Released } from '$lib/disclosure/released';
import { drawn } from './drawn';
import { leaking, planted, releasedOf, row, samples, specOfSample } from './samples';

/** The same release with another number behind every withheld mark. */
const replanted = (released: Released, number: number): Released => {
  const other = (cell: Cell): Cell =>
    cell.is === 'withheld'
      ? ({ is: 'withheld', value: number, low: number, high: number, n: number } as unknown as Cell)
      : cell;
  const rows = released.rows.map((one) => ({
    ...one,
    value: other(one.value),
    numerator: other(one.numerator),
    denominator: other(one.denominator),
    n: other(one.n),
    unknown: other(one.unknown),
  }));
  return { ...released, rows };
};

describe.each(Object.keys(samples))('%s', (name) => {
  const { released } = samples[name]!;
  it.each([820, 320])('says nothing of a withheld number at %i px', (width) => {
    const spec = specOfSample(name, width);
    const svg = drawn(released, spec);
    expect(svg).not.toBe('');
    const said = JSON.stringify(points(released, spec));
    for (const trace of [String(planted), '7777', '7,777', '7 777', '7,778', '777777'])
      expect(svg + said).not.toContain(trace);
  });

  it.each([3, 0.5, 1e9])('is drawn alike if the withheld numbers were %d', (number) => {
    const spec = specOfSample(name, 820);
    const other = replanted(released, number);
    expect(drawn(other, spec)).toBe(drawn(released, spec));
    expect(points(other, spec)).toEqual(points(released, spec));
  });
});

describe('the scanner', () => {
  it('sees a number that is let through', () => {
    const spec = specOfSample('counts-total', 820);
    const shown = releasedOf([row('count', '2024', {}, planted), row('count', '2025', {}, 12)]);
    expect(JSON.stringify(points(shown, spec)) + drawn(shown, spec)).toMatch(/7777|7,778/);
  });

  it('has withheld rows to scan', () => {
    for (const { released } of Object.values(samples))
      expect(released.rows.some(({ value }) => value === leaking)).toBe(true);
  });
});

describe('a withheld bar', () => {
  it('is a stub of the same length whatever the scale', () => {
    const spec = specOfSample('counts-one-period', 820);
    const stubOf = (shown: number) =>
      /<rect [^>]*width="36"[^>]*url\(#[^>]*>/.exec(
        drawn(
          releasedOf([
            row('count', 'all', { age_band: '12-14' }, 'c'),
            row('count', 'all', { age_band: '15-17' }, shown),
          ]),
          spec,
        ),
      )?.[0];
    expect(stubOf(20)).toBeDefined();
    expect(stubOf(80_000)).toContain('width="36"');
  });
});
