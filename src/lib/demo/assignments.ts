import { DAY } from './calendar';
import { daily, type Story, yesNo } from './story';

/**
 * Guardians, case workers and others. Planted: no guardian, a guardian appointed before detection
 * (a child already in care), a temporary one first, workers who change and roles still running.
 */
export function tellAssignments(story: Story): void {
  const { draw, child, files } = story;
  const [first] = files;
  const needsGuardian =
    child.parentalCare === 'deprived' || child.parentalCare === 'parent_implicated';
  if (child.age < 18 && draw.chance(needsGuardian ? 0.78 : 0.06)) {
    const early = draw.chance(0.07);
    const delay = early ? -draw.between(10, 400) : draw.spread([0, 3, 9, 18, 40, 95, 260]);
    const started = first.detected + delay * DAY;
    if (!early && draw.chance(0.25)) {
      const between = first.detected + draw.spread([0, 1, 3, 8]) * DAY;
      if (between < started) {
        assign(story, 'temporary_guardian', between, started, 'reorganised');
      }
    }
    assign(story, 'guardian', started, child.adult, 'turned_18');
  }
  let from = first.detected + draw.spread([0, 0, 2, 7, 21]) * DAY;
  for (let workers = draw.spread([1, 2, 2, 3, 5]); workers > 0 && from < story.end; workers--) {
    const to = workers === 1 ? null : from + draw.spread([40, 120, 240, 500]) * DAY;
    assign(story, 'case_worker', from, to, draw.pick(['left_job', 'reorganised', 'absence', 'team_move', 'unknown'])); // prettier-ignore
    if (to === null) break;
    from = to;
  }
  if (story.registered && draw.chance(0.25))
    assign(story, draw.pick(['lawyer', 'support_person', 'interpreter']), first.detected + draw.spread([2, 20, 60, 200]) * DAY, null, ''); // prettier-ignore
}

function assign(
  story: Story,
  role: string,
  started: number,
  until: number | null,
  reason: string,
): void {
  const { draw, files } = story;
  if (started > story.end || (until !== null && until <= started)) return;
  const ended = until !== null && until <= story.end ? until : null;
  story.write('assignments', {
    assignment_key: story.nextKey('a'),
    case_key: files[0].key,
    role,
    worker_key: draw.chance(0.04) ? '' : `w${draw.between(100, 999)}`,
    requested_at: daily(story, started - draw.spread([0, 2, 6, 14]) * DAY),
    started_at: daily(story, started),
    first_meeting_at: draw.chance(0.8)
      ? daily(story, Math.min(started + draw.spread([0, 2, 7, 30]) * DAY, ended ?? story.end))
      : undefined,
    ended_at: daily(story, ended),
    end_reason: ended === null ? 'na' : reason,
    independent: role === 'guardian' ? yesNo(draw, 60, 22) : 'na',
    specialised_training: yesNo(draw, 34, 40),
    caseload_total: draw.chance(0.7)
      ? draw.spread([4, 12, 20, 35, 80])
      : draw.pick(['', 'unknown']),
  });
}
