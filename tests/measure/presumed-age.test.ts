import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { catalogue } from '$lib/indicators/catalogue';
import type { FigureSource } from '$lib/measure/figure';
import { loadTables, numberOf, rowOf, see } from './loaded';

const off = { options: { presumed: 'left_out' } };

/** Twenty of known age, four presumed to be children, three of unknown age, one presumed but 19. */
const cases = [
  ...Array.from({ length: 20 }, () => ({ age_at_detection: '15', minority_basis: 'document' })),
  ...Array.from({ length: 3 }, () => ({ age_at_detection: 'unknown', minority_basis: 'presumed' })),
  { age_band_at_detection: '12_17', minority_basis: 'presumed' },
  ...Array.from({ length: 3 }, () => ({ age_at_detection: 'unknown', minority_basis: '' })),
  { age_at_detection: '19', minority_basis: 'presumed' },
].map((row, i) => ({
  case_key: `${i}`,
  child_key: `c${i}`,
  index_month: '2024-03',
  victim_status: 'identified',
  detected_offset_h: '0',
  followup_end_offset_d: '400',
  ...row,
}));
// A second file of the first presumed child knows the age: it is not presumed any more.
const known = { ...cases[20]!, case_key: 'later', detected_offset_h: '48', age_at_detection: '14' };

let engine: Engine;
let source: FigureSource;
beforeAll(async () => {
  engine = await nodeWasmEngine();
  source = await loadTables({ cases: [...cases, known] }, engine);
});
afterAll(() => engine.close());

it('counts presumed children by default, and those of unknown age beside them', async () => {
  const released = await see(source, 'ID-01');
  expect(numberOf(rowOf(released, 'count')?.value)).toBe(24);
  expect(rowOf(released, 'count')?.unknown).toEqual({ is: 'value', value: 3 });
});

it('puts them to the persons of unknown age where the rule is off, and says so', async () => {
  const released = await see(source, 'ID-01', off);
  expect(numberOf(rowOf(released, 'count')?.value)).toBe(22);
  expect(rowOf(released, 'count')?.unknown).toEqual({ is: 'value', value: 5 });
  expect(released.notes.map(({ en }) => en).join(' ')).toContain('the rule that counts them');
  const plain = await see(source, 'ID-01');
  expect(plain.notes.map(({ en }) => en).join(' ')).not.toContain('the rule that counts them');
});

it('leaves them out of shares and waits, with a step of their own in the way', async () => {
  for (const id of ['ID-03', 'RF-02', 'GP-01', 'MC-01']) {
    const [on, without] = [await see(source, id), await see(source, id, off)];
    const unknownAge = (one: typeof on) =>
      one.steps.find(({ words }) => words.en === 'age not known')?.count;
    if (on.unavailable) continue;
    expect(unknownAge(on), id).toEqual({ is: 'value', value: 3 });
    expect(unknownAge(without), id).toEqual({ is: 'value', value: 5 });
  }
});

it('is the last option of every figure about children and of no other', () => {
  for (const { id, anyAge, options, population } of catalogue) {
    const about = !anyAge && population !== 'programmes' && population !== 'files';
    expect(options.at(-1)?.id === 'presumed', id).toBe(about);
  }
});
