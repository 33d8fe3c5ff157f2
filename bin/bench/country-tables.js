/** Headers of the tables beyond the first six, by table. */
export const pathwayHeaders = {
  decisions:
    'decision_key,case_key,stage,requested_at,decided_at,outcome,body_type,is_reconsideration',
  age_disputes: 'dispute_key,case_key,raised_by,raised_at,treated_meanwhile_as,resolved_at,outcome',
  exploitation_spells:
    'spell_key,case_key,sequence,form,age_at_start,after_detection,certainty,started_at,ended_at',
  assessments:
    'assessment_key,case_key,assessment_type,started_at,completed_at,multidisciplinary,child_heard,plan_made,plan_updated_at',
  assignments:
    'assignment_key,case_key,role,worker_key,requested_at,started_at,first_meeting_at,ended_at,independent',
  charges:
    'charge_key,case_key,offence_category,linked_to_trafficking,started_at,outcome,resolved_at,sanction',
  proceedings: 'proceeding_key,case_key,proceeding_type,opened_at,judgment_at,final_at',
  testimony: 'event_key,case_key,event_type,held_at',
  followups: 'followup_key,case_key,held_at,contact_made,phase,support_active,retrafficked',
  services:
    'service_key,case_key,service_type,recipient,needed,need_identified_at,status,unmet_reason,started_at,ended_at,phase',
  population: 'pop_key,area,year,sex,age_from,age_to,population,reference_point',
  checklist: 'response_key,programme_key,instrument,item,assessed,score,evidence,assessor',
};

/** @param {Record<string, number>} weights codes by weight: an entry stands as often as it is likely */
export const pool = (weights) =>
  Object.entries(weights).flatMap(([code, weight]) => Array(weight).fill(code));

const bodies = pool({ police: 30, immigration_asylum: 30, child_protection: 20, ngo: 10, '': 5 });
const answers = pool({ yes: 70, no: 20, unknown: 5, '': 5 });
const stages = pool({ final: 60, first_threshold: 35, presumption: 5 });
const outcomes = pool({ positive: 66, negative: 18, withdrawn: 4, suspended: 4, pending: 8 });
const treated = pool({ child: 55, adult: 25, mixed: 10, unknown: 10 });
const found = pool({ child: 60, adult: 20, unresolved: 15, withdrawn: 5 });
const certainties = pool({ confirmed: 45, suspected: 45, '': 10 });
const kinds = pool({ individual_needs: 45, screening: 20, risk: 15, plan_review: 20 });
const roles = pool({ guardian: 40, temporary_guardian: 10, case_worker: 30, lawyer: 20 });
const offences = pool({ irregular_entry: 20, drugs: 30, theft: 30, prostitution: 10, papers: 10 });
const linked = pool({ yes: 35, suspected: 25, no: 30, unknown: 10 });
const verdicts = pool({ pending: 20, dropped_nonpunishment: 15, dropped_other: 25, convicted: 30, administrative: 10 }); // prettier-ignore
const sanctions = pool({ none: 30, warning: 15, fine: 15, community: 20, custodial: 10, removal: 5, '': 5 }); // prettier-ignore
const courts = pool({ criminal: 75, civil: 10, asylum_appeal: 15 });
const interviews = pool({ police: 35, investigative_recorded: 20, court: 10, prosecutor: 5, asylum: 15, social: 15 }); // prettier-ignore
const returned = pool({ no: 80, suspected: 6, confirmed: 4, unknown: 10 });
const services = pool({ health: 25, mental_health: 25, shelter: 20, legal: 15, education: 15 });
const begun = pool({ completed: 45, in_progress: 40, stopped_early: 15 });
const refused = pool({ waiting: 40, not_provided: 30, declined: 20, no_longer_needed: 10 });
const unmet = pool({ no_capacity: 25, waiting_list: 35, too_old: 10, child_declined: 20, '': 10 });
const phases = pool({ first_response: 30, care: 40, aftercare: 20, after_18: 10 });
const evidence = pool({ none: 10, statement: 25, document: 30, data: 20, observed: 10, children: 5 }); // prettier-ignore
const assessors = pool({ self: 60, peer: 15, funder: 15, independent: 10 });

/**
 * A child's file: its key, the hour of detection, the hour it is followed to, its form and age.
 * @typedef {{ key: string, t0: number, until: number, form: string, age: string }} BenchFile
 * @typedef {{ below: (limit: number) => number, pick: (codes: readonly string[]) => string }} Draws
 * @typedef {Record<string, { add: (line: string) => void }>} Files
 */

/**
 * What happened after detection, half as many rows a child as the made-up country of the app tells.
 * @param {Files} files
 * @param {Draws} draws
 * @param {(hour: number) => string} dayOf the day of an hour, empty beyond the last
 * @param {BenchFile} file
 */
export function addPathway(files, { below, pick }, dayOf, { key, t0, until, form, age }) {
  const room = Math.max(1, until - t0);
  /** True in so many of a hundred. @param {number} percent */
  const some = (percent) => below(100) < percent;
  /** @param {string} table @param {readonly string[]} cells */
  const add = (table, ...cells) => files[table]?.add(cells.join(','));
  const after = (/** @type {number} */ hour, /** @type {number} */ most) => hour + below(most);
  for (let i = 0; i < 1 + below(2) && some(45); i++) {
    const asked = after(t0, 3000);
    const decided = some(85) ? dayOf(after(asked, 6000)) : '';
    add('decisions', `d${key}${i}`, key, pick(stages), dayOf(asked), decided, pick(outcomes), pick(bodies), some(8) ? 'yes' : 'no'); // prettier-ignore
  }
  if (some(6)) {
    const raised = after(t0, 500);
    add('age_disputes', `a${key}`, key, pick(bodies), dayOf(raised), pick(treated), some(70) ? dayOf(after(raised, 3000)) : '', pick(found)); // prettier-ignore
  }
  if (some(20)) {
    const years = age === 'unknown' ? '' : String(Math.max(0, Number(age) - below(4)));
    const ended = Math.max(0, t0 - below(800));
    add('exploitation_spells', `e${key}1`, key, '1', form, years, 'no', pick(certainties), dayOf(Math.max(0, ended - below(9000))), dayOf(ended)); // prettier-ignore
    if (some(30)) {
      const again = t0 + below(room);
      add('exploitation_spells', `e${key}2`, key, '2', form, '', 'yes', pick(certainties), some(85) ? dayOf(again) : '', ''); // prettier-ignore
    }
  }
  if (some(40)) {
    const start = after(t0, 700);
    const completed = some(85) ? after(start, 900) : 0;
    add('assessments', `n${key}`, key, pick(kinds), dayOf(start), completed ? dayOf(completed) : '', pick(answers), pick(answers), pick(answers), completed && some(30) ? dayOf(after(completed, 4000)) : ''); // prettier-ignore
  }
  for (let i = 0; i < 1 + below(2) && some(55); i++) {
    const asked = after(t0, 300);
    const start = after(asked, 1500);
    add('assignments', `g${key}${i}`, key, pick(roles), `w${below(9000)}`, dayOf(asked), some(92) ? dayOf(start) : '', some(70) ? dayOf(after(start, 700)) : '', some(50) ? dayOf(after(start, 9000)) : '', pick(answers)); // prettier-ignore
  }
  if (some(7)) {
    const start = after(t0, 2000);
    add('charges', `c${key}`, key, pick(offences), pick(linked), dayOf(start), pick(verdicts), some(60) ? dayOf(after(start, 8000)) : '', pick(sanctions)); // prettier-ignore
  }
  if (some(15)) {
    const opened = after(t0, 2500);
    add('proceedings', `l${key}`, key, pick(courts), dayOf(opened), some(40) ? dayOf(after(opened, 9000)) : '', ''); // prettier-ignore
  }
  for (let i = 0; i < 1 + below(3) && some(20); i++)
    add('testimony', `t${key}${i}`, key, pick(interviews), some(94) ? dayOf(after(t0, 7000)) : '');
  for (let i = 0; i < 1 + below(3) && some(20); i++)
    add('followups', `f${key}${i}`, key, dayOf(t0 + below(room)), pick(answers), pick(phases), pick(answers), pick(returned)); // prettier-ignore
  for (let i = 0; i < 1 + below(2) && some(55); i++) {
    const need = after(t0, 1500);
    const has = some(70);
    const start = after(need, 3000);
    add('services', `s${key}${i}`, key, pick(services), some(90) ? 'child' : 'parent_carer', some(90) ? 'yes' : 'no', some(94) ? dayOf(need) : '', pick(has ? begun : refused), has ? '' : pick(unmet), has ? dayOf(start) : '', has && some(50) ? dayOf(after(start, 5000)) : '', pick(phases)); // prettier-ignore
  }
}

/**
 * The tables that no child stands in: populations of the country and its regions, and the checklist.
 * @param {Files} files
 * @param {Draws} draws
 * @param {readonly string[]} areas
 */
export function addSurroundings(files, { below, pick }, areas) {
  let row = 0;
  for (const area of areas)
    for (let year = 2019; year <= 2024; year++)
      for (const sex of ['female', 'male'])
        for (const [from, to] of [
          [0, 11],
          [12, 14],
          [15, 17],
        ])
          // prettier-ignore
          files.population?.add(
            `p${row++},${area},${year},${sex},${from},${to},${area.length === 2 ? 4_000_000 + below(900_000) : 300_000 + below(90_000)},midyear`,
          );
  for (let programme = 0; programme < 40; programme++)
    for (let item = 1; item <= 10; item++)
      for (const year of [2023, 2024])
        files.checklist?.add(
          `k${programme}-${item}-${year},prog${programme},child10,C10-${String(item).padStart(2, '0')},${year}-0${1 + below(9)},${below(8) ? below(4) : 'na'},${pick(evidence)},${pick(assessors)}`,
        );
}
