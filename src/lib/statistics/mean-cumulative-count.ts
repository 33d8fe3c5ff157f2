import { isCount } from './counts';
import type { Status } from './status';

/** One distinct time; at risk are the children observed up to t or longer. */
export interface CountRow {
  readonly t: number;
  readonly nRisk: number;
  /** Episodes of the children at risk, and children whose observation ends for a competing event. */
  readonly episodes: number;
  readonly terminal: number;
}

/** Mean number of episodes per child by one time. */
export interface CountAt {
  readonly time: number;
  readonly mcc: number | null;
  readonly n_risk: number;
  readonly status: Status;
}

/**
 * Mean cumulative count from a table with one row for every time at which an episode happens or an
 * observation ends, in rising order. An episode at a child's terminal time counts first. Past the
 * last observation with children still at large: null, `beyond_follow_up`; null for a bad table.
 * Source: Dong, Robison, Leisenring et al. (2015) Am J Epidemiol 181:532.
 */
export function meanCumulativeCount(
  table: readonly CountRow[],
  times: readonly number[],
): CountAt[] | null {
  let free = 1;
  let mean = 0;
  const steps: { t: number; mean: number; free: number; nRisk: number }[] = [];
  for (const { t, nRisk, episodes, terminal } of table) {
    const counts = [nRisk, episodes, terminal].every(isCount) && terminal <= nRisk;
    const previous = steps.at(-1);
    if (!counts || (previous && t <= previous.t) || (nRisk === 0 && episodes > 0)) return null;
    if (nRisk > 0) {
      mean += (free * episodes) / nRisk;
      free *= (nRisk - terminal) / nRisk;
    }
    steps.push({ t, mean, free, nRisk });
  }
  const last = steps.at(-1);
  if (!last)
    return times.map((time) => ({ time, mcc: null, n_risk: 0, status: 'undefined' as const }));
  return times.map((time) => {
    const n_risk = steps.find((step) => step.t >= time)?.nRisk ?? 0;
    if (time > last.t && last.free > 0)
      return { time, mcc: null, n_risk, status: 'beyond_follow_up' as const };
    const step = steps.findLast((candidate) => candidate.t <= time);
    return { time, mcc: step?.mean ?? 0, n_risk, status: 'ok' as const };
  });
}
