import { beforeAll, describe, expect, it } from 'vitest';
import { demoCountry } from '$lib/demo/demo-country';
import type { Released } from '$lib/disclosure/released';
import { catalogue } from '$lib/indicators/catalogue';
import type { FigureSource } from '$lib/measure/figure';
import { figureRows, type FigureRow, type RowsAsked } from '$lib/measure/figure-rows';
import { defaultView, type View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import { loadTexts, numberOf, see } from './loaded';

const files = demoCountry({ children: 400 });
let demo: FigureSource;
beforeAll(async () => {
  demo = await loadTexts(files);
});

const working: View = { ...defaultView, mode: 'working' };
const indicatorOf = (id: string) => catalogue.find((one) => one.id === id)!;

/** Every row behind a number, page after page. */
async function allRows(indicator: Indicator, view: View, asked: Omit<RowsAsked, 'from'>) {
  const rows: FigureRow[] = [];
  for (;;) {
    const page = await figureRows(demo, indicator, view, { ...asked, from: rows.length });
    if (!page) return null;
    expect(page.rows.length).toBeLessThanOrEqual(page.perPage);
    rows.push(...page.rows);
    if (rows.length >= page.all || !page.rows.length) return { ...page, rows };
  }
}

const ofChildren = catalogue.filter(
  ({ population }) => population !== 'programmes' && population !== 'files',
);
/** Rows that a data error keeps from the figure: they are listed with the others, and say so. */
const invalid = (released: Released) =>
  numberOf(released.steps.find(({ words }) => words.en.startsWith('left out: the time'))?.count) ??
  0;
const kept = ['count', 'shares', 'time', 'distribution', 'succession', 'mean-count'];

describe('rows behind a figure', () => {
  it.each(ofChildren.map(({ id }) => [id]))('%s lists whom it counts', async (id) => {
    const indicator = indicatorOf(id);
    const released = await see(demo, id);
    if (released.unavailable) return expect(released.rows).toEqual([]);
    const [measure] = indicator.measures;
    const row = released.rows.find(
      (one) => one.measure === measure!.id && !Object.keys(one.by).length,
    );
    if (!row || indicator.statistic.kind === 'care-calendar')
      return expect(indicator.statistic.kind).toMatch(/composition|profile|care-calendar/);
    const asked = { measure: measure!.id, period: row.period, by: {} };
    const found = await figureRows(demo, indicator, working, { ...asked, from: 0 });
    expect(found, 'a statement about children').not.toBeNull();
    expect(found!.all).toBeGreaterThan(0);
    expect(found!.rows.length).toBe(Math.min(20, found!.all));
    if (kept.includes(indicator.statistic.kind) && indicator.unit === 'child')
      expect(found!.all, 'everyone in the figure').toBe(
        (numberOf(row.n) ?? found!.all) + invalid(released),
      );
  });

  it('adds up to the figure in each period and group', async () => {
    const view: View = { ...working, period: { kind: 'year' }, by: [['gender']] };
    for (const id of ['ID-01', 'ND-01', 'RF-02']) {
      const released = await see(demo, id, view);
      const [measure] = indicatorOf(id).measures;
      const own = released.rows.filter((row) => row.measure === measure!.id);
      expect(own.length).toBeGreaterThan(4);
      for (const { period, by, n } of own) {
        const found = await allRows(indicatorOf(id), view, { measure: measure!.id, period, by });
        const valid = found?.rows.filter(({ tells }) => tells.problem !== 'invalid') ?? [];
        expect(valid.length).toBe(numberOf(n));
        const places = new Set(valid.map(({ file, row }) => `${file} ${row}`));
        expect(places.size, 'no child twice').toBe(numberOf(n));
        if (by.gender)
          expect(found?.rows.every(({ codes }) => codes.gender === by.gender)).toBe(true);
      }
    }
  });

  it('keeps to the filters of the view', async () => {
    const view: View = { ...working, where: { gender: ['female'] } };
    const found = await allRows(indicatorOf('ID-01'), view, {
      ...{ measure: 'count', period: 'all', by: {} },
    });
    expect(new Set(found?.rows.map(({ codes }) => codes.gender))).toEqual(new Set(['female']));
  });

  it('answers the question that the measure reads', async () => {
    const waits = indicatorOf('RF-02');
    const found = await allRows(waits, working, { measure: 'p90_hours', period: 'all', by: {} });
    const released = await see(demo, 'RF-02');
    const reached = released.steps.find(({ words }) => words.en === 'had the event');
    expect(found?.rows.filter(({ tells }) => tells.cause === 1 && !tells.problem).length).toBe(
      numberOf(reached?.count),
    );
  });

  it('shows no key and nothing that is not a code, a month or a number of the figure', async () => {
    const [header, ...lines] = files.find(({ name }) => name === 'cases.csv')!.text.split('\n');
    const columns = header!.split(',');
    const keys = ['case_key', 'child_key', 'org_key'].map((key) => columns.indexOf(key));
    expect(keys.every((at) => at >= 0)).toBe(true);
    const found = await allRows(indicatorOf('ID-01'), working, {
      ...{ measure: 'count', period: 'all', by: {} },
    });
    const text = JSON.stringify(found?.rows);
    for (const line of lines.filter(Boolean))
      for (const at of keys) expect(text).not.toContain(`"${line.split(',')[at]}"`);
    expect(found?.rows.every(({ detected }) => /^\d{4}(-\d\d)?$/.test(detected ?? ''))).toBe(true);
  });

  it('is not to be had in Release view, and not about programmes', async () => {
    const asked = { measure: 'count', period: 'all', by: {}, from: 0 };
    await expect(figureRows(demo, indicatorOf('ID-01'), defaultView, asked)).rejects.toThrow(
      'Working view',
    );
    expect(defaultView.mode).toBe('release');
    expect(await figureRows(demo, indicatorOf('FC-01'), working, asked)).toBeNull();
  });
});
