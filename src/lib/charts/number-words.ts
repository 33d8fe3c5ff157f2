import type { Measure } from '$lib/schema/indicator';
import type { MissingReason } from '$lib/disclosure/released';
import { periodWords } from '$lib/schema/period-words';
import type { Language, Text } from '$lib/schema/text';

const locale: Record<Language, string> = { en: 'en-GB', nb: 'nb-NO' };

/**
 * A number as charts print it: shares as per cent with one decimal, whole ones with none, rates with one (per
 * 100,000 below one with two), events per child with two, scores with one where they are not whole.
 */
export function numberWords(value: number, unit: Measure['unit'], language: Language): string {
  const format = (number: number, digits: number, least = 0) =>
    new Intl.NumberFormat(locale[language], {
      maximumFractionDigits: digits,
      minimumFractionDigits: least,
    }).format(number);
  if (unit === 'share') {
    const whole = Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;
    return `${format(value * 100, 1, whole ? 0 : 1)}${language === 'en' ? '%' : '\u00a0%'}`;
  }
  if (unit === 'per 100 child-months') return format(value, 1, 1);
  if (unit === 'per 100,000 children') {
    const digits = value > 0 && value < 1 ? 2 : 1;
    return format(value, digits, digits);
  }
  if (unit === 'events per child') return format(value, 2, 2);
  if (unit === 'score 0–3') return format(value, 1);
  if (unit === 'days') return `${format(value, 0)} ${daysWord(value, language)}`;
  if (unit === 'hours')
    return value < 48
      ? `${format(value, 1)} ${{ en: value === 1 ? 'hour' : 'hours', nb: value === 1 ? 'time' : 'timer' }[language]}`
      : `${format(value / 24, value < 336 ? 1 : 0)} ${daysWord(value / 24, language)}`;
  if (unit === 'years')
    return `${format(value, 1)} ${{ en: value === 1 ? 'year' : 'years', nb: 'år' }[language]}`;
  return format(value, 0);
}

const monthHours = 730.5;

/** A horizon: hours up to three days, whole months as months, else days. */
export function horizonWords(hours: number, language: Language): string {
  const { number, unit } = horizonOf(hours);
  return `${number}\u00a0${{ h: { en: 'h', nb: 't' }, d: { en: 'd', nb: 'd' }, m: { en: 'mo', nb: 'md' } }[unit][language]}`;
}

/** The same horizon in full, to be read out. */
export function horizonSaid(hours: number, language: Language): string {
  const { number, unit } = horizonOf(hours);
  if (unit === 'd') return numberWords(number, 'days', language);
  const [one, many] = {
    h: { en: ['hour', 'hours'], nb: ['time', 'timer'] },
    m: { en: ['month', 'months'], nb: ['måned', 'måneder'] },
  }[unit][language] as [string, string];
  return `${number} ${number === 1 ? one : many}`;
}

function horizonOf(hours: number): { readonly number: number; readonly unit: 'h' | 'd' | 'm' } {
  const months = hours / monthHours;
  if (months >= 1 && Number.isInteger(months)) return { number: months, unit: 'm' };
  if (hours <= 72 || !Number.isInteger(hours / 24)) return { number: hours, unit: 'h' };
  return { number: hours / 24, unit: 'd' };
}

/** A period as an axis names it: a range in words, as everywhere; a year, quarter or month in short. */
export const axisName = (period: string, language: Language): string =>
  period === 'all' || period.includes('..') ? periodWords(period, language) : period;

const daysWord = (value: number, language: Language) =>
  ({ en: value === 1 ? 'day' : 'days', nb: value === 1 ? 'dag' : 'dager' })[language];

/** Why a figure is not there, in words for a summary. */
export const reasonWords: Readonly<Record<MissingReason | 'withheld', Text>> = {
  withheld: { en: 'withheld', nb: 'holdt tilbake' },
  'no rows': { en: 'not available', nb: 'ikke tilgjengelig' },
  'no denominator': { en: 'nobody to count', nb: 'ingen å telle' },
  'not recorded': { en: 'not recorded', nb: 'ikke registrert' },
  'not asked': { en: 'not asked', nb: 'ikke spurt om' },
  'too few for this statistic': { en: 'too few', nb: 'for få' },
  'not reached': { en: 'not reached', nb: 'ikke nådd' },
  'beyond follow-up': { en: 'beyond follow-up', nb: 'utenfor oppfølgingen' },
};
