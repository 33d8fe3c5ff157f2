import type { Cell, Released } from '$lib/disclosure/released';
import type { Indicator, Measure } from '$lib/schema/indicator';

/** Figures about help a child waits for, with the fixed times that are read off them. */
export const waitsFor: readonly { readonly id: string; readonly at: readonly string[] }[] = [
  { id: 'RF-02', at: ['24h', '7d', '30d', '90d'] },
  { id: 'GP-02', at: ['1d', '5d', '21d'] },
  { id: 'ID-05', at: ['30d', '90d', '180d', '365d'] },
  { id: 'SW-01', at: ['30d', '90d'] },
];

/** What is known at one fixed time. Shares are 0–1. */
export interface WaitReading {
  readonly measure: Measure;
  readonly period: string;
  /** Share reached by then. */
  readonly reached: Cell;
  /** Share not reached by then, 1 − reached, with its interval. */
  readonly notReached: Cell;
  /** What those of unknown time could make of the share not reached. */
  readonly band: { readonly low: number; readonly high: number } | null;
  /** Children or units who still wait; null where the release holds no such number. */
  readonly waiting: Cell | null;
  readonly of: Cell;
}

/** The readings of one figure for its latest period, in the order of the times. */
export function waitReadings(
  released: Released,
  indicator: Indicator,
  at: readonly string[],
): readonly WaitReading[] {
  const ids = at.map((time) => `cif_${time}`);
  const rows = released.rows.filter(({ by }) => Object.keys(by).length === 0);
  const period = rows.filter(({ measure }) => ids.includes(measure)).at(-1)?.period;
  if (period === undefined) return [];
  const row = (measure: string) =>
    rows.find((one) => one.measure === measure && one.period === period);
  return at.flatMap((time): WaitReading[] => {
    const measure = indicator.measures.find(({ id }) => id === `cif_${time}`);
    const found = row(`cif_${time}`);
    if (!measure || !found) return [];
    const [no, yes] = ['no', 'yes'].map(
      (answer) => row(`cif_${time}_if_unknown_${answer}`)?.value,
    ) as [Cell | undefined, Cell | undefined];
    return [
      {
        measure,
        period,
        reached: found.value,
        notReached: lessThanOne(found.value),
        band:
          no?.is === 'value' && yes?.is === 'value'
            ? { low: 1 - yes.value, high: 1 - no.value }
            : null,
        waiting: row(`waiting_${time}`)?.value ?? null,
        of: found.denominator,
      },
    ];
  });
}

/** How many waits are closed and how many open in the latest period, where the figure counts them. */
export function openAndClosed(
  { rows }: Released,
  indicator: Indicator,
): readonly { readonly measure: Measure; readonly value: Cell }[] {
  return indicator.measures.flatMap((measure) => {
    if (measure.reads !== 'closed' && measure.reads !== 'open') return [];
    const found = rows.filter(
      (row) => row.measure === measure.id && Object.keys(row.by).length === 0,
    );
    const value = found.at(-1)?.value;
    return value ? [{ measure, value }] : [];
  });
}

function lessThanOne(cell: Cell): Cell {
  if (cell.is === 'withheld' && cell.between) {
    const [low, high] = cell.between;
    return { is: 'withheld', between: [1 - high, 1 - low] };
  }
  if (cell.is !== 'value') return cell;
  const { value, low, high } = cell;
  return {
    is: 'value',
    value: 1 - value,
    ...(low !== undefined && high !== undefined ? { low: 1 - high, high: 1 - low } : {}),
  };
}
