import { describe, expect, it } from 'vitest';
import { chartOf } from '$lib/charts/chart-of';
import { spreadLabels } from '$lib/charts/spread-labels';
import { textWidth, wrapText } from '$lib/charts/text-width';
import { document } from './drawn';
import { releasedOf, row, specOfSample } from './samples';

const endYs = (last: readonly number[], width: number) => {
  const codes = ['female', 'male', 'trans_girl', 'unknown'];
  const released = releasedOf(
    codes.flatMap((gender, i) => [
      row('count', '2024', { gender }, 50 + 10 * i),
      row('count', '2025', { gender }, last[i]!),
    ]),
  );
  const svg = chartOf(released, specOfSample('counts-by-gender', width), { document })!;
  const height = Number(svg.getAttribute('height'));
  return {
    height,
    ys: [...svg.querySelectorAll('.end-label')]
      .map((label) => Number(label.getAttribute('y')))
      .sort((a, b) => a - b),
  };
};

describe('labels at the ends of lines', () => {
  it.each([
    [100, 100, 100, 100],
    [0, 0, 0, 0],
    [500, 499, 1, 0],
    [30, 31, 32, 33],
  ])('stand at least 16 px apart: %i, %i, %i, %i', (...last) => {
    for (const width of [300, 320, 600, 900]) {
      const { ys, height } = endYs(last, width);
      expect(ys.length).toBeGreaterThanOrEqual(4);
      for (let i = 1; i < ys.length; i += 1) expect(ys[i]! - ys[i - 1]!).toBeGreaterThanOrEqual(16);
      expect(ys[0]).toBeGreaterThan(0);
      expect(ys.at(-1)).toBeLessThan(height);
    }
  });
});

describe('spreadLabels', () => {
  it('leaves labels that do not touch where they are', () => {
    const at = (y: number) => ({ y, height: 18 });
    expect(spreadLabels([at(20), at(60), at(100)], 0, 200)).toEqual([20, 60, 100]);
  });

  it('keeps order and bounds', () => {
    const at = (y: number) => ({ y, height: 18 });
    const places = spreadLabels([at(199), at(198), at(5)], 0, 200);
    expect(places[1]).toBeLessThan(places[0]!);
    expect(places[0]).toBeLessThanOrEqual(191);
    expect(places[2]).toBe(9);
  });
});

describe('wrapText', () => {
  it('keeps every word and the width', () => {
    const text = 'Trafficking for labour exploitation and forced criminality';
    const lines = wrapText(text, 140);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(140);
  });
});

describe('names of horizons', () => {
  it.each([300, 320, 820])('do not touch at %i px', (width) => {
    const at = ['24h', '72h', '7d', '14d', '30d', '60d', '90d', '180d'];
    const rows = at.map((horizon, i) => row(`cif_${horizon}`, 'all', {}, 0.2 + i * 0.05));
    const spec = specOfSample('incidence-one', width);
    const svg = chartOf(releasedOf(rows), spec, { document })!;
    const ticks = [...svg.querySelectorAll('text.tick')]
      .map((tick) => ({
        x: Number(tick.getAttribute('x')),
        half: textWidth(tick.textContent!) / 2,
      }))
      .sort((a, b) => a.x - b.x);
    expect(ticks.length).toBeGreaterThan(2);
    for (let i = 1; i < ticks.length; i += 1)
      expect(ticks[i]!.x - ticks[i]!.half).toBeGreaterThan(ticks[i - 1]!.x + ticks[i - 1]!.half);
  });
});
