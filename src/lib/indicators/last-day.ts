import { sql } from '$lib/schema/sql';

/**
 * The last day on which each child with a T0 was followed: `child, last_d` in whole calendar days
 * since T0 (ruling M19), as on the day clock of waiting times. An end known by date is stored as the
 * midnight after it (M24); a last row is a moment of its own day (M18).
 */
export const lastDay = sql`(
  SELECT child, CASE WHEN end_why <> 'last row'::g_end_why THEN greatest(0, ceil(end_h / 24) - 1)
    WHEN t0_clock = 'datetime'::e_clock THEN floor((t0_h + end_h) / 24 + 1e-7) - floor(t0_h / 24)
    ELSE floor(end_h / 24) END AS last_d
  FROM child WHERE t0_h IS NOT NULL)`;
