import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '$lib/indicators/catalogue';
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
    // Readings that only entitled people may see leave the list; nothing is added to it.
    expect(released.rows.length).toBeLessThanOrEqual(working.rows.length);
  });
});
