import { name, sql, type Sql } from '$lib/schema/sql';

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
      WHEN ${clock} IN ('offset_h', 'offset_d') THEN ${h}
      WHEN ${t0Clock} IN ('offset_h', 'offset_d') THEN NULL
      WHEN ${clock} = 'datetime' AND ${t0Clock} = 'datetime' THEN round((${h} - ${t0}) * 60) / 60
      ELSE 24 * (floor(${h} / 24) - floor(${t0} / 24)) END`,
    grain: sql`CASE
      WHEN ${clock} = 'offset_h' OR (${clock} = 'datetime' AND ${t0Clock} = 'datetime') THEN 'hour'
      WHEN ${clock} = 'month' OR ${t0Clock} = 'month' THEN 'month'
      ELSE 'day' END`,
  };
}

/**
 * Like `sinceT0` for a moment that ends observation: known by date only, it is the end of that
 * day, 24 × (d + 1) hours, so that events of the same day are not lost (ruling M24).
 */
export function endSinceT0(row: string, event: string, child = 'child'): Sql {
  const { hours, grain } = sinceT0(row, event, child);
  return sql`(${hours} + CASE WHEN ${grain} = 'hour' THEN 0 ELSE 24 END)`;
}
