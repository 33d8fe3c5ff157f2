import { DAY } from './calendar';
import { daily, type Story, yesNo } from './story';

const contexts = ['placement', 'return', 'testimony', 'residence', 'family_contact', 'durable_solution'] as const; // prettier-ignore

/**
 * Assessments and plans. Planted: started and never completed, plans never made, plans that nobody
 * updated for years while the review is long due, reviews due after the extract was cut, children not
 * heard, and information given in a language the child does not understand.
 */
export function tellAssessments(story: Story): void {
  const { draw, files } = story;
  if (!story.registered) return;
  if (draw.chance(0.12)) assess(story, 'screening', files[0].detected, false);
  if (!draw.chance(0.74)) return;
  const needs = files[0].detected + draw.spread([0, 5, 16, 34, 80, 260]) * DAY;
  if (needs > story.end) return;
  const planned = assess(story, 'individual_needs', needs, true);
  if (planned !== null && draw.chance(0.3))
    assess(story, 'plan_review', planned + draw.spread([90, 170, 200, 500]) * DAY, true);
  if (draw.chance(0.16))
    assess(story, draw.pick(['best_interests', 'best_interests', 'bid', 'risk', 'family', 'health', 'exit']), needs + draw.spread([0, 10, 60, 200]) * DAY, false); // prettier-ignore
}

/** Writes an assessment that starts before the end; answers when the plan was made, null without one. */
function assess(story: Story, type: string, started: number, plans: boolean): number | null {
  const { draw, child, files, traits } = story;
  if (started > story.end) return null;
  const drawn = started + draw.spread([0, 1, 6, 20, 90]) * DAY;
  const completed = drawn > story.end || draw.chance(0.07) ? null : drawn;
  const made = completed === null ? 'na' : plans ? yesNo(draw, 70, 14) : draw.pick(['no', 'na']);
  const planned = made === 'yes' ? completed : null;
  const kept = planned === null ? null : planned + draw.spread([0, 0, 60, 200, 500]) * DAY;
  const updated = kept !== null && kept > story.end ? planned : kept;
  const best = type === 'best_interests' || type === 'bid';
  story.write('assessments', {
    assessment_key: story.nextKey('b'),
    case_key: files[0].key,
    assessment_type: type,
    started_at: daily(story, started),
    completed_at: daily(story, completed),
    multidisciplinary: yesNo(draw, 44, 40),
    child_heard: child.age < 4 ? 'na' : yesNo(draw, 58, 24),
    plan_made: made,
    plan_updated_at: draw.chance(0.9) ? daily(story, updated) : undefined,
    next_review_due_at:
      updated === null || draw.chance(0.2)
        ? undefined
        : daily({ ...story, end: Infinity }, updated + draw.pick([90, 180, 180]) * DAY),
    decision_context: best ? draw.pick(contexts) : '',
    information_given: draw.weighted([['oral', 38], ['both', 30], ['written', 6], ['none', 14], ['unknown', 7], ['', 5]]), // prettier-ignore
    information_language_ok: yesNo(draw, 66, 16),
    interpreter_provided: traits.interpreter_needed === 'yes' ? yesNo(draw, 68, 18) : 'na',
    consent_recorded: yesNo(draw, 60, 18),
  });
  return planned;
}
