import { sql } from '$lib/schema/sql';
import { checkedRows, isThere, allKnown, verdictsOf } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';
import { its, surelyAfter } from './surely-after';

/** Final decisions of each child, and the latest day of each answer. */
const finalDecisions = sql`LEFT JOIN (SELECT child, bool_or(outcome = 'positive') AS positive, bool_or(outcome = 'negative') AS negative,
    max(decided_d) FILTER (outcome = 'positive') AS yes_d, max(decided_d) FILTER (outcome = 'negative') AS no_d,
    bool_or(outcome IN ('positive', 'negative') AND decided_d IS NULL) AS undated
  FROM ${checkedRows('decisions')} AS one WHERE stage = 'final' GROUP BY child) AS told ON told.child = it.child`;

/** Proceedings by key, for the rows of testimony that name one. */
const itsProceeding = sql`LEFT JOIN (SELECT DISTINCT ON (proceeding_key) * FROM ${checkedRows('proceedings')} AS one WHERE proceeding_key IS NOT NULL ORDER BY proceeding_key, row_no) AS trial
  ON trial.proceeding_key = it.proceeding_key`;

/** A proceeding that ended without a trial has no judgment, whatever its stage. */
const withoutTrial = sql`coalesce(it.outcome IN ('discontinued', 'time_barred'), FALSE)`;

/** Where a stage is (not) reached, a date of it is (not) there. */
const stageDates = allKnown([
  sql`CASE WHEN it.stage_reached IN ('judgment', 'appeal', 'final') AND NOT ${withoutTrial} THEN ${isThere('it', 'judgment')} END`,
  sql`CASE WHEN it.stage_reached = 'final' AND NOT ${withoutTrial} THEN ${isThere('it', 'final')} END`,
  sql`CASE WHEN it.stage_reached IN ('reported', 'investigation') THEN it.charged_h IS NULL END`,
  sql`CASE WHEN it.stage_reached NOT IN ('judgment', 'appeal', 'final') THEN it.judgment_h IS NULL END`,
  sql`CASE WHEN it.stage_reached <> 'final' AND NOT ${withoutTrial} THEN it.final_h IS NULL END`,
]);

/** Rules on decisions and courts: X08, X09, X18 to X20. */
export const rulesStatus: readonly CrossFileRule[] = [
  {
    code: 'X08',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A child who is identified has a positive final decision, and no later negative one.',
      nb: 'Et barn som er identifisert, har en positiv endelig avgjørelse, og ingen senere negativ.',
    },
    reads: ['cases.victim_status', 'decisions.outcome', 'decisions.decided'],
    verdicts: ({ has }) =>
      has('decisions')
        ? verdictsOf(
            'cases',
            sql`CASE WHEN told.positive IS NOT TRUE OR told.no_d > told.yes_d THEN FALSE WHEN told.negative AND told.undated THEN NULL ELSE TRUE END`,
            {
              where: sql`it.victim_status = 'identified' AND it.child IS NOT NULL`,
              joins: finalDecisions,
            },
          )
        : null,
  },
  {
    code: 'X09',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'Where age is in doubt there is an age dispute, or the child was presumed or assessed to be one.',
      nb: 'Der alderen er i tvil, finnes en alderstvist, eller barnet ble antatt eller vurdert å være et barn.',
    },
    reads: ['cases.age_in_doubt', 'cases.minority_basis', 'age_disputes.outcome'],
    verdicts: ({ has }) =>
      has('cases', 'age_in_doubt')
        ? verdictsOf(
            'cases',
            sql`CASE WHEN it.minority_basis IN ('presumed', 'assessed') THEN TRUE
              ${
                has('age_disputes')
                  ? sql`WHEN it.child IN (SELECT child FROM ${checkedRows('age_disputes')} AS one WHERE child IS NOT NULL) THEN TRUE
                    WHEN it.minority_basis IS NOT NULL OR it.minority_basis__missing = 'not_recorded'::e_missing THEN FALSE`
                  : sql``
              } END`,
            { where: sql`it.age_in_doubt = 'yes'` },
          )
        : null,
  },
  {
    code: 'X18',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A statement is given after its proceeding opened and before it became final.',
      nb: 'En forklaring gis etter at saken er åpnet, og før den er rettskraftig.',
    },
    reads: ['testimony.held', 'testimony.proceeding_key', 'proceedings.opened'],
    verdicts: ({ has }) =>
      has('testimony', 'proceeding_key') && has('proceedings')
        ? verdictsOf(
            'testimony',
            allKnown([
              sql`NOT (${surelyAfter({ row: 'trial', moment: 'opened' }, its('held'))})`,
              sql`NOT (${surelyAfter(its('held'), { row: 'trial', moment: 'final' })})`,
            ]),
            { joins: itsProceeding },
          )
        : null,
  },
  {
    code: 'X19',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'The dates of a proceeding agree with the stage it reached: a judgment has a date, and none before its stage.',
      nb: 'Datoene i en sak stemmer med stadiet den har nådd: en dom har en dato, og ingen dato kommer før stadiet.',
    },
    reads: ['proceedings.stage_reached', 'proceedings.judgment', 'proceedings.outcome'],
    verdicts: ({ has }) =>
      has('proceedings', 'stage_reached') ? verdictsOf('proceedings', stageDates) : null,
  },
  {
    code: 'X20',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'Whether a child was known as a victim when charged agrees with the order of the dates.',
      nb: 'Om barnet var kjent som offer da det ble siktet, stemmer med rekkefølgen på datoene.',
    },
    effect: {
      en: 'Where the two disagree, the order of the dates wins.',
      nb: 'Der de to er uenige, går rekkefølgen på datoene foran.',
    },
    reads: ['charges.victim_known_at_start', 'charges.started', 'cases.detected'],
    verdicts: ({ has }) =>
      has('charges', 'victim_known_at_start')
        ? verdictsOf(
            'charges',
            sql`CASE it.victim_known_at_start::VARCHAR WHEN 'yes' THEN it.started_d >= 0 WHEN 'no' THEN it.started_d <= 0 END`,
          )
        : null,
  },
];
