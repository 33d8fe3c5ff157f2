import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { nodeWasmEngine } from '$lib/engine/node-wasm';
import { definition } from '$lib/indicators/mc-01';
import { loadTables, numberOf, rowOf, see, type Tables } from './loaded';

let engine: Engine;
beforeAll(async () => {
  engine = await nodeWasmEngine();
});
afterAll(() => engine.close());

const tables = definition.example.tables;
const meta = {
  dataset_key: 'x',
  country: 'XX',
  extract_month: '2025-12',
  period_start: '2024-01',
  period_end: '2025-12',
  date_mode: 'exact',
  linkage_level: 'across_orgs',
};
const file = (i: number, more: Record<string, string> = {}) => ({
  case_key: `${i}`,
  index_month: '2024-11',
  detected_at: '2024-11-01T00:00',
  victim_status: 'identified',
  age_at_detection: '15',
  followup_end_at: '2025-12-31',
  ...more,
});
const place = (i: number, start: string, end: string) => ({
  placement_key: `p${i}`,
  case_key: `${i}`,
  placement_type: 'foster',
  started_at: start,
  ended_at: end,
});
const gone = (i: number, start: string, end: string, more: Record<string, string> = {}) => ({
  episode_key: `e${i} ${start}`,
  case_key: `${i}`,
  placement_key: '',
  episode_type: 'missing',
  started_at: start,
  ended_at: end,
  before_registration: 'no',
  ...more,
});
const twelve = Array.from({ length: 12 }, (_, i) => i);
const exact = (episodes: Tables[string], more: Tables = {}): Tables => ({
  meta: [meta],
  cases: twelve.map((i) => file(i)),
  placements: twelve.map((i) => place(i, '2024-11-01T00:00', i < 6 ? '2024-12-20T00:00' : '')),
  missing_episodes: episodes,
  ...more,
});

describe('MC-01', () => {
  it('counts away episodes where asked to', async () => {
    const source = await loadTables(tables, engine);
    const released = await see(source, 'MC-01', { options: { type: 'missing_and_away' } });
    expect(numberOf(rowOf(released, 'share')?.numerator)).toBe(4);
  });

  it('puts an episode in the period in which it starts, and care in every period it touches', async () => {
    const source = await loadTables(
      exact([
        gone(0, '2024-12-18T00:00', '2025-01-05T00:00'),
        gone(7, '2024-12-30T00:00', '2025-01-20T00:00'),
        // The same absence, recorded by another body from a later moment (ruling M7).
        gone(7, '2025-01-02T00:00', '2025-01-20T00:00'),
        gone(8, '2025-02-01T00:00', '2025-02-02T00:00'),
      ]),
      engine,
    );
    const released = await see(source, 'MC-01', { period: { kind: 'year' } });
    const row = (year: string) => rowOf(released, 'share', {}, year);
    expect(numberOf(row('2024')?.numerator)).toBe(2);
    expect(numberOf(row('2024')?.denominator)).toBe(12);
    expect(numberOf(row('2025')?.numerator)).toBe(1);
    expect(numberOf(row('2025')?.denominator)).toBe(6);
    expect(row('2025')?.status).toBe('too_few');
  });

  it('takes an episode whose placement is named as from care, and no other outside care', async () => {
    const source = await loadTables(
      exact([
        gone(0, '2025-01-05T00:00', '', { placement_key: 'p0' }),
        gone(1, '2025-01-05T00:00', ''),
      ]),
      engine,
    );
    const released = await see(source, 'MC-01');
    expect(numberOf(rowOf(released, 'count')?.value)).toBe(1);
  });

  it('reads an episode without a date as unknown, with bounds', async () => {
    const source = await loadTables(
      exact([gone(0, '2024-11-05T00:00', ''), gone(1, '', ''), gone(2, '', '')]),
      engine,
    );
    const released = await see(source, 'MC-01');
    const share = rowOf(released, 'share');
    expect([share?.numerator, share?.denominator, share?.unknown].map(numberOf)).toEqual([
      1, 10, 2,
    ]);
    expect(numberOf(rowOf(released, 'share_if_unknown_no')?.value)).toBeCloseTo(1 / 12, 6);
    expect(numberOf(rowOf(released, 'share_if_unknown_yes')?.value)).toBeCloseTo(3 / 12, 6);
  });

  it('hides the share where more than three in ten are unknown', async () => {
    const source = await loadTables(exact(twelve.map((i) => gone(i, '', ''))), engine);
    const released = await see(source, 'MC-01');
    expect(numberOf(rowOf(released, 'share')?.value)).toBeNull();
    expect(numberOf(rowOf(released, 'share_if_unknown_no')?.value)).toBe(0);
    expect(numberOf(rowOf(released, 'share_if_unknown_yes')?.value)).toBe(1);
  });

  it('leaves out children whose organisation did not submit the table, and counts them', async () => {
    const line = (org: string, month: string, submitted: string, table = 'missing_episodes') => ({
      coverage_key: `${org}${month}${table}`,
      org_key: org,
      month,
      table_name: table,
      expected: 'yes',
      submitted,
    });
    const source = await loadTables(
      exact([gone(0, '2024-12-01T00:00', '')], {
        cases: twelve.map((i) => file(i, { org_key: i < 2 ? 'a' : i < 4 ? 'b' : 'c' })),
        organisations: ['a', 'b', 'c'].map((org_key) => ({ org_key, org_type: 'police' })),
        coverage: [
          line('a', '2024-11', 'yes'),
          line('b', '2024-11', 'no'),
          line('b', '2024-12', 'no'),
          line('c', '2024-11', 'no', 'charges'),
        ],
      }),
      engine,
    );
    const released = await see(source, 'MC-01', { period: { kind: 'year' } });
    expect(numberOf(rowOf(released, 'not_asked_count', {}, '2024')?.value)).toBe(2);
    expect(numberOf(rowOf(released, 'share', {}, '2024')?.denominator)).toBe(10);
    expect(numberOf(rowOf(released, 'not_asked_count', {}, '2025')?.value)).toBe(0);
  });

  it('says nothing of a period without children', async () => {
    const source = await loadTables(exact([gone(0, '2024-12-01T00:00', '')]), engine);
    const released = await see(source, 'MC-01', { period: { kind: 'all', to: '2024-02' } });
    expect(rowOf(released, 'share')?.status).toBe('undefined');
  });

  it('withholds in Release view what stands on fewer than eleven children', async () => {
    const source = await loadTables(exact([gone(0, '2024-12-01T00:00', '')]), engine);
    const released = await see(source, 'MC-01', { mode: 'release' });
    expect(rowOf(released, 'share')?.value.is).toBe('withheld');
    expect(rowOf(released, 'count')?.value.is).toBe('withheld');
    const none = await see(
      await loadTables(exact([gone(0, '2025-11-01T00:00', '')]), engine),
      'MC-01',
      {
        mode: 'release',
      },
    );
    expect(numberOf(rowOf(none, 'share')?.value)).toBe(0);
  });
});
