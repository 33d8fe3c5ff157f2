import { DAY, HOUR } from './calendar';
import type { Weighted } from './draw';
import { daily, hourly, type Story, yesNo } from './story';

const next: Weighted<readonly [purpose: string, to: string]> = [
  [['shelter', 'shelter'], 18], [['guardian', 'guardianship'], 16], [['mental_health', 'health'], 16],
  [['health', 'health'], 12], [['legal', 'ngo'], 12], [['identification', 'police'], 12],
  [['police', 'police'], 6], [['asylum', 'immigration_asylum'], 5], [['education', 'education'], 5],
]; // prettier-ignore
const refusals: Weighted<string> = [
  ['no_capacity', 22], ['waiting_list', 18], ['not_available', 10], ['too_old', 8],
  ['boys_not_taken', 9], ['nationals_only', 4], ['legal_status', 7], ['not_recognised', 9],
  ['behaviour', 6], ['language', 4], ['unknown', 3],
]; // prettier-ignore

/**
 * Referrals to child protection, then to others. Planted: none at all, the same day, known by date
 * only, and dated before the detection they follow from.
 */
export function tellReferrals(story: Story): void {
  const { draw, child, files } = story;
  const [first] = files;
  if (draw.chance(first.body.type === 'child_protection' ? 0.35 : 0.86)) {
    const before = draw.chance(0.02);
    const delay = before
      ? -draw.between(6, 240)
      : draw.spread(
          child.age > 15 ? [1, 8, 30, 96, 260, 800, 3200] : [0, 5, 18, 60, 150, 480, 2000],
        );
    refer(story, 'child_protection', 'child_protection', first.detected + delay * HOUR);
  }
  for (let more = draw.spread([0, 0, 1, 2, 4]); more > 0; more--) {
    const [purpose, to] = draw.weighted(next);
    refer(story, purpose, to, first.detected + draw.spread([4, 30, 120, 500, 2400]) * HOUR);
  }
}

function refer(story: Story, purpose: string, to: string, referred: number): void {
  const { draw, child, files } = story;
  const [first] = files;
  if (referred > story.end) return;
  const status = draw.weighted([
    ['sent', 6], ['received', 8], ['accepted', 18], ['started', 20], ['completed', 24],
    ['refused', 9], ['declined_by_child', 5], ['no_reply', 6], ['withdrawn', 2], ['unknown', 2],
  ]); // prettier-ignore
  const taken = ['accepted', 'started', 'completed'].includes(status);
  const received = referred + draw.spread([0, 1, 5, 24, 96]) * HOUR;
  const accepted = received + draw.spread([1, 8, 30, 120, 700]) * HOUR;
  story.write('referrals', {
    referral_key: story.nextKey('r'),
    case_key: first.key,
    from_org_type: first.body.type,
    to_org_type: draw.chance(0.03) ? 'unknown' : to,
    purpose,
    referred_at: draw.chance(0.03) ? draw.pick(['', 'unknown']) : hourly(story, referred),
    received_at: taken || status === 'received' ? hourly(story, received) : undefined,
    accepted_at: taken ? hourly(story, accepted) : undefined,
    first_service_at:
      status === 'started' || status === 'completed'
        ? daily(story, accepted + draw.spread([0, 1, 4, 15, 60]) * DAY)
        : undefined,
    status,
    refusal_reason:
      status === 'refused'
        ? draw.weighted(refusals)
        : status === 'declined_by_child'
          ? 'child_declined'
          : 'na',
    child_consulted: child.age < 5 ? 'na' : yesNo(draw, 48, 30),
  });
}
