import { kmClean, type CleanDurations, type DurationsInput } from './km-clean';

/** One distinct time. At risk at t are those with entry < t ≤ exit. */
interface RiskRow {
  readonly t: number;
  readonly nRisk: number;
  /** Events of every cause at t. */
  readonly d: number;
  /** Events by cause 1…K; needed for cumulative incidence only. */
  readonly dByCause?: readonly number[];
}

/**
 * Rows in rising order of time. Best with one row for every distinct exit and entry time, also
 * those without an event: then the last row is the end of follow-up and the number at risk is known
 * at every time. A table of event times alone needs `lastTime` and `nRiskAt` beside it.
 */
export type RiskTable = readonly RiskRow[];

/** The same by columns, for tables with many rows. */
export interface RiskColumns {
  readonly t: Float64Array;
  readonly nRisk: Float64Array;
  readonly d: Float64Array;
  readonly byCause: readonly Float64Array[];
}

/** What a curve needs beside the risk table. */
export interface CurveOptions {
  /** Children in the curve. */
  readonly n: number;
  readonly conf?: number;
  /** Times at which the curve is read; an event at exactly that time is included. */
  readonly times?: readonly number[];
  /** Latest exit time; the last row's time if left out. */
  readonly lastTime?: number;
  /** Number at risk at each of `times`, when the table has rows for event times only. */
  readonly nRiskAt?: readonly number[];
}

/** A table that cannot be: unsorted, negative, more events than children at risk, causes that do not add up. */
export function riskTableIsValid(table: RiskTable): boolean {
  let last = -Infinity;
  for (let row = 0; row < table.length; row++) {
    const { t, nRisk, d, dByCause } = table[row]!;
    if (Number.isNaN(t) || (row > 0 && t <= last)) return false;
    if (!isNumberOfChildren(nRisk) || !isNumberOfChildren(d) || d > nRisk) return false;
    last = t;
    if (!dByCause) continue;
    let total = 0;
    for (const events of dByCause) {
      if (!isNumberOfChildren(events)) return false;
      total += events;
    }
    if (total !== d) return false;
  }
  return true;
}

const isNumberOfChildren = (n: number) => Number.isSafeInteger(n) && n >= 0;

/** A risk table made from lists, with the rows that could not enter it. */
export interface BuiltRiskTable {
  readonly table: RiskTable;
  readonly n: number;
  readonly censored: number;
  readonly excluded: Omit<CleanDurations, 'kept' | 'kept_rows'>;
}

/** Builds the risk table from one row per child, cleaned first; null when the lists are unusable. */
export function riskTable(input: DurationsInput, causes: number): BuiltRiskTable | null {
  const { time, status, entry } = input;
  if (status.length !== time.length || (entry && entry.length !== time.length)) return null;
  const { kept_rows, kept, ...excluded } = kmClean(input);
  const exits = new Map<number, { leaving: number; entering: number; byCause: number[] }>();
  const at = (t: number) => {
    const known = exits.get(t);
    if (known) return known;
    const made = { leaving: 0, entering: 0, byCause: new Array<number>(causes).fill(0) };
    exits.set(t, made);
    return made;
  };
  let inside = 0;
  let censored = 0;
  for (const row of kept_rows) {
    const cause = status[row] ?? -1;
    const exit = time[row] ?? NaN;
    const from = entry?.[row] ?? 0;
    const known = Number.isFinite(exit) && Number.isFinite(from) && Number.isInteger(cause);
    if (!known || cause < 0 || cause > causes) return null;
    const slot = at(exit);
    slot.leaving++;
    if (cause === 0) censored++;
    else slot.byCause[cause - 1] = (slot.byCause[cause - 1] ?? 0) + 1;
    if (from > 0) at(from).entering++;
    else inside++;
  }
  const table = [...exits]
    .sort(([a], [b]) => a - b)
    .map(([t, { leaving, entering, byCause }]) => {
      const nRisk = inside;
      inside += entering - leaving;
      return { t, nRisk, d: byCause.reduce((total, d) => total + d, 0), dByCause: byCause };
    });
  return { table, n: kept, censored, excluded };
}
