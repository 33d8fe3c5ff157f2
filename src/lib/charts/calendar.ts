import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import { columnOf } from '$lib/schema/tables';
import type { Language } from '$lib/schema/text';

/** Days since 1970-01-01, both ends included; `last` null = no end. */
interface Stretch {
  readonly first: number;
  readonly last: number | null;
}

/** A grant as drawn: its term, what is paid of it, and what kind of money it is. */
export interface CalendarBar extends Stretch {
  readonly number: string;
  /** First day from the first payment; null = not recorded. */
  readonly paid: number | null;
  readonly modality: string;
  /** Core money and public contracts carry steady care. */
  readonly core: boolean;
  readonly covers: string;
}

/** Children of one month. */
export interface CalendarMonth {
  readonly month: string;
  readonly inCare: Cell;
  readonly unfunded: Cell;
  /** Of the others, those in care before the first or after the last grant. */
  readonly outside: Cell;
}

/** A programme with its bars and its months. */
export interface CalendarRow {
  readonly label: string;
  readonly bars: readonly CalendarBar[];
  readonly gaps: readonly (Stretch & { readonly days: number })[];
  readonly overlaps: readonly Stretch[];
  /** How its money ends; null where no grant is known to pay direct care. */
  readonly end: {
    readonly last: number | null;
    readonly successor: boolean | null;
    readonly cliff: 6 | 12 | null;
  } | null;
  readonly months: readonly CalendarMonth[];
}

/** The whole picture. Programmes stand in the order of the files. */
export interface Calendar {
  readonly first: number;
  readonly last: number;
  /** Last day of the window, from which on nothing is known of children. */
  readonly dataEnd: number;
  readonly rows: readonly CalendarRow[];
  /** False where care could not be laid on the calendar: then there is no second panel. */
  readonly care: boolean;
}

const dayMs = 86_400_000;
const steady = new Set(['core', 'service_contract']);

/** Day of `YYYY-MM-DD`. */
const dayNumber = (date: string): number => Math.floor(Date.parse(date) / dayMs);

/** First day of the month that lies `by` months after `YYYY-MM`. */
export const monthDay = (month: string, by = 0): number =>
  Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + by) / dayMs;

/** A day in words: `31 Mar 2027`. */
export const dayWords = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(day * dayMs));

/** Reads the rows of a calendar of care and money; null where there is none, for example without the split by programme. */
export function calendarOf(released: Released, language: Language): Calendar | null {
  const rows = released.rows.filter(({ by }) => by.programme !== undefined);
  const window = /^(\d{4}-\d\d)\.\.(\d{4}-\d\d)$/.exec(
    rows.find(({ measure }) => measure === 'unfunded_days')?.period ?? '',
  );
  if (released.unavailable || !window) return null;
  if (rows.every(({ value }) => value.is !== 'value')) return null;
  const [, from = '', to = ''] = window;
  const programmes = [...new Set(rows.map(({ by }) => by.programme ?? ''))];
  return {
    first: monthDay(from),
    last: monthDay(to, 13) - 1,
    dataEnd: monthDay(to, 1) - 1,
    rows: programmes.map((programme) =>
      rowOf(
        programme,
        rows.filter(({ by }) => by.programme === programme),
        language,
      ),
    ),
    care: rows.some(({ measure }) => measure === 'children'),
  };
}

function rowOf(label: string, rows: readonly ReleasedRow[], language: Language): CalendarRow {
  const of = (measure: string) => rows.filter((row) => row.measure === measure);
  const stretches = (measure: string) =>
    of(measure).map((row) => ({ ...stretchOf(row.period), value: row.value }));
  const paid = new Map(of('paid_days').map((row) => [row.by.grant, row]));
  const [end] = of('days_ahead');
  const byMonth = (measure: string) => {
    const found = new Map(of(measure).map((row) => [row.period, row.value]));
    return (period: string): Cell => found.get(period) ?? { is: 'missing', why: 'no rows' };
  };
  const [unfunded, outside] = [byMonth('children_unfunded'), byMonth('children_outside')];
  return {
    label,
    bars: of('grant_days').map(({ by, period }) => ({
      ...stretchOf(period),
      number: by.grant ?? '',
      paid: paidFrom(paid.get(by.grant)),
      modality: modalityWords(by.modality ?? '', language),
      core: steady.has(by.modality ?? ''),
      covers: by.covers ?? '',
    })),
    gaps: stretches('gap_days').flatMap(({ value, ...stretch }) =>
      value.is === 'value' ? [{ ...stretch, days: value.value }] : [],
    ),
    overlaps: stretches('overlap_days'),
    end: end
      ? {
          last: end.period === 'open' ? null : dayNumber(end.period),
          successor: end.marks.includes('successor')
            ? true
            : end.marks.includes('no successor')
              ? false
              : null,
          cliff: end.marks.includes('cliff 6') ? 6 : end.marks.includes('cliff 12') ? 12 : null,
        }
      : null,
    months: of('children').map(({ period, value }) => ({
      month: period,
      inCare: value,
      unfunded: unfunded(period),
      outside: outside(period),
    })),
  };
}

/** An open grant has no number of days, one whose payment is not recorded has neither that nor the mark. */
function paidFrom(row: ReleasedRow | undefined): number | null {
  if (!row || (row.value.is !== 'value' && !row.marks.includes('open'))) return null;
  return stretchOf(row.period).first;
}

function stretchOf(period: string): Stretch {
  const [first = '', last = ''] = period.split('..');
  return { first: dayNumber(first), last: last === '' ? null : dayNumber(last) };
}

function modalityWords(code: string, language: Language): string {
  const found = columnOf('funding.modality').codes.find(({ value }) => value === code);
  return (
    found?.labels[language] ?? { en: 'kind not recorded', nb: 'type ikke registrert' }[language]
  );
}

/** Where a day stands, in pixels. */
export type DayScale = (day: number) => number;
