import { codeOf, daysSince, hoursSince, momentOf, type Cells, type Moment } from './cells';
import type { Child } from './children';
import { isStretch, merged, stretchOf } from './missing';
import { isMoment } from './observation';
import type { Clock } from './waiting';

/** Recorded episodes of going missing; being away is not missing. */
const missingRows = (child: Child): readonly Cells[] =>
  child.events('missing_episodes').filter((row) => codeOf(row.episode_type).code === 'missing');

/**
 * Hours from T0 to the first missing episode that starts at or after T0, also one before
 * registration; null where there is none (rulings RF-01, M7).
 */
export function firstMissing(child: Child, t0: Moment, clock: Clock): number | null {
  const rows = missingRows(child);
  const starts = merged(rows.map((row) => stretchOf(row, t0)).filter(isStretch))
    .map(({ from }) => from)
    .filter((hour) => hour >= 0);
  const first = starts.length > 0 ? Math.min(...starts) : null;
  if (first === null || clock === 'hours') return first;
  const days = rows
    .map((row) => momentOf(row, 'started'))
    .filter(isMoment)
    .filter((moment) => hoursSince(t0, moment) === first)
    .map((moment) => daysSince(t0, moment));
  return Math.min(...days) * 24;
}
