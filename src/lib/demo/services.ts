import { DAY } from './calendar';
import type { Weighted } from './draw';
import { daily, type Story, yesNo } from './story';

const kinds: Weighted<string> = [
  ['shelter', 15], ['basic', 8], ['health', 14], ['sexual_health', 6], ['mental_health', 19],
  ['substance', 4], ['legal', 11], ['interpretation', 5], ['education', 11], ['family_support', 8],
  ['safety', 5], ['aftercare', 5], ['witness_support', 4], ['admin_support', 4], ['dental', 2],
]; // prettier-ignore
const reasons: Weighted<string> = [
  ['no_capacity', 20], ['waiting_list', 22], ['not_available', 16], ['too_old', 8],
  ['boys_not_taken', 8], ['legal_status', 7], ['money', 9], ['language', 4], ['unknown', 4], ['', 2],
]; // prettier-ignore

/**
 * Needs and what became of them. Planted: met, never met, declined, still waiting, and waiting when
 * the child turned 18; a service given before its need was written down.
 */
export function tellServices(story: Story): void {
  const { draw, child, files } = story;
  const seen = new Set<string>();
  for (let needs = draw.spread([0, 1, 2, 3, 5]); needs > 0; needs--) {
    const type = draw.weighted(kinds);
    if (seen.has(type)) continue;
    seen.add(type);
    const identified = files[0].detected + draw.spread([0, 2, 8, 30, 150]) * DAY;
    if (identified > story.end) continue;
    let status = draw.weighted([
      ['waiting', 10], ['in_progress', 22], ['completed', 34], ['stopped_early', 7],
      ['not_provided', 12], ['declined', 6], ['no_longer_needed', 4], ['unknown', 3], ['', 2],
    ]); // prettier-ignore
    const given = ['in_progress', 'completed', 'stopped_early'].includes(status);
    const delay = draw.spread(
      type === 'mental_health' ? [1, 14, 45, 110, 300] : [-3, 1, 6, 20, 90],
    );
    const started = given ? identified + delay * DAY : null;
    const late = started !== null && started > story.end;
    if (late) status = 'waiting';
    const ended =
      !late && started !== null && status !== 'in_progress'
        ? Math.min(started + draw.spread([5, 40, 120, 300]) * DAY, story.end)
        : null;
    story.write('services', {
      service_key: story.nextKey('s'),
      case_key: files[0].key,
      service_type: type,
      recipient: type === 'family_support' ? 'parent_carer' : 'child',
      needed: draw.chance(0.9) ? 'yes' : draw.pick(['no', 'unknown', '']),
      need_identified_at: draw.chance(0.95) ? daily(story, identified) : '',
      status,
      unmet_reason:
        status === 'not_provided' || status === 'waiting' ? draw.weighted(reasons) : 'na',
      started_at: late ? undefined : daily(story, started),
      ended_at: daily(story, ended),
      phase:
        identified > child.adult ? 'after_18' : draw.pick(['first_response', 'care', 'aftercare']),
      conditional_on_cooperation: yesNo(draw, 9, 62),
      programme_key: draw.chance(0.6) ? `programme-${draw.between(1, 7)}` : '',
    });
  }
}
