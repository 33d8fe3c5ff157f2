import { daysSince, hoursSince, known, momentOf, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { firstMissing } from './missing-first';
import { isMoment } from './observation';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { wait } from './referral';
import { timedOf, withoutEvent, type Clock, type Wait } from './waiting';

const horizons = { '24h': 24, '72h': 72, '30d': 720 };
const dayHorizons = { '1d': 24, '3d': 72, '30d': 720 };

/** RF-01: referred to child protection in time; going missing first competes. */
export function referredWithin(
  files: Files,
  months: Months,
  breakdown: string,
  start: 'detected' | 'registered',
  clock: Clock,
): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-DET') && detectedIn(child, months) && child.isChild,
  );
  const [whole, names] =
    start === 'detected' ? ['', horizons] : ['from_registration_', dayHorizons];
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) =>
    ['', 'not_victim_'].flatMap((line) => {
      const waits = units
        .filter((child) => line === '' || child.flag('assessed_not_victim'))
        .map((child) =>
          start === 'detected' ? fromDetection(child, clock) : fromRegistration(child),
        )
        .filter((one) => one !== null);
      if (waits.length === 0) return [];
      const place = { period: months.id, by };
      const prefix = `${line}${whole}`;
      const unknown = sorted(waits).unknown;
      return [
        ...incidenceRows(place, waits, names, prefix),
        { ...place, measure: `${prefix}not_timed_count`, value: unknown, status: 'ok' },
      ];
    }),
  );
}

const fromDetection = (child: Child, clock: Clock): Wait =>
  wait(child, clock, { others: [child.t0 && firstMissing(child, child.t0, clock)] });

/** In whole days from the first registration; a referral made before it counts on day 0. */
function fromRegistration(child: Child): Wait | null {
  const { t0 } = child;
  const registered = child.moment('registered');
  if (!registered) return null;
  if (!t0) return 'unknown';
  const origin = daysSince(t0, registered) * 24;
  const ends = { origin, others: [firstMissing(child, t0, 'days')] };
  if (child.orgType === 'child_protection') return { time: 0, cause: 1 };
  const referrals = child
    .events('referrals')
    .filter((row) => [known(row.purpose), known(row.to_org_type)].includes('child_protection'));
  const moments = referrals.map((row) => momentOf(row, 'referred')).filter(isMoment);
  if (referrals.length > 0 && moments.length === 0) return 'unknown';
  if (moments.some((moment) => hoursSince(t0, moment) < 0)) return 'invalid';
  const first =
    moments.length > 0 ? Math.min(...moments.map((at) => daysSince(t0, at) * 24)) : null;
  return timedOf(
    first === null ? null : Math.max(0, first - origin),
    withoutEvent(child, 'days', ends),
  );
}
