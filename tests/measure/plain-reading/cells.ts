/** One row of a file: column → text. */
export type Cells = Readonly<Record<string, string>>;
/** The files of one data set, by table. */
export type Files = Readonly<Record<string, readonly Cells[]>>;

const legacy = ['-99', '-9', '99', '999', '00', 'NULL', 'n/a', '.'];
const labels = ['', 'unknown', 'not_asked', 'refused', 'na'];

/** A code, or the label of why there is none. A legacy number means not recorded (ruling M25). */
export function codeOf(cell: string | undefined): { code: string | null; why: string } {
  const text = (cell ?? '').trim();
  if (text === '' || legacy.includes(text)) return { code: null, why: 'not_recorded' };
  if (labels.includes(text)) return { code: null, why: text };
  return { code: text, why: '' };
}

/** A code, null where it is not known. */
export const known = (cell: string | undefined): string | null => codeOf(cell).code;

/** Completed years at detection; numbers no age can be are missing (ruling M25). */
export function ageOf(cell: string | undefined): number | null {
  const text = (cell ?? '').trim();
  if (!/^-?\d+$/.test(text)) return null;
  const years = Number(text);
  return years < 0 || years > 25 ? null : years;
}

/** A moment on the line of one child: hours if the clock is known, and the calendar day. */
export interface Moment {
  /** Hours since the zero of the line; null when only the day is known. */
  readonly hour: number | null;
  /** Whole days since the zero of the line. */
  readonly day: number;
  /** Counted from T0 by the file itself. */
  readonly offset: boolean;
}

/** The first of `_offset_h`, `_offset_d` and `_at` that holds something (data model, section 0). */
export function momentOf(row: Cells, name: string): Moment | null {
  const hours = numberIn(row[`${name}_offset_h`]);
  if (hours !== null) return { hour: hours, day: Math.floor(hours / 24), offset: true };
  const days = numberIn(row[`${name}_offset_d`]);
  if (days !== null) return { hour: null, day: Math.floor(days), offset: true };
  return calendarMoment(row[`${name}_at`]);
}

/** A day written as a date, in days since 1970. */
export function dayOf(cell: string | undefined): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec((cell ?? '').trim());
  if (!found) return null;
  return Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / 86_400_000;
}

function calendarMoment(cell: string | undefined): Moment | null {
  const [date, clock] = (cell ?? '').trim().split(/[T ]/);
  const day = dayOf(date);
  if (day === null) return null;
  const parts = /^(\d{2}):(\d{2})/.exec(clock ?? '');
  if (!parts) return { hour: null, day, offset: false };
  return { hour: day * 24 + Number(parts[1]) + Number(parts[2]) / 60, day, offset: false };
}

function numberIn(cell: string | undefined): number | null {
  const text = (cell ?? '').trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** The hour at which a moment begins: its clock, or midnight of its day. */
export const startHour = (moment: Moment): number => moment.hour ?? moment.day * 24;

/**
 * Hours from T0 to a moment: between two clocks, else the difference of dates times 24 (ruling M19).
 * Offsets count from T0 already. Null where there is no T0 to count from, or no moment.
 */
function hoursFrom(t0: Moment | null, moment: Moment | null): number | null {
  if (!moment) return null;
  if (moment.offset) return startHour(moment);
  return t0 && hoursSince(t0, moment);
}

/** {@link hoursFrom} where both are known. */
export function hoursSince(t0: Moment, moment: Moment): number {
  if (moment.offset) return startHour(moment);
  if (t0.hour !== null && moment.hour !== null) return moment.hour - t0.hour;
  return (moment.day - t0.day) * 24;
}

/** Difference of calendar days (ruling M19). */
export const daysSince = (t0: Moment, moment: Moment): number =>
  moment.offset ? moment.day : moment.day - t0.day;

/** Start and end of a row in hours since T0; not valid if it ends before it starts. */
export function spanOf(row: Cells, t0: Moment | null) {
  const from = hoursFrom(t0, momentOf(row, 'started'));
  const to = hoursFrom(t0, momentOf(row, 'ended'));
  return { from, to, valid: from === null || to === null || to >= from };
}

/** Whether the hours between two moments are hours, not days. */
export const hasHours = (t0: Moment, moment: Moment): boolean =>
  t0.hour !== null && moment.hour !== null;

/** Days from the first day of a month, in days since 1970. */
export const firstDayOfMonth = (month: string): number =>
  Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1) / 86_400_000;

/** The first day after a month. */
export const dayAfterMonth = (month: string): number =>
  Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1) / 86_400_000;
