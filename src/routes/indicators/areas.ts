import type { Area } from '$lib/schema/indicator';

/** The areas in the order of a child's path, with their names. */
export const areas: readonly { readonly id: Area; readonly name: string }[] = [
  { id: 'identification', name: 'Identification' },
  { id: 'protection', name: 'Protection and support' },
  { id: 'non-punishment', name: 'Non-punishment and non-detention' },
  { id: 'victim-witness', name: 'Support as victim-witness' },
  { id: 'recovery', name: 'Recovery and reintegration' },
  { id: 'missing', name: 'Missing from care' },
  { id: 'funding', name: 'Funding' },
  { id: 'quality', name: 'Quality of the data' },
];
