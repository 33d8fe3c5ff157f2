import { hasHours, hoursSince, known, momentOf, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, openAndClosedRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { isMoment } from './observation';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import {
  since,
  timedOf,
  waitQuantile,
  withoutEvent,
  type Clock,
  type Ends,
  type Wait,
} from './waiting';

const horizons = {
  ...{ '24h': 24, '72h': 72, '7d': 168, '14d': 336, '30d': 720, '60d': 1440 },
  ...{ '90d': 2160, '180d': 4320 },
};

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
    const waits = units.map((child) => wait(child, clock));
    const { timed, unknown } = sorted(waits);
    const place = { period: months.id, by };
    const row = { ...place, denominator: timed.length };
    const completed = timed.filter(({ cause }) => cause === 1).map(({ time }) => time);
    return [
      { ...row, measure: 'median_hours', ...waitQuantile(timed, unknown, 0.5) },
      { ...row, measure: 'p75_hours', ...waitQuantile(timed, unknown, 0.75) },
      { ...row, measure: 'p90_hours', ...waitQuantile(timed, unknown, 0.9) },
      { ...row, measure: 'completed_median_hours', ...medianOf(completed) },
      { ...place, measure: 'not_timed_count', value: unknown, status: 'ok' },
      ...openAndClosedRows(place, timed),
      ...incidenceRows(place, waits, horizons),
      ...Object.entries(horizons).map(([name, hours]) => ({
        ...row,
        measure: `waiting_${name}`,
        value: timed.filter(({ time }) => time > hours).length,
        status: 'ok',
      })),
    ];
  });
}

/** The middle of ten completed waits or more (S-DIST: type 7). */
function medianOf(times: readonly number[]): Pick<PlainRow, 'value' | 'status'> {
  if (times.length < 10) return { value: null, status: 'too_few' };
  const inOrder = [...times].sort((a, b) => a - b);
  const middle = (inOrder.length - 1) / 2;
  const [low = 0, high = 0] = [inOrder[Math.floor(middle)], inOrder[Math.ceil(middle)]];
  return { value: (low + high) / 2, status: 'ok' };
}

/** One child on the curve; why not, where the time is invalid or not known (rulings M21, S10). */
export function wait(child: Child, clock: Clock, ends: Ends = {}): Wait {
  const { t0 } = child;
  if (!t0) return 'unknown';
  if (child.orgType === 'child_protection') return { time: 0, cause: 1 };
  const referrals = child
    .events('referrals')
    .filter((row) => [known(row.purpose), known(row.to_org_type)].includes('child_protection'));
  const moments = referrals.map((row) => momentOf(row, 'referred')).filter(isMoment);
  const [first] = moments.sort((a, b) => hoursSince(t0, a) - hoursSince(t0, b));
  if (referrals.length > 0 && !first) return 'unknown';
  if (first && hoursSince(t0, first) < 0) return 'invalid';
  if (clock === 'hours' && (t0.hour === null || (first && !hasHours(t0, first)))) return 'unknown';
  return timedOf(first ? since(t0, first, clock) : null, withoutEvent(child, clock, ends));
}
