import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { loadTables, numberOf, rowOf, see } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

it('says nothing below 31 days of files that know months alone', async () => {
  const children = Array.from({ length: 50 }, (_, i) => i);
  const source = await loadTables(
    {
      meta: [
        {
          dataset_key: 'm',
          country: 'NO',
          period_start: '2025-01',
          period_end: '2025-12',
          extract_month: '2025-12',
          date_mode: 'month',
          linkage_level: 'within_org',
        },
      ],
      cases: children.map((i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'presumed',
        age_at_detection: '15',
        detected_month: '2025-01',
        followup_end_month: '2025-12',
        org_type: 'police',
      })),
      referrals: children.map((i) => ({
        referral_key: `${i}`,
        case_key: `${i}`,
        purpose: 'child_protection',
        referred_month: i < 30 ? '2025-03' : '2025-08',
      })),
    },
    engine,
  );
  const released = await see(source, 'RF-02', { options: { unit: 'days' } });
  expect(rowOf(released, 'cif_7d')?.status).toBe('not_estimable');
  expect(numberOf(rowOf(released, 'cif_7d')?.value)).toBeNull();
  expect(rowOf(released, 'cif_30d')?.status).toBe('not_estimable');
  expect(numberOf(rowOf(released, 'cif_90d')?.value)).toBe(0.6);
});
