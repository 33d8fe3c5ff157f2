import { describe, expect, test } from 'vitest';
import { protect } from '$lib/disclosure/protect';
import { NothingFits } from '$lib/disclosure/secondary';
import type { EarlierTable, LinkedTable, Table } from '$lib/disclosure/table';
import { twoWay } from '../fixtures/disclosure/published-tables';
import { sequence, shownOf } from './attacker';
import { giveaways } from './second-auditor';

const rules = { kind: 'count', threshold: 5, zeros: 'published' } as const;
const oneWay = (name: string, values: Record<string, number>): LinkedTable => ({
  dims: [{ name, groups: { all: Object.keys(values) } }],
  cells: [
    ...Object.entries(values).map(([label, value]) => ({ key: [label], value })),
    { key: ['all'], value: Object.values(values).reduce((a, b) => a + b, 0) },
  ],
});
const only = (table: LinkedTable, ...labels: string[]): EarlierTable => ({
  dims: table.dims,
  cells: table.cells.filter(({ key }) => labels.includes(key[0]!)),
});

describe('tables published before', () => {
  const form = oneWay('form', { labour: 40, sexual: 30, begging: 3, crime: 12 });

  test('leave no pattern where they show all but one: then the search ends at once', async () => {
    const earlier = [only(form, 'all', 'labour', 'sexual', 'crime')];
    const found = await protect({ ...rules, ...form, earlier }, { effort: 'fast' });
    expect(found.audit.status).toBe('unsafe');
    const ended = protect({ ...rules, ...form, earlier }, { effort: 'fast', orNothing: true });
    await expect(ended).rejects.toBeInstanceOf(NothingFits);
  });

  test('what they show can no longer be withheld', async () => {
    const alone = await protect({ ...rules, ...form });
    expect(shownOf(alone).get('crime')).toBeNull();
    const after = await protect({ ...rules, ...form, earlier: [only(form, 'crime')] });
    expect(after.audit.status).toBe('proven');
    expect(shownOf(after).get('crime')).toBe(12);
    expect(shownOf(after).get('begging')).toBeNull();
    expect(Object.keys(after)).not.toContain('earlier');
    expect(after.linked).toBeUndefined();
  });

  test('a table that with them gives a child away is refused, and which one is said', async () => {
    const shown = only(form, 'labour', 'sexual', 'crime', 'all');
    const harmless = only(oneWay('form', { labour: 40, other: 1 }), 'labour');
    const table = { ...rules, ...form, earlier: [{ ...harmless, dims: form.dims }, shown] };
    const { audit } = await protect(table);
    expect(audit).toMatchObject({ status: 'unsafe', exact: 1, collides: [1] });
  });

  test('no table is named where leaving out one of them would not help', async () => {
    const shown = only(form, 'labour', 'sexual', 'crime', 'all');
    const twice = await protect({ ...rules, ...form, earlier: [shown, shown] });
    expect(twice.audit).toMatchObject({ status: 'unsafe', exact: 1, belowThreshold: 1 });
    expect(twice.audit.collides).toEqual([]);
  });

  test('a filter published before counts, though the new table has no such group', async () => {
    const all = oneWay('country', { A: 60, B: 40, C: 4 });
    const total = { dims: all.dims, cells: all.cells.filter(({ key }) => key[0] === 'all') };
    const without = {
      dims: [{ name: 'country', groups: { ...all.dims[0]!.groups, 'without C': ['A', 'B'] } }],
      cells: [{ key: ['without C'], value: 100 }],
    };
    expect((await protect({ ...rules, ...total })).cells[0]!.value).toBe(104);
    const after = await protect({ ...rules, ...total, earlier: [without] });
    expect(after.audit.status).toBe('proven');
    expect(after.cells[0]!.value).toBeNull();
  });

  test('what they withheld stays hidden, with its figure given or found in the new table', async () => {
    const first = await protect({ ...rules, ...form });
    const again: EarlierTable = { dims: first.dims, cells: first.cells };
    const second = await protect({ ...rules, ...form, earlier: [again] });
    expect(second.cells).toEqual(first.cells);
    const other = oneWay('form', { labour: 40, sexual: 30, begging: 3, crime: 12 });
    const finer = oneWay('age', { young: 45, old: 40 });
    await expect(protect({ ...rules, ...finer, earlier: [again] })).rejects.toThrow(
      'begging of an earlier table was withheld, and no new table has it',
    );
    const hidden = first.cells.filter(({ value }) => value === null).map(({ key }) => key);
    const told = await protect({ ...rules, ...finer, earlier: [{ ...other, suppressed: hidden }] });
    expect(told.audit).toMatchObject({ status: 'proven', secondary: 0 });
  });

  test('another figure for the same group, or a small one, is refused by name alone', async () => {
    const late = oneWay('form', { labour: 40, sexual: 33, begging: 3, crime: 12 });
    const refusal = protect({ ...rules, ...late, earlier: [only(form, 'sexual')] });
    await expect(refusal).rejects.toThrow('sexual of an earlier table has another figure now');
    await expect(refusal).rejects.not.toThrow(/\d/);
    await expect(protect({ ...rules, ...form, earlier: [only(form, 'begging')] })).rejects.toThrow(
      'begging of an earlier table is shown and below the threshold',
    );
  });

  test('a given pattern is audited with them, and cannot hide what they show', async () => {
    const suppressed = [['begging'], ['crime']];
    expect((await protect({ ...rules, ...form, suppressed })).audit.status).toBe('proven');
    const { audit } = await protect({
      ...rules,
      ...form,
      suppressed,
      earlier: [only(form, 'crime')],
    });
    expect(audit).toMatchObject({ status: 'unsafe', exact: 1 });
  });

  test('a figure that a linked table shows is not hidden by the main one', async () => {
    const table = { ...rules, ...form, linked: [form] };
    const suppressed = [['begging'], ['crime']];
    const { audit } = await protect({ ...table, suppressed });
    // One figure, in two tables.
    expect(audit).toMatchObject({ status: 'unsafe', exact: 1, belowThreshold: 1 });
    const both = await protect({ ...table, suppressed, linked: [{ ...form, suppressed }] });
    expect(both.audit.status).toBe('proven');
  });

  test('one release after the other holds against an attacker with both', async () => {
    for (let seed = 1; seed <= (process.env.SOAK ? 150 : 15); seed++) {
      const draw = sequence(40 + seed);
      const figures = () => [1, 2, 3].map(() => Math.floor(draw() * draw() * 25));
      const inner = { x: figures(), y: figures(), z: figures(), u: figures() };
      const full = twoWay(['a', 'b', 'c'], inner, { threshold: 5 });
      const margin = {
        dims: [full.dims[0]!],
        cells: full.cells
          .filter(({ key }) => key[1] === 'Total')
          .map(({ key, value }) => ({ key: [key[0]!], value })),
      };
      const first = await protect({ ...rules, ...margin });
      const table: Table = { ...full, earlier: [{ dims: first.dims, cells: first.cells }] };
      const second = await protect(table);
      expect(second.audit.status, `seed ${seed}`).toBe('proven');
      for (const { key, value } of first.cells)
        if (value !== null) expect(shownOf(second).get(`${key[0]}|Total`)).toBe(value);
      const found = await giveaways({
        ...rules,
        tables: [full, margin],
        shown: [second, first].map(shownOf),
      });
      expect(found, `seed ${seed}`).toEqual([]);
    }
  });
});
