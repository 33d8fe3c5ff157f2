import { DAY } from './calendar';
import type { Stay } from './placements';
import { daily, type Story, yesNo } from './story';

/**
 * Contacts with the child in care and after it. Planted: aftercare that stops at 18, nobody reached,
 * no aftercare at all, support still running, exploited again (suspected, confirmed, not known), two
 * instruments for wellbeing, and a baseline without a second score.
 */
export function tellFollowups(
  story: Story,
  stays: readonly Stay[],
  exploitedAgain: number | null,
): void {
  const { draw, child, files } = story;
  const last = stays.at(-1);
  if (!story.registered || !last || child.rare) return;
  const scale = draw.pick(['XX wellbeing 0-10', 'XX wellbeing 0-10', 'XX safety 1-5']);
  const top = scale.endsWith('10') ? 10 : 5;
  const inCare = Math.max(last.started, files[0].detected) + draw.spread([5, 30, 120]) * DAY;
  let score = draw.between(1, top - 2);
  const hold = (held: number, phase: string, reached: boolean, active: string) => {
    const scored = reached && draw.chance(0.4);
    score = Math.min(top, Math.max(1, score + draw.between(-1, 2)));
    const again = exploitedAgain !== null && held >= exploitedAgain && draw.chance(0.6);
    story.write('followups', {
      followup_key: story.nextKey('k'),
      case_key: files[0].key,
      held_at: daily(story, held),
      contact_made: reached ? 'yes' : 'no',
      phase,
      support_active: active,
      living: reached ? draw.weighted([['own_family', 30], ['kinship', 10], ['foster', 12], ['supported_living', 20], ['residential_general', 12], ['unrelated_adult', 3], ['none', 3], ['unknown', 7], ['', 3]]) : 'unknown', // prettier-ignore
      retrafficked: !reached
        ? 'unknown'
        : again
          ? draw.pick(['confirmed', 'suspected'])
          : draw.weighted([['no', 84], ['suspected', 3], ['confirmed', 0.7], ['not_asked', 5], ['unknown', 7]]), // prettier-ignore
      education: reached ? draw.weighted([['attending', 44], ['vocational', 12], ['working', 10], ['waiting', 10], ['not_attending', 12], ['none', 4], ['unknown', 8]]) : '', // prettier-ignore
      safety_score: scored && top === 5 ? score : '',
      wellbeing_score: scored && top === 10 ? score : '',
      score_scale: scored ? scale : '',
      family_supported: yesNo(draw, 30, 45),
    });
  };
  if (inCare < (last.ended ?? story.end) && draw.chance(0.3)) hold(inCare, 'care', true, 'yes');
  if (last.ended === null || last.lost || !draw.chance(0.62)) return;
  const stopsAt18 = draw.chance(0.6);
  let held = Math.max(last.ended, files[0].detected) + draw.spread([0, 8, 26, 60, 200]) * DAY;
  for (let contacts = draw.spread([1, 1, 2, 4, 6]); contacts > 0 && held <= story.end; contacts--) {
    const grown = child.adult <= held;
    const stopped = grown && stopsAt18;
    const ends = stopped || (contacts === 1 && draw.chance(0.45));
    const active = ends ? 'no' : yesNo(draw, 84, 4);
    hold(held, grown ? 'after_18' : 'aftercare', draw.chance(0.86), active);
    if (stopped) return;
    held += draw.spread([20, 60, 100, 200]) * DAY;
  }
}
