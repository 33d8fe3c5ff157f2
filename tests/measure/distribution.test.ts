import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { indicatorOf } from '$lib/indicators/catalogue';
import { figure } from '$lib/measure/figure';
import { defaultView, type View } from '$lib/measure/view';
import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { loadTables, numberOf, rowOf } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const label = { en: '', nb: '' };
const reads = ['p25', 'median', 'p75', 'p90', 'maximum', 'unknown'] as const;
const definition: Indicator = {
  ...indicatorOf('ID-03')!,
  caveats: [],
  breakdowns: ['gender'],
  statistic: { kind: 'distribution' },
  measures: reads.map((read) => ({ id: read, unit: 'years', reads: read, label })),
  rows: () =>
    sql`SELECT child, arg_min(age_at_first_exploitation, case_key) AS value FROM dated_cases GROUP BY child`,
};

async function ask(
  ages: readonly string[],
  view: Partial<View> = {},
  own: Partial<Indicator> = {},
) {
  const cases = ages.map((age, i) => ({
    case_key: `${i}`,
    index_month: '2025-03',
    victim_status: 'identified',
    age_at_detection: '15',
    gender: i % 2 ? 'female' : 'male',
    age_at_first_exploitation: age,
  }));
  const source = await loadTables({ cases }, engine);
  return figure(source, { ...definition, ...own }, { ...defaultView, mode: 'working', ...view });
}

describe('distribution', () => {
  it('reads quantiles of type 7 among the known', async () => {
    // 1 … 11: quartiles 3.5, 6, 8.5; P90 at rank 1 + 0.9 × 10 = 10.
    const found = await ask([...Array.from({ length: 11 }, (_, i) => `${i + 1}`), 'unknown']);
    expect(reads.map((read) => numberOf(rowOf(found, read)?.value))).toEqual([
      3.5, 6, 8.5, 10, 11, 1,
    ]);
    expect(numberOf(rowOf(found, 'median')?.denominator)).toBe(11);
    expect(numberOf(rowOf(found, 'median')?.n)).toBe(12);
  });

  it('gives none of fewer than ten, nor where more than 30 per cent are unknown', async () => {
    expect(rowOf(await ask(Array<string>(9).fill('7')), 'median')?.status).toBe('too_few');
    const many = await ask([...Array<string>(10).fill('7'), ...Array<string>(5).fill('unknown')]);
    expect(rowOf(many, 'median')?.status).toBe('bounds_only');
    const none = await ask(Array<string>(9).fill('7'), {}, { population: 'P-CARE' });
    expect(rowOf(none, 'median')?.status).toBe('undefined');
  });

  it('keeps the maximum and the quantiles of few children back in Release view', async () => {
    const ages = Array.from({ length: 30 }, (_, i) => `${5 + (i % 10)}`);
    const found = await ask(ages, { mode: 'release' });
    expect(numberOf(rowOf(found, 'median')?.value)).toBe(10);
    expect(['p25', 'p90', 'maximum'].map((read) => numberOf(rowOf(found, read)?.value))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('counts children, not rows, on either side of a quantile', async () => {
    const rows = () =>
      sql`SELECT child, age_at_first_exploitation AS value, unnest(range(CASE WHEN case_key::INTEGER < 6 THEN 5 ELSE 1 END))::VARCHAR AS unit FROM dated_cases`;
    // Six children of 4 years with five rows each, thirty of 9 years: 60 rows, 30 below and 30 above.
    const ages = [...Array<string>(6).fill('4'), ...Array<string>(30).fill('9')];
    const own = { rows, unit: 'record' } satisfies Partial<Indicator>;
    expect(numberOf(rowOf(await ask(ages, {}, own), 'median')?.value)).toBe(6.5);
    const released = await ask(ages, { mode: 'release' }, own);
    expect(numberOf(rowOf(released, 'median')?.value)).toBeNull();
  });
});
