import type { Draw } from '$lib/demo/draw';
import { dayOrNone, one, or, push, repeat, type RandomChild, type RowsOf } from './random-cells';

const roles = ['guardian', 'guardian', 'temporary_guardian', 'case_worker', 'lawyer', 'aftercare_contact']; // prettier-ignore
const kinds = ['individual_needs', 'individual_needs', 'individual_needs', 'plan_review', 'screening', 'risk']; // prettier-ignore
const services = ['shelter', 'health', 'mental_health', 'legal', 'education', 'aftercare'];
const serviceStates = [
  ...['waiting', 'in_progress', 'completed', 'stopped_early', 'not_provided'],
  ...['declined', 'no_longer_needed'],
];
const refusals = ['no_capacity', 'waiting_list', 'too_old', 'boys_not_taken', 'child_declined'];
const yesNo = ['yes', 'no'];

/** People in roles, assessments, services and follow-up contacts of each child. */
export function addSupportRows(draw: Draw, tables: RowsOf, children: readonly RandomChild[]) {
  for (const child of children) {
    repeat(draw, 0.75, 3, () => addAssignment(draw, tables, child));
    repeat(draw, 0.75, 3, () => addAssessment(draw, tables, child));
    repeat(draw, 0.7, 4, () => addService(draw, tables, child));
    repeat(draw, 0.5, 4, () => addFollowup(draw, tables, child));
  }
}

function addAssignment(draw: Draw, tables: RowsOf, child: RandomChild) {
  const started = draw.pick([-400, -30, 0, 0, 3, 7, 7, 15, 20, 21, 30, 60, 200]);
  push(draw, tables, child, ['assignments', 'assignment_key'], {
    role: or(draw, 0.03, one(draw, roles)),
    worker_key: or(draw, 0.1, `w${draw.between(1, 9)}`),
    independent: or(draw, 0.3, one(draw, yesNo)),
    ...dayOrNone(draw, child, 'requested', started - draw.pick([0, 5, 20, -2]), 0.4),
    ...dayOrNone(draw, child, 'started', started, 0.12),
    ...dayOrNone(draw, child, 'first_meeting', started + draw.pick([-3, 0, 1, 6, 14, 40]), 0.3),
    ...dayOrNone(draw, child, 'ended', started + draw.pick([0, 10, 29, 60, 300, -5]), 0.4),
  });
}

function addAssessment(draw: Draw, tables: RowsOf, child: RandomChild) {
  const started = draw.pick([-20, 0, 0, 2, 10, 25, 60, 170]);
  const completed = started + draw.pick([0, 4, 5, 14, 20, 28, 30, 60, -6]);
  push(draw, tables, child, ['assessments', 'assessment_key'], {
    assessment_type: or(draw, 0.03, one(draw, kinds)),
    multidisciplinary: or(draw, 0.25, one(draw, ['yes', 'yes', 'no'])),
    child_heard: or(draw, 0.25, one(draw, ['yes', 'yes', 'no'])),
    plan_made: or(draw, 0.2, one(draw, ['yes', 'yes', 'yes', 'no'])),
    ...dayOrNone(draw, child, 'started', started, 0.3),
    ...dayOrNone(draw, child, 'completed', completed, 0.15),
    ...dayOrNone(draw, child, 'plan_updated', completed + draw.pick([0, 20, 90, 300, -1]), 0.6),
  });
}

function addService(draw: Draw, tables: RowsOf, child: RandomChild) {
  const needed = draw.pick([-15, 0, 0, 5, 30, 120]);
  const started = needed + draw.pick([-8, 0, 7, 14, 30, 90, 150]);
  const state = one(draw, serviceStates);
  const begun = ['in_progress', 'completed', 'stopped_early'].includes(state);
  push(draw, tables, child, ['services', 'service_key'], {
    service_type: or(draw, 0.03, one(draw, services)),
    recipient: or(draw, 0.2, one(draw, ['child', 'child', 'child', 'parent_carer'])),
    needed: or(draw, 0.2, one(draw, ['yes', 'yes', 'yes', 'no'])),
    status: or(draw, 0.1, state),
    unmet_reason: begun ? '' : or(draw, 0.3, one(draw, refusals)),
    phase: or(draw, 0.3, one(draw, ['first_response', 'care', 'aftercare', 'after_18'])),
    ...dayOrNone(draw, child, 'need_identified', needed, 0.2),
    ...dayOrNone(draw, child, 'started', started, begun ? 0.1 : 0.9),
    ...dayOrNone(draw, child, 'ended', started + draw.pick([0, 10, 100, 300, -7]), begun ? 0.5 : 0.8), // prettier-ignore
  });
}

function addFollowup(draw: Draw, tables: RowsOf, child: RandomChild) {
  push(draw, tables, child, ['followups', 'followup_key'], {
    contact_made: or(draw, 0.1, one(draw, ['yes', 'yes', 'no'])),
    phase: or(draw, 0.3, one(draw, ['care', 'aftercare', 'after_18'])),
    support_active: or(draw, 0.25, one(draw, yesNo)),
    retrafficked: or(draw, 0.25, one(draw, ['no', 'no', 'suspected', 'confirmed'])),
    ...dayOrNone(draw, child, 'held', draw.pick([-5, 10, 60, 100, 190, 365, 370, 600]), 0.05),
  });
}
