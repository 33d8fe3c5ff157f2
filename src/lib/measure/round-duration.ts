/**
 * A duration in hours as Release view shows it, rounded up so that “within” stays true: to six hours within two days, to whole days within
 * two weeks, to whole weeks after that, so that a median never tells one child's exact time
 * (disclosure.md 6.7; data-model section 2, graduated rounding).
 */
export function roundDuration(hours: number): number {
  const grain = hours <= 48 ? 6 : hours <= 14 * 24 ? 24 : 7 * 24;
  return Math.ceil(hours / grain) * grain;
}
