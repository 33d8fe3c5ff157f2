import { describe, expect, test } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { Table } from '$lib/disclosure/table';
import { twoWay } from '../fixtures/disclosure/published-tables';
import { belowThreshold, bruteForce, sequence, shownOf } from './attacker';

const TRIALS = process.env.SOAK ? 400 : 40;

/** A random small table: sparse, full of small figures, sometimes with a group that overlaps. */
function randomTable(seed: number): Table {
  const draw = sequence(seed);
  const rows = 2 + Math.floor(draw() * 2);
  const columns = 2 + Math.floor(draw() * 2);
  const names = ['a', 'b', 'c'].slice(0, columns);
  const inner = Object.fromEntries(
    ['x', 'y', 'z']
      .slice(0, rows)
      .map((row) => [row, names.map(() => (draw() < 0.2 ? 0 : Math.floor(draw() * draw() * 9)))]),
  );
  const threshold = 3 + Math.floor(draw() * 2);
  const zeros = draw() < 0.75 ? 'published' : 'primary';
  const table = twoWay(names, inner, { threshold, zeros });
  if (rows < 3 || draw() < 0.5) return table;
  const extra = names.concat('Total').map((column) => ({
    key: ['x or y', column],
    value: ['x', 'y']
      .map((row) => table.cells.find(({ key }) => key[0] === row && key[1] === column)!.value)
      .reduce((a, b) => a + b, 0),
  }));
  const [first, second] = table.dims;
  return {
    ...table,
    dims: [{ ...first!, groups: { ...first!.groups, 'x or y': ['x', 'y'] } }, second!],
    cells: [...table.cells, ...extra],
  };
}

describe('random small tables, counted through', () => {
  test.each(['fast', 'best'] as const)(
    'effort %s: no group of 1 to k − 1 can be shown to be below k',
    async (effort) => {
      let withheld = 0;
      let counted = 0;
      for (let seed = 1; seed <= TRIALS; seed++) {
        const table = randomTable(seed);
        const result = await protect(table, { effort });
        expect(result.audit.status, `seed ${seed}`).toBe('proven');
        const shown = shownOf(result);
        const cap = table.threshold + 8;
        const { tables, most, leaves, complete } = bruteForce(table, shown, cap);
        if (!complete) continue;
        counted++;
        expect(tables).toBeGreaterThan(0);
        table.cells.forEach(({ key, value }) => {
          const sensitive = value < table.threshold && (value > 0 || table.zeros === 'primary');
          if (sensitive) expect(shown.get(key.join('|')), `seed ${seed}`).toBeNull();
          if (shown.get(key.join('|')) === null) withheld++;
        });
        if (table.zeros === 'published') {
          expect(belowThreshold(table, shown, cap), `seed ${seed}`).toEqual([]);
        } else
          leaves.forEach((leaf, at) => {
            const value = table.cells.find(({ key }) => key.join('|') === leaf.join('|'))!.value;
            const need = value > 0 ? table.threshold : 1;
            expect(most[at], `seed ${seed} ${leaf.join()}`).toBeGreaterThanOrEqual(need);
          });
      }
      expect(withheld).toBeGreaterThan(TRIALS);
      expect(counted).toBeGreaterThan(0.9 * TRIALS);
    },
  );

  test('the least pattern is the least of all patterns', async () => {
    let compared = 0;
    for (let seed = 1; compared < (process.env.SOAK ? 60 : 8); seed++) {
      const draw = sequence(900 + seed);
      const inner = Object.fromEntries(
        ['x', 'y'].map((row) => [row, ['a', 'b', 'c'].map(() => Math.floor(draw() * draw() * 12))]),
      );
      const table = twoWay(['a', 'b', 'c'], inner, { threshold: 4 });
      const open = table.cells.filter(({ value }) => value >= 4);
      const sensitive = table.cells.filter(({ value }) => value > 0 && value < 4);
      if (sensitive.length === 0 || open.length > 9) continue;
      compared++;
      const { audit } = await protect(table);
      let least = Infinity;
      for (let subset = 0; subset < 1 << open.length; subset++) {
        const chosen = open.filter((_, at) => subset & (1 << at));
        if (chosen.length >= least) continue;
        const hidden = new Set([...sensitive, ...chosen].map(({ key }) => key.join('|')));
        const shown = new Map(
          table.cells.map(({ key, value }) => [
            key.join('|'),
            hidden.has(key.join('|')) ? null : value,
          ]),
        );
        if (belowThreshold(table, shown, 14)?.length === 0) least = chosen.length;
      }
      expect(audit, `seed ${seed}`).toMatchObject({ secondary: least, lowerBound: least });
    }
  });

  test('audits agree with counting through', async () => {
    let counted = 0;
    for (let seed = 1; seed <= TRIALS; seed++) {
      const table = { ...randomTable(seed), zeros: 'published' as const };
      const draw = sequence(5000 + seed);
      const suppressed = table.cells
        .filter(({ value }) => value > 0 && (value < table.threshold || draw() < 0.35))
        .map(({ key }) => key);
      const hidden = new Set(suppressed.map((key) => key.join('|')));
      const shown = new Map(
        table.cells.map(({ key, value }) => [
          key.join('|'),
          hidden.has(key.join('|')) ? null : value,
        ]),
      );
      const broken = belowThreshold(table, shown, table.threshold + 12);
      if (!broken) continue;
      counted++;
      const { audit } = await protect({ ...table, suppressed });
      expect(audit.status, `seed ${seed}: ${broken.join()}`).toBe(
        broken.length > 0 ? 'unsafe' : 'proven',
      );
    }
    expect(counted).toBeGreaterThan(0.8 * TRIALS);
  });
});
