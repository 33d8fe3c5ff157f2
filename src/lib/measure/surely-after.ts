import { name, sql, type Sql } from '$lib/schema/sql';

/** A moment of a row that {@link checkedRows} gives. */
export interface Moment {
  /** Alias of the row. */
  readonly row: string;
  readonly moment: string;
}

const part = ({ row, moment }: Moment, ending: string): Sql =>
  sql`${name(row)}.${name(`${moment}${ending}`)}`;
const offsets = sql`('offset_h'::e_clock, 'offset_d'::e_clock)`;
const withHours = sql`('offset_h'::e_clock, 'datetime'::e_clock)`;

/** Half a month, and a day: how far a month from its middle, and a day of 24 hours from a calendar day, may be off. */
const halfMonth = 16;

/**
 * Whether one moment surely lies after another, both of one child: to the minute where both have a
 * clock time, else by calendar days, as far as their precision allows. NULL where either is missing
 * or the two cannot be put on one line.
 */
export function surelyAfter(late: Moment, early: Moment): Sql {
  const [a, b] = [part(late, '_h'), part(early, '_h')];
  const [aClock, bClock] = [part(late, '__clock'), part(early, '__clock')];
  const alike = sql`(${aClock} IN ${offsets}) = (${bClock} IN ${offsets})`;
  return sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL
    WHEN ${alike} AND ${aClock} IN ${withHours} AND ${bClock} IN ${withHours} THEN ${a} > ${b} + 1e-6
    WHEN ${alike} THEN floor(${a} / 24 + 1e-7) - floor(${b} / 24 + 1e-7) > CASE
      WHEN (${aClock} = 'month'::e_clock) <> (${bClock} = 'month'::e_clock) THEN ${halfMonth}
      WHEN ${aClock} IN ${offsets} AND ${aClock} <> ${bClock} THEN 1 ELSE 0 END
    ELSE ${part(late, '_d')} - ${part(early, '_d')} > CASE WHEN 'month'::e_clock IN (${aClock}, ${bClock}, ${name(late.row)}.t0_clock)
      THEN ${halfMonth} ELSE 1 END END`;
}

/** Whether a moment of `it` surely lies before the child's T0; NULL where that cannot be said. */
export function surelyBeforeT0(moment: string): Sql {
  const at = { row: 'it', moment };
  const clock = part(at, '__clock');
  return sql`CASE WHEN ${clock} IN ${offsets} THEN ${part(at, '_h')} < 0
    WHEN it.t0_clock IN ${offsets} THEN NULL
    WHEN ${clock} = 'datetime'::e_clock AND it.t0_clock = 'datetime'::e_clock THEN ${part(at, '_h')} < it.t0_h - 1e-6
    ELSE ${part(at, '_d')} < -(CASE WHEN (${clock} = 'month'::e_clock) <> (it.t0_clock = 'month'::e_clock) THEN ${halfMonth} ELSE 0 END) END`;
}

/** A moment of `it`. */
export const its = (moment: string): Moment => ({ row: 'it', moment });
