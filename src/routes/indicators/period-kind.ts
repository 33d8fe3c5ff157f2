import type { Indicator } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';

const kinds: Record<Indicator['period'], Text> = {
  cohort: {
    en: 'cohort: children first detected in the period, followed to the end of the data',
    nb: 'kohort: barn først oppdaget i perioden, fulgt til dataene slutter',
  },
  flow: { en: 'flow: what happened in the period', nb: 'strøm: det som skjedde i perioden' },
  stock: {
    en: 'stock: the situation on one day',
    nb: 'beholdning: situasjonen på én dag',
  },
};

/** The kind of period of a figure, in words. */
export const periodKind = ({ period }: Indicator, language: Language): string =>
  kinds[period][language];
