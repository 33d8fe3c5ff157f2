import type { Grant, GrantDays } from './grant-days';

/** A grant with what is drawn of it. */
export interface CalendarGrant extends Grant {
  readonly modality: string;
  /** Day of the first payment; null = not recorded. */
  readonly payment: number | null;
}

/** One programme of the calendar. */
export interface CalendarProgramme {
  readonly programme: string;
  readonly grants: readonly CalendarGrant[];
  /** Null where no grant is known to pay direct care. */
  readonly days: GrantDays | null;
}

/** Days between which the calendar stands, since 1970-01-01. */
export interface CalendarSpan {
  /** `YYYY-MM..YYYY-MM`, the window. */
  readonly id: string;
  readonly first: number;
  readonly last: number;
  /** Last day of the month of extract. */
  readonly cutoff: number;
}

/** Months after the cut-off in which the end of the last grant is a cliff. */
export const cliffMonths = [6, 12] as const;
