import { eventsBy, lostBefore, type TimedGroup } from './risk-table-of';

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

/** Times by which how many were lost from sight may be read in Release view, by the same rule. */
export function lossesReadable(
  timed: TimedGroup,
  horizons: readonly number[],
  threshold: number,
): number[] {
  let last = 0;
  return horizons.filter((hours) => {
    const more = lostBefore(timed, hours) - last;
    if (more > 0 && more < threshold) return false;
    last += more;
    return true;
  });
}
