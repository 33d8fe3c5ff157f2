import type { Released } from '$lib/disclosure/released';

/** Whether the figures count records, because the files cannot be linked to children. */
export const countsRecords = ({ notes }: Pick<Released, 'notes'>): boolean =>
  notes.some(({ en }) => en.includes('counts records'));
