import { isAmount, isCount } from './counts';
import { meanCumulativeCount, type CountAt, type CountRow } from './mean-cumulative-count';
import { isConfidence } from './normal';
import { quantile } from './quantile';
import { below, defaultSeed, randomFrom } from './random';
import type { Status } from './status';

interface ObservedChild {
  /** Times of the episodes, none after `end`. */
  readonly events: readonly number[];
  readonly end: number;
  /** 0 censored, any other number a competing event (death, left the country, turned 18). */
  readonly end_type: number;
}

export interface MccInput {
  readonly children: readonly ObservedChild[];
  readonly times: readonly number[];
  /** Bootstrap replicates over children; none if left out. */
  readonly replicates?: number;
  readonly seed?: number;
  readonly conf?: number;
}

/** One time with percentile limits; null without bootstrap or when over 5 % of replicates failed. */
interface MccAt extends CountAt {
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Mcc {
  readonly children: number;
  readonly events: number;
  readonly at: readonly MccAt[];
  readonly replicates: number;
  readonly seed: number | null;
  readonly status: Status;
}

/** Aggregates children, each counted `weight` times, into the table of the estimator. */
function countTable(children: readonly ObservedChild[], weight: Uint32Array): CountRow[] {
  const slots = new Map<number, { leaving: number; episodes: number; terminal: number }>();
  const at = (t: number) => {
    const made = slots.get(t) ?? { leaving: 0, episodes: 0, terminal: 0 };
    slots.set(t, made);
    return made;
  };
  let inside = 0;
  children.forEach(({ events, end, end_type }, child) => {
    const times = weight[child] ?? 0;
    if (times === 0) return;
    inside += times;
    for (const event of events) at(event).episodes += times;
    at(end).leaving += times;
    if (end_type !== 0) at(end).terminal += times;
  });
  return [...slots]
    .sort(([a], [b]) => a - b)
    .map(([t, { leaving, episodes, terminal }]) => {
      const nRisk = inside;
      inside -= leaving;
      return { t, nRisk, episodes, terminal };
    });
}

/**
 * Mean cumulative count of repeat episodes per child, with an optional percentile bootstrap over
 * children. An episode after the child's end is `invalid`. Source: Dong et al. (2015) Am J
 * Epidemiol 181:532; Efron & Tibshirani (1993) ch. 13.
 */
export function mccEstimate(input: MccInput): Mcc {
  const { children, times, replicates = 0, seed = defaultSeed, conf = 0.95 } = input;
  const n = children.length;
  const usable = children.every(
    ({ events, end }) => isAmount(end) && events.every((t) => isAmount(t) && t <= end),
  );
  const settings = isCount(replicates) && replicates <= 100_000 && Number.isSafeInteger(seed);
  const events = children.reduce((total, child) => total + child.events.length, 0);
  const head = { children: n, events, replicates, seed: replicates > 0 ? seed : null };
  const once = new Uint32Array(n).fill(1);
  const estimate =
    usable && settings && isConfidence(conf) && times.every(isAmount)
      ? meanCumulativeCount(countTable(children, once), times)
      : null;
  if (!estimate) return { ...head, at: [], status: 'invalid' };
  const random = randomFrom(seed);
  const draws = times.map((): number[] => []);
  for (let replicate = 0; n > 0 && replicate < replicates; replicate++) {
    const weight = new Uint32Array(n);
    for (let draw = 0; draw < n; draw++) weight[below(random, n)]! += 1;
    meanCumulativeCount(countTable(children, weight), times)?.forEach(({ mcc }, place) => {
      if (mcc !== null) draws[place]?.push(mcc);
    });
  }
  const at = estimate.map((point, place): MccAt => {
    const sorted = Float64Array.from(draws[place] ?? []).sort();
    const enough = point.mcc !== null && sorted.length > 0 && sorted.length >= replicates * 0.95;
    return {
      ...point,
      lower: enough ? quantile(sorted, (1 - conf) / 2) : null,
      upper: enough ? quantile(sorted, (1 + conf) / 2) : null,
    };
  });
  return { ...head, at, status: n > 0 ? 'ok' : 'undefined' };
}
