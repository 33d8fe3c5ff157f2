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

/** Answers of children as the tests write them: the citizenship column stands for them. */
const definition: Indicator = {
  ...indicatorOf('ID-03')!,
  caveats: [],
  breakdowns: ['gender'],
  statistic: { kind: 'shares', of: ['first', 'second'] },
  measures: [
    { id: 'share', unit: 'share', reads: 'share', label },
    { id: 'count', unit: 'children', reads: 'count', label },
    { id: 'unknown_count', unit: 'children', reads: 'unknown', label },
    { id: 'second_share', unit: 'share', reads: 'share', of: 'second', label },
  ],
  rows: () => sql`
    SELECT child, 'first' AS of, CASE citizenship_group::VARCHAR WHEN 'national' THEN TRUE WHEN 'third_country' THEN FALSE END AS answer FROM child
    UNION ALL SELECT child, 'second', TRUE FROM child WHERE citizenship_group::VARCHAR = 'national'`,
};

async function ask(
  counts: { yes?: number; no?: number; unknown?: number },
  view: Partial<View> = {},
  own: Partial<Indicator> = {},
  referrals: readonly Record<string, string>[] = [],
) {
  const words = [
    ...Array<string>(counts.yes ?? 0).fill('national'),
    ...Array<string>(counts.no ?? 0).fill('third_country'),
    ...Array<string>(counts.unknown ?? 0).fill('unknown'),
  ];
  const cases = words.map((citizenship_group, i) => ({
    case_key: `${i}`,
    index_month: '2025-03',
    victim_status: 'identified',
    age_at_detection: '15',
    gender: i % 2 ? 'female' : 'male',
    detected_offset_h: '0',
    citizenship_group,
  }));
  const source = await loadTables({ cases, referrals }, engine);
  return figure(source, { ...definition, ...own }, { ...defaultView, mode: 'working', ...view });
}

describe('shares', () => {
  it('leaves the unknown out of the share and gives the band they allow', async () => {
    const found = await ask({ yes: 12, no: 8, unknown: 5 });
    const row = rowOf(found, 'share');
    expect(numberOf(row?.value)).toBeCloseTo(0.6, 10);
    // Wilson 12/20 by hand: centre (12 + 1.9207) / (20 + 3.8415) = 0.5839, half-width 0.1974.
    const limits = row?.value.is === 'value' ? row.value : undefined;
    expect(limits?.low).toBeCloseTo(0.3866, 3);
    expect(limits?.high).toBeCloseTo(0.7812, 3);
    expect([row?.numerator, row?.denominator, row?.n, row?.unknown].map(numberOf)).toEqual([
      12, 20, 25, 5,
    ]);
    expect(row?.marks).toContain('unstable');
    expect(numberOf(rowOf(found, 'share_if_unknown_no')?.value)).toBeCloseTo(12 / 25, 10);
    expect(numberOf(rowOf(found, 'share_if_unknown_yes')?.value)).toBeCloseTo(17 / 25, 10);
    expect(numberOf(rowOf(found, 'count')?.value)).toBe(12);
    expect(numberOf(rowOf(found, 'unknown_count')?.value)).toBe(5);
  });

  it('asks a sub-question only of those who have a row for it', async () => {
    const found = await ask({ yes: 12, no: 8, unknown: 5 });
    const row = rowOf(found, 'second_share');
    expect([row?.value, row?.denominator, row?.n].map(numberOf)).toEqual([1, 12, 12]);
    expect(rowOf(found, 'second_share_if_unknown_no')).toBeUndefined();
  });

  it('hides the share where more than 30 per cent are unknown, not at 30', async () => {
    const above = await ask({ yes: 10, no: 10, unknown: 9 });
    expect(rowOf(above, 'share')?.status).toBe('bounds_only');
    expect(numberOf(rowOf(above, 'share')?.value)).toBeNull();
    expect(numberOf(rowOf(above, 'share_if_unknown_yes')?.value)).toBeCloseTo(19 / 29, 10);
    expect(rowOf(await ask({ yes: 11, no: 10, unknown: 9 }), 'share')?.status).toBe('ok');
  });

  it('gives no percentage of fewer than ten, but the counts', async () => {
    const row = rowOf(await ask({ yes: 4, no: 5 }), 'share');
    expect(row?.status).toBe('too_few');
    expect([row?.value, row?.numerator, row?.denominator].map(numberOf)).toEqual([null, 4, 9]);
    expect(rowOf(await ask({ yes: 4, no: 6 }), 'share')?.status).toBe('ok');
  });

  it('knows nothing where all are unknown, and nobody where there are no children', async () => {
    const found = await ask({ unknown: 12 });
    expect(rowOf(found, 'share')?.status).toBe('bounds_only');
    expect(numberOf(rowOf(found, 'share_if_unknown_no')?.value)).toBe(0);
    expect(numberOf(rowOf(found, 'share_if_unknown_yes')?.value)).toBe(1);
    const none = await ask({ yes: 12 }, {}, { population: 'P-CARE' });
    expect(rowOf(none, 'share')?.status).toBe('undefined');
    expect(numberOf(rowOf(none, 'count')?.value)).toBe(0);
  });

  it('refuses rows that answer one question twice for a child', async () => {
    const rows = () => sql`SELECT child, 'first' AS of, TRUE AS answer FROM child
      UNION ALL SELECT child, 'first', FALSE FROM child`;
    await expect(ask({ yes: 12 }, {}, { rows })).rejects.toThrow('answer one question twice');
  });
});

describe('shares in Release view', () => {
  const view = { mode: 'release' } as const;

  it('shows a share of enough children, and none that tells how few are unknown', async () => {
    const shown = async (unknown: number) => {
      const found = await ask({ yes: 30, no: 25, unknown }, view);
      const { value, numerator, denominator } = rowOf(found, 'share')!;
      return [value, numerator, denominator, rowOf(found, 'unknown_count')?.value].map(numberOf);
    };
    expect((await shown(12)).slice(1)).toEqual([30, 55, 12]);
    // ID-01 tells that 59 are registered: with the 55 known, 4 would be known to be unknown.
    // The 30 are a figure by themselves, the count of those who answer yes.
    expect(await shown(4)).toEqual([null, 30, null, null]);
  });

  it('keeps a share back whose “no” are few', async () => {
    const row = rowOf(await ask({ yes: 30, no: 4 }, view), 'share');
    expect([row?.value, row?.numerator].map(numberOf)).toEqual([null, null]);
  });

  it('keeps back what stands on many rows of few children', async () => {
    const rows = () =>
      sql`SELECT child, 'first' AS of, purpose = 'shelter' AS answer, referral_key AS unit FROM dated_referrals`;
    const sent = (child: number, times: number, purpose: string) =>
      Array.from({ length: times }, (_, i) => ({
        referral_key: `${child}-${purpose}-${i}`,
        case_key: `${child}`,
        purpose,
      }));
    const own = {
      rows,
      unit: 'record',
      statistic: { kind: 'shares', of: ['first'] },
    } satisfies Partial<Indicator>;
    const few = [
      ...[0, 1, 2, 3, 4].flatMap((child) => sent(child, 4, 'shelter')),
      ...Array.from({ length: 20 }, (_, child) => sent(child, 1, 'health')).flat(),
    ];
    const working = await ask({ yes: 20 }, {}, own, few);
    expect(numberOf(rowOf(working, 'share')?.value)).toBeCloseTo(0.5, 10);
    const released = await ask({ yes: 20 }, view, own, few);
    expect(
      [rowOf(released, 'share'), rowOf(released, 'count')].map((row) => numberOf(row?.value)),
    ).toEqual([null, null]);
    const many = Array.from({ length: 20 }, (_, child) => [
      ...sent(child, 1, 'shelter'),
      ...sent(child, 1, 'health'),
    ]).flat();
    expect(numberOf(rowOf(await ask({ yes: 20 }, view, own, many), 'share')?.value)).not.toBeNull();
  });
});
