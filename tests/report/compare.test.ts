import { describe, expect, it } from 'vitest';
import { comparePanel } from '$lib/measure/compare-panel';
import { comparedMeasures, compareTable } from '$lib/report/compare-table';
import { differenceText, pText, ratioText } from '$lib/report/compare-words';
import { compareSentence } from '$lib/report/sentence-compare';
import type { Cell, Released } from '$lib/disclosure/released';
import { indicator, missing, released, row, secret, value, withheld } from './released-of';

const measure = 'missing_share';
const id = 'MC-01';
const own = indicator(id).measures.find(({ reads }) => reads === 'share')?.id ?? measure;

type Given = readonly [code: string, value: Cell, difference?: Cell, ratio?: Cell, p?: Cell];
const figures = (groups: readonly Given[], mode: 'release' | 'working' = 'release'): Released =>
  released(
    id,
    groups.flatMap(([code, cell, difference, ratio, p]) => {
      const by = { gender: code };
      return [
        row(own, cell, { unit: 'share', by, statistic: 'S-P' }),
        ...(difference ? [row(`${own}_difference`, difference, { unit: 'share', by, statistic: 'S-D' })] : []), // prettier-ignore
        ...(ratio ? [row(`${own}_ratio`, ratio, { unit: 'ratio', by, statistic: 'S-D' })] : []),
        ...(p ? [row(`${own}_difference_p`, p, { unit: 'p-value', by, statistic: 'S-D' })] : []),
      ];
    }),
    { mode },
  );
const choice = (one: Released, language: 'en' | 'nb' = 'en') => ({
  indicator: indicator(id),
  language,
  measure: own,
  column: 'gender',
  code: 'female',
  adjust: (name: string) => comparePanel(one, name),
});

const three = figures([
  ['female', value(0.9009, { low: 0.8937, high: 0.9077 })],
  [
    'male',
    value(0.7387, { low: 0.7276, high: 0.7494 }),
    value(-0.1622, { low: -0.1752, high: -0.1493 }),
    value(0.82, { low: 0.807, high: 0.833 }),
    value(0.00001),
  ],
  ['nonbinary', withheld, withheld, withheld, withheld],
  [
    'trans_girl',
    value(0.85, { low: 0.7, high: 0.93 }),
    value(-0.0509, { low: -0.2, high: 0.03 }),
    value(0.9435, { low: 0.8, high: 1.1 }),
    value(0.03),
  ],
  ['trans_boy', missing('too few for this statistic'), missing('too few for this statistic'), missing('too few for this statistic'), missing('too few for this statistic')], // prettier-ignore
]);

describe('the table of comparisons', () => {
  const table = compareTable(three, choice(three));
  const line = (start: string) => table.rows.find(({ header }) => header.startsWith(start))!;
  const texts = (start: string) => line(start).cells.map(({ text }) => text);

  it('names the reference group and compares it with nothing', () => {
    expect(table.rows[0]?.header).toBe('Girl (reference group)');
    expect(texts('Girl')).toEqual(['90.1% (89.4% to 90.8%)', '[z]', '[z]', '[z]']);
  });
  it('prints value, difference and ratio with their ranges, and the test with its number', () => {
    expect(texts('Boy')).toEqual([
      '73.9% (72.8% to 74.9%)',
      '−16.2 points (−17.5 to −14.9)',
      '0.82 (0.81 to 0.83)',
      'clear difference (p under 0.001)',
    ]);
  });
  it('adjusts for the comparisons that are shown: Holm, 0.03 stays 0.03 as the larger of two', () => {
    expect(texts('Trans girl').at(-1)).toBe('clear difference (p 0.03)');
    expect(table.footnotes[0]).toBe(
      'Number of comparisons: 2; the p-values are adjusted for that (Holm).',
    );
  });
  it('shows nothing of a group that is withheld', () => {
    const cells = line('Non-binary').cells;
    expect(cells.map(({ text }) => text)).toEqual(['[c]', '[c]', '[c]', '[c]']);
    expect(JSON.stringify(table)).not.toContain(String(secret));
  });
  it('offers the measures that are compared, and no others', () => {
    expect(comparedMeasures(three, indicator(id)).map((one) => one.id)).toEqual([own]);
    expect(comparedMeasures(figures([['female', value(0.9)]]), indicator(id))).toEqual([]);
  });
});

describe('adjustment', () => {
  const panelOf = (p: readonly (number | null)[]) =>
    comparePanel(
      figures(p.map((one, i) => [`g${i}`, value(0.5), undefined, undefined, one === null ? missing('no rows') : value(one)])), // prettier-ignore
      `${own}_difference_p`,
    );
  const at = (panel: ReturnType<typeof panelOf>, i: number) =>
    panel.of({ period: '2024', by: { gender: `g${i}` } });
  it('is Holm’s for five: the least times five, then no smaller than the one before', () => {
    const panel = panelOf([0.01, 0.04, null, 0.03, 0.02, 0.5]);
    expect(panel).toMatchObject({ comparisons: 5, method: 'Holm' });
    expect([0, 1, 2, 3, 4, 5].map((i) => at(panel, i))).toEqual([0.05, 0.09, null, 0.09, 0.08, 0.5].map((p) => (p === null ? null : expect.closeTo(p, 12)))); // prettier-ignore
  });
  it('is that of Benjamini and Hochberg for six', () => {
    const panel = panelOf([0.01, 0.02, 0.03, 0.04, 0.05, 0.06]);
    expect(panel).toMatchObject({ comparisons: 6, method: 'Benjamini–Hochberg' });
    expect(at(panel, 0)).toBeCloseTo(0.06, 12);
  });
});

describe('the sentence', () => {
  const say = (one: Released, language: 'en' | 'nb' = 'en') =>
    compareSentence(one, choice(one, language))
      .map(({ text }) => text)
      .join('');
  it('says every number, how many there are, and nothing of causes', () => {
    expect(say(three)).toBe(
      'Compared with Girl, in 2024. Boy: −16.2 points (−17.5 to −14.9), clear difference (adjusted p under 0.001). ' +
        'Trans girl: −5.1 points (−20 to +3), clear difference (adjusted p 0.03). ' +
        'Of 2 comparisons with Girl, 2 show a clear difference after adjustment for their number.',
    );
    expect(say(three, 'nb')).toContain('Av 2 sammenligninger med Jente');
    expect(say(three)).not.toMatch(/signific|because|caus/i);
  });
  it('says how many could be chance, or that all could', () => {
    const two = (p: number) =>
      figures([
        ['female', value(0.9)],
        ['male', value(0.7), value(-0.2), value(0.8), value(p)],
        ['nonbinary', value(0.8), value(-0.1), value(0.9), value(0.4)],
      ]);
    expect(say(two(0.001))).toContain('Of 2 comparisons with Girl, 1 shows a clear difference after adjustment for their number; the others could be chance.'); // prettier-ignore
    expect(say(two(0.3))).toContain('Of 2 comparisons with Girl, none shows a clear difference after adjustment for their number: it could be chance.'); // prettier-ignore
  });
  it('says that nothing can be shown where everything is withheld', () => {
    const none = figures([
      ['female', value(0.9)],
      ['male', withheld, withheld, withheld, withheld],
    ]);
    expect(say(none)).toBe('No comparison with Girl can be shown.');
  });
});

describe('numbers', () => {
  it('have a sign, and none at zero', () => {
    expect(differenceText(0.031, 'share', 'en')).toBe('+3.1 points');
    expect(differenceText(0.01, 'share', 'en')).toBe('+1 point');
    expect(differenceText(-0.0004, 'share', 'en')).toBe('0.0 points');
    expect(differenceText(-2.5, 'per 100 child-months', 'nb')).toBe('−2,5');
    expect(ratioText(1, 'en')).toBe('1.00');
    expect([0.0002, 0.0123, 0.25, 1].map((p) => pText(p, 'en'))).toEqual(['under 0.001', '0.012', '0.25', '1.00']); // prettier-ignore
  });
});
