import { daysSince, known, momentOf, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, medianAndWaiting, openAndClosedRows, shareRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { isMet, needsOf, type Delivery, type Need } from './need-rows';
import { isMoment } from './observation';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { quantileRows } from './quantiles';
import { unmetReasons } from './unmet-reasons';
import { timedOf, withoutEvent, type Wait } from './waiting';

const horizons = { '30d': 30 * 24, '90d': 90 * 24 };
/** SW-01: needs met, and why not. */
export function needsMet(
  files: Files,
  months: Months,
  breakdown: string,
  delivery: Delivery,
): PlainRow[] {
  const population = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-REG') && detectedIn(child, claimed(files)) && child.isChild,
  );
  const cohort = population.filter((child) => detectedIn(child, months));
  const place = ({ child, type }: Need): Record<string, string> =>
    breakdown === 'service_type' ? { service_type: type } : groupOfChild(child, breakdown);
  const waits = groupBy(cohort.flatMap(needsOf), place).flatMap(({ by, units }): PlainRow[] => {
    const times = units.map((need) => waitOf(need, delivery));
    const { timed, unknown } = sorted(times);
    const where = { period: months.id, by };
    return [
      ...incidenceRows(where, times, horizons),
      ...medianAndWaiting(where, times, horizons),
      ...openAndClosedRows(where, timed),
      { ...where, measure: 'not_timed_count', value: unknown, status: 'ok' },
    ];
  });
  if (breakdown === 'service_type') return waits;
  const perChild = groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(
    ({ by, units }) => {
      const where = { period: months.id, by };
      const answers = units.map((child) => allMet(child, delivery)).filter((one) => one !== 'out');
      const asked = units.map(typesAsked).filter((types) => types !== null);
      return [
        ...(answers.length > 0 ? shareRows(where, 'all_met_share', answers) : []),
        ...(asked.length > 0 ? quantileRows(where, 'asked_', 'items', asked, ['median']) : []),
      ];
    },
  );
  return [...waits, ...perChild, ...unmetReasons(population, cohort, months, breakdown)];
}

/** The months that the files claim to cover (ruling M9). */
const claimed = ({ meta }: Files): Months => ({
  id: 'all',
  first: meta?.[0]?.period_start ?? '',
  last: meta?.[0]?.period_end ?? '',
});

/** Days told in hours from the need to help, or to what ended the wait without it. */
function waitOf(need: Need, delivery: Delivery): Wait {
  const { child, status, needed, started, ended } = need;
  if (!child.t0 || needed === null) return 'unknown';
  const met = isMet(need, delivery);
  const at = delivery === 'begun' ? started : ended;
  // Met on an unknown day, or not known whether it was (ruling S10).
  if (met === null || (met && at === null)) return 'unknown';
  const event = met && at !== null ? Math.max(0, at - needed) * 24 : null;
  const ending = ['declined', 'no_longer_needed', ...(delivery === 'completed' ? ['stopped_early'] : [])]; // prettier-ignore
  const over = status !== null && ending.includes(status) ? (ended ?? started ?? needed) : null;
  const closed = closedOn(child);
  const others = [
    over === null ? null : Math.max(needed, over) * 24,
    closed !== null && closed >= needed ? closed * 24 : null,
  ];
  const ends = { origin: needed * 24, others, eighteen: 'ignored' } as const;
  return timedOf(event, withoutEvent(child, 'days', ends));
}

/** The last day on which a file of the child was closed, where every file is (decision 37). */
function closedOn(child: Child): number | null {
  const { t0 } = child;
  const days = child.rows.map((row) => momentOf(row, 'closed'));
  if (!t0 || days.length === 0 || days.some((day) => day === null)) return null;
  return Math.max(...days.filter(isMoment).map((moment) => daysSince(t0, moment)));
}

/** Every need met; one that has waited under 90 days is left out, and a child without another. */
function allMet(child: Child, delivery: Delivery): boolean | null | 'out' {
  const waiting = ['waiting', ...(delivery === 'completed' ? ['in_progress'] : [])];
  const answers = needsOf(child)
    .map((need) => ({ ...need, met: isMet(need, delivery) }))
    .filter(
      ({ met, status, needed }) =>
        !(
          met === false &&
          waiting.includes(status ?? '') &&
          needed !== null &&
          child.lastDay !== null &&
          child.lastDay - needed < 90
        ),
    )
    .map(({ met }) => met);
  if (answers.length === 0) return 'out';
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** Types of service with an answer, yes or no; null without any row. */
function typesAsked(child: Child): number | null {
  const rows = child.events('services');
  if (rows.length === 0) return null;
  const asked = rows.filter((row) => known(row.needed) !== null);
  return new Set(asked.map((row) => known(row.service_type)).filter(Boolean)).size;
}
