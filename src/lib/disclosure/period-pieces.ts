type Range = readonly [first: string, last: string];

const textOf = ([first, last]: Range): string => `${first}..${last}`;

/**
 * Periods (months `YYYY-MM`, both ends inclusive) cut where any of them begins or ends: the pieces
 * are leaves, a period of several pieces is a group of them.
 */
export function pieces(ranges: readonly Range[]): {
  readonly leaves: readonly string[];
  readonly groups: Record<string, readonly string[]>;
  readonly labelOf: (range: Range) => string;
} {
  // A piece is named by the first month of it and the first month after it.
  const ends = [...new Set(ranges.flatMap(([first, last]) => [first, after(last)]))].sort();
  const cuts = ends.slice(0, -1).map((from, at) => [from, ends[at + 1]!] as const);
  const within = ([first, last]: Range) =>
    cuts.filter(([from, to]) => from >= first && to <= after(last)).map(textOf);
  const used = new Set(ranges.flatMap(within));
  const groups: Record<string, readonly string[]> = {};
  for (const range of ranges) {
    const parts = within(range);
    if (parts.length > 1) groups[textOf(range)] = parts;
  }
  return {
    leaves: cuts.map(textOf).filter((leaf) => used.has(leaf)),
    groups,
    labelOf: (range) => (textOf(range) in groups ? textOf(range) : within(range)[0]!),
  };
}

/** The month after a month. */
function after(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
