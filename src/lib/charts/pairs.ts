import type { Released } from '$lib/disclosure/released';
import { codesOf } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import type { ChartSpec } from './chart-spec';
import { periodsOf, unknownCodes } from './find-rows';
import { periodWords } from '$lib/schema/period-words';
import { figureOf, type Figure } from './picture';

/** A code that stands first or later; `move` tells whether it is a form that somebody was moved to. */
interface PairEnd {
  readonly label: string;
  readonly move: boolean;
}

/** Which code follows which: a row a first code, a column a later one, and both totals. */
export interface Pairs {
  /** Labels of what runs down and along. */
  readonly names: readonly [first: string, later: string];
  readonly rows: readonly (PairEnd & {
    readonly figures: readonly Figure[];
    readonly total: Figure;
  })[];
  readonly columns: readonly (PairEnd & { readonly total: Figure })[];
  readonly total: Figure;
  readonly period: string;
  readonly earlier: boolean;
}

/** The pairs of one period, the last if none is asked for; null where no cell has a number above zero. */
export function pairsOf(released: Released, spec: ChartSpec): Pairs | null {
  if (released.unavailable || !spec.pair) return null;
  const own = released.rows.filter(({ measure }) => measure === spec.measure);
  const periods = periodsOf(own);
  const period = spec.period ?? periods.at(-1) ?? '';
  const [first, later] = spec.pair;
  const at = new Map(
    own
      .filter((row) => row.period === period)
      .map((row) => [JSON.stringify([row.by[first], row.by[later]]), row]),
  );
  const figure = (one?: string, other?: string): Figure => ({
    ...figureOf(at.get(JSON.stringify([one, other])), spec),
    broken: false,
  });
  const apart = (code: string) => unknownCodes.has(code) || code === 'none' || code === 'once';
  const ends = (column: Breakdown) => {
    const met = new Set(own.flatMap(({ by }) => by[column] ?? []));
    return (codesOf(column) ?? [])
      .filter(({ code }) => met.has(code))
      .map(({ code, label }) => ({
        code,
        label: label[spec.language],
        move: !apart(code),
      }));
  };
  const laters = ends(later);
  const pairs: Pairs = {
    names: spec.pairNames ?? ['', ''],
    rows: ends(first).map(({ code, ...end }) => ({
      ...end,
      figures: laters.map((other) => figure(code, other.code)),
      total: figure(code),
    })),
    columns: laters.map(({ code, ...end }) => ({ ...end, total: figure(undefined, code) })),
    total: figure(),
    period: periodWords(period, spec.language),
    earlier: periods.some((one) => one < period),
  };
  const any = pairs.rows.some(({ figures }) =>
    figures.some(({ shown }) => (shown?.value ?? 0) > 0),
  );
  return any ? pairs : null;
}
