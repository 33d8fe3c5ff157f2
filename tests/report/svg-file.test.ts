// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { pngFile } from '$lib/report/png-file';
import { svgFile } from '$lib/report/svg-file';
import { svgMarkup } from '$lib/report/svg-markup';
import { released, row, secret, value, withheld } from './released-of';

const one = released(
  'ID-01',
  [
    row('count', withheld, { unit: 'children', by: { gender: 'female' } }),
    row('count', value(40), { unit: 'children' }),
  ],
  { synthetic: true },
);
const context = {
  title: '40 children recorded & shown <in 2024>',
  subtitle: 'Children by period',
  source: 'made-up data set',
  notes: [
    'One note that is long enough to need more than one line of the picture it stands under.',
  ],
  language: 'en',
} as const;

function chart(): SVGSVGElement {
  document.body.innerHTML = `<svg class="plot" viewBox="0 0 300 200" width="300" height="200"
    fill="currentColor"><style>.plot { height: auto }</style>
    <rect fill="var(--series-1)" stroke="var(--nothing, #abcdef)" width="10" height="10"></rect>
    <text fill="var(--unheard-of)">40</text></svg>`;
  return document.querySelector('svg') as SVGSVGElement;
}

const parse = (markup: string) =>
  new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;

describe('a saved chart', () => {
  it('stands alone, in light colours', () => {
    const { markup, width, height } = svgMarkup(chart(), one, context);
    const root = parse(markup);
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(root.querySelector('parsererror')).toBeNull();
    expect(markup).not.toMatch(/var\(|<style|url\((?!#)|href=/);
    expect(root.querySelector('svg svg rect')?.getAttribute('fill')).toBe('#12436d');
    expect(root.querySelector('svg svg rect')?.getAttribute('stroke')).toBe('#abcdef');
    expect(root.querySelector('svg svg text')?.getAttribute('fill')).toBe('#17202b');
    expect(root.getAttribute('width')).toBe(String(width));
    expect(height).toBeGreaterThan(200);
  });

  it('carries title, subtitle, source, notes, protection and the made-up mark', () => {
    const { markup } = svgMarkup(chart(), one, context);
    const text = [...parse(markup).querySelectorAll('tspan')].map((n) => n.textContent).join(' ');
    for (const part of [
      context.title,
      context.subtitle,
      'Source: made-up data set',
      context.notes[0],
      'Made-up data',
      'Threshold k = 11',
    ])
      expect(text).toContain(part);
    expect(markup).not.toContain(String(secret));
  });

  it('keeps its words off the chart and inside the picture', () => {
    const { markup, height } = svgMarkup(chart(), one, context);
    const root = parse(markup);
    const inner = root.querySelector('svg');
    const top = Number(inner?.getAttribute('y'));
    const lines = [...root.querySelectorAll('tspan')].map((n) => Number(n.getAttribute('y')));
    expect(lines.length).toBeGreaterThan(5);
    for (const y of lines) {
      expect(y <= top || y >= top + 200).toBe(true);
      expect(y).toBeLessThan(height);
    }
  });

  it('leaves the chart of the page as it was', () => {
    const svg = chart();
    const before = svg.outerHTML;
    svgMarkup(svg, one, context);
    expect(svg.outerHTML).toBe(before);
  });

  it('is an SVG file, and refused in Working view as SVG and as PNG', async () => {
    expect(svgFile(chart(), one, context).type).toBe('image/svg+xml;charset=utf-8');
    const working = { ...one, mode: 'working' as const };
    expect(() => svgFile(chart(), working, context)).toThrow(
      'Saving is available in Release view.',
    );
    await expect(pngFile(chart(), working, context)).rejects.toThrow(
      'Saving is available in Release view.',
    );
  });
});
