import type { Indicator } from '$lib/schema/indicator';
import { list, sql, type Sql } from '$lib/schema/sql';
import { notKnown } from './not-known';

/** Who counts as a guardian (section L): the first choice is the default. */
export const guardianOption: Indicator['options'][number] = {
  id: 'guardian',
  label: { en: 'Who counts as a guardian', nb: 'Hvem som regnes som verge' },
  choices: [
    { id: 'any', label: { en: 'Appointed or temporary', nb: 'Oppnevnt eller midlertidig' } },
    { id: 'legal', label: { en: 'Appointed only', nb: 'Bare oppnevnt' } },
  ],
};

/**
 * Guardians of a child from T0 on, one row an assignment: `child, started_d, ended_d, met_d,
 * requested_d` in whole days since T0, `undated` (appointed, but not known when) and `met_undated`;
 * `began_d` and `first_met_d` are the days as written, before T0 too. An assignment that runs at T0 begins at day 0; one that had ended before does not count (ruling
 * S8). Without a date of appointment the assignment waits for one where it was asked for and nobody
 * has met the child; otherwise the guardian was appointed on a day that is not known. So was one whose
 * assignment ends before it starts: the days are wrong, but there was a guardian (ruling M21).
 */
export const guardianPosts = (guardian: string | undefined): Sql => sql`
  SELECT child, CASE WHEN ended_d < started_d THEN NULL WHEN started_d < 0 THEN 0 ELSE started_d END AS started_d, ended_d,
    CASE WHEN ended_d < started_d THEN NULL ELSE started_d END AS began_d,
    CASE WHEN first_meeting_d < 0 THEN 0 ELSE first_meeting_d END AS met_d, first_meeting_d AS first_met_d, requested_d,
    coalesce(ended_d < started_d, FALSE) OR (started_d IS NULL AND (started__missing IN ${notKnown}
      OR first_meeting_d IS NOT NULL OR ended_d IS NOT NULL OR requested_d IS NULL)) AS undated,
    first_meeting_d IS NULL AND first_meeting__missing IN ${notKnown} AS met_undated
  FROM dated_assignments
  WHERE role::VARCHAR IN ${list(guardian === 'legal' ? ['guardian'] : ['guardian', 'temporary_guardian'])}
    AND NOT coalesce(ended_d < 0 AND coalesce(started_d < 0, TRUE), FALSE)`;
