import { plainNumber } from '$lib/report/number-format';
import type { Language } from '$lib/schema/text';

const none = {
  en: { estimate: 'no estimate', interval: 'no interval', to: 'to' },
  nb: { estimate: 'ikke noe anslag', interval: 'ikke noe intervall', to: 'til' },
};

/** An estimate with two significant digits, the most that it can carry. */
export const about = (persons: number | null, language: Language): string =>
  persons === null
    ? none[language].estimate
    : new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { maximumSignificantDigits: 2 })
        .format(persons)
        .replaceAll('\u00A0', '\u202F');

/** A counted number of persons. */
export const exactly = (persons: number, language: Language): string =>
  plainNumber(persons, language);

/** Two limits as estimates. */
export const between = (low: number | null, high: number | null, language: Language): string =>
  low === null || high === null
    ? none[language].interval
    : `${about(low, language)} ${none[language].to} ${about(high, language)}`;
