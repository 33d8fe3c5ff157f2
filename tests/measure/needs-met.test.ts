import { expect, it } from 'vitest';
import { loadTables, numberOf, rowOf, see } from './loaded';

const twelve = (from: number) => Array.from({ length: 12 }, (_, i) => String(from + i));
const child = (case_key: string, followup_end_offset_d: string) => ({
  case_key,
  index_month: '2024-01',
  victim_status: 'identified',
  age_at_detection: '14',
  detected_offset_h: '0',
  followup_end_offset_d,
});

it('ends the wait for help to be completed when the child declines help that had begun', async () => {
  const source = await loadTables({
    cases: twelve(0).map((key) => child(key, '200')),
    services: twelve(0).map((case_key) => ({
      service_key: `s${case_key}`,
      case_key,
      service_type: 'health',
      needed: 'yes',
      status: 'declined',
      unmet_reason: 'child_declined',
      need_identified_offset_d: '0',
      started_offset_d: '10',
    })),
  });
  const completed = await see(source, 'SW-01', { options: { delivery: 'completed' } });
  expect(numberOf(rowOf(completed, 'waiting_90d')?.value)).toBe(0);
  const begun = await see(source, 'SW-01');
  expect(numberOf(rowOf(begun, 'cif_30d')?.numerator)).toBe(12);
});

it('leaves out a need that has waited 89 days, and counts one of 90 as not met', async () => {
  const source = await loadTables({
    cases: [
      ...twelve(0).map((key) => child(key, '89')),
      ...twelve(12).map((key) => child(key, '90')),
    ],
    services: [...twelve(0), ...twelve(12)].map((case_key) => ({
      service_key: `s${case_key}`,
      case_key,
      service_type: 'health',
      needed: 'yes',
      status: 'waiting',
      unmet_reason: '',
      started_offset_d: '',
      need_identified_offset_d: '0',
    })),
  });
  const released = await see(source, 'SW-01');
  expect(numberOf(rowOf(released, 'all_met_share')?.denominator)).toBe(12);
});

it('does not see the end of a spell that began after observation ended', async () => {
  const source = await loadTables({
    cases: twelve(0).map((key) => child(key, '10')),
    detention: twelve(0).map((case_key) => ({
      detention_key: `d${case_key}`,
      case_key,
      setting: 'police_cell',
      started_offset_h: '300',
      ended_offset_h: '300',
    })),
  });
  const released = await see(source, 'ND-03');
  expect(rowOf(released, 'completed_median_days')?.status).toBe('too_few');
});
