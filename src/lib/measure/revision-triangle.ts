import type { Cell } from '$lib/disclosure/released';

/** One import or earlier release of a figure: its numbers without a breakdown. */
export interface Vintage {
  /** The number of a measure in a period; undefined where it has none. */
  at(measure: string, period: string): Cell | undefined;
  /** Whether it holds a period in part only. */
  cut(period: string): boolean;
}

/** One number of the triangle. `withheld` never says whether by its own release or for those beside it; `cut` = of a part of the period. */
export type TriangleCell =
  | { readonly is: 'value'; readonly value: number; readonly change: number | null }
  | { readonly is: 'withheld' | 'cut' | 'none' };

/** A period as each vintage had it, the oldest first. */
export interface TriangleRow {
  readonly period: string;
  readonly cells: readonly TriangleCell[];
}

/** What is asked of the vintages, which stand in the order of time. */
export interface TriangleAsked {
  readonly measure: string;
  /** Every count of the figure that a reader can see of these vintages, the one asked for among them. */
  readonly measures: readonly string[];
  /** Of one kind, so that none is the sum of others. */
  readonly periods: readonly string[];
  /** Fewest that two numbers of one cell may differ by, unless they are equal; null shows all. */
  readonly threshold: number | null;
}

/**
 * What each vintage says of each period, with the change from the vintage right before it. Each was
 * protected by itself; beside each other they can be subtracted (domain D-7). With a threshold the newest
 * stands, and going back a vintage's number of a period is withheld where it, or another count of the
 * same figure, differs from one that stands by 1 to threshold − 1.
 */
export function revisionTriangle(
  vintages: readonly Vintage[],
  { measure, measures, periods, threshold }: TriangleAsked,
): TriangleRow[] {
  return periods.map((period) => {
    const near = (one: Vintage, other: Vintage) =>
      measures.some((each) => {
        const [a, b] = [shownBy(one, each, period), shownBy(other, each, period)];
        return a !== null && b !== null && a !== b && Math.abs(a - b) < (threshold ?? 0);
      });
    const standing: Vintage[] = [];
    for (const one of vintages.toReversed())
      if (!standing.some((other) => near(one, other))) standing.push(one);
    const stands = new Set(standing);
    const numbers = vintages.map((one) => (stands.has(one) ? shownBy(one, measure, period) : null));
    return {
      period,
      cells: vintages.map((one, at): TriangleCell => {
        const [value, before] = [numbers[at] ?? null, numbers[at - 1] ?? null];
        if (value !== null)
          return { is: 'value', value, change: before === null ? null : value - before };
        const cell = one.at(measure, period);
        if (!cell || cell.is === 'missing') return { is: 'none' };
        if (one.cut(period)) return { is: 'cut' };
        return { is: 'withheld' };
      }),
    };
  });
}

/** The number that a vintage shows of a period that it holds as a whole. */
function shownBy(one: Vintage, measure: string, period: string): number | null {
  const cell = one.at(measure, period);
  return cell?.is === 'value' && !one.cut(period) ? cell.value : null;
}

/** Periods of which two vintages show another number. */
export const revisedRows = (rows: readonly TriangleRow[]): TriangleRow[] =>
  rows.filter(
    ({ cells }) =>
      new Set(cells.flatMap((cell) => (cell.is === 'value' ? [cell.value] : []))).size > 1,
  );
