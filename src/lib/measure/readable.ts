import { eventsBy, type TimedGroup } from './risk-table-of';

/**
 * Times at which a curve may be read in Release view: between two readings, before the first and
 * after the last there is nobody or at least `threshold` children (stats.md 4.3). What is left is
 * protected together with the other groups by the gate.
 */
export function readable(
  timed: TimedGroup,
  horizons: readonly number[],
  threshold: number,
): number[] {
  const enough = (children: number) => children === 0 || children >= threshold;
  let last = 0;
  return horizons.filter((hours) => {
    const reached = eventsBy(timed, hours);
    if (!enough(reached - last) || !enough(timed.n - reached)) return false;
    last = reached;
    return true;
  });
}
