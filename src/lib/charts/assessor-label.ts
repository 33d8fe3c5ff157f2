import type { Language, Text } from '$lib/schema/text';

const words: Readonly<Record<string, Text>> = {
  self: { en: 'the programme itself', nb: 'tiltaket selv' },
  others: { en: 'others', nb: 'andre' },
  unknown: { en: 'assessor not recorded', nb: 'ukjent hvem som vurderte' },
};

/** Who assessed a profile, in words; the code where it is not known. */
export const assessorLabel = (code: string, language: Language): string =>
  words[code]?.[language] ?? code;
