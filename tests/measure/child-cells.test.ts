import { describe, expect, it } from 'vitest';
import { ChildCells } from '$lib/measure/child-cells';
import { ChildGroups, type KeptChildren } from '$lib/measure/child-codes';

const children = 900;

/** Numbers of the xorshift generator with 32 bits, the same in every run. */
function draws(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * limit);
  };
}

/** Cells of a few keys that most children have, and more of them that few have. */
function made(keys: number, seed: number) {
  const below = draws(seed);
  const rows: { child: number; k: number; days: number }[] = [];
  for (let child = 0; child < children; child++) {
    const own = new Set<number>();
    for (let i = below(9) ? 1 : below(14); i > 0; i--) own.add(below(keys));
    for (const k of own) rows.push({ child, k, days: below(400) });
  }
  const column = (name: 'child' | 'k' | 'days') => Float64Array.from(rows, (row) => row[name]);
  const columns = { child: column('child'), k: column('k'), days: column('days') };
  return { rows, cells: new ChildCells(columns, keys, ['children', 'days']) };
}

const groups = new ChildGroups(
  [[null], ['a'], ['b'], ['c']],
  Uint8Array.from({ length: children + 5 }, (_, child) => (child % 7 === 0 ? 0 : child % 3)),
);

/** Children that a filter leaves, by a rule; some of them have no cell. */
function keptBy(rule: (child: number) => boolean): KeptChildren {
  const at = Uint8Array.from({ length: children + 5 }, (_, child) => Number(rule(child)));
  return { at, list: Int32Array.from(at.keys()).filter((child) => at[child]) };
}

const filters: [string, KeptChildren | null][] = [
  ['nothing', null],
  ['one in four', keptBy((child) => child % 4 === 1)],
  ['nearly all', keptBy((child) => child % 50 !== 0)],
  ['nobody', keptBy(() => false)],
];

/** Few keys are summed by all groups at once, many by one group after the other. */
describe.each([5, 260, 80_000])('cells of %i keys', (keys) => {
  const { rows, cells } = made(keys, 77 + keys);

  it.each(filters)('are added up by key and group after a filter that leaves %s', (_, kept) => {
    for (const by of [null, groups]) {
      const want = new Map<string, { children: number; days: number }>();
      for (const { child, k, days } of rows) {
        if (kept && !kept.at[child]) continue;
        const place = `${by ? by.codes[by.at[child]!]![0] : ''} ${k}`;
        const before = want.get(place) ?? { children: 0, days: 0 };
        want.set(place, { children: before.children + 1, days: before.days + days });
      }
      const found = new Map<string, { children: number; days: number }>();
      for (const { codes, keys: met, numbers } of cells.sums(kept, by)) {
        expect([...met]).toEqual([...met].sort((a, b) => a - b));
        met.forEach((k, i) =>
          found.set(`${by ? codes[0] : ''} ${k}`, {
            children: numbers.children![i]!,
            days: numbers.days![i]!,
          }),
        );
      }
      expect(new Map([...found].sort())).toEqual(new Map([...want].sort()));
    }
  });
});
