import { describe, expect, it } from 'vitest';
import { differences } from '$lib/charts/differences';
import { ticksOf } from '$lib/charts/draw-around';
import { funnel } from '$lib/charts/funnel';
import { document } from './drawn';
import { planted, releasedOf, row } from './samples';

const spec = {
  id: 'one',
  width: 600,
  language: 'en' as const,
  title: 'Difference from girls',
  measure: 'm',
  unit: 'share' as const,
};
const summary = (svg: SVGSVGElement | null) => svg?.querySelector('desc')?.textContent;

describe('differences', () => {
  const given = releasedOf([
    row('m_difference', '2024', { gender: 'male' }, [-0.1622, -0.1752, -0.1493]),
    row('m_difference', '2024', { gender: 'nonbinary' }, 'c'),
    row('m_difference', '2023', { gender: 'male' }, [0.4, 0.3, 0.5]),
  ]);
  const svg = differences(given, spec, { document });

  it('says each group of the latest period, in order, and which is withheld', () => {
    expect(summary(svg)).toBe(
      'Boy: −16.2 points; 95% interval −17.5 to −14.9. Non-binary or other: withheld.',
    );
  });
  it('draws a dot for what is shown, a mark for what is not, and no number of it', () => {
    expect(svg?.querySelectorAll('circle')).toHaveLength(1);
    expect(svg?.outerHTML).toContain('[c]');
    expect(svg?.outerHTML).not.toContain(String(planted));
  });
  it('draws nothing where nothing may be shown', () => {
    const none = releasedOf([row('m_difference', '2024', { gender: 'male' }, 'c')]);
    expect(differences(none, spec, { document })).toBeNull();
  });
});

describe('a funnel', () => {
  const region = (code: string, value: number, half: number) => [
    row('m', '2024', { region: code }, value),
    row('m_funnel_95', '2024', { region: code }, [0.5, 0.5 - half, 0.5 + half]),
    row('m_funnel_998', '2024', { region: code }, [0.5, 0.5 - 2 * half, 0.5 + 2 * half]),
  ];
  const hidden = [
    row('m', '2024', { region: 'XX-03' }, 'c'),
    row('m_funnel_95', '2024', { region: 'XX-03' }, 'c'),
    row('m_funnel_998', '2024', { region: 'XX-03' }, 'c'),
  ];
  const given = releasedOf([...region('XX-02', 0.9, 0.1), ...hidden, ...region('XX-01', 0.2, 0.2)]);
  const svg = funnel(given, spec, { document });

  it('keeps the order of the codes, whatever the numbers are', () => {
    expect(summary(svg)).toBe(
      'XX-01: 20%; 99.8% limits 10% to 90%; 95% limits 30% to 70%. ' +
        'XX-02: 90%; 99.8% limits 30% to 70%; 95% limits 40% to 60%. XX-03: withheld.',
    );
  });
  it('gives every region the same colour', () => {
    const dots = [...(svg?.querySelectorAll('circle') ?? [])];
    expect(dots).toHaveLength(2);
    const fills = dots.map((dot) => dot.getAttribute('fill') ?? dot.closest('g[fill]')?.getAttribute('fill')); // prettier-ignore
    expect(new Set(fills)).toEqual(new Set(['var(--series-1)']));
    expect(svg?.outerHTML).not.toContain(String(planted));
  });
});

it('has ticks on both sides of the line', () => {
  expect(ticksOf([0, -0.17, 0.04], 5)).toEqual([-0.2, -0.15, -0.1, -0.05, 0, 0.05]);
  expect(ticksOf([0], 5).length).toBeGreaterThan(1);
});
