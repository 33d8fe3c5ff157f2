import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
import type { ReleasedRow } from '$lib/disclosure/released';
import type { FigureSource } from '$lib/measure/figure';
import { loadDemo, see } from './loaded';

let demo: FigureSource;
beforeAll(async () => {
  demo = await loadDemo(2000);
});

describe('the made-up country in Release view, by year and gender', () => {
  it.each(catalogue.map(({ id }) => id))('%s is proven and still says something', async (id) => {
    const view = { by: [['gender' as const]], period: { kind: 'year' as const } };
    const working = await see(demo, id, view);
    const released = await see(demo, id, { ...view, mode: 'release' });
    const { audit, shownCells, withheldCells } = released.protection;
    expect(['proven', 'not needed']).toContain(audit);
    const told = released.rows.filter(({ value }) => value.is !== 'withheld' || value.between);
    expect(told.length).toBeGreaterThan(0);
    expect(shownCells + withheldCells).toBe(released.rows.length);
    // Readings that only entitled people may see leave the list. Added are bands alone, withheld where it is
    // withheld whether anybody is unknown.
    const place = ({ measure, period, by }: ReleasedRow) => JSON.stringify([measure, period, by]);
    const known = new Set(working.rows.map(place));
    const merged = ({ by }: ReleasedRow) => Object.values(by).includes('another_gender');
    const added = released.rows.filter((row) => !known.has(place(row)) && !merged(row));
    expect(
      added.filter(({ measure, value }) => !/_if_unknown_/.test(measure) || value.is === 'value'),
    ).toEqual([]);
  });
});
