import { expect, it } from 'vitest';
import { loadTables, numberOf, rowOf, see } from './loaded';

it('does not tell by two questions together how many cannot be timed', async () => {
  const cases = Array.from({ length: 80 }, (_, i) => ({
    case_key: `${i}`,
    index_month: '2025-03',
    victim_status: 'identified',
    age_at_detection: '15',
    detected_offset_h: '0',
    followup_end_offset_d: '400',
  }));
  // All 80 went missing and are back; of three the day is not known.
  const missing_episodes = cases.map((_, i) => ({
    episode_key: `${i}`,
    case_key: `${i}`,
    episode_type: 'missing',
    started_offset_h: '24',
    ended_offset_h: i < 3 ? '' : i < 40 ? '48' : '960',
    end_reason: 'returned',
  }));
  const source = await loadTables({ cases, missing_episodes });
  const working = await see(source, 'MC-05');
  expect(numberOf(rowOf(working, 'cif_7d')?.denominator)).toBe(77);
  const released = await see(source, 'MC-05', { mode: 'release' });
  expect(released.protection.audit).toBe('proven');
  const all = numberOf(rowOf(released, 'share')?.denominator);
  const timed = numberOf(rowOf(released, 'cif_7d')?.denominator);
  expect([all, timed]).toContain(null);
  expect(numberOf(rowOf(released, 'not_timed_count')?.value)).toBeNull();
});
