import { daysSince, known, momentOf, type Cells, type Files } from './cells';
import { childrenOf, type Child } from './children';
import { incidenceRows, medianAndWaiting, openAndClosedRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { isMoment } from './observation';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { timedOf, withoutEvent, type Wait } from './waiting';

type Stage = 'final' | 'first_threshold';

const horizons = { '30d': 30 * 24, '90d': 90 * 24, '180d': 180 * 24, '365d': 365 * 24 };
const against = ['negative', 'withdrawn', 'suspended'];

/** ID-05: formally identified in time; a decision against ends the wait. */
export function identifiedWithin(
  files: Files,
  months: Months,
  breakdown: string,
  stage: Stage,
  clock: 'detected' | 'requested',
): PlainRow[] {
  const cohort = childrenOf(files).filter(
    (child) => inPopulation(child, 'P-DET') && detectedIn(child, months) && child.isChild,
  );
  return groupBy(cohort, (child) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const place = { period: months.id, by };
    const waits = units.map((child) => wait(child, stage, clock)).filter((one) => one !== null);
    if (waits.length === 0) return [];
    const { timed, unknown } = sorted(waits);
    return [
      ...incidenceRows(place, waits, horizons),
      ...medianAndWaiting(place, waits, horizons),
      ...openAndClosedRows(place, timed),
      { ...place, measure: 'not_timed_count', value: unknown, status: 'ok' },
    ];
  });
}

const positives = (child: Child, stage: Stage): readonly Cells[] =>
  child
    .events('decisions')
    .filter((row) => known(row.stage) === stage && known(row.outcome) === 'positive');

const isSecond = (row: Cells): boolean => known(row.is_reconsideration) === 'yes';

const ending = (child: Child): readonly Cells[] =>
  child
    .events('decisions')
    .filter(
      (row) =>
        ['final', 'first_threshold'].includes(known(row.stage) ?? '') &&
        against.includes(known(row.outcome) ?? ''),
    );

/** Null: never put forward, where only those who were are asked about. */
function wait(child: Child, stage: Stage, clock: 'detected' | 'requested'): Wait | null {
  const { t0 } = child;
  const all = child.events('decisions');
  const putForward = all.some(
    (row) =>
      ['final', 'first_threshold'].includes(known(row.stage) ?? '') || momentOf(row, 'requested'),
  );
  if (clock === 'requested' && !putForward) return null;
  if (!t0) return 'unknown';
  const daysOf = (rows: readonly Cells[], name: string) =>
    rows
      .map((row) => momentOf(row, name))
      .filter(isMoment)
      .map((moment) => daysSince(t0, moment));
  const asked = daysOf(all, 'requested');
  const origin = clock === 'requested' ? Math.min(...asked) : 0;
  const won = positives(child, stage);
  const [again, yes] = [won.filter(isSecond), won.filter((row) => !isSecond(row))];
  const no = ending(child);
  const unclear = all.some((row) => known(row.stage) === stage && known(row.outcome) === null);
  const [yesDays, noDays] = [daysOf(yes, 'decided'), daysOf(no, 'decided')];
  const decided = [...yesDays, ...noDays];
  const earliest = decided.length > 0 ? Math.min(...decided) : null;
  if (clock === 'requested' && asked.length === 0)
    return earliest !== null && earliest < 0 ? 'invalid' : 'unknown';
  if (origin < 0 || (earliest !== null && earliest < 0)) return 'invalid';
  if (earliest !== null && earliest < origin)
    return all.some(
      (row) => daysOf([row], 'requested').length === 0 && daysOf([row], 'decided').length > 0,
    )
      ? 'unknown'
      : 'invalid';
  if (yesDays.length === 0) {
    if (yes.length > 0) return 'unknown';
    // A second look that ended well says that an earlier one did not, and not when.
    if (noDays.length === 0 && (no.length > 0 || unclear || again.length > 0)) return 'unknown';
  }
  const first = yesDays.length > 0 ? Math.min(...yesDays) - origin : null;
  const other = noDays.length > 0 ? Math.min(...noDays) : null;
  return timedOf(
    first === null ? null : first * 24,
    withoutEvent(child, 'days', {
      origin: origin * 24,
      others: [other === null ? null : other * 24],
    }),
  );
}
