import { afterEach, describe, expect, it, vi } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { Table } from '$lib/disclosure/table';

/** A table of groups × outcomes with many small cells and every margin. */
function smallCells(seed: number): Table {
  let state = seed;
  const upTo30 = () => (state = (state * 48_271) % 2_147_483_647) % 31;
  const groups = Array.from({ length: 9 }, (_, i) => `g${i}`);
  const outcomes = Array.from({ length: 8 }, (_, i) => `o${i}`);
  const values = groups.map(() => outcomes.map(upTo30));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
  const cells = [
    ...groups.flatMap((g, i) =>
      outcomes.map((o, j) => ({ key: [g, o], value: values[i]?.[j] ?? 0 })),
    ),
    ...groups.map((g, i) => ({ key: [g, 'all'], value: sum(values[i] ?? []) })),
    ...outcomes.map((o, j) => ({ key: ['all', o], value: sum(values.map((row) => row[j] ?? 0)) })),
    { key: ['all', 'all'], value: sum(values.flat()) },
  ];
  return {
    kind: 'count',
    threshold: 11,
    zeros: 'published',
    dims: [
      { name: 'group', groups: { all: groups } },
      { name: 'outcome', groups: { all: outcomes } },
    ],
    cells,
  };
}

describe('what is released does not depend on the speed of the machine', () => {
  afterEach(() => vi.restoreAllMocks());
  it.each([1, 2, 3])(
    'the same pattern when every step seems to take a minute (table %i)',
    async (seed) => {
      const shown = async () =>
        (await protect(smallCells(seed), { effort: 'fast' })).cells.map(({ value }) => value);
      const quick = await shown();
      const real = performance.now.bind(performance);
      vi.spyOn(performance, 'now').mockImplementation(() => real() * 3000);
      const slow = await shown();
      expect(quick).toContain(null);
      // Out of time nothing is released at all; anything that is must be the same.
      expect(slow).toEqual(quick);
    },
  );
});
