import { describe, expect, it } from 'vitest';
import { points } from '$lib/charts/points';
import { chartOf } from '$lib/charts/chart-of';
import { textWidth } from '$lib/charts/text-width';
import { document } from './drawn';
import { releasedOf, samples, specOfSample } from './samples';

const { released } = samples['care-calendar']!;
const svgOf = (width: number, rows = released.rows) =>
  chartOf(releasedOf(rows), specOfSample('care-calendar', width), { document })!;
const all = (svg: SVGSVGElement, name: string) => [...svg.querySelectorAll(`.${name}`)];
const number = (node: Element, name: string) => Number(node.getAttribute(name));

describe.each([300, 320, 820])('the calendar of care and money at %i px', (width) => {
  const svg = svgOf(width);

  it('draws each grant as signed and what is paid of it, each gap with its days', () => {
    expect(all(svg, 'grant')).toHaveLength(5);
    // The payment of one grant is not recorded.
    expect(all(svg, 'paid')).toHaveLength(4);
    expect(all(svg, 'gap')).toHaveLength(1);
    expect(all(svg, 'overlap')).toHaveLength(1);
    const words = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toContain('21 days');
    expect(words).toContain('[x]');
    expect(words.join(' ')).toMatch(/P1: ends 31 Jan 2025, within 12 months,\s*none after/);
  });

  it('stays inside its width', () => {
    for (const node of svg.querySelectorAll('rect:not(pattern rect)')) {
      const right = number(node, 'x') + number(node, 'width');
      if (node.parentElement?.hasAttribute('transform')) continue;
      expect(right).toBeLessThanOrEqual(width);
    }
    for (const node of svg.querySelectorAll('svg > g text')) {
      if (node.parentElement?.hasAttribute('transform')) continue;
      const words = node.textContent ?? '';
      const end = node.getAttribute('text-anchor') === 'end';
      const right = number(node, 'x') + (end ? 0 : textWidth(words));
      expect(right, words).toBeLessThanOrEqual(width);
      expect(number(node, 'x'), words).toBeGreaterThanOrEqual(end ? textWidth(words) : 0);
    }
  });

  it('sets gap and months on one axis', () => {
    const [gap] = all(svg, 'gap');
    const [hatched] = all(svg, 'unfunded');
    const [from, to] = [number(gap!, 'x'), number(gap!, 'x') + number(gap!, 'width')];
    expect(number(hatched!, 'x')).toBeLessThan(from);
    expect(number(hatched!, 'x') + number(hatched!, 'width')).toBeCloseTo(to - 0.5, 3);
  });

  it('has a bar for no month that is withheld', () => {
    // P1 has three months with a number, P2 six.
    expect(all(svg, 'care')).toHaveLength(9);
    expect(all(svg, 'unfunded')).toHaveLength(1);
    expect(all(svg, 'outside')).toHaveLength(1);
  });
});

describe('the calendar read out', () => {
  const said = points(released, specOfSample('care-calendar', 820)).map(({ text }) => text);

  it('reaches every grant, gap, overlap, end and month', () => {
    expect(said).toHaveLength(5 + 1 + 1 + 3 + 12);
    expect(said).toContain('P1, no money 21 days: 11 Mar 2024 to 31 Mar 2024');
    expect(said).toContain('P1, March 2024: children in care 30; of them on unfunded days 14');
    expect(said).toContain(
      'P1, February 2024: children in care withheld; of them on unfunded days withheld',
    );
    expect(said).toContain(
      'P2, January 2024: children in care 40; of them on unfunded days 0; of the others before the first or after the last grant 12',
    );
    expect(said.join('\n')).toContain('first payment not recorded');
    expect(said.join('\n')).toContain('not for direct care');
  });

  it('keeps the programmes in the order of the rows', () => {
    const order = said.map((text) => text.slice(0, 2));
    expect([...new Set(order)]).toEqual(['P1', 'P2', 'P3']);
    expect(order).toEqual([...order].sort());
  });

  it('says where children are not counted', () => {
    const money = released.rows.filter(({ measure }) => !measure.startsWith('children'));
    const svg = svgOf(820, money);
    expect(svg.querySelector('desc')?.textContent).toContain('Children in care are not counted');
    expect(all(svg, 'care')).toHaveLength(0);
    expect(all(svg, 'gap')).toHaveLength(1);
  });
});
