import { describe, expect, it } from 'vitest';
import { withhold } from '$lib/disclosure/released-row';
import { shareLimits } from '$lib/disclosure/share-limits';
import type { DraftRow } from '$lib/disclosure/draft';

const sum = (value: number, ...over: string[]) => ({ value, over });

describe('shareLimits', () => {
  it('finds what 252 registered, 172 girls and 68 boys leave open', () => {
    const among = ['girl', 'boy', 'another'];
    const sums = [sum(252, ...among, 'unknown'), sum(172, 'girl'), sum(68, 'boy')];
    // 172 of 240 to 252, 68 of 240 to 252, none to 12 of 240 to 252.
    expect(shareLimits({ part: ['girl'], whole: among, sums }, 11)).toEqual([0.68, 0.72]);
    expect(shareLimits({ part: ['boy'], whole: among, sums }, 11)).toEqual([0.26, 0.29]);
    expect(shareLimits({ part: ['another'], whole: among, sums }, 11)).toEqual([0, 0.05]);
  });

  it('finds a share exactly where both of its counts are shown, rounded outwards', () => {
    const sums = [sum(19, 'yes'), sum(229, 'yes', 'no', 'unknown')];
    const whole = ['yes', 'no', 'unknown'];
    expect(shareLimits({ part: ['yes'], whole, sums }, 11)).toEqual([0.08, 0.09]);
  });

  it('tells at least how large a share is whose count is shown', () => {
    const whole = ['girl', 'boy', 'another'];
    const sums = [sum(149, ...whole, 'unknown'), sum(99, 'girl')];
    expect(shareLimits({ part: ['girl'], whole, sums }, 11)).toEqual([0.66, 1]);
    expect(shareLimits({ part: ['boy'], whole, sums }, 11)).toBeUndefined();
    const less = [sum(149, ...whole, 'unknown'), sum(90, 'girl')];
    expect(shareLimits({ part: ['girl'], whole, sums: less }, 11)).toBeUndefined();
  });

  it('says nothing where the limits are far apart or the whole may be few', () => {
    const sums = [sum(19, 'yes'), sum(229, 'yes', 'no', 'unknown')];
    expect(shareLimits({ part: ['yes'], whole: ['yes', 'no'], sums }, 11)).toBeUndefined();
    const few = [sum(10, 'yes', 'no'), sum(0, 'yes')];
    expect(shareLimits({ part: ['yes'], whole: ['yes', 'no'], sums: few }, 11)).toBeUndefined();
    expect(shareLimits({ part: ['yes'], whole: ['yes', 'no'], sums: few }, 10)).toEqual([0, 0]);
    expect(shareLimits({ part: ['yes'], whole: ['yes', 'no'], sums: [] }, 1)).toBeUndefined();
  });

  it('holds the share of every whole-number table with these sums, and is met by two of them', () => {
    const random = seeded(3);
    const groups = ['a', 'b', 'c', 'u'];
    const nested = [groups, ['a', 'b', 'c'], ['a'], ['b'], ['c'], ['u']];
    let found = 0;
    for (let run = 0; run < 400; run++) {
      const truth = groups.map(() => random(14));
      const total = (over: readonly string[], table: readonly number[]) =>
        over.reduce((all, group) => all + table[groups.indexOf(group)]!, 0);
      const sums = nested
        .filter(() => random(2) === 0)
        .map((over) => ({ over, value: total(over, truth) }));
      const [part, whole] = [['a'], random(2) === 0 ? ['a', 'b', 'c'] : groups];
      const limits = shareLimits({ part, whole, sums }, 1);
      if (!limits) continue;
      found += 1;
      const shares = tablesOf(groups.length, total(groups, truth))
        .filter((table) => sums.every(({ over, value }) => total(over, table) === value))
        .map((table) => total(part, table) / total(whole, table));
      const [low, high] = [Math.min(...shares), Math.max(...shares)];
      expect(limits[0]).toBe(Math.floor(100 * low + 1e-9) / 100);
      expect(limits[1]).toBe(Math.max(0, Math.ceil(100 * high - 1e-9)) / 100);
    }
    expect(found).toBeGreaterThan(60);
  });

  it('tells a plain share of two shown counts, and none of few', () => {
    const count = (label: string) => ({ table: 0, key: [label] });
    const told = (yes: number, all: number, ...shown: string[]) => {
      const row: DraftRow = {
        ...{ measure: 'share_if_unknown_no', period: 'all', by: {}, unit: 'share' },
        ...{ statistic: 'S-P', value: 0.5, status: 'ok', counts: [] },
        share: {
          ...{ part: ['yes'], whole: ['yes', 'no', 'unknown'], plain: true },
          sums: [
            { count: count('yes'), value: yes, over: ['yes'] },
            { count: count('all'), value: all, over: ['yes', 'no', 'unknown'] },
          ],
        },
      };
      return withhold(row, 11, (sum) => shown.includes(sum.count.key[0]!)).value;
    };
    expect(told(19, 76, 'yes', 'all')).toEqual({ is: 'value', value: 0.25 });
    expect(told(19, 76, 'all')).toEqual({ is: 'withheld' });
    expect(told(19, 76, 'yes')).toEqual({ is: 'withheld' });
    expect(told(9, 76, 'yes', 'all').is).toBe('withheld');
  });

  it('reads nothing that is withheld', () => {
    const told = (unknown: number) => {
      const count = (label: string) => ({ table: 0, key: [label] });
      const row: DraftRow = {
        ...{ measure: 'share', period: 'all', by: {}, unit: 'share', statistic: 'S-P' },
        ...{ value: 172 / (252 - unknown), status: 'ok', numerator: 172 },
        denominator: 252 - unknown,
        counts: [count('girl'), count('known')],
        share: {
          ...{ part: ['girl'], whole: ['girl', 'boy', 'another'] },
          sums: [
            { count: count('girl'), value: 172, over: ['girl'] },
            { count: count('boy'), value: 68, over: ['boy'] },
            { count: count('another'), value: 12 - unknown, over: ['another'] },
            { count: count('unknown'), value: unknown, over: ['unknown'] },
            { count: count('known'), value: 252 - unknown, over: ['girl', 'boy', 'another'] },
            { count: count('all'), value: 252, over: ['girl', 'boy', 'another', 'unknown'] },
          ],
        },
      };
      const shown = ['girl', 'boy', 'all'];
      return withhold(row, 11, ({ count }) => shown.includes(count.key[0]!));
    };
    expect(told(3)).toEqual(told(9));
    expect(told(3)).toMatchObject({
      value: { is: 'withheld', between: [0.68, 0.72] },
      numerator: { is: 'value', value: 172 },
      denominator: { is: 'withheld' },
      n: { is: 'withheld' },
    });
  });
});

/** Every table of whole numbers with this total. */
function tablesOf(size: number, total: number): number[][] {
  if (size === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    tablesOf(size - 1, total - first).map((rest) => [first, ...rest]),
  ).flat();
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) =>
    Math.floor(((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * below);
}
