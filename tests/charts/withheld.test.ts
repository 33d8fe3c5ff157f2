import { describe, expect, it } from 'vitest';
import { points } from '$lib/charts/points';
import { pyramidOf } from '$lib/charts/pyramid';
import type { Cell, Released } from '$lib/disclosure/released';
import { drawn } from './drawn';
import { leaking, planted, releasedOf, row, samples, specOfSample } from './samples';

/** The same release with another number behind every withheld mark. */
const replanted = (released: Released, number: number): Released => {
  const other = (cell: Cell): Cell =>
    cell.is === 'withheld'
      ? ({ ...cell, value: number, low: number, high: number, n: number } as unknown as Cell)
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

describe('a withheld share with limits', () => {
  const limited = { between: [0.68, 0.72] } as const;
  const barsOf = (svg: string) => svg.match(/<rect [^>]*>/g) ?? [];

  it('is a band with its limits and the mark, hatched between them and no stub', () => {
    const svg = drawn(samples['composition-limits']!.released, specOfSample('composition-limits', 820)); // prettier-ignore
    for (const words of ['68–72&nbsp;% [c]', '27–31&nbsp;% [c]', '0–4&nbsp;% [c]'])
      expect(svg).toContain(`>${words}</text>`);
    expect(svg).toContain('holdt tilbake, mellom 68 og 72&nbsp;%');
    expect(svg).toContain('Holdt tilbake: 4.');
    expect(svg).not.toMatch(/95&nbsp;% intervall|mulig med ukjente|for mye ukjent/);
    const stubs = barsOf(svg).filter((one) => one.includes('width="36"'));
    expect(stubs).toHaveLength(1);
  });

  it('is read out with its limits and has no number for a cursor', () => {
    const spec = specOfSample('shares-band-alone', 820);
    const released = releasedOf([
      row('share', 'all', {}, limited),
      row('share_if_unknown_no', 'all', {}, 0.5),
      row('share_if_unknown_yes', 'all', {}, 0.9),
      row('b_share', 'all', {}, 0.4),
    ]);
    const [first] = points(released, spec);
    expect(first?.text).toMatch(/: withheld, between 68% and 72%$/);
    expect(first?.y).toBeNull();
    const dots = drawn(released, spec).match(/<circle/g);
    expect(dots).toHaveLength(1);
  });

  it('has no point on a line: the line stops, a dash stands within the limits, the mark below', () => {
    const spec = { ...specOfSample('counts-total', 820), unit: 'share' } as const;
    const rows = (middle: Parameters<typeof row>[3]) =>
      releasedOf([
        row('count', '2023', {}, 0.61),
        row('count', '2024', {}, middle),
        row('count', '2025', {}, 0.79),
      ]);
    const svg = drawn(rows(limited), spec);
    const bare = drawn(rows('c'), spec);
    const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
    expect(count(svg, /<circle/g)).toBe(2);
    expect(count(svg, />\[c\]</g)).toBe(1);
    expect(count(svg, /stroke-dasharray="4,3"/g)).toBe(count(bare, /stroke-dasharray="4,3"/g) + 1);
    const path = (text: string) => /stroke-width="2.25"[^]*?<path d="([^"]*)"/.exec(text)?.[1];
    expect(path(svg)).toBe(path(bare));
    expect(path(svg)).toBeDefined();
    expect(points(rows(limited), spec)[1]).toMatchObject({ y: null });
  });

  it('is a band in a pyramid, beside which the mark stands', () => {
    const spec = specOfSample('pyramid-shares', 820);
    const released = releasedOf([
      row('share', 'all', { age_band: '15_17', gender: 'female' }, limited),
      row('share', 'all', { age_band: '15_17', gender: 'male' }, 'c'),
      row('share', 'all', { age_band: '12_14', gender: 'male' }, 0.3),
    ]);
    expect(pyramidOf(released, spec)?.rows[0]?.girls.gap).toBe('withheld');
    const svg = drawn(released, spec);
    expect(svg).toContain('68–72&nbsp;% [c]</text>');
    expect(barsOf(svg).filter((one) => /class="girls".*url\(#/.test(one))).toHaveLength(1);
  });
});
