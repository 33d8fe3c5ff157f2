import { describe, expect, it } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { Table } from '$lib/disclosure/table';
import { twoWay } from '../fixtures/disclosure/published-tables';
import { sequence, shownOf } from './attacker';
import type { Shown } from './attacker';
import { farthest } from './farthest';

const sensitive = (table: Table, at = 1): Table => ({
  ...table,
  dims: table.dims.map((dim, dimension) => (dimension === at ? { ...dim, sensitive: true } : dim)),
});

/**
 * Rows of which the figures say of all but m people which column they are in, from the definition:
 * the largest number of people that may be in another column. True figures say only which rows count.
 */
async function givenAway(table: Table, shown: Shown): Promise<string[]> {
  const m = table.coalition ?? 1;
  const [rows, columns] = table.dims.map(({ groups }) => [...groups.Total!]) as [
    string[],
    string[],
  ];
  const found: string[] = [];
  const value = (row: string, column: string) =>
    table.cells.find(({ key }) => key[0] === row && key[1] === column)?.value ?? 0;
  for (const row of [...rows, 'Total'])
    for (const column of columns) {
      const size = columns.reduce((sum, each) => sum + value(row, each), 0);
      if (value(row, column) === 0 || size - value(row, column) > m) continue;
      const others = columns.filter((each) => each !== column).map((each) => [row, each]);
      const most = await farthest(table, shown, { plus: others }, true);
      if (most <= m + 1e-6) found.push(`${row}|${column}`);
    }
  return found;
}

// All 40 children of y were exploited in the same way. No figure is small.
const all = { x: [30, 25, 20], y: [40, 0, 0], z: [12, 33, 41] };
const ways = ['a', 'b', 'c'];

describe('a group of which everybody has one code', () => {
  it('is shown where the dimension is not sensitive, with what it says', async () => {
    const table = twoWay(ways, all, {});
    const result = await protect(table);
    expect(result.cells.every(({ value }) => value !== null)).toBe(true);
    expect(await givenAway(table, shownOf(result))).toEqual(['y|a']);
  });

  it('is hidden where it is sensitive: the figure, and zeros that would say the same', async () => {
    const table = sensitive(twoWay(ways, all, {}));
    const result = await protect(table, { effort: 'best' });
    expect(result.audit).toMatchObject({ status: 'proven', exact: 0, belowThreshold: 0 });
    const shown = shownOf(result);
    expect(shown.get('y|a')).toBeNull();
    expect([shown.get('y|b'), shown.get('y|c')]).toContain(null);
    expect(await givenAway(table, shown)).toEqual([]);
  });

  it('is refused where a pattern leaves it, also without a total', async () => {
    const table = sensitive(twoWay(ways, all, {}));
    const suppressed = [
      ['y', 'a'],
      ['x', 'a'],
      ['y', 'Total'],
      ['x', 'Total'],
    ];
    const { audit } = await protect({ ...table, suppressed });
    // How many of y there are is hidden; that all of them are a is not.
    expect(audit).toMatchObject({ status: 'unsafe', exact: 1, belowThreshold: 1 });
    const cells = table.cells.filter(({ key }) => !key.includes('Total'));
    const bare = await protect({ ...table, cells, suppressed: [] });
    expect(bare.audit).toMatchObject({ status: 'unsafe', exact: 1 });
    expect((await protect({ ...table, cells })).audit.status).toBe('proven');
  });

  it('by all but one counts too, by all but two only for a coalition of two', async () => {
    const one = sensitive(twoWay(ways, { ...all, y: [40, 2, 0] }, { threshold: 1 }));
    const hidden = async (table: Table) => {
      const result = await protect(table);
      expect(result.audit.status).toBe('proven');
      expect(await givenAway(table, shownOf(result))).toEqual([]);
      return shownOf(result).get('y|a') === null;
    };
    expect(await hidden(one)).toBe(false);
    expect(await hidden({ ...one, coalition: 2 })).toBe(true);
    const nearly = sensitive(twoWay(ways, { ...all, y: [40, 1, 0] }, { threshold: 1 }));
    expect(await hidden(nearly)).toBe(true);
    expect(await hidden({ ...nearly, coalition: 0 })).toBe(false);
  });

  it('is no news where every other code is impossible, nor a protection', async () => {
    const structuralZeros = [
      ['y', 'b'],
      ['y', 'c'],
    ];
    const table = sensitive(twoWay(ways, all, { structuralZeros }));
    expect((await protect(table)).cells.every(({ value }) => value !== null)).toBe(true);
    const half = { ...table, structuralZeros: structuralZeros.slice(1) };
    const result = await protect(half);
    expect(result.audit.status).toBe('proven');
    expect(shownOf(result).get('y|c')).toBe(0);
    expect(shownOf(result).get('y|b')).toBeNull();
  });

  it('stays hidden with rounding, and is no rule for amounts', async () => {
    const table = sensitive(twoWay(ways, all, {}));
    const result = await protect({ ...table, rounding: { base: 5, method: 'controlled' } });
    expect(result.audit.status).toBe('proven');
    expect(shownOf(result).get('y|a')).toBeNull();
    await expect(protect({ ...table, kind: 'magnitude' })).rejects.toThrow('kind is count');
  });

  it('counts under a group of codes as under all of them', async () => {
    const values: Record<string, number> = { a: 30, b: 0, c: 20, ab: 30, all: 50 };
    const table: Table = {
      ...{ kind: 'count', threshold: 11, zeros: 'published' },
      dims: [{ name: 'country', groups: { ab: ['a', 'b'], all: ['ab', 'c'] }, sensitive: true }],
      cells: Object.entries(values).map(([label, value]) => ({ key: [label], value })),
    };
    const result = await protect(table);
    expect(result.audit.status).toBe('proven');
    const shown = shownOf(result);
    expect(shown.get('a')).toBeNull();
    const most = await farthest(table, shown, { plus: [['b']] }, true);
    expect(most).toBeGreaterThanOrEqual(2);
  });

  it('random tables hold, and the audit agrees on random patterns', async () => {
    let unsafe = 0;
    for (let seed = 1; seed <= (process.env.SOAK ? 200 : 24); seed++) {
      const draw = sequence(300 + seed);
      const row = () => ways.map(() => (draw() < 0.5 ? 0 : Math.floor(draw() ** 2 * 40)));
      const inner = { x: row(), y: row(), z: row(), u: row() };
      // Threshold 1: nothing but this rule, so that the two verdicts can be compared.
      const table = sensitive(
        twoWay(ways, inner, { threshold: seed % 2 ? 1 : 5, coalition: seed % 3 }),
      );
      const result = await protect(table, {
        effort: seed % 4 ? 'fast' : 'best',
        timeBudgetMs: 150,
      });
      expect(result.audit.status, `seed ${seed}`).toBe('proven');
      expect(await givenAway(table, shownOf(result)), `seed ${seed}`).toEqual([]);
      if (seed % 2 === 0) continue;
      const suppressed = table.cells.filter(() => draw() < 0.4).map(({ key }) => key);
      const again = await protect({ ...table, suppressed });
      const found = await givenAway(table, shownOf(again));
      expect(again.audit.status, `seed ${seed}`).toBe(found.length > 0 ? 'unsafe' : 'proven');
      if (found.length > 0) unsafe++;
    }
    expect(unsafe).toBeGreaterThan(2);
  }, 120_000);
});
