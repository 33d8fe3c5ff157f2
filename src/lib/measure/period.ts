import type { Language } from '$lib/schema/text';

/** How time is cut. `from` and `to` are months `YYYY-MM`, both inclusive. */
export interface Period {
  readonly kind: 'all' | 'year' | 'half' | 'quarter' | 'month';
  readonly from?: string;
  readonly to?: string;
}

/** One period as a figure names it, with its months from `first` to `last` inclusive. */
export interface Slice {
  /** `all`, `2023`, `2023-H1`, `2023-Q1`, `2023-01` or `2023-04..2024-03`. */
  readonly id: string;
  readonly first: string;
  readonly last: string;
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const lengths = { year: 12, half: 6, quarter: 3, month: 1 } as const;

/** Reads the three parts of a period; what is not a month is left out. */
export function parsePeriod(kind?: string, from?: string, to?: string): Period {
  const known = kind && kind in lengths ? (kind as Period['kind']) : 'all';
  const start = from && monthPattern.test(from) ? from : undefined;
  const end = to && monthPattern.test(to) ? to : undefined;
  return {
    kind: known,
    ...(start ? { from: start } : {}),
    ...(end && (!start || end >= start) ? { to: end } : {}),
  };
}

/**
 * The periods a view asks for inside the months the data claim to cover. Years of a window that
 * does not begin in January are rolling years (`2023-04..2024-03`), as financial years are. Months
 * the data do not cover belong to no period (ruling M9): without a file there is no zero.
 */
export function slicesOf(period: Period, covered: { first: string; last: string }): Slice[] {
  return wholeSlices(period, covered)
    .map(({ id, first, last }) => ({
      id,
      first: first > covered.first ? first : covered.first,
      last: last < covered.last ? last : covered.last,
    }))
    .filter(({ first, last }) => first <= last);
}

function wholeSlices(period: Period, covered: { first: string; last: string }): Slice[] {
  const first = period.from ?? covered.first;
  const last = period.to ?? covered.last;
  if (period.kind === 'all')
    return [{ id: period.from || period.to ? `${first}..${last}` : 'all', first, last }];
  const length = lengths[period.kind];
  const anchored = period.kind === 'year' && period.from !== undefined && !first.endsWith('-01');
  const slices: Slice[] = [];
  let start = anchored ? first : floorMonth(first, length);
  while (start <= last) {
    const end = addMonths(start, length - 1);
    slices.push({
      id: anchored ? `${start}..${end}` : sliceId(start, length),
      first: start,
      last: end,
    });
    start = addMonths(start, length);
  }
  return slices;
}

/** `YYYY-MM` moved by whole months. */
export function addMonths(month: string, by: number): string {
  const index = monthIndex(month) + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** First day of a month as hours since 1970-01-01T00:00Z. */
export function monthStartHours(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 3_600_000;
}

/** A period in words. */
export function periodWords(period: Period, language: Language): string {
  const span =
    period.from || period.to
      ? [period.from ?? '…', period.to ?? '…'].join(language === 'en' ? ' to ' : ' til ')
      : language === 'en'
        ? 'all months covered'
        : 'alle måneder som er dekket';
  const cut = {
    all: { en: '', nb: '' },
    year: { en: ', by year', nb: ', per år' },
    half: { en: ', by half-year', nb: ', per halvår' },
    quarter: { en: ', by quarter', nb: ', per kvartal' },
    month: { en: ', by month', nb: ', per måned' },
  }[period.kind];
  return span + cut[language];
}

const monthIndex = (month: string) =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const floorMonth = (month: string, length: number) =>
  addMonths(month, -(monthIndex(month) % 12) % length);

function sliceId(start: string, length: number): string {
  const year = start.slice(0, 4);
  const part = Math.floor((Number(start.slice(5, 7)) - 1) / length) + 1;
  if (length === 12) return year;
  if (length === 6) return `${year}-H${part}`;
  if (length === 3) return `${year}-Q${part}`;
  return start;
}
