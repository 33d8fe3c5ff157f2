import { beforeAll, expect, it } from 'vitest';
import type { FigureSource } from '$lib/measure/figure';
import { loadDemo, numberOf, rowOf, see } from './loaded';

let demo: FigureSource;
beforeAll(async () => {
  demo = await loadDemo(2000);
});

const steps = {
  event: 'had the event',
  open: 'still waiting when last followed (censored)',
  moved: 'handed on to another body or lost from sight while waiting',
};

it.each(['RF-02', 'GP-02', 'ID-05', 'SW-01'])(
  '%s says how many waits are closed and how many open, in both views',
  async (id) => {
    const working = await see(demo, id);
    const step = (words: string) =>
      numberOf(working.steps.find((one) => one.words.en === words)?.count) ?? 0;
    const closed = numberOf(rowOf(working, 'closed_count')?.value);
    const open = numberOf(rowOf(working, 'open_count')?.value);
    // The way to a figure about needs counts children; the plain reading counts its needs.
    if (id !== 'SW-01') {
      expect(closed).toBe(step(steps.event));
      expect(open).toBe(step(steps.open) + step(steps.moved));
    }
    expect(open).toBeGreaterThan(0);
    const timed = numberOf(rowOf(working, 'open_count')?.denominator)!;
    expect(closed! + open!).toBeLessThanOrEqual(timed);

    const released = await see(demo, id, { mode: 'release' });
    expect(['proven', 'not needed']).toContain(released.protection.audit);
    for (const [measure, value] of [
      ['closed_count', closed],
      ['open_count', open],
    ] as const) {
      const cell = rowOf(released, measure)?.value;
      // Where it is shown it is the same number; in the made-up country there is room to show it.
      expect(cell, measure).toEqual({ is: 'value', value });
    }
  },
);

it('never splits them by group in Release view', async () => {
  const view = { by: [['gender' as const]] };
  const ofGroups = (rows: Awaited<ReturnType<typeof see>>['rows']) =>
    rows.filter(({ measure, by }) => /^(open|closed)_count$/.test(measure) && by.gender);
  expect(ofGroups((await see(demo, 'RF-02', view)).rows).length).toBeGreaterThan(4);
  const released = await see(demo, 'RF-02', { ...view, mode: 'release' });
  expect(ofGroups(released.rows)).toEqual([]);
});
