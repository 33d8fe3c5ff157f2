import { DAY } from './calendar';
import type { Weighted } from './draw';
import { daily, type Story, yesNo } from './story';

const kinds: Weighted<string> = [
  ['asylum', 46], ['reflection', 20], ['victim_permit', 14], ['humanitarian', 9], ['tolerated', 8],
  ['other', 3],
]; // prettier-ignore

/**
 * Right to stay of children without a citizenship or a long-term right. Planted: still pending, refused,
 * withdrawn, expired at 18, granted without a date of grant, and stay that depends on cooperating.
 */
export function tellResidence(story: Story): void {
  const { draw, child, files } = story;
  if (!['third_country', 'stateless'].includes(child.citizenshipGroup) || !draw.chance(0.72))
    return;
  const first = draw.weighted(kinds);
  const from = files[0].detected + draw.spread([-200, 0, 6, 30, 120]) * DAY;
  const ended = permit(story, first, from);
  if (first === 'reflection' && ended !== null && draw.chance(0.5))
    permit(story, draw.pick(['victim_permit', 'asylum']), ended);
}

/** Writes a permit; answers when it ended, null while it runs or waits. */
function permit(story: Story, type: string, applied: number): number | null {
  const { draw, child, files } = story;
  if (applied > story.end) return null;
  const decided =
    applied + draw.spread(type === 'reflection' ? [0, 4, 20, 60] : [20, 110, 260, 600]) * DAY;
  let outcome =
    decided > story.end
      ? 'pending'
      : draw.weighted([['granted', 66], ['refused', 20], ['withdrawn', 4], ['unknown', 2]]); // prettier-ignore
  let ended: number | null = null;
  if (outcome === 'granted') {
    const long = decided + (type === 'reflection' ? draw.pick([30, 45, 90]) : draw.spread([365, 365, 730, 1095])) * DAY; // prettier-ignore
    const at18 = type === 'tolerated' && child.adult > decided ? child.adult : Infinity;
    const last = Math.min(long, at18);
    if (last <= story.end) {
      ended = draw.chance(0.35) && last !== at18 ? null : last;
      outcome = ended === null ? 'renewed' : 'expired';
    }
  }
  const got = ['granted', 'renewed', 'expired'].includes(outcome);
  story.write('residence', {
    permit_key: story.nextKey('h'),
    case_key: files[0].key,
    status_type: type,
    applied_at: draw.chance(0.96) ? daily(story, applied) : 'unknown',
    granted_at: got ? (draw.chance(0.97) ? daily(story, decided) : 'unknown') : undefined,
    ended_at: daily(story, ended),
    outcome,
    conditional_on_cooperation:
      type === 'reflection' || type === 'victim_permit' ? yesNo(draw, 34, 44) : yesNo(draw, 3, 78),
  });
  return ended;
}
