import { hasHours, hoursSince, known, momentOf, spanOf, type Files } from './cells';
import { careSpells, episodesOf, lastHour, staysOf, undatedEpisode, type Stay } from './care';
import { childrenOf, type Child } from './children';
import { incidenceRows, sorted } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { heldSpells } from './held';
import { detectedIn, groupOfChild, inPopulation, type Months } from './populations';
import { timedOf, withoutEvent, type Wait } from './waiting';

type From = 'care' | 'detection';
type Line = 'hours' | 'earliest' | 'latest';
const lines = { hours: '', earliest: 'earliest_', latest: 'latest_' } as const;
const horizons = { '24h': 24, '48h': 48, '72h': 72, '7d': 168, '30d': 720 };

/** One child on its way into care, before any line reads it; null where it never enters. */
interface Entered {
  readonly child: Child;
  readonly origin: number;
  readonly entry: number;
  readonly event: number | null;
  readonly others: readonly number[];
  /** Both ends of the wait have a clock. */
  readonly clock: boolean;
  readonly undated: boolean;
  readonly placementType: string;
}

/** MC-03: first time missing after care begins, in three lines (stats 4.2, ruling MC-03). */
export function missingFromCare(
  files: Files,
  months: Months,
  breakdown: string,
  from: From,
): PlainRow[] {
  const entered = childrenOf(files)
    .filter((child) => inPopulation(child, 'P-REG') && detectedIn(child, months) && child.isChild)
    .map((child) => enteringCare(child, from))
    .filter((one) => one !== null);
  const place = (one: Entered) =>
    breakdown === 'placement_type'
      ? { placement_type: one.placementType }
      : groupOfChild(one.child, breakdown);
  return groupBy(entered, place).flatMap(({ by, units }) =>
    (['hours', 'earliest', 'latest'] as const).flatMap((line): PlainRow[] => {
      const waits = units
        .map((one) => waitOf(one, line))
        .filter((wait) => typeof wait !== 'object' || (wait.entry ?? -1) < wait.time);
      const where = { period: months.id, by };
      const rows = incidenceRows(where, waits, horizons, lines[line]);
      return line === 'hours'
        ? [...rows, { ...where, measure: 'not_timed_count', value: sorted(waits).unknown, status: 'ok' }] // prettier-ignore
        : rows;
    }),
  );
}

const nothing = { origin: 0, entry: -1, event: null, others: [], clock: false, undated: false };

function enteringCare(child: Child, from: From): Entered | null {
  const { t0 } = child;
  const spell = careSpells(child).find(({ from, to }) => to > 0 || from >= 0);
  const running = spell?.stays.find(({ to }) => spell.from >= 0 || to > 0);
  const placementType = known(running?.row.placement_type) ?? 'unknown';
  if (!t0) return spell ? { ...nothing, child, undated: true, placementType } : null;
  const gone = episodesOf(child, ['missing'], lastHour);
  const counted = gone.filter(({ inCare, beforeRegistration }) => inCare || beforeRegistration);
  if (!spell) {
    const before = gone.filter(({ beforeRegistration, hour }) => beforeRegistration && hour >= 0);
    const [first] = before;
    if (!first) return null;
    return {
      child,
      origin: 0,
      entry: -1,
      event: from === 'care' ? 0 : first.hour,
      others: [],
      clock: from === 'care' || first.clock,
      undated: false,
      placementType: 'none',
    };
  }
  const origin = from === 'care' ? spell.from : 0;
  const events = [
    ...counted.map(({ hour, clock }) => ({ hour, clock })),
    ...staysOf(child)
      .filter((stay) => endedMissing(stay) && !isRecorded(child, stay))
      .map(({ to, end }) => ({ hour: to, clock: end !== null && hasHours(t0, end) })),
  ]
    .filter(({ hour }) => hour >= origin)
    .sort((a, b) => a.hour - b.hour || Number(a.clock) - Number(b.clock));
  const [first] = events;
  const last = [...spell.stays].sort((a, b) => a.to - b.to).at(-1);
  const exit = last?.end && !endedMissing(last) ? endOfDay(child, last) : null;
  const held = heldSpells(child, 'a').filter(({ from }) => from > origin);
  const start = spell.stays[0]?.start;
  return {
    child,
    origin,
    entry: origin < 0 ? -origin : -1,
    event: first?.hour ?? null,
    others: [exit, ...held.map(({ from, clock }) => (clock ? from : from + 24))].filter(
      (hour) => hour !== null,
    ),
    clock:
      (from === 'care'
        ? Boolean(start && hasHours(t0, start))
        : t0.hour !== null || isOffset(t0)) &&
      (first?.clock ?? true),
    undated: first === undefined && undatedEpisode(child, ['missing'], true),
    placementType,
  };
}

const isOffset = (moment: { offset: boolean; hour: number | null }): boolean =>
  moment.offset && moment.hour !== null;

const endedMissing = ({ row }: Stay): boolean => known(row.end_reason) === 'missing';

/** An episode that names the placement, or starts while the child was in it. */
const isRecorded = (child: Child, stay: Stay): boolean =>
  child.events('missing_episodes').some((row) => {
    const [start, { t0 }] = [momentOf(row, 'started'), child];
    if (known(row.episode_type) !== 'missing' || !start || !t0) return false;
    if (!spanOf(row, t0).valid) return false;
    const hour = hoursSince(t0, start);
    return (
      known(row.placement_key) === stay.row.placement_key ||
      (stay.from <= hour && hour <= lastHour(stay))
    );
  });

/** Known by date, a competing moment is the end of its day (decision 35). */
function endOfDay(child: Child, { end, to }: Stay): number {
  const clock = end !== null && child.t0 !== null && hasHours(child.t0, end);
  return clock ? to : to + 24;
}

function waitOf(one: Entered, line: Line): Wait {
  const { child, origin, entry, event, others, clock, undated } = one;
  if (undated) return 'unknown';
  if (line === 'hours' && !clock) return 'unknown';
  const shift = clock || line === 'hours' ? 0 : line === 'earliest' ? -24 : 24;
  // Early, but still after a delayed entry that the child came to without having gone missing.
  const least = event !== null && event - origin >= entry && entry >= 0 ? entry + 1 / 60 : 0;
  const time = event === null ? null : Math.max(shift < 0 ? least : 0, event - origin + shift);
  const timed = timedOf(time, withoutEvent(child, 'hours', { origin, others }));
  return entry < 0 ? timed : { ...timed, entry };
}
