import type { Series } from './picture';

/** How a series is told from the others: colour is never alone. */
export interface SeriesLook {
  readonly color: string;
  readonly symbol: 'circle' | 'square';
  readonly hollow: boolean;
  readonly dotted: boolean;
}

const symbols = [
  { symbol: 'circle', hollow: false },
  { symbol: 'square', hollow: false },
  { symbol: 'circle', hollow: true },
  { symbol: 'square', hollow: true },
] as const;

/** Looks of at most four series: two take colours 1 and 4, the unknown are dotted in ink. */
export function seriesLooks(series: readonly Series[]): readonly SeriesLook[] {
  const known = series.filter((one) => !one.unknown).length;
  let next = 0;
  return series.map((one, index) => {
    const mark = symbols[index] ?? symbols[0];
    if (one.unknown) return { ...mark, color: 'currentColor', dotted: true };
    next += 1;
    return {
      ...mark,
      color: `var(--series-${known === 2 && next === 2 ? 4 : next})`,
      dotted: false,
    };
  });
}
