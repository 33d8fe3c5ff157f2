import { expect, it } from 'vitest';
import { loadTables, numberOf, rowOf, see } from './loaded';

const children = Array.from({ length: 17 }, (_, i) => i);

/** Day of the request, and of the appointment. */
const guardians: readonly [child: number, requested: string, started: string][] = [
  ...children.slice(0, 10).map((child) => [child, '2', '7'] as [number, string, string]),
  // Asked for and appointed before detection: six days, on the clock of the request.
  [10, '-10', '-4'],
  // The earliest of two requests: 37 days.
  [11, '3', ''],
  [11, '30', '40'],
  // Nobody has come: still waiting.
  [12, '5', ''],
  // Appointed without a request, before one of another guardian too: cannot be timed.
  [13, '', '4'],
  [16, '8', ''],
  [16, '', '3'],
  // Appointed before it was asked for: an error, in no figure (ruling M21).
  [15, '20', '10'],
];

it('times guardians from the request for one', async () => {
  const source = await loadTables({
    cases: children.map((child) => ({
      case_key: `${child}`,
      index_month: '2024-03',
      victim_status: 'identified',
      age_at_detection: '15',
      accompaniment: 'unaccompanied',
      detected_offset_h: '0',
      followup_end_offset_d: '100',
    })),
    assignments: guardians.map(([child, requested, started], i) => ({
      assignment_key: `${i}`,
      case_key: `${child}`,
      role: 'guardian',
      requested_offset_d: requested,
      started_offset_d: started,
      first_meeting_offset_d: '',
    })),
  });
  const released = await see(source, 'GP-02', { options: { clock: 'requested' } });
  const within = (measure: string) => rowOf(released, measure);
  expect(numberOf(within('cif_5d')?.numerator)).toBe(10);
  expect(numberOf(within('cif_5d')?.denominator)).toBe(13);
  expect(numberOf(within('cif_5d')?.value)).toBeCloseTo(10 / 13, 6);
  expect(numberOf(within('cif_5d_if_unknown_no')?.value)).toBeCloseTo(10 / 15, 6);
  expect(numberOf(within('cif_21d')?.numerator)).toBe(11);
  expect(within('cif_21d')?.status).toBe('too_few');
  expect(numberOf(within('median_days')?.value)).toBe(5);
  expect(numberOf(within('not_timed_count')?.value)).toBe(2);
});
