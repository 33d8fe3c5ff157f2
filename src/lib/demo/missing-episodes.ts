import { HOUR } from './calendar';
import type { Weighted } from './draw';
import type { Stay } from './placements';
import { hourly, type Story, yesNo } from './story';

const found: Weighted<string> = [
  ['returned', 52], ['found_safe', 21], ['found_exploited', 9], ['found_detained', 6],
  ['found_abroad', 4], ['unknown', 3], ['closed_admin', 3], ['', 2],
]; // prettier-ignore

/**
 * Missing and away episodes. Planted: repeats, episodes never ended, files closed at 18, before
 * registration, one episode written down by two bodies, and a stay ended by going missing without
 * an episode.
 */
export function tellMissing(story: Story, stays: readonly Stay[]): void {
  const { draw, child } = story;
  if (child.age < 6) return;
  if (stays.length === 0) {
    if (child.accompaniment === 'unaccompanied' && draw.chance(0.5))
      episode(story, null, story.files[0].detected + draw.between(2, 100) * HOUR, story.end, true);
    return;
  }
  for (const [index, stay] of stays.entries()) {
    if (stay.type === 'own_family' || stay.type === 'detention') continue;
    const until = stay.ended ?? story.end;
    let at = Math.max(stay.started, story.files[0].detected);
    const risk = stay.type === 'reception_centre' || stay.type === 'hotel' ? 0.24 : 0.11;
    for (let repeats = draw.chance(risk) ? draw.spread([1, 1, 2, 4]) : 0; repeats > 0; repeats--) {
      at += draw.spread([5, 60, 300, 900]) * HOUR;
      if (at >= until) break;
      const back = episode(story, stay, at, until, false);
      if (back === null) return;
      at = back;
    }
    if (stay.lost && stay.ended !== null && draw.chance(0.85)) {
      const next = stays[index + 1]?.started ?? null;
      if (episode(story, stay, stay.ended, next ?? story.end, next === null) === null) return;
    }
  }
}

/** Writes an episode that ends before `limit`, or stays open; answers its end, null while open. */
function episode(
  story: Story,
  stay: Stay | null,
  started: number,
  limit: number,
  mayStayOpen: boolean,
): number | null {
  const { draw, child, files } = story;
  if (started >= story.end) return null;
  const lasts = draw.spread([2, 14, 40, 120, 700]) * HOUR;
  const open = mayStayOpen && (draw.chance(0.45) || started + lasts > limit);
  const ended = open ? null : Math.min(started + lasts, limit);
  const reason = open
    ? child.adult > started && child.adult < story.end
      ? 'closed_at_18'
      : draw.weighted([['still_missing', 88], ['unknown', 8], ['', 4]]) // prettier-ignore
    : draw.weighted(found);
  const away = !open && draw.chance(0.2);
  const write = (caseKey: string, placement: string, from: number, to: number | null) =>
    story.write('missing_episodes', {
      episode_key: story.nextKey('m'),
      case_key: caseKey,
      placement_key: placement,
      episode_type: away ? 'away' : 'missing',
      started_at: hourly(story, from),
      reported_at: draw.chance(0.8)
        ? hourly(story, from + draw.spread([0, 3, 12, 60]) * HOUR)
        : undefined,
      ended_at: hourly(story, to),
      end_reason: reason,
      before_registration: stay ? draw.weighted([['no', 90], ['unknown', 6], ['', 4]]) : 'yes', // prettier-ignore
      cross_border_alert: yesNo(draw, open ? 55 : 14, 50),
      return_interview_offered: open ? 'na' : yesNo(draw, 46, 34),
      return_interview_done_at:
        to !== null && draw.chance(0.35)
          ? hourly(story, to + draw.spread([10, 50, 90, 300]) * HOUR)
          : undefined,
      exploited_while_missing: open ? 'unknown' : yesNo(draw, 14, 45),
    });
  write(files[0].key, draw.chance(0.85) ? (stay?.key ?? '') : '', started, ended);
  const other = files[1];
  if (other && other.closureReason !== 'duplicate' && draw.chance(0.25))
    write(
      other.key,
      '',
      started + draw.between(0, 60),
      ended === null ? null : Math.min(ended + draw.between(0, 90), story.end),
    );
  return ended;
}
