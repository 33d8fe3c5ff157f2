import { ajFromRiskTable } from '$lib/statistics/aj-from-risk-table';
import { kmFromRiskTable } from '$lib/statistics/km-from-risk-table';
import type { Status } from '$lib/disclosure/released';
import type { Measure } from '$lib/schema/indicator';
import type { DraftRow } from '$lib/disclosure/draft';
import type { Request } from './request';
import { roundDuration } from './round-duration';
import { readable } from './readable';
import { mostlyUnknown } from './share-gates';
import { eventsBy, riskTableOf, withUnknown, type TimedGroup } from './risk-table-of';
import type { TimeRow } from './time-rows';
import { timeParts } from './time-tally';
import type { Place } from './place';

const quantiles = { median: 0.5, p75: 0.75, p90: 0.9 } as const;

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
  const hidden = mostlyUnknown(timed.unknown, timed.n);
  const curve = ajFromRiskTable(timed.table, { n: timed.n, causes: 2, times: horizons });
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
      const at = curve.at.find(({ time }) => time === hours);
      if (measure.reads === 'cif') {
        const gate = gated(at?.status ?? 'undefined', at?.n_risk ?? 0, hidden);
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
          marks: timed.n < 30 || eventsBy(timed, hours) < 10 ? ['unstable'] : [],
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

function quantileRow(
  measure: Measure,
  timed: TimedGroup,
  hidden: boolean,
  threshold: number,
): Omit<DraftRow, 'counts' | 'period' | 'by'> {
  const completed = measure.reads === 'completed median';
  const unit = measure.unit === 'days' ? 24 : 1;
  const round = (value: number | null | undefined) =>
    value == null ? null : (threshold ? roundDuration(value) : value) / unit;
  const number = timed.completed.reduce((sum, [, children]) => sum + children, 0);
  const base = { measure: measure.id, unit: measure.unit, numerator: number };
  // A percentile of a small group is one child's time: k children must stand on each side of it.
  const p = completed ? 0.5 : quantiles[measure.reads as keyof typeof quantiles];
  const aside = (completed ? number : timed.n) * Math.min(p, 1 - p);
  const few = aside < threshold || (completed ? number < 10 : timed.n < 10 || number < 5);
  if (completed) {
    const value = few ? null : typeSeven(timed.completed, 0.5);
    return {
      ...base,
      value: round(value),
      statistic: 'S-DIST',
      status: few ? 'too_few' : 'ok',
      marks: ['biased short'],
    };
  }
  const km = kmFromRiskTable(
    timed.table.map(({ t, nRisk, dByCause }) => ({ t, nRisk, d: dByCause?.[0] ?? 0 })),
    { n: timed.n },
  );
  const found = km.quantiles.find((quantile) => quantile.p === p);
  const status = few
    ? 'too_few'
    : hidden
      ? 'bounds_only'
      : ((found?.status ?? 'undefined') as Status);
  const shown = status === 'ok';
  return {
    ...base,
    value: shown ? round(found?.value) : null,
    low: shown ? round(found?.lower) : null,
    high: shown ? round(found?.upper) : null,
    statistic: 'S-KM',
    status,
  };
}

/** Quantile type 7 of values that are counted rather than listed. */
function typeSeven(counted: TimedGroup['completed'], p: number): number | null {
  const n = counted.reduce((sum, [, children]) => sum + children, 0);
  if (!n) return null;
  const position = (n - 1) * p;
  const value = (rank: number) => {
    let before = 0;
    for (const [t, children] of counted) {
      before += children;
      if (rank < before) return t;
    }
    return counted.at(-1)?.[0] ?? 0;
  };
  const low = value(Math.floor(position));
  return low + (value(Math.ceil(position)) - low) * (position - Math.floor(position));
}
