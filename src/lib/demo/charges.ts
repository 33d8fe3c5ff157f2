import { DAY } from './calendar';
import type { Weighted } from './draw';
import { daily, type Story, yesNo } from './story';

const crimes: Weighted<string> = [
  ['drugs', 42], ['theft', 24], ['violence', 9], ['fraud', 7], ['begging', 4], ['recruiting', 3],
  ['status', 5], ['other', 6],
]; // prettier-ignore
const borderCrimes: Weighted<string> = [
  ['irregular_entry', 34], ['papers', 22], ['irregular_work', 12], ['drugs', 14], ['theft', 12],
  ['prostitution', 3], ['other', 3],
]; // prettier-ignore
const outcomes: Weighted<string> = [
  ['dropped_nonpunishment', 20], ['dropped_other', 30], ['diverted', 14], ['acquitted', 5],
  ['convicted', 17], ['quashed', 2], ['administrative', 8], ['unknown', 3], ['', 1],
]; // prettier-ignore

/** Allegations and charges against the child; planted: before detection, pending, with every outcome. */
export function tellCharges(story: Story): void {
  const { draw, child, files } = story;
  if (child.age < 10) return;
  const foreign = child.citizenshipGroup === 'third_country';
  const risk = (child.form === 'criminal' ? 0.42 : 0.05) + (foreign ? 0.05 : 0);
  for (let count = draw.chance(risk) ? draw.spread([1, 1, 2, 3]) : 0; count > 0; count--) {
    const started = files[0].detected + draw.spread([-300, -60, -6, 4, 60, 300]) * DAY;
    if (started > story.end) continue;
    const resolved = started + draw.spread([10, 90, 200, 420]) * DAY;
    const outcome = resolved > story.end ? 'pending' : draw.weighted(outcomes);
    const punished = outcome === 'convicted' || outcome === 'administrative';
    story.write('charges', {
      charge_key: story.nextKey('x'),
      case_key: files[0].key,
      offence_category: draw.weighted(foreign && child.form !== 'criminal' ? borderCrimes : crimes),
      linked_to_trafficking: draw.weighted([['yes', 26], ['suspected', 24], ['no', 20], ['unknown', 22], ['', 8]]), // prettier-ignore
      started_at: daily(story, started),
      victim_known_at_start: draw.weighted([[started >= files[0].detected ? 'yes' : 'no', 82], ['unknown', 12], ['', 6]]), // prettier-ignore
      lawyer: yesNo(draw, 64, 18),
      nonpunishment_raised: yesNo(draw, 26, 44),
      outcome,
      resolved_at: outcome === 'pending' ? undefined : daily(story, resolved),
      sanction: punished
        ? draw.weighted([['warning', 22], ['fine', 18], ['community', 26], ['custodial', 18], ['removal', 8], ['unknown', 8]]) // prettier-ignore
        : outcome === 'pending'
          ? 'na'
          : 'none',
      step_reached: punished
        ? draw.weighted([['convicted', 70], ['custodial', 30]]) // prettier-ignore
        : draw.weighted([['stopped', 55], ['charged', 35], ['', 10]]), // prettier-ignore
    });
  }
}
