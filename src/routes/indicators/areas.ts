import type { Area } from '$lib/schema/indicator';

/** The areas in the order of a child's path. */
export const areas: readonly Area[] = [
  'identification',
  'protection',
  'non-punishment',
  'victim-witness',
  'recovery',
  'missing',
  'funding',
  'quality',
];
