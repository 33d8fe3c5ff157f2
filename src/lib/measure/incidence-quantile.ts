import { ajFromRiskTable } from '$lib/statistics/aj-from-risk-table';
import type { Status } from '$lib/disclosure/released';
import type { TimedGroup } from './risk-table-of';

const same = 1e-10;

/**
 * The time by which a share `p` of everyone timed had the event, in hours: where the cumulative
 * incidence (Aalen–Johansen) reaches it. Open cases are right-censored, and whoever something else
 * happened to first stays in the share without the event, as in the readings at fixed times beside it;
 * `not_reached` where fewer than `p` ever had it. The midpoint of an exactly flat stretch, limits by the
 * same rule on the band (stats.md 4.3, 4.4).
 */
export function incidenceQuantile({ table, n }: TimedGroup, p: number) {
  const own = table.byCause[0]!;
  const times = [...table.t].filter((_, row) => own[row]! > 0);
  const curve = ajFromRiskTable(table, { n, causes: 2, times, limitsOf: [1] });
  const reached = (of: 'cif' | 'lower' | 'upper'): number | null => {
    const past = curve.at.findIndex((one) => (one[of][0] ?? 0) >= p - same);
    if (past < 0) return null;
    const flat = Math.abs((curve.at[past]![of][0] ?? 0) - p) < same;
    return flat ? (times[past]! + (times[past + 1] ?? times[past]!)) / 2 : times[past]!;
  };
  const value = reached('cif');
  const status: Status =
    curve.status !== 'ok'
      ? 'undefined'
      : curve.risk_set_exhausted_early
        ? 'not_estimable'
        : value === null
          ? 'not_reached'
          : 'ok';
  return { p, value, lower: reached('upper'), upper: reached('lower'), status };
}
