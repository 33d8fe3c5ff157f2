import { describe, expect, it } from 'vitest';
import { changeParts, type FourCells, type Order } from '$lib/measure/change-parts';
import { fromSteps, inSteps, isCount } from '$lib/measure/figure-steps';
import { unitWords } from '$lib/report/unit-words';

const orders: readonly Order[] = ['definition', 'period'];
const sum = (parts: ReturnType<typeof changeParts>) =>
  parts && (parts.revision ?? 0) + (parts.definition ?? 0) + parts.recorded;

describe('a change split into parts', () => {
  // 188 as first loaded, 191 now; 197 and 214 by the second definition, 205 by the first.
  const cells: FourCells = {
    before: 188,
    earlier: { first: 191, second: 197 },
    later: { first: 205, second: 214 },
  };

  it('changes the definition on the earlier period, or on the later one', () => {
    expect(changeParts(cells, 'definition', false)).toEqual({
      ...{ from: 188, to: 214, total: 26 },
      ...{ revision: 3, definition: 6, recorded: 17 },
    });
    expect(changeParts(cells, 'period', false)).toEqual({
      ...{ from: 188, to: 214, total: 26 },
      ...{ revision: 3, definition: 9, recorded: 14 },
    });
  });

  it('has no part that was not asked for or that no import before tells', () => {
    const { earlier, later } = cells;
    const one = {
      before: null,
      earlier: { ...earlier, second: null },
      later: { ...later, second: null },
    };
    for (const order of orders)
      expect(changeParts(one, order, true)).toEqual({
        ...{ from: 191, to: 205, total: 14 },
        ...{ revision: null, definition: null, recorded: 14 },
      });
  });

  it('is not split where a figure that the order needs is not there', () => {
    const { earlier, later } = cells;
    const noBackCast = { ...cells, earlier: { ...earlier, second: null } };
    expect(changeParts(noBackCast, 'definition', false)).toBeNull();
    expect(changeParts(noBackCast, 'period', false)?.definition).toBe(9);
    const noForward = { ...cells, later: { ...later, first: null } };
    expect(changeParts(noForward, 'period', false)).toBeNull();
    expect(changeParts(noForward, 'definition', false)?.recorded).toBe(17);
    expect(changeParts({ ...cells, later: { first: 205, second: null } }, 'period', false)).toBeNull(); // prettier-ignore
  });

  it('refuses figures that are not whole steps, which would add up only nearly', () => {
    const torn = { before: null, earlier: { first: 0.1, second: 0.2 }, later: { first: 0.3, second: 0.6 } }; // prettier-ignore
    expect(() => changeParts(torn, 'definition', false)).toThrow('whole steps');
  });

  it('adds up exactly for any whole numbers, in both orders', () => {
    let state = 20260;
    const [wrong, seen]: [unknown[], Set<string>] = [[], new Set()];
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let i = 0; i < 20_000; i++) {
      const [before, a, b, c, d] = Array.from({ length: 5 }, () => random(2_000_001) - 1_000_000) as [number, number, number, number, number]; // prettier-ignore
      const known = random(2) === 0 ? before : null;
      const same = random(4) === 0;
      const drawn = {
        before: known,
        earlier: { first: a, second: b },
        later: { first: c, second: d },
      };
      for (const order of orders) {
        const parts = changeParts(drawn, order, same)!;
        seen.add(`${parts.revision === null} ${parts.definition === null}`);
        if (
          parts.from !== (known ?? a) ||
          parts.to !== (same ? c : d) ||
          parts.total !== parts.to - parts.from ||
          sum(parts) !== parts.total
        )
          wrong.push({ drawn, order, parts });
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.size, 'with and without each of the parts').toBe(4);
  });
});

describe('a figure as whole steps', () => {
  it('is rounded as it is printed', () => {
    expect([inSteps(0.18949, 'share'), inSteps(0.2098, 'share')]).toEqual([189, 210]);
    expect(fromSteps(21, 'share')).toEqual({ number: 2.1, decimals: 1 });
    expect(inSteps(214, 'children')).toBe(214);
    expect(fromSteps(inSteps(3.456, 'per 100,000 children'), 'per 100,000 children')).toEqual({ number: 3.46, decimals: 2 }); // prettier-ignore
    expect(fromSteps(inSteps(4.25, 'per 100 child-months'), 'per 100 child-months')).toEqual({ number: 4.3, decimals: 1 }); // prettier-ignore
    expect(Object.is(inSteps(-0.0001, 'share'), 0)).toBe(true);
  });

  it('is of things only in units that count them', () => {
    const counts = Object.keys(unitWords).filter(isCount);
    expect(counts).toContain('children');
    for (const rate of ['share', 'hours', 'per 100 child-months', 'events per child'])
      expect(isCount(rate), rate).toBe(false);
  });
});
