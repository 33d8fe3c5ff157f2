import { describe, expect, it } from 'vitest';
import { chartOf } from '$lib/charts/chart-of';
import { fitsPyramid } from '$lib/charts/fits-pyramid';
import { points } from '$lib/charts/points';
import { indicatorOf } from '$lib/indicators/catalogue';
import type { Breakdown } from '$lib/schema/indicator';
import { textWidth } from '$lib/charts/text-width';
import { document, drawn } from './drawn';
import { crossedBy, releasedOf, row, samples, specOfSample } from './samples';

const { released } = samples['pyramid-counts']!;
const spec = (width = 820) => specOfSample('pyramid-counts', width);
const svgOf = (width = 820, one = released) => chartOf(one, spec(width), { document })!;
const number = (node: Element, name: string) => Number(node.getAttribute(name));
const bars = (svg: SVGSVGElement, side: string) => [...svg.querySelectorAll(`rect.${side}`)];

describe('which figures are pyramids', () => {
  it.each([
    ['ID-01', ['age_band', 'gender'], true],
    ['ID-01', ['gender', 'age_band'], true],
    ['ID-03', ['age_band'], true],
    ['ID-04', ['gender'], true],
    ['MC-05', ['gender', 'age_band'], true],
    ['ID-01', ['gender'], false],
    ['ID-01', ['gender', 'main_form'], false],
    ['ID-01', ['gender', 'age_band', 'main_form'], false],
    ['ID-12', ['gender', 'age_band'], false],
    ['ID-02', ['gender', 'age_band'], false],
    ['RF-02', ['gender', 'age_band'], false],
    ['FC-02', ['gender', 'age_band'], false],
  ] as const)('%s by %j: %s', (id, by, fits) => {
    expect(fitsPyramid(indicatorOf(id)!, by as readonly Breakdown[])).toBe(fits);
  });
});

describe('a pyramid', () => {
  it.each([820, 320])('has the oldest on top and what is not known apart below, %i px', (width) => {
    const labels = [...svgOf(width).querySelectorAll('text.band')];
    const ys = labels.map((label) => number(label, 'y'));
    expect(labels.map(({ textContent }) => textContent)).toEqual([
      '15–17',
      '12–14',
      '9–11',
      '0–8',
      '12–17',
      'Not recorded',
    ]);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(svgOf(width).textContent).toContain('Age not known exactly');
  });

  it.each([820, 320])('has one zero and one scale for both sides, %i px', (width) => {
    const svg = svgOf(width);
    const [girls, boys] = [bars(svg, 'girls'), bars(svg, 'boys')];
    const zero = number(boys[0]!, 'x');
    for (const bar of boys) expect(number(bar, 'x')).toBeCloseTo(zero, 6);
    for (const bar of girls) expect(number(bar, 'x') + number(bar, 'width')).toBeCloseTo(zero, 6);
    const scale = number(girls[0]!, 'width') / 303;
    expect(girls.map((bar) => Math.round(number(bar, 'width') / scale))).toEqual([
      303, 221, 40, 52, 33,
    ]);
    expect(boys.map((bar) => Math.round(number(bar, 'width') / scale))).toEqual([157, 98, 31]);
  });

  it.each([820, 320])('marks what is withheld at a place that tells nothing, %i px', (width) => {
    const marks = (svg: SVGSVGElement) =>
      [...svg.querySelectorAll('g[transform]')].map((mark) => [
        mark.getAttribute('transform')!.split(',')[0],
        mark.textContent,
      ]);
    const changed = released.rows.map((one) =>
      one.value.is === 'value' && one.by.age_band === '9_11'
        ? { ...one, value: { is: 'value', value: 1 } as const }
        : one,
    );
    expect(marks(svgOf(width))).toEqual(marks(svgOf(width, { ...released, rows: changed })));
    const beside = marks(svgOf(width)).filter(([, words]) => words === '[c]');
    expect(beside.length).toBeGreaterThanOrEqual(4);
  });

  it('draws one bar for each shown number of a side and none for the rest', () => {
    const svg = svgOf();
    const sides = released.rows.filter(
      ({ period, by, value }) =>
        period === '2025' && ['female', 'male'].includes(by.gender!) && value.is === 'value',
    );
    expect(bars(svg, 'girls').length + bars(svg, 'boys').length).toBe(sides.length);
  });

  it.each([820, 320])('drops no child of another or unknown gender, %i px', (width) => {
    const text = [...svgOf(width).querySelectorAll('g text')]
      .map(({ textContent }) => textContent!.replaceAll('\u00a0', ' '))
      .join(' ');
    const marks = text.split('[c]').length - 1;
    expect(marks).toBe(9);
    expect(text.split('[x]').length - 1).toBe(1);
    for (const words of width === 820
      ? [/Another gender Not recorded/, / 12 16 /, / 157 \[c\] 14 /]
      : [
          /Another gender: 15–17: \[c\]; 12–14: 12; 9–11: \[c\]; 0–8: \[c\]; 12–17: 0; Not recorded: 0 /,
          /Not recorded: 15–17: 14; 12–14: 16; 9–11: 0; 0–8: \[c\]; 12–17: \[x\]; Not recorded: \[c\]/,
        ])
      expect(text).toMatch(words);
    const all = points(released, spec(width));
    expect(all).toHaveLength(24);
    expect(all.filter(({ text }) => text.includes('withheld'))).toHaveLength(9);
    expect(all.reduce((sum, { y }) => sum + (y ?? 0), 0)).toBe(
      released.rows.reduce(
        (sum, { period, value }) =>
          sum + (period === '2025' && value.is === 'value' ? value.value : 0),
        0,
      ),
    );
  });

  it('is the same whatever the order of rows and columns', () => {
    const turned = [...released.rows].reverse().map((one) => ({
      ...one,
      by: { gender: one.by.gender!, age_band: one.by.age_band! },
    }));
    expect(drawn(releasedOf(turned), spec())).toBe(drawn(released, spec()));
    expect(drawn(released, spec())).toBe(drawn(released, spec()));
  });

  it('draws the last period, says so, and leaves other splits to other pictures', () => {
    const svg = drawn(released, spec());
    expect(svg).toContain('Children registered, 2025 (earlier periods in the table only)');
    expect(svg).not.toContain('>290<');
    const more = [row('count', '2026', { gender: 'female' }, 999), row('count', '2026', {}, 999)];
    expect(drawn(releasedOf([...released.rows, ...more]), spec())).toBe(svg);
  });

  it('is null where neither side has a number', () => {
    const rows = crossedBy('count', 'all', { '0_8': ['c', 'c', 20, 0], unknown: ['x', 'c', 1, 1] });
    expect(chartOf(releasedOf(rows), spec(), { document })).toBeNull();
    expect(points(releasedOf(rows), spec())).toEqual([]);
  });

  it('says in both languages what its shares are of', () => {
    const nb = drawn(samples['pyramid-shares']!.released, specOfSample('pyramid-shares', 820));
    for (const words of ['innenfor hver aldersgruppe', 'Jente', 'Gutt', 'andel av alle', '69 %'])
      expect(nb.replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ')).toContain(words);
    const en = drawn(
      samples['pyramid-band-alone']!.released,
      specOfSample('pyramid-band-alone', 820),
    );
    for (const words of ['within each gender', 'Girl', 'Boy', '44%–75%', '80% [p]'])
      expect(en).toContain(words);
  });

  it('reads an unknown age and an unknown gender apart', () => {
    const said = points(released, spec()).map(({ text }) => text);
    expect(said.at(-1)).toBe('Age not recorded, gender not recorded: withheld');
    expect(said[0]).toBe('15–17, Girl: 303');
    const nb = samples['pyramid-shares']!;
    const last = points(nb.released, specOfSample('pyramid-shares', 820)).at(-1)!;
    expect(last.text).toBe('Alder ikke spurt om, kjønn ikke registrert: holdt tilbake');
  });
});

/** Where a text or the box of a mark stands, in pixels. */
function place(node: Element) {
  const anchor = node.getAttribute('text-anchor');
  const width = textWidth(node.textContent ?? '');
  const [, x = 0, y = 0] = /translate\(([^,]+),([^)]+)\)/
    .exec(node.getAttribute('transform') ?? `translate(${number(node, 'x')},${number(node, 'y')})`)!
    .map(Number);
  if (node.tagName === 'g') return { from: x - 14, to: x + 14, y };
  const from = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { from, to: from + width, y };
}

describe.each(['pyramid-counts', 'pyramid-shares', 'pyramid-band-alone'])('%s', (name) => {
  it.each([300, 320, 519, 520, 640, 820, 900])('has no two words on each other, %i px', (width) => {
    const svg = chartOf(samples[name]!.released, specOfSample(name, width), { document })!;
    const words = [...svg.querySelectorAll('g > text, g[transform]')].filter(
      (node) => !node.parentElement!.hasAttribute('transform'),
    );
    const all = words.map((node) => ({ ...place(node), text: node.textContent }));
    expect(all.length).toBeGreaterThan(12);
    for (const [i, one] of all.entries()) {
      expect(one.from, `${one.text} stands inside`).toBeGreaterThanOrEqual(-0.5);
      // Widths are estimated from above; half of the last tick may stand past the end of its side.
      expect(one.to, `${one.text} stands inside`).toBeLessThanOrEqual(width + 0.5);
      const met = all
        .slice(i + 1)
        .filter(({ from, to, y }) => Math.abs(y - one.y) < 16 && from < one.to && one.from < to);
      expect(met.map(({ text }) => `${one.text} on ${text}`)).toEqual([]);
    }
  });
});
