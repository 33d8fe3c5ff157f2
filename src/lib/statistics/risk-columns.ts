import { isCount } from './counts';
import type { RiskColumns, RiskTable } from './risk-table';

/** A risk table by columns; a row without events by cause has none of any. */
export function riskColumns(table: RiskTable, causes: number): RiskColumns {
  const column = () => new Float64Array(table.length);
  const [t, nRisk, d] = [column(), column(), column()];
  const byCause = Array.from({ length: causes }, column);
  table.forEach((row, at) => {
    t[at] = row.t;
    nRisk[at] = row.nRisk;
    d[at] = row.d;
    byCause.forEach((own, k) => (own[at] = row.dByCause?.[k] ?? 0));
  });
  return { t, nRisk, d, byCause };
}

/** Whether a table is given by columns. */
export const isColumns = (table: RiskTable | RiskColumns): table is RiskColumns => 't' in table;

/** As `riskTableIsValid`. */
export function riskColumnsAreValid({ t, nRisk, d, byCause }: RiskColumns): boolean {
  let last = -Infinity;
  for (let at = 0; at < t.length; at++) {
    if (Number.isNaN(t[at]) || (at > 0 && t[at]! <= last)) return false;
    if (!isCount(nRisk[at]!) || !isCount(d[at]!) || d[at]! > nRisk[at]!) return false;
    last = t[at]!;
    let total = 0;
    for (const own of byCause) {
      if (!isCount(own[at]!)) return false;
      total += own[at]!;
    }
    if (byCause.length && total !== d[at]) return false;
  }
  return true;
}

/** The rows from a place on. */
export const laterRows = ({ t, nRisk, d, byCause }: RiskColumns, from: number): RiskColumns => ({
  t: t.subarray(from),
  nRisk: nRisk.subarray(from),
  d: d.subarray(from),
  byCause: byCause.map((own) => own.subarray(from)),
});

/** How many of rising times are before one, or not after it. */
export function howMany(times: Float64Array, time: number, which: 'before' | 'not after'): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const within = which === 'before' ? times[middle]! < time : times[middle]! <= time;
    if (within) low = middle + 1;
    else high = middle;
  }
  return low;
}
