import type { Language } from './text';

const whole = { en: 'the whole period', nb: 'hele perioden' };
const to = { en: 'to', nb: 'til' };
const ending = { en: 'the year ending', nb: 'året til og med' };

/**
 * A period in words: months instead of quarters and halves, and "the year ending March 2024" for
 * twelve months across two calendar years. Words it does not know are returned as they are.
 */
export function periodWords(period: string, language: Language): string {
  if (period === 'all') return whole[language];
  const part = /^(\d{4})-([HQ])([1-4])$/.exec(period);
  if (part) {
    const [, year = '', kind, number = '1'] = part;
    const length = kind === 'H' ? 6 : 3;
    const last = Number(number) * length;
    return `${monthName(year, last - length + 1, language)} ${to[language]} ${monthName(year, last, language)} ${year}`;
  }
  const ends = /^(\d{4})-(\d\d)(?:\.\.(\d{4})-(\d\d))?$/.exec(period);
  if (!ends) return period;
  const [, year = '', month, lastYear, lastMonth] = ends;
  const first = monthName(year, Number(month), language);
  if (!lastYear || period.slice(0, 7) === period.slice(9)) return `${first} ${year}`;
  const last = monthName(lastYear, Number(lastMonth), language);
  if (Number(lastYear) === Number(year) + 1 && Number(lastMonth) === Number(month) - 1)
    return `${ending[language]} ${last} ${lastYear}`;
  return `${first} ${year === lastYear ? '' : `${year} `}${to[language]} ${last} ${lastYear}`;
}

function monthName(year: string, month: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(Number(year), month - 1)));
}
