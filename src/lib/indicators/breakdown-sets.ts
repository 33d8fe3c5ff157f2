import type { Breakdown } from '$lib/schema/indicator';

/** Breakdowns of every indicator unless stated (D0). */
export const d0: readonly Breakdown[] = [
  'gender',
  'age_band',
  'citizenship_group',
  'main_form',
  'victim_status',
  'org_type',
  'accompaniment',
];

/** Special-category breakdowns, where numbers allow (D1); never crossed with region. */
export const d1: readonly Breakdown[] = [
  'region',
  'legal_status',
  'disability_any',
  'sogiesc_minority',
  'minority_group',
  'movement',
  'days_to_18_band',
];
