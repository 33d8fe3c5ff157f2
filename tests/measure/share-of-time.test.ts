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
const codes = { all: 'national', none: 'third_country', half: 'stateless', unknown: 'unknown' };

/** Children watched for 100 days, with all, none, half or an unknown part of them. */
const definition: Indicator = {
  ...indicatorOf('ID-03')!,
  caveats: [],
  breakdowns: ['gender'],
  statistic: { kind: 'share-of-time' },
  measures: [
    { id: 'share_of_days', unit: 'share', reads: 'share of time', label },
    { id: 'unknown_count', unit: 'children', reads: 'unknown', label },
  ],
  rows: () => sql`SELECT child, 2400 AS total_h, CASE citizenship_group::VARCHAR
    WHEN ${codes.all} THEN 2400 WHEN ${codes.none} THEN 0 WHEN ${codes.half} THEN 1200 END AS with_h FROM child`,
};

async function ask(
  counts: Partial<Record<keyof typeof codes, number>>,
  view: Partial<View> = {},
  own: Partial<Indicator> = {},
) {
  const words = Object.entries(counts).flatMap(([kind, count]) =>
    Array<string>(count).fill(codes[kind as keyof typeof codes]),
  );
  const cases = words.map((citizenship_group, i) => ({
    case_key: `${i}`,
    index_month: '2025-03',
    victim_status: 'identified',
    age_at_detection: '15',
    gender: i % 2 ? 'female' : 'male',
    detected_offset_h: '0',
    citizenship_group,
  }));
  const source = await loadTables({ cases }, engine);
  return figure(source, { ...definition, ...own }, { ...defaultView, mode: 'working', ...view });
}

describe('share of time', () => {
  it('is the sum of time with over the sum of time, with limits of the children', async () => {
    const found = await ask({ all: 10, none: 20, half: 10 });
    const row = rowOf(found, 'share_of_days');
    expect(numberOf(row?.value)).toBeCloseTo(0.375, 10);
    // Residuals 62.5, −37.5 and 12.5 days: squares sum to 68,750; se = √68,750 / 4,000 = 0.06555.
    const limits = row?.value.is === 'value' ? row.value : undefined;
    const spread = (1.959964 * Math.sqrt(68_750)) / 4_000 / (0.375 * 0.625);
    expect(limits?.low).toBeCloseTo(1 / (1 + (0.625 / 0.375) * Math.exp(spread)), 6);
    expect(limits?.high).toBeCloseTo(1 / (1 + (0.625 / 0.375) * Math.exp(-spread)), 6);
    expect([row?.numerator, row?.denominator, row?.n, row?.unknown].map(numberOf)).toEqual([
      1500, 4000, 40, 0,
    ]);
    expect(row?.marks).toEqual([]);
    expect(rowOf(found, 'share_of_days_if_unknown_no')).toBeUndefined();
  });

  it('weighs each child by the time it is watched, and leaves out who is not', async () => {
    const found = await ask(
      { all: 10, none: 10 },
      {},
      {
        rows: () => sql`SELECT child, CASE citizenship_group::VARCHAR WHEN ${codes.all} THEN 240 ELSE 720 END AS total_h,
        CASE citizenship_group::VARCHAR WHEN ${codes.all} THEN 240 ELSE 0 END AS with_h FROM child`,
      },
    );
    expect(numberOf(rowOf(found, 'share_of_days')?.value)).toBeCloseTo(0.25, 10);
    const unwatched = await ask(
      { all: 10, none: 10 },
      {},
      {
        rows: () =>
          sql`SELECT child, CASE citizenship_group::VARCHAR WHEN ${codes.all} THEN 240 ELSE 0 END AS total_h, 0 AS with_h FROM child`,
      },
    );
    expect(numberOf(rowOf(unwatched, 'share_of_days')?.n)).toBe(10);
    expect(numberOf(rowOf(unwatched, 'share_of_days')?.value)).toBe(0);
  });

  it('keeps unknown children beside the share, with the band that they allow', async () => {
    const found = await ask({ all: 10, none: 10, unknown: 5 });
    const row = rowOf(found, 'share_of_days');
    expect([row?.value, row?.n, row?.unknown].map(numberOf)).toEqual([0.5, 25, 5]);
    expect(numberOf(rowOf(found, 'share_of_days_if_unknown_no')?.value)).toBeCloseTo(0.4, 10);
    expect(numberOf(rowOf(found, 'share_of_days_if_unknown_yes')?.value)).toBeCloseTo(0.6, 10);
    expect(numberOf(rowOf(found, 'unknown_count')?.value)).toBe(5);
    const above = await ask({ all: 10, none: 10, unknown: 9 });
    expect(rowOf(above, 'share_of_days')?.status).toBe('bounds_only');
    expect(numberOf(rowOf(above, 'share_of_days')?.value)).toBeNull();
  });

  it('says nothing of nobody, of fewer than ten, or of unknown alone', async () => {
    const nobody = await ask({ all: 10 }, { where: { gender: ['nonbinary'] } });
    expect(rowOf(nobody, 'share_of_days')?.status).toBe('undefined');
    const few = await ask({ all: 5, none: 4 });
    expect(rowOf(few, 'share_of_days')?.status).toBe('too_few');
    expect(numberOf(rowOf(few, 'share_of_days')?.value)).toBeNull();
    expect(numberOf(rowOf(few, 'share_of_days')?.numerator)).toBe(500);
    const unknown = await ask({ unknown: 12 });
    expect(numberOf(rowOf(unknown, 'share_of_days')?.value)).toBeNull();
    expect(numberOf(rowOf(unknown, 'share_of_days_if_unknown_no')?.value)).toBe(0);
    expect(numberOf(rowOf(unknown, 'share_of_days_if_unknown_yes')?.value)).toBe(1);
  });

  it('leaves in whole per cents, without days, and only where each kind is many', async () => {
    const release = { mode: 'release' } as const;
    const many = rowOf(await ask({ all: 20, none: 40, half: 20 }, release), 'share_of_days');
    expect(numberOf(many?.value)).toBe(0.38);
    expect([many?.numerator, many?.denominator].map(numberOf)).toEqual([null, null]);
    const few = rowOf(await ask({ all: 20, none: 40, half: 4 }, release), 'share_of_days');
    expect(few?.value.is).toBe('withheld');
    const some = await ask({ all: 20, none: 40, unknown: 12 }, release);
    expect(numberOf(rowOf(some, 'share_of_days')?.value)).toBe(0.33);
    const lone = await ask({ all: 20, none: 40, unknown: 4 }, release);
    for (const measure of ['share_of_days', 'unknown_count', 'share_of_days_if_unknown_no'])
      expect(rowOf(lone, measure)?.value.is, measure).toBe('withheld');
  });

  it('splits by a breakdown, and the parts add up', async () => {
    const found = await ask({ all: 20, none: 20 }, { by: [['gender']] });
    const days = ['male', 'female'].map((gender) =>
      numberOf(rowOf(found, 'share_of_days', { gender })?.numerator),
    );
    expect(days).toEqual([1000, 1000]);
  });
});
