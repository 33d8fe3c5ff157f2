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
const several: Indicator = {
  ...indicatorOf('ID-03')!,
  caveats: [],
  breakdowns: ['gender'],
  statistic: { kind: 'composition', of: 'form', multiple: true },
  measures: [
    { id: 'share', unit: 'share', reads: 'share', label },
    { id: 'unknown_share', unit: 'share', reads: 'unknown', label },
  ],
  rows: () =>
    sql`SELECT child, unnest(CASE WHEN forms IS NULL THEN [NULL] ELSE forms END) AS form FROM dated_cases`,
};

async function ask(
  forms: Readonly<Record<string, number>>,
  view: Partial<View> = {},
  own: Partial<Indicator> = {},
) {
  const lists = Object.entries(forms).flatMap(([list, children]) =>
    Array<string>(children).fill(list),
  );
  const cases = lists.map((list, i) => ({
    case_key: `${i}`,
    index_month: '2025-03',
    victim_status: 'identified',
    age_at_detection: '15',
    gender: i % 2 ? 'female' : 'male',
    forms: list,
  }));
  const source = await loadTables({ cases }, engine);
  return figure(source, { ...several, ...own }, { ...defaultView, mode: 'working', ...view });
}

describe('composition of several codes a child', () => {
  const forms = { labour: 6, 'labour;begging': 5, begging: 4, unknown: 3 };

  it('counts each child with a known code once a code, so that shares exceed 100 %', async () => {
    const found = await ask(forms);
    const [labour, begging] = ['labour', 'begging'].map((form) => rowOf(found, 'share', { form }));
    expect([labour?.numerator, labour?.denominator, labour?.n].map(numberOf)).toEqual([11, 15, 18]);
    expect(numberOf(begging?.value)).toBeCloseTo(9 / 15, 10);
    expect(numberOf(rowOf(found, 'unknown_share', { form: 'unknown' })?.value)).toBeCloseTo(
      3 / 18,
      10,
    );
  });

  it('gives the band of the unknown where the definition asks for it', async () => {
    const found = await ask(forms, {}, { unknownRule: 'U-BOUNDS' });
    const at = (end: string) =>
      numberOf(rowOf(found, `share_if_unknown_${end}`, { form: 'begging' })?.value);
    expect([at('no'), at('yes')]).toEqual([9 / 18, 12 / 18]);
    const most = await ask({ labour: 10, unknown: 10 }, {}, { unknownRule: 'U-BOUNDS' });
    expect(rowOf(most, 'share', { form: 'labour' })?.status).toBe('bounds_only');
  });

  it('counts records where the rows have a unit', async () => {
    const rows = () =>
      sql`SELECT child, unnest(forms) AS form, unnest(range(len(forms)))::VARCHAR AS unit FROM dated_cases`;
    const own = {
      rows,
      unit: 'record',
      statistic: { kind: 'composition', of: 'form' },
    } satisfies Partial<Indicator>;
    const found = await ask(forms, {}, own);
    expect(numberOf(rowOf(found, 'share', { form: 'labour' })?.denominator)).toBe(20);
  });

  it('shows nothing of nobody', async () => {
    const found = await ask(forms, {}, { population: 'P-CARE' });
    expect(found.rows).toEqual([]);
  });
});

describe('composition of several codes in Release view', () => {
  it('keeps back a code of few children and what would give it away', async () => {
    const found = await ask(
      { labour: 40, 'labour;begging': 20, begging: 15, criminal: 4 },
      { mode: 'release', by: [['gender']] },
    );
    expect(numberOf(rowOf(found, 'share', { form: 'criminal' })?.value)).toBeNull();
    expect(numberOf(rowOf(found, 'share', { form: 'labour' })?.numerator)).toBe(60);
    expect(found.protection.audit).toBe('proven');
  });

  it('keeps back forms whose difference is a few children', async () => {
    // Everyone with begging is also in labour but four: the two numbers together tell of the four.
    const found = await ask({ labour: 40, 'labour;begging': 30, begging: 4 }, { mode: 'release' });
    const both = ['labour', 'begging'].map((form) =>
      numberOf(rowOf(found, 'share', { form })?.numerator),
    );
    expect(both).toContain(null);
  });
});
