import { known, momentOf, startHour, type Files, type Moment } from './cells';
import { childrenOf, earliest, isMoment, type Child } from './children';
import { groupBy, type PlainRow } from './figure-row';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import {
  incidenceAt,
  since,
  timedOf,
  waitQuantile,
  withoutEvent,
  type Clock,
  type Timed,
} from './waiting';

const horizons = { '24h': 24, '72h': 72, '7d': 168, '14d': 336, '30d': 720, '60d': 1440 };
const laterHorizons = { '90d': 2160, '180d': 4320 };

/** RF-02: the wait from detection to the first referral to child protection. */
export function referralWait(
  files: Files,
  months: Months,
  breakdown: string,
  clock: Clock,
): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-DET') && detectedIn(child, months) && child.isChild,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const timed = units.map((child) => wait(child, clock)).filter((one) => one !== null);
    const row = { period: months.id, by };
    const rows: PlainRow[] = [
      { ...row, measure: 'median_hours', ...waitQuantile(timed, 0.5) },
      { ...row, measure: 'p75_hours', ...waitQuantile(timed, 0.75) },
      { ...row, measure: 'p90_hours', ...waitQuantile(timed, 0.9) },
      { ...row, measure: 'not_timed_count', value: units.length - timed.length, status: 'ok' },
    ];
    for (const [name, hours] of Object.entries({ ...horizons, ...laterHorizons })) {
      const at = incidenceAt(timed, clock === 'days' ? hours / 24 : hours);
      rows.push({ ...row, measure: `cif_${name}`, ...at });
    }
    return rows;
  });
}

/** One child on the curve; null where the time is invalid or not known (rulings M21, S10). */
export function wait(child: Child, clock: Clock): Timed | null {
  const { t0 } = child;
  if (!t0) return null;
  const end = withoutEvent(child, t0, clock);
  if (child.orgType === 'child_protection') return { time: 0, cause: 1 };
  const referrals = child
    .events('referrals')
    .filter((row) => [known(row.purpose), known(row.to_org_type)].includes('child_protection'));
  const moments = referrals.map((row) => momentOf(row, 'referred')).filter(isMoment);
  if (referrals.length > 0 && moments.length === 0) return null;
  const first = earliest(moments);
  if (first && isBefore(first, t0)) return null;
  if (clock === 'hours' && t0.hour === null) return null;
  const event = first ? since(t0, first, clock) : null;
  if (first && event === null) return null;
  const timed = timedOf(event, end);
  return timed && timed.time >= 0 ? timed : null;
}

/** A referral dated before detection is an error, never a referral at once. */
function isBefore(moment: Moment, t0: Moment): boolean {
  if (moment.hour !== null && t0.hour !== null) return startHour(moment) < startHour(t0);
  return moment.day < t0.day;
}
