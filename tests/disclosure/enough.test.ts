import { describe, expect, it } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import { enoughOf } from '$lib/disclosure/search';
import type { Table } from '$lib/disclosure/table';
import { sequence, shownOf } from './attacker';
import { giveaways } from './second-auditor';

/** A pace whose clock and count of steps are set by hand. */
function handPace() {
  const now = { elapsed: 0, steps: 0 };
  return { now, elapsed: () => now.elapsed, steps: () => now.steps };
}

describe('the looking for fewer cells', () => {
  it('ends with the time budget where the clean-up runs once, and with the steps', () => {
    const pace = handPace();
    const enough = enoughOf(pace, false, 1, 5040, 60_000);
    pace.now.elapsed = 45_000; // spent before the clean-up
    expect(enough()).toBe(false);
    pace.now.elapsed = 105_000;
    expect(enough()).toBe(false);
    pace.now.elapsed = 105_001;
    expect(enough()).toBe(true);
    pace.now.elapsed = 45_000;
    pace.now.steps = 4000 + 10 * 5040;
    expect(enough()).toBe(false);
    pace.now.steps++;
    expect(enough()).toBe(true);
  });

  it('never ends by time where one of several starts would be chosen for release', () => {
    const pace = handPace();
    const [forRelease, other] = [false, true].map((best) => enoughOf(pace, best, 2, 300, 10));
    expect(forRelease!()).toBe(false);
    pace.now.elapsed = 1e9;
    expect(forRelease!()).toBe(false);
    expect(other!()).toBe(true);
  });
});

/** Too wide for the built-in solver, so that the clean-up runs once. */
function wideTable(): Table {
  const size = 44;
  const draw = sequence(11);
  const rows = Array.from({ length: size }, (_, at) => `r${at}`);
  const columns = Array.from({ length: size }, (_, at) => `c${at}`);
  const inner = rows.map(() => columns.map(() => Math.floor(draw() * 90) + 7));
  const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
  return {
    ...{ kind: 'count', threshold: 8, zeros: 'published' },
    dims: [
      { name: 'row', groups: { all: rows } },
      { name: 'column', groups: { all: columns } },
    ],
    cells: [
      ...rows.flatMap((row, i) =>
        columns.map((column, j) => ({ key: [row, column], value: inner[i]![j]! })),
      ),
      ...rows.map((row, i) => ({ key: [row, 'all'], value: sum(inner[i]!) })),
      ...columns.map((column, j) => ({
        key: ['all', column],
        value: sum(inner.map((each) => each[j]!)),
      })),
      { key: ['all', 'all'], value: sum(inner.flat()) },
    ],
  };
}

describe('without any time', () => {
  it('a wide table is safe and proven, and withholds all that a longer look withholds', async () => {
    const table = wideTable();
    const hurried = await protect(table, { effort: 'fast', timeBudgetMs: 0 });
    const patient = await protect(table, { effort: 'fast' });
    expect(hurried.audit.status).toBe('proven');
    expect(patient.audit.status).toBe('proven');
    expect(hurried.audit.secondary).toBeGreaterThan(patient.audit.secondary);
    const shown = shownOf(hurried);
    for (const [key, value] of shownOf(patient))
      if (value === null) expect(shown.get(key), key).toBeNull();
    expect(
      await giveaways({
        ...{ threshold: 8, zeros: 'published', tables: [table], shown: [shown] },
      }),
    ).toEqual([]);
  }, 120_000);
});
