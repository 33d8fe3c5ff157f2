import { list, sql } from '$lib/schema/sql';
import { allKnown, checkedRows, isThere, together, verdictsOf } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';
import { openSpells, overlap, usable } from './overlap';

const closedPlaces = sql`('closed_shelter'::e_placement, 'secure_care'::e_placement, 'detention'::e_placement)`;

/** Roles that only one person holds at a time, and what they are called together. */
const alone: Readonly<Record<string, readonly string[]>> = {
  guardian: ['guardian', 'temporary_guardian'],
  case_worker: ['case_worker'],
};

/** Rules on care and services: X14 to X16. */
export const rulesCare: readonly CrossFileRule[] = [
  {
    code: 'X14',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A placement that the child may not leave has a spell of detention beside it.',
      nb: 'En plassering som barnet ikke kan forlate, har en registrert frihetsberøvelse ved siden av seg.',
    },
    effect: {
      en: 'Where there is none, a spell is derived from the placement and marked as derived in the figures.',
      nb: 'Der den mangler, utledes en periode av plasseringen, og den er merket som utledet i tallene.',
    },
    reads: ['placements.placement_type', 'placements.free_to_leave', 'detention.started'],
    // The overlap is that of `detention_spell`, so what fails here is what is derived there (ruling S4).
    verdicts: ({ has }) =>
      has('placements') && has('detention')
        ? verdictsOf(
            'placements',
            sql`CASE WHEN it.started_s IS NULL OR it.ended_s < it.started_s THEN NULL ELSE EXISTS (
              SELECT 1 FROM ${checkedRows('detention')} AS held WHERE held.child = it.child
                AND held.started_s < coalesce(it.ended_s, 1e300) AND coalesce(held.ended_s, 1e300) > it.started_s
                AND (held.ended_s IS NULL OR held.ended_s >= held.started_s)) END`,
            {
              where: sql`(it.free_to_leave = 'no' OR (it.placement_type IN ${closedPlaces} AND it.free_to_leave IS DISTINCT FROM 'yes'))`,
            },
          )
        : null,
  },
  {
    code: 'X15',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A child has at most one case worker and one guardian at a time.',
      nb: 'Et barn har høyst én saksbehandler og én verge om gangen.',
    },
    reads: ['assignments.role', 'assignments.started', 'assignments.ended'],
    verdicts: ({ has }) =>
      has('assignments', 'role')
        ? together(
            Object.values(alone).map((roles) => {
              const posts = sql`(SELECT * FROM ${openSpells('assignments', [])} AS post WHERE post.role::VARCHAR IN ${list(roles)})`;
              return verdictsOf(
                'assignments',
                sql`CASE WHEN ${usable('it')} THEN it.row_no NOT IN (SELECT a.row_no FROM ${posts} AS a JOIN ${posts} AS b
                  ON a.child = b.child AND a.row_no <> b.row_no AND (a.worker_key = b.worker_key) IS NOT TRUE
                  WHERE ${usable('a')} AND ${usable('b')} AND ${overlap('a', 'b')}) END`,
                { where: sql`it.role::VARCHAR IN ${list(roles)}` },
              );
            }),
          )
        : null,
  },
  {
    code: 'X16',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A service that is under way or completed has a start; one that was not provided has none, and a reason.',
      nb: 'Et tiltak som er i gang eller fullført, har en start; et som ikke ble gitt, har ingen, og en grunn.',
    },
    reads: ['services.status', 'services.started', 'services.unmet_reason'],
    verdicts: ({ has }) =>
      has('services', 'status')
        ? verdictsOf(
            'services',
            sql`CASE WHEN it.status <> 'not_provided' THEN ${isThere('it', 'started')}
              ELSE ${allKnown([
                sql`CASE WHEN it.started_h IS NOT NULL THEN FALSE END`,
                sql`CASE WHEN it.unmet_reason IS NOT NULL THEN TRUE WHEN it.unmet_reason__missing IN ('not_recorded'::e_missing, 'not_applicable'::e_missing) THEN FALSE END`,
              ])} END`,
            {
              where: sql`it.status IN ('in_progress', 'completed', 'not_provided')`,
            },
          )
        : null,
  },
];
