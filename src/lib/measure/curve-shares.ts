import { ajFromRiskTable } from '$lib/statistics/aj-from-risk-table';
import { kmFromRiskTable } from '$lib/statistics/km-from-risk-table';
import type { DraftRow } from '$lib/disclosure/draft';
import type { Status } from '$lib/disclosure/released';
import type { Measure } from '$lib/schema/indicator';
import type { Place } from './place';
import { lossesReadable, readable } from './readable';
import type { Request } from './request';
import {
  eventAlone,
  eventsBy,
  lostBefore,
  withLost,
  withUnknown,
  type TimedGroup,
} from './risk-table-of';
import { mostlyUnknown, shareStatus } from './share-gates';
import { timeParts } from './time-tally';

/** A curve read at one time; shares 0–1. */
interface Reading {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly atRisk: number;
  readonly status: Status;
}

/**
 * Shares by fixed times: had the event (Aalen–Johansen, `cif`) or still without it (Kaplan–Meier,
 * `over`). Ten children must be at risk at the time. Children whose time is unknown, and where the
 * definition says so children lost from sight, give a band (M12, M13, RR-01) where they are ten with
 * the others. In Release view shares are whole per cents.
 */
export function curveShares(
  { indicator, view }: Request,
  timed: TimedGroup,
  place: Place,
  horizons: readonly number[],
  base: Pick<DraftRow, 'period' | 'by' | 'denominator' | 'n' | 'unknown'>,
  counts: (...parts: string[]) => DraftRow['counts'],
): (measure: Measure) => DraftRow[] {
  const release = view.mode === 'release';
  const { statistic } = indicator;
  const most = (statistic.kind === 'time' ? statistic.boundsAboveLost : undefined) ?? 1;
  const percent = (share: number | null) =>
    share === null || !release ? share : Math.round(share * 100) / 100;
  const asks = (reads: Measure['reads']) => indicator.measures.some((one) => one.reads === reads);
  const read = {
    cif: asks('cif') ? incidence(timed, horizons) : unread,
    over: asks('over') ? survival(timed, horizons) : unread,
  };
  // One curve a bound, read at every time.
  const bounds = new Map<string, ReadAt>();
  const bounded = (kind: 'cif' | 'over', as: 'at once' | 'never', lost: boolean): ReadAt => {
    const key = `${kind} ${as} ${lost}`;
    const bound = () => withUnknown(lost ? withLost(timed, as) : timed, as);
    // Of a bound only the value is shown.
    const curve = () =>
      kind === 'cif' ? incidence(bound(), horizons, []) : survival(bound(), horizons);
    const found = bounds.get(key) ?? curve();
    bounds.set(key, found);
    return found;
  };
  const { threshold } = view;
  const kept = new Set(release ? readable(timed, horizons, threshold) : horizons);
  const losses = new Set(release ? lossesReadable(timed, horizons, threshold) : horizons);
  const manyLost = timed.moved > 0.1 * timed.n;
  return (measure) => {
    const hours = measure.atHours ?? 0;
    const kind = measure.reads === 'over' ? 'over' : 'cif';
    const { at, restart } = read[kind](hours);
    const tooMany = lostBefore(timed, hours) > most * timed.n;
    const hidden = mostlyUnknown(timed.unknown, timed.n) || tooMany;
    const status: Status =
      at.status !== 'ok' ? at.status : hidden ? 'bounds_only' : at.atRisk < 10 ? 'too_few' : 'ok';
    const shown = status === 'ok';
    const reached = eventsBy(timed, hours);
    const row: DraftRow = {
      ...base,
      measure: measure.id,
      unit: measure.unit,
      statistic: kind === 'cif' ? 'S-CIF' : 'S-KM',
      value: shown ? percent(at.value) : null,
      low: shown ? percent(at.low) : null,
      high: shown ? percent(at.high) : null,
      // How many are beyond the time is not known: some were not followed that far.
      numerator: kind === 'cif' ? reached : null,
      status,
      marks: [
        ...(timed.n < 30 || reached < 10 ? ['unstable'] : []),
        ...(restart ? ['among cases still open'] : []),
        ...(manyLost && !release ? ['many lost from sight'] : []),
      ],
      counts: counts(timeParts.reached(place.of, hours)),
      // “Too few at risk” would say that fewer than ten children are left.
      withhold: release && (status === 'too_few' || !kept.has(hours)),
    };
    if (!release && !timed.unknown && !tooMany) return [row];
    const untimed = place.refs(timeParts.notTimed(place.of));
    const unless = release && !tooMany ? ([untimed, []] as const) : undefined;
    const beside = [...untimed, ...(tooMany ? place.refs(timeParts.lost(place.of, hours)) : [])];
    const bands = (['no', 'yes'] as const).map((end): DraftRow => {
      // “Yes” to a longer wait means that the event never came.
      const as = (end === 'yes') === (kind === 'cif') ? 'at once' : 'never';
      const found = bounded(kind, as, tooMany)(hours);
      const children = timed.n + timed.unknown;
      const gate = found.at.status === 'ok' ? shareStatus(children, 'ok') : found.at.status;
      return {
        ...row,
        measure: `${row.measure}_if_unknown_${end}`,
        value: gate === 'ok' ? percent(found.at.value) : null,
        low: null,
        high: null,
        numerator: null,
        denominator: children,
        status: gate,
        marks: [],
        counts: [...row.counts, ...beside],
        unless,
        withhold: row.withhold || (release && tooMany && !losses.has(hours)),
      };
    });
    return [row, ...bands];
  };
}

type ReadAt = (hours: number) => { at: Reading; restart: boolean };

const nothing: Reading = { value: null, low: null, high: null, atRisk: 0, status: 'undefined' };

const unread: ReadAt = () => ({ at: nothing, restart: false });

/**
 * Where everyone at risk had the event while others were still to enter, a curve says nothing more
 * about all children; it begins again among those still open (stats 4.3).
 */
function reader(
  curve: { restart: { time: number } | null; risk_set_exhausted_early: boolean },
  first: (hours: number) => Reading | undefined,
  later: (hours: number) => Reading | undefined,
): ReadAt {
  return (hours) => {
    const restart = curve.restart !== null && hours >= curve.restart.time;
    const at = (restart ? later(hours) : first(hours)) ?? nothing;
    const lost = curve.risk_set_exhausted_early && !curve.restart && hours > 0;
    const unsaid: Reading = { ...nothing, atRisk: at.atRisk, status: 'not_estimable' };
    return { at: lost ? unsaid : at, restart };
  };
}

function incidence(
  { table, n }: TimedGroup,
  times: readonly number[],
  limitsOf: readonly number[] = [1],
): ReadAt {
  const curve = ajFromRiskTable(table, { n, causes: 2, times, limitsOf });
  const at = (from: typeof curve | undefined) => (hours: number) => {
    const found = from?.at.find(({ time }) => time === hours);
    return (
      found && {
        value: found.cif[0] ?? null,
        low: found.lower[0] ?? null,
        high: found.upper[0] ?? null,
        atRisk: found.n_risk ?? 0,
        status: found.status as Status,
      }
    );
  };
  return reader(curve, at(curve), at(curve.restart?.curve));
}

function survival(timed: TimedGroup, times: readonly number[]): ReadAt {
  const curve = kmFromRiskTable(eventAlone(timed), { n: timed.n, times });
  const at = (from: typeof curve | undefined) => (hours: number) => {
    const found = from?.at.find(({ time }) => time === hours);
    return (
      found && {
        value: found.surv,
        low: found.lower,
        high: found.upper,
        atRisk: found.n_risk ?? 0,
        status: found.status as Status,
      }
    );
  };
  return reader(curve, at(curve), at(curve.restart?.curve));
}
