import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import type { LinkedTable, Table } from '$lib/disclosure/table';
import { sequence, shownOf } from './attacker';
import { giveaways } from './second-auditor';
import { twoWay } from '../fixtures/disclosure/published-tables';

const TABLES = process.env.SOAK ? 2000 : 200;
const PER_TEST = 50;

/** Two to four dimensions, some with a level between leaves and total, sparse or dense. */
function randomTable(seed: number): Table {
  const draw = sequence(seed);
  const upTo = (most: number) => Math.floor(draw() * most);
  const count = 2 + upTo(3);
  const dims = Array.from({ length: count }, (_, at) => {
    const size = 2 + upTo(count === 2 ? 5 : count === 3 ? 3 : 2);
    const leaves = Array.from({ length: size }, (_, leaf) => `${at}.${leaf}`);
    const middle =
      size > 2 && draw() < 0.4 ? { [`${at} upper`]: leaves.slice(0, 1 + upTo(2)) } : {};
    return { name: `d${at}`, groups: { ...middle, [`${at} all`]: leaves } };
  });
  const scale = [3, 12, 60][upTo(3)]!;
  const empty = draw() < 0.5 ? 0.05 : 0.4;
  const table = tabulate(dims, () => (draw() < empty ? 0 : Math.floor(draw() * draw() * scale)));
  const zeros = draw() < 0.85 ? 'published' : 'primary';
  return { kind: 'count', threshold: [3, 5, 8, 11][upTo(4)]!, zeros, level: 'threshold', ...table };
}

/** Every cell that labels can make, from figures of the finest groups. */
function tabulate(dims: LinkedTable['dims'], figure: () => number): LinkedTable {
  const leaves = dims.map(({ groups }) => Object.values(groups).at(-1)!);
  const cross = (lists: readonly (readonly string[])[]) =>
    lists.reduce<string[][]>(
      (all, each) => all.flatMap((start) => each.map((one) => [...start, one])),
      [[]],
    );
  const inner = cross(leaves).map((key) => ({ key, value: figure() }));
  const keys = cross(dims.map(({ groups }, at) => [...leaves[at]!, ...Object.keys(groups)]));
  const inside = (label: string, leaf: string, at: number) =>
    label === leaf || (dims[at]!.groups[label]?.includes(leaf) ?? false);
  const cells = keys.map((key) => ({
    key,
    value: inner
      .filter((each) => each.key.every((leaf, at) => inside(key[at]!, leaf, at)))
      .reduce((sum, { value }) => sum + value, 0),
  }));
  return { dims, cells };
}

const auditOf = async (table: Table, result: Awaited<ReturnType<typeof protect>>) =>
  giveaways({
    threshold: table.threshold,
    zeros: table.zeros,
    tables: [table, ...(table.linked ?? [])],
    shown: [result, ...(result.linked ?? [])].map(shownOf),
    ...(table.primary && { explicit: table.primary }),
  });

describe('the second auditor', () => {
  const table = twoWay(['a', 'b', 'c'], { x: [3, 20, 31], y: [25, 40, 17], z: [33, 12, 50] }, {});
  const hide = (...hidden: string[]) => ({
    threshold: 11,
    zeros: 'published' as const,
    tables: [table],
    shown: [
      new Map(
        table.cells.map(({ key, value }) => {
          const name = key.join('|');
          return [name, hidden.includes(name) ? null : value] as const;
        }),
      ),
    ],
  });

  test('refuses a figure that is shown, one that can be computed and one bounded below k', async () => {
    expect(await giveaways(hide())).toMatchObject([{ group: '0 x|a', mostWhole: 3 }]);
    expect(await giveaways(hide('x|a'))).toMatchObject([{ group: '0 x|a', mostWhole: 3 }]);
    const narrow = twoWay(['a', 'b'], { x: [3, 8], y: [25, 40] }, {});
    const shown = narrow.cells.map(({ key, value }) => {
      const inner = !key.includes('Total');
      return [key.join('|'), inner ? null : value] as const;
    });
    const found = await giveaways({ ...hide(), tables: [narrow], shown: [new Map(shown)] });
    expect(found.map(({ group, mostWhole }) => [group, mostWhole])).toEqual([
      ['0 x|a', 10],
      ['0 x|b', 10],
    ]);
  });

  test('refuses what only a difference shows, and a figure that is named and can be computed', async () => {
    const apart = {
      dims: [{ name: 'd', groups: { all: ['a', 'b', 'c'], 'without c': ['a', 'b'] } }],
      cells: [
        { key: ['all'], value: 90 },
        { key: ['without c'], value: 86 },
      ],
    };
    const both = { ...hide(), tables: [apart], shown: [shownOf(apart)] };
    expect(await giveaways(both)).toMatchObject([{ group: '0 difference c', mostWhole: 4 }]);
    const named = { ...hide('x|a', 'x|b'), explicit: [['x', 'a']] };
    expect(await giveaways(named)).toMatchObject([{ group: '0 x|a', mostWhole: 3 }]);
    const square = { ...hide('x|a', 'x|b', 'y|a', 'y|b'), explicit: [['x', 'a']] };
    expect(await giveaways(square)).toEqual([]);
  });

  test('accepts a square of withheld figures', async () => {
    expect(await giveaways(hide('x|a', 'x|b', 'y|a', 'y|b'))).toEqual([]);
  });

  test('agrees with the audit of the gate on patterns that protect little', async () => {
    let unsafe = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const given = { ...randomTable(9000 + seed), zeros: 'published' as const };
      const draw = sequence(seed);
      const suppressed = given.cells
        .filter(({ value }) => value > 0 && (value < given.threshold || draw() < 0.45))
        .map(({ key }) => key);
      const result = await protect({ ...given, suppressed });
      if (result.audit.status === 'not proven') continue;
      const found = await auditOf(given, result);
      expect(result.audit.status, `seed ${seed}`).toBe(found.length > 0 ? 'unsafe' : 'proven');
      const figures = new Set(found.map(({ parts }) => parts)).size;
      expect(result.audit.belowThreshold, `seed ${seed}`).toBe(figures);
      if (found.length > 0) unsafe++;
    }
    expect(unsafe).toBeGreaterThan(15);
    expect(unsafe).toBeLessThan(55);
  });
});

describe('random tables hold against an attacker who knows figures, rule and threshold', () => {
  test.each(Array.from({ length: TABLES / PER_TEST }, (_, at) => 1 + at * PER_TEST))(
    'tables from %i on',
    async (first) => {
      let withheld = 0;
      for (let seed = first; seed < first + PER_TEST; seed++) {
        const table = randomTable(seed);
        const effort = seed % 4 === 0 ? 'best' : 'fast';
        const result = await protect(table, { effort, timeBudgetMs: 150 });
        expect(result.audit.status, `seed ${seed}`).toBe('proven');
        for (const [at, { value }] of result.cells.entries())
          if (value === null) withheld++;
          else expect(value, `seed ${seed}`).toBe(table.cells[at]!.value);
        expect(await auditOf(table, result), `seed ${seed}`).toEqual([]);
      }
      expect(withheld).toBeGreaterThan(5 * PER_TEST);
    },
    120_000,
  );
});

describe('linked tables hold too', () => {
  test.each(Array.from({ length: process.env.SOAK ? 60 : 9 }, (_, at) => 1 + at))(
    'population %i',
    async (seed) => {
      const draw = sequence(700 + seed);
      const names = ['period', 'gender', 'age', 'region'];
      const dims = names.map((name, at) => ({
        name,
        groups: { [`${name} all`]: Array.from({ length: [2, 2, 3, 3][at]! }, (_, i) => name + i) },
      }));
      const records = Array.from({ length: 60 + Math.floor(draw() * 150) }, () =>
        dims.map(({ groups }) => {
          const [leaves] = Object.values(groups);
          return leaves![Math.floor(draw() * draw() * leaves!.length)]!;
        }),
      );
      const table = (...chosen: number[]): LinkedTable => {
        const own = chosen.map((at) => dims[at]!);
        const empty = tabulate(own, () => 0);
        return {
          ...empty,
          cells: empty.cells.map(({ key }) => ({
            key,
            value: records.filter((record) =>
              key.every((label, at) => label.endsWith('all') || record[chosen[at]!] === label),
            ).length,
          })),
        };
      };
      const plans = [
        [
          [0, 1],
          [0, 2],
          [0, 3],
        ], // a star
        [
          [0, 1],
          [1, 2],
          [2, 0],
        ], // a ring
        [[0, 1, 2], [2, 3], [3]],
      ];
      const [main, ...linked] = plans[seed % 3]!.map((chosen) => table(...chosen));
      const rules = { kind: 'count', threshold: 5, zeros: 'published' } as const;
      const whole: Table = { ...rules, ...main!, linked };
      const result = await protect(whole, { effort: 'fast' });
      expect(result.audit.status).toBe('proven');
      expect(await auditOf(whole, result)).toEqual([]);
    },
  );
});

const folder = resolve(process.cwd(), '../shared/cases/disclosure');
const references = existsSync(folder)
  ? readdirSync(folder).filter((file) => file.endsWith('.json'))
  : [];
if (references.length === 0)
  console.warn('No reference tables in ../shared/cases: a note, no test.');

describe.runIf(references.length > 0)('reference tables', () => {
  test.each(references)('%s holds against the second auditor', async (file) => {
    const table = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Table;
    const result = await protect(table, { timeBudgetMs: 500 });
    expect(result.audit.status).toBe('proven');
    expect(await auditOf(table, result)).toEqual([]);
  });
});
