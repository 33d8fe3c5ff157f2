import { DAY } from './calendar';
import type { CaseFile } from './case-file';
import type { Weighted } from './draw';
import { daily, type Story } from './story';

const reasons: Weighted<string> = [
  ['evidence', 30], ['credibility', 17], ['means_not_shown', 14], ['consent', 7],
  ['not_exploitation', 11], ['held_adult', 6], ['out_of_scope', 5], ['disqualified', 1],
  ['other', 2], ['unknown', 3], ['', 4],
]; // prettier-ignore
const deciders: Weighted<string> = [
  ['police', 46], ['immigration_asylum', 30], ['child_protection', 16], ['prosecution_court', 4],
  ['unknown', 2], ['', 2],
]; // prettier-ignore
/** What the register believes most firmly, and the file that says so. */
const ladder = ['identified', 'presumed', 'rejected', 'withdrawn', 'possible'];

/** Days from request to decision by stage. */
const delays: Readonly<Record<string, readonly number[]>> = {
  presumption: [0, 1, 3, 10],
  first_threshold: [1, 5, 12, 30, 140],
  final: [15, 80, 190, 380, 1100],
};

interface Step {
  readonly stage: string;
  readonly outcome: string;
  readonly again?: boolean;
}

/**
 * Decisions about whether the child is a victim. Planted: waiting (pending, also past the 18th
 * birthday), negative with and without a reason, for want of "means" or for "consent", reversed on
 * reconsideration, outcomes without a date, requests without a date, and children whose file says
 * `identified` without any final decision (rule X08).
 */
export function tellDecisions(story: Story): void {
  const { draw, files } = story;
  const file = ladder.flatMap((status) => files.filter((one) => one.status === status))[0];
  if (!file || !draw.chance(file.status === 'possible' ? 0.45 : 0.9)) return;
  let from = file.detected + draw.spread([0, 1, 4, 14, 60]) * DAY;
  for (const step of stepsOf(story, file)) {
    if (from > story.end) return;
    const decided = decide(story, file, step, from);
    if (decided === null) return;
    from = decided + draw.spread([0, 0, 3, 30]) * DAY;
  }
}

function stepsOf({ draw, child }: Story, { status }: CaseFile): Step[] {
  const steps: Step[] = [];
  const step = (stage: string, outcome: string, again = false) =>
    steps.push({ stage, outcome, again });
  if (child.rare) return [{ stage: 'final', outcome: 'positive' }];
  if (draw.chance(0.1)) step('presumption', 'positive');
  if (status === 'possible') step('first_threshold', 'pending');
  else if (status === 'rejected' && draw.chance(0.55)) step('first_threshold', 'negative');
  else if (draw.chance(0.7)) step('first_threshold', 'positive');
  if (status === 'identified') {
    if (draw.chance(0.05)) step('final', 'negative');
    if (draw.chance(0.95)) step('final', 'positive', steps.at(-1)?.outcome === 'negative');
  } else if (status === 'presumed') {
    if (draw.chance(0.75)) step('final', draw.weighted([['pending', 80], ['suspended', 12], ['negative', 8]])); // prettier-ignore
  } else if (status === 'withdrawn') step('final', 'withdrawn');
  else if (status === 'rejected') {
    if (steps.at(-1)?.outcome !== 'negative') step('final', 'negative');
    if (draw.chance(0.15)) step('final', 'pending', true);
  }
  return steps;
}

/** Writes one decision; answers when it was taken, null while it waits. */
function decide(story: Story, file: CaseFile, step: Step, requested: number): number | null {
  const { draw } = story;
  const drawn = requested + draw.spread(delays[step.stage] ?? [0, 30]) * DAY;
  const room = Math.floor((story.end - requested) / DAY);
  const settled = step.outcome === 'positive' && file.status === 'identified';
  const waits = step.outcome === 'pending' || (drawn > story.end && !settled);
  const decided = waits
    ? null
    : drawn > story.end
      ? requested + draw.between(0, room) * DAY
      : drawn;
  const outcome = decided === null ? 'pending' : step.outcome;
  const undated = decided !== null && draw.chance(0.03);
  story.write('decisions', {
    decision_key: story.nextKey('i'),
    case_key: file.key,
    stage: step.stage,
    requested_at: draw.chance(0.97) ? daily(story, requested) : '',
    decided_at: undated ? draw.pick(['', 'unknown']) : daily(story, decided),
    outcome,
    negative_reason: outcome === 'negative' ? draw.weighted(reasons) : 'na',
    body_type: draw.weighted(deciders),
    is_reconsideration: step.again ? 'yes' : 'no',
  });
  return decided;
}
