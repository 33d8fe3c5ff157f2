import type { Draw } from '$lib/demo/draw';
import { dayOrNone, one, or, push, repeat, type RandomChild, type RowsOf } from './random-cells';

const forms = [
  ...['sexual_prostitution', 'sexual_csam', 'sexual_online', 'labour', 'domestic_servitude'],
  ...['begging', 'criminal', 'forced_marriage', 'surrogacy', 'organ_removal', 'armed', 'other'],
];
const closures = ['goals_met', 'turned_18', 'left', 'missing', 'declined', 'not_victim', 'other'];
const outcomes = ['positive', 'positive', 'negative', 'withdrawn', 'suspended', 'pending'];
const bodies = ['police', 'immigration_asylum', 'prosecution_court', 'ngo'];
const episodeEnds = [
  ...['returned', 'found_safe', 'found_exploited', 'found_detained', 'found_abroad', 'deceased'],
  ...['closed_at_18', 'closed_admin', 'returned', 'found_safe', '', 'unknown', 'refused'],
];

/** Further answers of the files, and the tables of decisions, age disputes and exploitation. */
export function addIdentificationRows(
  draw: Draw,
  tables: RowsOf,
  children: readonly RandomChild[],
) {
  for (const row of tables.cases ?? []) Object.assign(row, moreOfCase(draw, row.closure_reason));
  for (const child of children)
    for (const row of tables.cases ?? [])
      if (child.keys.includes(row.case_key ?? ''))
        Object.assign(row, dayOrNone(draw, child, 'registered', draw.pick([0, 0, 1, 5, 40]), 0.4));
  for (const row of tables.missing_episodes ?? [])
    if (row.end_reason !== 'still_missing') row.end_reason = one(draw, episodeEnds);
    else if (draw.chance(0.3)) row.end_reason = one(draw, ['', 'unknown', 'closed_at_18', 'closed_admin', 'deceased']); // prettier-ignore
  for (const row of tables.placements ?? [])
    row.mixed_with_adults = or(draw, 0.4, one(draw, ['yes', 'no']));
  for (const row of tables.detention ?? [])
    row.separated_from_adults = or(draw, 0.4, one(draw, ['yes', 'no']));
  for (const child of children) {
    repeat(draw, 0.7, 3, () => addDecision(draw, tables, child));
    repeat(draw, 0.25, 2, () => addDispute(draw, tables, child));
    addSpells(draw, tables, child);
  }
}

const moreOfCase = (draw: Draw, closure: string | undefined) => ({
  accompaniment: or(
    draw,
    0.25,
    one(draw, ['with_parent', 'with_caregiver', 'separated', 'unaccompanied', 'unaccompanied']),
  ),
  parental_care: or(
    draw,
    0.25,
    one(draw, ['in_care_of_parents', 'in_care_of_parents', 'deprived', 'parent_implicated']),
  ),
  age_in_doubt: or(draw, 0.2, one(draw, ['no', 'no', 'yes'])),
  age_at_first_exploitation: or(draw, 0.25, String(draw.between(2, 20))),
  forms: or(draw, 0.3, draw.some(forms as [string], 3).join(';')),
  assessed_not_victim: or(draw, 0.3, one(draw, ['no', 'no', 'yes'])),
  online_element: or(draw, 0.3, one(draw, ['no', 'yes'])),
  ...(closure === 'goals_met' ? { closure_reason: one(draw, closures) } : {}),
});

function addDecision(draw: Draw, tables: RowsOf, child: RandomChild) {
  const requested = draw.pick([-10, 0, 0, 3, 14, 60, 200]);
  const outcome = one(draw, outcomes);
  push(draw, tables, child, ['decisions', 'decision_key'], {
    stage: or(draw, 0.03, one(draw, ['presumption', 'first_threshold', 'final', 'final'])),
    outcome: or(draw, 0.05, outcome),
    body_type: or(draw, 0.2, one(draw, bodies)),
    is_reconsideration: or(draw, 0.4, one(draw, ['no', 'no', 'yes'])),
    ...dayOrNone(draw, child, 'requested', requested, 0.3),
    ...dayOrNone(
      draw,
      child,
      'decided',
      requested + draw.pick([0, 5, 30, 30, 45, 90, 180, 365, 400, -4]),
      outcome === 'pending' ? 0.9 : 0.12,
    ),
  });
}

function addDispute(draw: Draw, tables: RowsOf, child: RandomChild) {
  const raised = draw.pick([-30, 0, 0, 1, 7, 40, 150]);
  const outcome = one(draw, ['child', 'child', 'adult', 'unresolved', 'withdrawn']);
  push(draw, tables, child, ['age_disputes', 'dispute_key'], {
    raised_by: or(draw, 0.3, one(draw, bodies)),
    treated_meanwhile_as: or(draw, 0.3, one(draw, ['child', 'child', 'child', 'adult', 'mixed'])),
    outcome: or(draw, 0.05, outcome),
    ...dayOrNone(draw, child, 'raised', raised, 0.05),
    ...dayOrNone(
      draw,
      child,
      'resolved',
      raised + draw.pick([0, 1, 10, 28, 90, 200, -5]),
      outcome === 'unresolved' ? 0.9 : 0.1,
    ),
  });
}

/** Spells in order, some after detection; files number them anew, and gaps and repeats happen. */
function addSpells(draw: Draw, tables: RowsOf, child: RandomChild) {
  let started = draw.pick([-2000, -700, -100, -5]);
  let sequence = 1;
  repeat(draw, 0.6, 4, () => {
    const length = draw.pick([0, 20, 90, 400, -10]);
    push(draw, tables, child, ['exploitation_spells', 'spell_key'], {
      sequence: String(sequence),
      form: or(draw, 0.05, one(draw, forms)),
      after_detection: or(draw, 0.3, one(draw, started > 0 ? ['yes', 'yes', 'no'] : ['no', 'yes'])),
      certainty: or(draw, 0.3, one(draw, ['suspected', 'confirmed'])),
      age_at_start: or(draw, 0.3, String(draw.between(3, 19))),
      ...dayOrNone(draw, child, 'started', started, 0.4),
      ...dayOrNone(draw, child, 'ended', started + length, 0.4),
    });
    started += draw.pick([-50, 0, 30, 200, 700]);
    sequence += draw.pick([0, 1, 1, 1, 2]);
  });
}
