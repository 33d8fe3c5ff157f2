import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { Rounding, Table } from '$lib/disclosure/table';
import { regions, twoWay } from '../fixtures/disclosure/published-tables';
import { sequence, shownOf } from './attacker';

const small = twoWay(['a', 'b', 'c'], { x: [3, 20, 31], y: [25, 42, 17], z: [33, 12, 51] }, {});
const folder = resolve(process.cwd(), '../shared/cases/disclosure');

/** Totals and their parts by the description of the table alone, as key texts. */
function sums(table: Table): { total: string; parts: string[] }[] {
  const keys = new Set(table.cells.map(({ key }) => key.join('|')));
  return table.cells.flatMap(({ key }) =>
    table.dims.flatMap((dim, at) => {
      const members = dim.groups[key[at]!];
      const parts = members?.map((label) => key.with(at, label).join('|')) ?? [];
      return parts.length > 0 && parts.every((part) => keys.has(part))
        ? [{ total: key.join('|'), parts }]
        : [];
    }),
  );
}

/** Sums of shown figures that do not add up. */
function unequal(table: Table, shown: ReadonlyMap<string, number | null>) {
  const whole = sums(table).filter(({ total, parts }) =>
    [total, ...parts].every((key) => shown.get(key) !== null),
  );
  return {
    compared: whole.length,
    wrong: whole.filter(
      ({ total, parts }) =>
        parts.reduce((sum, key) => sum + shown.get(key)!, 0) !== shown.get(total),
    ),
  };
}

function random(seed: number, threshold: number): Table {
  const draw = sequence(seed);
  const names = ['a', 'b', 'c', 'd'];
  const inner = ['x', 'y', 'z', 'u', 'v'].map(
    (row) => [row, names.map(() => (draw() < 0.1 ? 0 : Math.floor(draw() * 70)))] as const,
  );
  return twoWay(names, Object.fromEntries(inner), { threshold });
}

describe('rounding to the nearest multiple', () => {
  test.each([3, 5, 10])('base %i: every shown figure, zeros as zeros', async (base) => {
    for (let seed = 1; seed <= 10; seed++) {
      const table = random(seed, 8);
      const exact = await protect(table, { effort: 'fast' });
      const result = await protect(
        { ...table, rounding: { base, method: 'nearest' } },
        { effort: 'fast' },
      );
      expect(result.audit.status).toBe('proven');
      result.cells.forEach(({ value }, at) => {
        const truth = table.cells[at]!.value;
        if (exact.cells[at]!.value === null) expect(value).toBeNull();
        else {
          expect(value! % base).toBe(0);
          expect(Math.abs(value! - truth)).toBeLessThanOrEqual(base / 2);
          if (truth === 0) expect(value).toBe(0);
        }
      });
    }
  });

  test.each([
    [6, 5, '6 or 7', 'threshold 8'],
    [7, 5, '7', 'threshold 8'],
    [4, 3, '4', 'threshold 5'],
    [11, 10, '11 or 12 or 13 or 14', 'threshold 15'],
  ])('hide below %i and round to %i is refused by name', async (threshold, base, left, way) => {
    const table = { ...small, threshold, rounding: { base, method: 'nearest' as const } };
    const refusal = expect(protect(table)).rejects;
    await refusal.toThrow(`printed ${base} could only be ${left}.`);
    await expect(protect(table)).rejects.toThrow(way);
  });

  test.each([
    [8, 5],
    [11, 5],
    [11, 3],
    [15, 10],
    [5, 5],
  ])('hide below %i and round to %i is not', async (threshold, base) => {
    const rounding = { base, method: 'nearest' } as const;
    const { audit } = await protect({ ...small, threshold, rounding });
    expect(audit.status).toBe('proven');
  });

  test('an audit knows that a shown figure is 0 or at least k', async () => {
    const narrow = twoWay(['a', 'b'], { x: [3, 11], y: [40, 52] }, { threshold: 11 });
    const rounding = { base: 10, method: 'nearest' } as const;
    const suppressed = [['x', 'a']];
    const { audit } = await protect({ ...narrow, rounding, suppressed }, { intervals: true });
    // Both 14 and 11 print as 10: the sum is at most 14, and what is shown of it at least 11.
    expect(audit.intervals).toMatchObject([{ key: ['x', 'a'], hi: 3 }]);
    expect(audit.status).toBe('unsafe');
  });

  test('rates are those of the rounded figures', async () => {
    const rates = [
      { num: ['y', 'b'], den: ['y', 'Total'], value: 50, percent: true, decimals: 1 },
      { num: ['x', 'a'], den: ['x', 'Total'], value: 5.6, percent: true, decimals: 1 },
    ];
    const rounding = { base: 5, method: 'nearest' } as const;
    const result = await protect({ ...small, rounding, rates });
    const shown = shownOf(result);
    const [num, den] = [shown.get('y|b'), shown.get('y|Total')];
    const expected = num && den ? Math.round((1000 * num) / den) / 10 : null;
    expect(result.rates?.map(({ value }) => value)).toEqual([expected, null]);
  });

  test('the secret of a random rounding is not printed', async () => {
    const rounding: Rounding = { base: 5, method: 'random', secret: 'between us' };
    const text = JSON.stringify(await protect({ ...small, rounding }));
    expect(text).not.toContain('between us');
    expect(text).toContain('"method":"random"');
  });
});

describe('controlled rounding', () => {
  test.each([3, 5, 10])(
    'base %i: next multiples, and totals are sums of their parts',
    async (base) => {
      let compared = 0;
      for (let seed = 1; seed <= 10; seed++) {
        const table = random(seed, 11);
        const rounding = { base, method: 'controlled' } as const;
        const result = await protect({ ...table, rounding }, { effort: 'fast' });
        expect(result.audit.status).toBe('proven');
        const shown = shownOf(result);
        const { steps = 0 } = result.rounding!;
        for (const { key, value } of table.cells) {
          const printed = shown.get(key.join('|'))!;
          if (printed === null) continue;
          expect(Math.abs(printed % base)).toBe(0);
          expect(Math.abs(printed - value)).toBeLessThan(base * (1 + steps));
          if (value === 0) expect(printed).toBe(0);
        }
        const { wrong, compared: some } = unequal(table, shown);
        expect(wrong, `seed ${seed}`).toEqual([]);
        compared += some;
      }
      expect(compared).toBeGreaterThan(20);
    },
  );

  test('without hidden figures every sum of three dimensions and levels holds', async () => {
    const table = { ...regions, threshold: 0 };
    const rounding = { base: 5, method: 'controlled' } as const;
    const result = await protect({ ...table, rounding });
    const { wrong, compared } = unequal(table, shownOf(result));
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(9);
  });

  test('does not depend on what is withheld', async () => {
    const rounding = { base: 5, method: 'controlled' } as const;
    const print = async (one: number) => {
      const table = twoWay(
        ['a', 'b', 'c'],
        { x: [one, 33 - one, 31], y: [38 - one, 29 + one, 17], z: [33, 12, 51] },
        {
          rounding,
          suppressed: ['x', 'y'].flatMap((row) => ['a', 'b'].map((column) => [row, column])),
        },
      );
      return (await protect(table)).cells;
    };
    expect(await print(3)).toEqual(await print(9));
  });

  test('linked tables print one figure once', async () => {
    const rounding = { base: 5, method: 'controlled' } as const;
    const [rows, columns] = small.dims;
    const one = (at: number, dim: typeof rows) => ({
      dims: [dim!],
      cells: small.cells
        .filter(({ key }) => key[1 - at] === 'Total')
        .map(({ key, value }) => ({ key: [key[at]!], value })),
    });
    const linked = [one(0, rows), one(1, columns)];
    const result = await protect({ ...small, rounding, linked });
    const shown = shownOf(result);
    result.linked!.forEach(({ cells }, at) => {
      for (const { key, value } of cells)
        expect(value).toBe(shown.get((at === 0 ? [...key, 'Total'] : ['Total', ...key]).join('|')));
    });
  });

  test.runIf(existsSync(folder))('keeps the reference tables additive', async () => {
    for (const name of ['handbook-rounding', 'ctdc-like-2d', 'ctdc-like-3d', 'ssb-d1-8x4']) {
      const table = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Table;
      const rounding = { base: 5, method: 'controlled' } as const;
      const result = await protect({ ...table, rounding }, { effort: 'fast' });
      expect(result.audit.status, name).toBe('proven');
      expect(result.rounding!.steps, name).toBe(0);
      expect(unequal(table, shownOf(result)).wrong, name).toEqual([]);
    }
  });
});
