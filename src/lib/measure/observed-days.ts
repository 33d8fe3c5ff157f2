import { sql } from '$lib/schema/sql';

/**
 * The last day on which a row of `child` was followed, in whole days since T0 (ruling M19), for clocks
 * of days: an end known by date counts as itself, not as the midnight after it (M24 is of hour clocks);
 * a last row is a moment of its calendar day (M18).
 */
export const observedDays = sql`CASE
  WHEN child.end_why <> 'last row'::g_end_why THEN greatest(0, ceil(child.end_h / 24) - 1)
  WHEN child.t0_clock = 'datetime'::e_clock THEN floor((child.t0_h + child.end_h) / 24 + 1e-7) - floor(child.t0_h / 24)
  ELSE floor(child.end_h / 24) END`;
