import type { Language } from '$lib/schema/text';

/** A month `YYYY-MM` in words: `January 2023`, `januar 2023`. */
export const monthWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
