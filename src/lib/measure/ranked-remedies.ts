import type { Released, ReleasedRow } from '$lib/disclosure/released';
import { isTold, keptNumbers, type KeptNumbers } from '$lib/disclosure/kept-numbers';
import { pairedRemedies, remediesOf, type Remedy } from './remedies';
import { formatView, type View } from './view';

/** A remedy with what it was found to keep. */
export interface RankedRemedy extends Remedy {
  readonly kept: KeptNumbers;
  /** Numbers that the figure now shown has not. */
  readonly further: number;
}

export interface RemedyQuestion {
  /** The view that withholds too much, and its figure. */
  readonly view: View;
  readonly released: Released;
  /** The figure of another view through the gate, as the reader would get it. */
  readonly figureOf: (view: View) => Promise<Released>;
  /** Told before each figure: how many are done, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Other views of a figure, each computed and counted. First come those that show most of what they ask
 * for, last those without any number that is not on the page already; in each of these, what shows more
 * numbers, then totals of more children, then what withholds less. Views that show nothing or the same
 * are left out. Two things are given up at once
 * only where giving up one leaves something withheld everywhere. Rejects as `figureOf` does, and with
 * `AbortError` when aborted.
 */
export async function rankedRemedies(question: RemedyQuestion): Promise<RankedRemedy[]> {
  const { view, released, figureOf, onProgress, signal } = question;
  const periods = [...new Set(released.rows.map(({ period }) => period))];
  const now = keptNumbers(released);
  const before = new Set(released.rows.filter(isTold).map((row) => nameOf(view, row)));
  const met = new Set([formatView(view)]);
  const found: RankedRemedy[] = [];
  let done = 0;
  for (const round of [remediesOf, pairedRemedies]) {
    if (round === pairedRemedies && found.some(({ kept }) => kept.withheld === 0)) break;
    const remedies = round(view, periods).filter((one) => {
      const name = formatView(one.view);
      return !met.has(name) && met.add(name);
    });
    const of = done + remedies.length;
    for (const remedy of remedies) {
      onProgress?.(done, of);
      const other = await figureOf(remedy.view);
      signal?.throwIfAborted();
      done += 1;
      const kept = keptNumbers(other);
      const further = other.rows.filter(
        (row) => isTold(row) && !before.has(nameOf(remedy.view, row)),
      ).length;
      if (kept.shown > 0 && (further > 0 || kept.withheld < now.withheld))
        found.push({ ...remedy, kept, further });
    }
  }
  return found.sort(
    (one, other) =>
      tierOf(one) - tierOf(other) ||
      other.kept.shown - one.kept.shown ||
      other.kept.children - one.kept.children ||
      one.kept.withheld - other.kept.withheld,
  );
}

/** Most is shown; something further is; nothing is that the page has not already. */
const tierOf = ({ further, kept: { shown, withheld } }: RankedRemedy): 0 | 1 | 2 =>
  further === 0 ? 2 : withheld > shown ? 1 : 0;

const nameOf = ({ where }: View, { measure, period, by }: ReleasedRow): string =>
  JSON.stringify([where, measure, period, by]);
