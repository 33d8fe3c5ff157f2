import { howMany } from './risk-columns';
import type { CurveOptions, RiskColumns } from './risk-table';

/** Latest time at which anyone was observed. */
export const followUpEnd = ({ t }: RiskColumns, { lastTime }: CurveOptions): number =>
  Math.max(lastTime ?? -Infinity, t.at(-1) ?? -Infinity);

/** Number at risk at each of the times asked for: that of the first row not before it, 0 past the end. */
export function numbersAtRisk(table: RiskColumns, options: CurveOptions): (number | null)[] {
  const { times = [], nRiskAt, lastTime } = options;
  const complete = lastTime === undefined || table.d.includes(0);
  const end = followUpEnd(table, options);
  return times.map((time, place) => {
    const next = howMany(table.t, time, 'before');
    if (nRiskAt?.[place] !== undefined) return nRiskAt[place];
    if (time > end) return 0;
    return complete || table.t[next] === time ? (table.nRisk[next] ?? 0) : null;
  });
}

/** Children needed at risk before a curve may start again. */
const restartFrom = 10;

/**
 * With delayed entry the risk set can empty while children are still to enter; the curve is then 0
 * for ever. Returns the row after which that happens and the first later row with at least ten at
 * risk, from which a curve "among cases still open" can be drawn; null when it does not happen.
 */
export function riskSetExhausted({ nRisk, d }: RiskColumns): { restart: number | null } | null {
  let at = 0;
  while (at < d.length && !(d[at]! > 0 && d[at] === nRisk[at])) at++;
  if (at === d.length) return null;
  const later = nRisk.subarray(at + 1);
  if (!later.some((risk) => risk > 0)) return null;
  const restart = later.findIndex((risk) => risk >= restartFrom);
  return { restart: restart < 0 ? null : at + 1 + restart };
}
