import type { Language, Text } from '$lib/schema/text';
import type { Period } from './period';

const cuts: Record<Exclude<Period['kind'], 'all' | 'financial' | 'ending'>, Text> = {
  year: { en: 'by year', nb: 'per år' },
  half: { en: 'by half-year', nb: 'per halvår' },
  quarter: { en: 'by quarter', nb: 'per kvartal' },
  month: { en: 'by month', nb: 'per måned' },
  rolling: {
    en: 'by twelve months back from the last month',
    nb: 'per tolv måneder bakover fra siste måned',
  },
};

/** Name of a month of the year (1–12): `April`, `april`. */
export const monthOfYear = (month: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(2023, month - 1)));

/** A choice of periods in words: `2023-04 to 2025-03, by financial year from April`. */
export function periodWords(period: Period, language: Language): string {
  const { from, to } = period;
  const nb = language === 'nb';
  const span =
    from || to
      ? [from ?? '…', to ?? '…'].join(nb ? ' til ' : ' to ')
      : nb
        ? 'alle måneder som er dekket'
        : 'all months covered';
  const cut = cutWords(period, language);
  return cut ? `${span}, ${cut}` : span;
}

/** How a choice cuts time, in words: `by quarter`; empty where it does not. */
export function cutWords({ kind, month = 1, from }: Period, language: Language): string {
  const nb = language === 'nb';
  if (kind === 'all') return '';
  const name = monthOfYear(month, language);
  if (kind === 'financial')
    return nb ? `per regnskapsår fra ${name}` : `by financial year from ${name}`;
  if (kind === 'ending') return nb ? `per år til og med ${name}` : `by year ending in ${name}`;
  if (kind === 'year' && from && !from.endsWith('-01')) {
    const first = monthOfYear(Number(from.slice(5)), language);
    return nb ? `per tolv måneder fra ${first}` : `by twelve months from ${first}`;
  }
  return cuts[kind][language];
}
