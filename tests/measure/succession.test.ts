import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import type { View } from '$lib/measure/view';
import { loadDemo, loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const child = (i: number) => ({
  case_key: `${i}`,
  index_month: '2025-03',
  victim_status: 'identified',
  age_at_detection: '15',
  detected_offset_h: '0',
  main_form: 'labour',
});
const spells = (key: number, ...forms: readonly (readonly [place: string, form: string])[]) =>
  forms.map(([sequence, form], i) => ({
    ...{ spell_key: `${key}-${i}`, case_key: `${key}`, sequence, form },
  }));
const pair = (form_first: string, form_later: string) => ({ form_first, form_later });

it('counts a child once, by the first form and the first other one after it', async () => {
  const exploitation_spells = [
    // Moved on twice and back: one pair.
    ...spells(0, ['1', 'labour'], ['2', 'begging'], ['3', 'criminal'], ['4', 'labour']),
    // Rows in another order than the periods; the unknown is passed over.
    ...spells(1, ['3', 'begging'], ['1', 'unknown'], ['2', 'labour']),
    // Two forms in the first place: open which was first, and so what came after.
    ...spells(2, ['1', 'labour'], ['1', 'begging'], ['2', 'criminal']),
    // The first form again beside another one.
    ...spells(3, ['1', 'labour'], ['2', 'labour'], ['2', 'criminal']),
    // Two other forms at once.
    ...spells(4, ['1', 'labour'], ['2', 'begging'], ['2', 'criminal']),
    ...spells(5, ['1', 'labour'], ['2', 'unknown']),
    ...spells(6, ['1', 'labour'], ['2', 'labour']),
    ...spells(7, ['1', 'labour']),
    ...spells(8, ['1', 'unknown']),
  ];
  const cases = Array.from({ length: 10 }, (_, i) => child(i));
  const source = await loadTables({ cases, exploitation_spells }, engine);
  const released = await see(source, 'ID-12');
  const number = (by: Record<string, string>) =>
    numberOf(rowOf(released, 'pairs_count', by)?.value);
  expect(number(pair('labour', 'begging'))).toBe(2);
  expect(number(pair('labour', 'criminal'))).toBe(1);
  expect(number(pair('labour', 'unknown'))).toBe(2);
  expect(number(pair('unknown', 'unknown'))).toBe(1);
  expect(number(pair('labour', 'none'))).toBe(1);
  expect(number(pair('labour', 'once'))).toBe(1);
  expect(number(pair('unknown', 'once'))).toBe(1);
  expect(number({ form_first: 'labour' })).toBe(7);
  expect(number({})).toBe(9);
  // Changed are all five of whom two forms are known, whether or not the order is.
  expect(numberOf(rowOf(released, 'changed_share')?.numerator)).toBe(5);
  expect(rowOf(released, 'changed_share')?.n).toEqual({ is: 'value', value: 7 });
});

it('does not tell by the share that changed what the table of pairs withholds', async () => {
  // 40 moved from labour to begging, 5 to criminality, 60 did not move. How many changed is 45.
  const kinds = Array.from({ length: 105 }, (_, i) =>
    i < 40 ? 'begging' : i < 45 ? 'criminal' : 'labour',
  );
  const source = await loadTables(
    {
      cases: kinds.map((_, i) => child(i)),
      exploitation_spells: kinds.flatMap((form, i) => spells(i, ['1', 'labour'], ['2', form])),
    },
    engine,
  );
  const released = await see(source, 'ID-12', { mode: 'release' });
  expect(released.protection.audit).toBe('proven');
  const number = (by: Record<string, string>) =>
    numberOf(rowOf(released, 'pairs_count', by)?.value);
  expect(number(pair('labour', 'criminal'))).toBeNull();
  const changed = numberOf(rowOf(released, 'changed_share')?.numerator);
  expect([changed, number(pair('labour', 'begging'))]).toContain(null);
});

it.each<Partial<View>>([{}, { options: { view: 'groups' } }, { period: { kind: 'year' } }])(
  'is proven for the made-up country with %j, and adds up where it is shown',
  async (view) => {
    const source = await loadDemo(2000, engine);
    const working = await see(source, 'ID-12', view);
    const released = await see(source, 'ID-12', { ...view, mode: 'release' });
    expect(released.protection.audit).toBe('proven');
    const pairs = (some: typeof released) =>
      some.rows.filter(({ measure }) => measure.endsWith('pairs_count'));
    const periods = new Set(pairs(working).map(({ period }) => period));
    for (const period of periods) {
      const own = pairs(working).filter((row) => row.period === period);
      const sum = (columns: number) =>
        own
          .filter(({ by }) => Object.keys(by).length === columns)
          .reduce((all, { value }) => all + (numberOf(value) ?? 0), 0);
      expect(sum(2)).toBe(sum(0));
      expect(sum(1)).toBe(2 * sum(0));
    }
    for (const row of pairs(released)) {
      const told = numberOf(row.value);
      if (told !== null) expect(told === 0 || told >= 11).toBe(true);
    }
    const shown = pairs(released).filter(({ value }) => value.is === 'value' && value.value > 0);
    // Pairs by year are too many to be protected together with those of all years: none is shown.
    if (view.period) expect(shown).toEqual([]);
    else expect(shown.length).toBeGreaterThan(5);
    expect(released.notes.some(({ en }) => en.includes('protected together'))).toBe(!!view.period);
  },
);
