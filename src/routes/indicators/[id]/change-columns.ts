import type { Cell, Released, ReleasedRow } from '$lib/disclosure/released';
import {
  changeParts,
  type ChangeParts,
  type FourCells,
  type Order,
} from '$lib/measure/change-parts';
import { inSteps, isCount } from '$lib/measure/figure-steps';
import type { ChangeSeries } from './change-series';

/** What a number is, so that a change of one is never called a change of another. */
type Kind = 'count' | 'rate' | 'other';

/** The figures that a change is made of. In Release view `second` is always null: one definition. */
export interface ChangeFigures {
  /** By the first definition. */
  readonly first: Released;
  /** By the second; null where both are one. */
  readonly second: Released | null;
  /** By the first, from the import before; null without one. */
  readonly before: Released | null;
}

/** One number through the change: the series itself, or what a rate is made of. */
export interface ChangeColumn {
  readonly is: 'series' | 'numerator' | 'denominator';
  readonly kind: Kind;
  /** Unit of its steps. */
  readonly unit: string;
  readonly cells: FourCells;
  /** Null where a figure that it takes is not there or may not be shown. */
  readonly parts: ChangeParts | null;
}

export interface ChangeAsked {
  readonly earlier: string;
  readonly later: string;
  readonly order: Order;
}

/** What a unit makes of a number; a duration or a score is neither a number of things nor a rate. */
const kindOf = (unit: string): Kind =>
  isCount(unit) ? 'count' : /^share$|^per |^events per/.test(unit) ? 'rate' : 'other';

/**
 * The change of a series split into parts, and that of the numbers a rate is made of beside it. In
 * Release view the revision is left out unless every number of things shows that it changed by nothing
 * or by no fewer than the threshold: two releases could be subtracted (domain D-7).
 */
export function changeColumns(
  figures: ChangeFigures,
  series: ChangeSeries,
  asked: ChangeAsked,
): ChangeColumn[] {
  const columns = wanted(series).map((pick) => columnOf(figures, series, asked, pick));
  const held = figures.before === null || maySubtract(figures.first, columns);
  return (held ? columns : wanted(series).map((pick) => columnOf({ ...figures, before: null }, series, asked, pick))) // prettier-ignore
    .filter(({ is, cells }) => is === 'series' || Object.values(cells).some(hasNumber));
}

/** A figure of a period that an import before had otherwise, in steps of its unit. */
interface Revision {
  readonly period: string;
  /** Null where the amounts may not be shown. */
  readonly steps: { readonly from: number; readonly to: number } | null;
}

/** The periods of a series that differ from an import before, by the number or by what it is made of. */
export function revisionsOf(
  figures: Pick<ChangeFigures, 'first' | 'before'>,
  series: ChangeSeries,
  periods: readonly string[],
): Revision[] {
  const both = { ...figures, second: null };
  return periods.flatMap((period): Revision[] => {
    const asked = { earlier: period, later: period, order: 'definition' } as const;
    const columns = wanted(series).map((pick) => columnOf(both, series, asked, pick));
    const [from, to] = [columns[0]?.cells.before ?? null, columns[0]?.cells.earlier.first ?? null];
    const cut = series.at(figures.first, period)?.marks.includes('incomplete');
    if (cut || from === null || to === null) return [];
    if (!columns.some(({ cells }) => cells.before !== null && cells.earlier.first !== null && cells.before !== cells.earlier.first)) return []; // prettier-ignore
    return [{ period, steps: maySubtract(figures.first, columns) ? { from, to } : null }];
  });
}

/** Whether the amounts by which an import before differs may be shown. */
function maySubtract(now: Released, columns: readonly ChangeColumn[]): boolean {
  if (now.mode === 'working') return true;
  const counts = columns.filter(({ kind }) => kind === 'count');
  return (
    counts.length > 0 &&
    counts.every(({ cells: { before, earlier } }) => {
      if (before === null || earlier.first === null) return false;
      const by = Math.abs(earlier.first - before);
      return by === 0 || by >= now.protection.threshold;
    })
  );
}

interface Part {
  readonly is: ChangeColumn['is'];
  of(row: ReleasedRow): Cell;
}

const wanted = ({ unit }: ChangeSeries): readonly Part[] => [
  { is: 'series', of: ({ value }) => value },
  ...(kindOf(unit) === 'rate'
    ? [
        { is: 'numerator' as const, of: ({ numerator }: ReleasedRow) => numerator },
        { is: 'denominator' as const, of: ({ denominator }: ReleasedRow) => denominator },
      ]
    : []),
];

function columnOf(
  { first, second, before }: ChangeFigures,
  series: ChangeSeries,
  { earlier, later, order }: ChangeAsked,
  { is, of }: Part,
): ChangeColumn {
  const number = (from: Released | null, period: string) => {
    const row = series.at(from, period);
    const cell = row && of(row);
    return cell?.is === 'value' ? cell.value : null;
  };
  const cut = series.at(before, earlier)?.marks.includes('incomplete') ?? false;
  const raw = {
    before: cut ? null : number(before, earlier),
    earlier: { first: number(first, earlier), second: number(second, earlier) },
    later: { first: number(first, later), second: number(second, later) },
  };
  const all = [raw.before, ...Object.values(raw.earlier), ...Object.values(raw.later)];
  // What a rate is made of may be time, which has parts of a whole.
  const whole = all.every((one) => one === null || Number.isInteger(one));
  const unit = is === 'series' ? series.unit : whole ? 'children' : 'months';
  const steps = (one: number | null) => one === null ? null : inSteps(one, unit); // prettier-ignore
  const cells: FourCells = {
    before: steps(raw.before),
    earlier: { first: steps(raw.earlier.first), second: steps(raw.earlier.second) },
    later: { first: steps(raw.later.first), second: steps(raw.later.second) },
  };
  const kind = is === 'series' ? kindOf(unit) : whole ? 'count' : 'other';
  return { is, kind, unit, cells, parts: changeParts(cells, order, second === null) };
}

const hasNumber = (one: FourCells[keyof FourCells]): boolean =>
  typeof one === 'number' || (one !== null && Object.values(one).some((cell) => cell !== null));
