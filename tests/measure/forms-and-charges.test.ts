import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { indicatorOf } from '$lib/indicators/catalogue';
import { loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const exampleOf = (id: string) => loadTables(indicatorOf(id)!.example.tables, engine);

it('ID-12 counts again in groups, and by the main form alone', async () => {
  const source = await exampleOf('ID-12');
  const groups = await see(source, 'ID-12', { options: { view: 'groups' } });
  const group = (form_group: string) => rowOf(groups, 'group_share', { form_group })?.numerator;
  expect(['sexual', 'labour', 'begging', 'criminal'].map((one) => numberOf(group(one)))).toEqual([
    7, 6, 2, 1,
  ]);
  const main = await see(source, 'ID-12', { options: { view: 'main' } });
  const form = (one: string) => numberOf(rowOf(main, 'main_share', { form: one })?.numerator);
  // Five in prostitution, five in labour, two in begging; nothing is said of several forms.
  expect(['sexual_prostitution', 'labour', 'begging'].map(form)).toEqual([5, 5, 2]);
  expect(main.rows.some(({ measure }) => measure.includes('several'))).toBe(false);
});

it('ID-04 counts in two bands, where a coarse band is known', async () => {
  const found = await see(await exampleOf('ID-04'), 'ID-04', { options: { bands: 'two' } });
  const row = rowOf(found, 'share', { age_band: '12_17' });
  expect([row?.numerator, row?.denominator, row?.n].map(numberOf)).toEqual([16, 22, 24]);
});

it('ND-06 shows four depths where the step is known, and takes other charges by option', async () => {
  const { cases = [], charges = [] } = indicatorOf('ND-06')!.example.tables;
  const every = await see(await exampleOf('ND-06'), 'ND-06', { options: { charges: 'every' } });
  // Seven, the one without a link, and the one not examined.
  expect(numberOf(rowOf(every, 'share')?.numerator)).toBe(9);
  expect(rowOf(every, 'charged_share')).toBeUndefined();
  // The pending charge came as far as charged, the second charge of one child was stopped.
  const steps = charges.map((row, i) => ({
    ...row,
    step_reached: i === 1 ? 'charged' : i === 7 ? 'stopped' : '',
  }));
  const known = await see(await loadTables({ cases, charges: steps }, engine), 'ND-06');
  const row = rowOf(known, 'charged_share');
  // Four sanctioned and the pending one; not known: the link not examined and the unknown outcome.
  expect([row?.numerator, row?.denominator, row?.n].map(numberOf)).toEqual([5, 18, 20]);
});
