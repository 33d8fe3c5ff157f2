import { ajFromRiskTable } from '$lib/statistics/aj-from-risk-table';
import type { Status } from '$lib/disclosure/released';
import type { DraftRow } from '$lib/disclosure/draft';
import type { Request } from './request';
import { quantileRow, quantiles, restrictedMeanRow } from './quantile-row';
import { readable } from './readable';
import { mostlyUnknown } from './share-gates';
import { eventsBy, riskTableOf, withUnknown, type TimedGroup } from './risk-table-of';
import type { TimeRow } from './time-rows';
import { timeParts } from './time-tally';
import type { Place } from './place';

/**
 * Figures read off one group's curves. Gates of stats.md section 6: ten children at risk at a time,
 * ten children and five events for a median. In Release view shares are whole per cents and
 * durations are rounded, because every step of a curve is one child.
 */
export function curveRows(
  request: Request,
  group: readonly TimeRow[],
  place: Place,
  horizons: readonly number[],
): DraftRow[] {
  const release = request.view.mode === 'release';
  const timed = riskTableOf(group);
  const lost = timed.n ? timed.moved / timed.n : 0;
  const { statistic } = request.indicator;
  const most = statistic.kind === 'time' ? (statistic.boundsAboveLost ?? 1) : 1;
  const hidden = mostlyUnknown(timed.unknown, timed.n) || lost > most;
  const curve = ajFromRiskTable(timed.table, { n: timed.n, causes: 2, times: horizons });
  const later = curve.restart;
  // Once everyone at risk has had the event while others were still to enter, the curve says nothing
  // more about all children; it begins again among those still open (stats 4.3).
  const reading = (hours: number) =>
    later && hours >= later.time
      ? later.curve.at.find(({ time }) => time === hours)
      : curve.at.find(({ time }) => time === hours);
  const exhausted = (hours: number) => curve.risk_set_exhausted_early && !later && hours > 0;
  const percent = (share: number | null) =>
    share === null || !release ? share : Math.round(share * 100) / 100;
  const base = {
    period: place.period,
    by: place.by,
    denominator: timed.n,
    // How many cannot be timed is a figure of its own in Release view, so that the curve does not
    // have to be withheld with it.
    ...(release ? {} : { n: timed.n + timed.unknown, unknown: timed.unknown }),
  };
  const kept = new Set(readable(timed, horizons, request.view.threshold));
  const counts = (...parts: string[]) => place.refs(timeParts.timed(place.of), ...parts);
  return request.indicator.measures
    .filter(({ of }) => (of === undefined ? place.first : of === place.of))
    .flatMap((measure): DraftRow[] => {
      const hours = measure.atHours ?? 0;
      if (measure.reads === 'cif') {
        const at = reading(hours);
        const gate = exhausted(hours)
          ? 'not_estimable'
          : gated(at?.status ?? 'undefined', at?.n_risk ?? 0, hidden);
        const shown = gate === 'ok';
        const row: DraftRow = {
          ...base,
          measure: measure.id,
          unit: measure.unit,
          statistic: 'S-CIF',
          value: shown ? percent(at?.cif[0] ?? null) : null,
          low: shown ? percent(at?.lower[0] ?? null) : null,
          high: shown ? percent(at?.upper[0] ?? null) : null,
          numerator: eventsBy(timed, hours),
          status: gate,
          marks: [
            ...(timed.n < 30 || eventsBy(timed, hours) < 10 ? ['unstable'] : []),
            ...(later && hours >= later.time ? ['among cases still open'] : []),
            ...(lost > 0.1 && !release ? ['many lost from sight'] : []),
          ],
          counts: counts(timeParts.reached(place.of, hours)),
          // “Too few at risk” would say that fewer than ten children are left.
          withhold: release && (gate === 'too_few' || !kept.has(hours)),
        };
        if (!timed.unknown) return [row];
        const untimed = place.refs(timeParts.notTimed(place.of));
        return [
          row,
          ...bands({ ...row, counts: [...row.counts, ...untimed] }, timed, hours, percent),
        ];
      }
      if (measure.reads === 'waiting') {
        // Between two readings this count also falls by children lost to follow-up, one at a time.
        if (release) return [];
        const waiting = timed.table.find(({ t }) => t > hours)?.nRisk ?? 0;
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
                value: timed.n ? lost : null,
                numerator: timed.moved,
                status: timed.n ? 'ok' : 'undefined',
                counts: [],
              },
            ];
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
            ...quantileRow(measure, timed, hidden, release ? request.view.threshold : 0),
            counts: counts(timeParts.event(place.of)),
          },
        ];
      return [];
    });
}

function gated(status: string, atRisk: number, hidden: boolean): Status {
  if (status !== 'ok') return status as Status;
  if (hidden) return 'bounds_only';
  return atRisk < 10 ? 'too_few' : 'ok';
}

/** The band that unknown times allow: nobody had the event, everybody had it at once. */
function bands(
  row: DraftRow,
  timed: TimedGroup,
  hours: number,
  percent: (share: number | null) => number | null,
): DraftRow[] {
  const read = (group: TimedGroup) =>
    ajFromRiskTable(group.table, { n: group.n, causes: 2, times: [hours] }).at[0];
  const ends = { no: read(withUnknown(timed, 'never')), yes: read(withUnknown(timed, 'at once')) };
  return (['no', 'yes'] as const).map((end) => ({
    ...row,
    measure: `${row.measure}_if_unknown_${end}`,
    value: percent(ends[end]?.cif[0] ?? null),
    low: null,
    high: null,
    numerator: null,
    denominator: timed.n + timed.unknown,
    status: (ends[end]?.status ?? 'undefined') as Status,
    marks: [],
  }));
}
