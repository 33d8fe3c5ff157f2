import { quantileOfCounted } from '$lib/statistics/quantile';
import { kmFromRiskTable } from '$lib/statistics/km-from-risk-table';
import type { Status } from '$lib/disclosure/released';
import type { Measure } from '$lib/schema/indicator';
import type { DraftRow } from '$lib/disclosure/draft';
import { incidenceQuantile } from './incidence-quantile';
import { roundDuration } from './round-duration';
import { completedOf, eventAlone, type TimedGroup } from './risk-table-of';

/** Share of children that a reading waits for. */
export const quantiles = { p25: 0.25, median: 0.5, p75: 0.75, p90: 0.9 } as const;

type QuantileRow = Omit<DraftRow, 'counts' | 'period' | 'by'>;

const survival = (timed: TimedGroup, rmstTau?: readonly number[]) =>
  kmFromRiskTable(eventAlone(timed), { n: timed.n, ...(rmstTau ? { rmstTau } : {}) });

/** Quantiles of the curve of each group: a figure shows several of one curve. */
const known = new WeakMap<TimedGroup, ReturnType<typeof survival>['quantiles']>();

function quantilesOf(timed: TimedGroup) {
  const found = known.get(timed) ?? survival(timed).quantiles;
  known.set(timed, found);
  return found;
}

/** Mean time without the event up to the horizon of the measure, ten children and five events. */
export function restrictedMeanRow(
  measure: Measure,
  timed: TimedGroup,
  hidden: boolean,
  release: boolean,
): QuantileRow {
  const unit = measure.unit === 'days' ? 24 : 1;
  const number = timed.events;
  const few = timed.n < 10 || number < 5;
  const found = few ? undefined : survival(timed, [measure.atHours ?? 0]).rmst[0];
  const status: Status = few
    ? 'too_few'
    : hidden
      ? 'bounds_only'
      : ((found?.status ?? 'undefined') as Status);
  const shown = (value: number | null | undefined) =>
    status !== 'ok' || value == null ? null : (release ? roundDuration(value) : value) / unit;
  const spread = 1.959964 * (found?.se ?? 0);
  const [value, most] = [found?.value ?? null, measure.atHours ?? 0];
  return {
    measure: measure.id,
    unit: measure.unit,
    numerator: number,
    value: shown(value),
    low: shown(value && Math.max(0, value - spread)),
    high: shown(value && Math.min(most, value + spread)),
    statistic: 'S-KM',
    status,
  };
}

/**
 * A quantile of the curve, or the median of completed waits alone beside it. Where the figure reads
 * incidences (`S-CIF`), the quantile is theirs: among those to whom nothing else happened first it
 * would be shorter than the shares beside it say.
 */
export function quantileRow(
  measure: Measure,
  timed: TimedGroup,
  code: 'S-KM' | 'S-CIF',
  hidden: boolean,
  threshold: number,
): QuantileRow {
  const completed = measure.reads === 'completed median';
  const unit = measure.unit === 'days' ? 24 : 1;
  const round = (value: number | null | undefined) =>
    value == null ? null : (threshold ? roundDuration(value) : value) / unit;
  const number = timed.events;
  const base = { measure: measure.id, unit: measure.unit, numerator: number };
  // A percentile of a small group is one child's time: k children must stand on each side of it.
  const p = completed ? 0.5 : quantiles[measure.reads as keyof typeof quantiles];
  const aside = (completed ? number : timed.n) * Math.min(p, 1 - p);
  const few = aside < threshold || (completed ? number < 10 : timed.n < 10 || number < 5);
  if (completed) {
    const value = few ? null : quantileOfCounted(completedOf(timed), 0.5);
    return {
      ...base,
      value: round(value),
      statistic: 'S-DIST',
      status: few ? 'too_few' : 'ok',
      marks: ['biased short'],
    };
  }
  const found =
    code === 'S-CIF'
      ? incidenceQuantile(timed, p)
      : quantilesOf(timed).find((quantile) => quantile.p === p);
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
    statistic: code,
    status,
  };
}
