/** Half-open interval [start, end) on any numeric scale. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Union of intervals: sorted, and merged where they overlap or touch; empty ones are dropped. */
export function intervalsUnion(intervals: readonly Interval[]): Interval[] {
  const merged: { start: number; end: number }[] = [];
  const sorted = intervals.filter((i) => i.end > i.start).sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
