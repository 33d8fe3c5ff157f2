import { sql } from '$lib/schema/sql';

/**
 * When a child first went missing after T0 (type missing only, before registration included): rows
 * `child, at_h, at_d, grain`. Times are hours and whole calendar days since T0; `grain` says how
 * finely the moment is known. A relation to join, of children with a dated episode alone.
 */
export const firstMissing = sql`(
  SELECT spell.child, min(spell.start_h) AS at_h, min(episode.started_d) AS at_d,
    arg_min(episode.started_grain, spell.start_h) AS grain
  FROM missing_spell AS spell JOIN dated_missing_episodes AS episode
    ON episode.child = spell.child AND episode.started_h = spell.start_h AND episode.episode_type = 'missing'
  WHERE spell.start_h >= 0 GROUP BY spell.child)`;
