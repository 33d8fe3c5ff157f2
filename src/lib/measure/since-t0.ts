import { name, sql, type Sql } from '$lib/schema/sql';

/** How finely a time since T0 is known: the ENUM `g_grain`. */
export const grainType = sql`CREATE TYPE IF NOT EXISTS g_grain AS ENUM ('hour', 'day', 'month')`;

// A bare word beside an ENUM column would be compared as text, row by row.
const offsets = sql`('offset_h'::e_clock, 'offset_d'::e_clock)`;
const datetime = sql`'datetime'::e_clock`;

/**
 * Hours from a child's T0 to an event of a row, and how finely both are known (ruling M19).
 * Offsets already count from T0; two clock times give hours; otherwise the difference of calendar
 * dates × 24; a calendar event against an offset T0 cannot be placed and is NULL.
 * `row` and `child` are table aliases; `child` has `t0_h` and `t0_clock`.
 */
export function sinceT0(row: string, event: string, child = 'child'): { hours: Sql; grain: Sql } {
  const h = sql`${name(row)}.${name(`${event}_h`)}`;
  const clock = sql`${name(row)}.${name(`${event}__clock`)}`;
  const t0 = sql`${name(child)}.t0_h`;
  const t0Clock = sql`${name(child)}.t0_clock`;
  return {
    hours: sql`CASE
      WHEN ${clock} IN ${offsets} THEN ${h}
      WHEN ${t0Clock} IN ${offsets} THEN NULL
      WHEN ${clock} = ${datetime} AND ${t0Clock} = ${datetime} THEN round((${h} - ${t0}) * 60) / 60
      ELSE 24 * (floor(${h} / 24) - floor(${t0} / 24)) END`,
    grain: sql`CASE
      WHEN ${clock} = 'offset_h'::e_clock OR (${clock} = ${datetime} AND ${t0Clock} = ${datetime}) THEN 'hour'::g_grain
      WHEN ${clock} = 'month'::e_clock OR ${t0Clock} = 'month'::e_clock THEN 'month'::g_grain
      ELSE 'day'::g_grain END`,
  };
}

/**
 * Whole days from the calendar day of a child's T0 to that of an event of a row (ruling M19), so that
 * records with and without a clock time stand on one scale. The small term keeps midnight on its day.
 */
export function calendarDays(row: string, event: string, child = 'child'): Sql {
  const h = sql`${name(row)}.${name(`${event}_h`)}`;
  const clock = sql`${name(row)}.${name(`${event}__clock`)}`;
  const t0 = sql`${name(child)}.t0_h`;
  const t0Clock = sql`${name(child)}.t0_clock`;
  return sql`CASE
    WHEN ${clock} = 'offset_h'::e_clock AND ${t0Clock} = ${datetime} THEN floor((${t0} + ${h}) / 24 + 1e-7) - floor(${t0} / 24)
    WHEN ${clock} IN ${offsets} THEN floor(${h} / 24 + 1e-7)
    WHEN ${t0Clock} IN ${offsets} THEN NULL
    ELSE floor(${h} / 24 + 1e-7) - floor(${t0} / 24) END`;
}

/**
 * Like `sinceT0` for a moment that ends observation: known by date only, it is the end of that
 * day, 24 × (d + 1) hours, so that events of the same day are not lost (ruling M24).
 */
export function endSinceT0(row: string, event: string, child = 'child'): Sql {
  const { hours, grain } = sinceT0(row, event, child);
  return sql`(${hours} + CASE WHEN ${grain} = 'hour'::g_grain THEN 0 ELSE 24 END)`;
}
