import type { DraftRow } from '$lib/disclosure/draft';
import { howMany } from '$lib/statistics/risk-columns';
import type { Request } from './request';
import { curveShares } from './curve-shares';
import { quantileRow, quantiles, restrictedMeanRow } from './quantile-row';
import { mostlyUnknown, shareStatus } from './share-gates';
import { riskTableOf } from './risk-table-of';
import type { TimeGroup } from './time-rows';
import { stillOpen } from './time-outcomes';
import { timeParts } from './time-tally';
import type { Place } from './place';

/**
 * Figures read off one group's curves: shares at fixed times (`curve-shares.ts`), quantiles, means and
 * counts. Gates of stats.md section 6: ten children and five events for a median. In Release view
 * durations are rounded, because every step of a curve is one child.
 */
export function curveRows(
  request: Request,
  group: TimeGroup,
  place: Place,
  horizons: readonly number[],
): DraftRow[] {
  const release = request.view.mode === 'release';
  const timed = riskTableOf(group);
  const lost = timed.n ? timed.moved / timed.n : 0;
  const followed = shareStatus(timed.n, timed.n ? 'ok' : 'undefined');
  const hidden = mostlyUnknown(timed.unknown, timed.n);
  const base = {
    period: place.period,
    by: place.by,
    denominator: timed.n,
    // How many cannot be timed is a figure of its own in Release view, so that the curve does not
    // have to be withheld with it.
    ...(release ? {} : { n: timed.n + timed.unknown, unknown: timed.unknown }),
  };
  // Whether a figure of few is hidden for those who cannot be timed says something about how many they are.
  const telling = hidden || mostlyUnknown(request.view.threshold - 1, timed.n);
  const counts = (...parts: string[]) =>
    place.refs(
      timeParts.timed(place.of),
      ...(telling ? [timeParts.notTimed(place.of)] : []),
      ...parts,
    );
  const shares = curveShares(request, timed, place, horizons, base, counts);
  const { statistic } = request.indicator;
  const code = statistic.kind === 'time' ? statistic.code : 'S-KM';
  const coarse = request.facts.meta.dateMode === 'month';
  return request.indicator.measures
    .filter(({ of }) => (of === undefined ? place.first : of === place.of))
    .flatMap((measure): DraftRow[] => {
      const hours = measure.atHours ?? 0;
      if (measure.reads === 'cif' || measure.reads === 'over') return shares(measure);
      if (measure.reads === 'waiting') {
        // Between two readings this count also falls by children lost to follow-up, one at a time.
        if (release) return [];
        const waiting = timed.table.nRisk[howMany(timed.table.t, hours, 'not after')] ?? 0;
        return [
          {
            ...base,
            measure: measure.id,
            unit: measure.unit,
            statistic: 'S-N',
            value: waiting,
            numerator: waiting,
            status: 'ok',
            counts: counts(timeParts.reached(place.of, hours)),
          },
        ];
      }
      if (measure.reads === 'moved')
        // How many were lost is no cell of the gate: their share stays with those entitled to it.
        return release
          ? []
          : [
              {
                ...base,
                measure: measure.id,
                unit: measure.unit,
                statistic: 'S-P',
                value: followed === 'ok' ? lost : null,
                numerator: timed.moved,
                status: followed,
                counts: [],
              },
            ];
      if (measure.reads === 'closed' || measure.reads === 'open') {
        // Of a group, how many are open or closed is left to the shares: each is a cell more to withhold.
        if (release && Object.keys(place.by).length > 0) return [];
        const value = measure.reads === 'closed' ? timed.events : stillOpen(group);
        const part = measure.reads === 'closed' ? timeParts.event : timeParts.open;
        // Where nobody is, the zero rests on everyone who was timed.
        const own = place.refs(part(place.of));
        return [
          {
            ...base,
            ...{ measure: measure.id, unit: measure.unit, statistic: 'S-N', status: 'ok' },
            ...{ value, numerator: value },
            counts: own.length ? own : counts(),
          },
        ];
      }
      if (measure.reads === 'unknown')
        return [
          {
            ...base,
            measure: measure.id,
            unit: measure.unit,
            statistic: 'S-N',
            value: timed.unknown,
            numerator: timed.unknown,
            denominator: null,
            status: 'ok',
            counts: place.refs(timeParts.notTimed(place.of)),
          },
        ];
      if (measure.reads === 'restricted mean')
        return [
          {
            ...base,
            ...restrictedMeanRow(measure, timed, hidden, release),
            counts: counts(timeParts.event(place.of)),
          },
        ];
      if (measure.reads in quantiles || measure.reads === 'completed median')
        return [
          {
            ...base,
            ...quantileRow(measure, timed, code, hidden, release ? request.view.threshold : 0),
            counts: counts(timeParts.event(place.of)),
          },
        ];
      return [];
    })
    .map((row) => (coarse && withinMonth(request, row) ? withoutValue(row) : row));
}

/** Days under which data that know months alone say nothing (stats.md 4.2). */
const leastDays = 31;

/** Whether a row is a reading or a duration shorter than months can tell. */
function withinMonth({ indicator }: Request, { measure, unit, value }: DraftRow): boolean {
  const reading = measure.replace(/_if_unknown_(no|yes)$/, '');
  const hours = indicator.measures.find(({ id }) => id === reading)?.atHours;
  if (hours !== undefined) return hours < leastDays * 24;
  return unit === 'hours' || (unit === 'days' && value !== null && value < leastDays);
}

const withoutValue = (row: DraftRow): DraftRow => ({
  ...row,
  value: null,
  low: null,
  high: null,
  status: 'not_estimable',
});
