import { chiSquareTail } from './chi-square-tail';
import { choleskySolve } from './cholesky';
import { riskTable, riskTableIsValid, type RiskTable } from './risk-table';
import type { Status } from './status';
import type { DurationsInput } from './km-clean';

export interface LogrankInput extends DurationsInput {
  /** Group of each row, any code. */
  readonly group: readonly (number | string)[];
}

export interface Logrank {
  readonly chisq: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** Groups in rising order of their code, and events observed and expected in each. */
  readonly groups: readonly (number | string)[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly status: Status;
}

const none = (status: Status): Logrank => ({
  chisq: null,
  df: null,
  p: null,
  groups: [],
  observed: [],
  expected: [],
  status,
});

/** At one time, children at risk and events in each group. */
interface Moment {
  readonly nRisk: number[];
  readonly d: number[];
}

/** Lines the tables of the groups up; groups at risk at a time are those of the next row. */
function moments(tables: readonly RiskTable[]): Moment[] {
  const times = new Set(tables.flatMap((table) => table.filter((r) => r.d > 0).map((r) => r.t)));
  const places = tables.map(() => 0);
  return [...times]
    .sort((a, b) => a - b)
    .map((t) => {
      const rows = tables.map((table, g) => {
        while ((table[places[g]!]?.t ?? Infinity) < t) places[g]!++;
        return table[places[g]!];
      });
      return {
        nRisk: rows.map((row) => row?.nRisk ?? 0),
        d: rows.map((row) => (row?.t === t ? row.d : 0)),
      };
    });
}

/**
 * Log-rank test of k groups from one risk table a group; each table must have a row for every exit
 * and entry time. `undefined` with fewer than two groups or without an event. It answers "any
 * difference over the whole period": pair it with shares at fixed times.
 * Sources: Mantel (1966) Cancer Chemother Rep 50:163; Peto & Peto (1972) JRSS A 135:185.
 */
export function logrankFromRiskTables(
  tables: readonly RiskTable[],
  groups: readonly (number | string)[],
): Logrank {
  const k = tables.length;
  if (groups.length !== k || !tables.every(riskTableIsValid)) return none('invalid');
  const observed = new Array<number>(k).fill(0);
  const expected = new Array<number>(k).fill(0);
  const width = Math.max(0, k - 1);
  const variance = new Float64Array(width * width);
  for (const { nRisk, d } of moments(tables)) {
    const n = nRisk.reduce((total, value) => total + value, 0);
    const events = d.reduce((total, value) => total + value, 0);
    const factor = n > 1 ? (events * (n - events)) / (n - 1) : 0;
    for (let g = 0; g < k; g++) {
      const share = nRisk[g]! / n;
      observed[g]! += d[g]!;
      expected[g]! += events * share;
      for (let h = 0; g < width && h < width; h++)
        variance[g * width + h]! += factor * share * ((g === h ? 1 : 0) - nRisk[h]! / n);
    }
  }
  const found = { groups, observed, expected };
  if (k < 2 || observed.every((events) => events === 0)) return { ...none('undefined'), ...found };
  const gap = Float64Array.from({ length: width }, (_, g) => observed[g]! - expected[g]!);
  const solved = gap.slice();
  if (choleskySolve(variance, solved, width) === 0) return { ...none('undefined'), ...found };
  const chisq = gap.reduce((total, value, g) => total + value * solved[g]!, 0);
  return { chisq, df: width, p: chiSquareTail(chisq, width), ...found, status: 'ok' };
}

/** As {@link logrankFromRiskTables}, from one row per child; cleans first. */
export function logrankTest({ time, status, entry, group }: LogrankInput): Logrank {
  if (group.length !== time.length || status.length !== time.length) return none('invalid');
  if (entry && entry.length !== time.length) return none('invalid');
  const order = (a: number | string, b: number | string) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;
  const built = [...new Set(group)].sort(order).map((code) => {
    const own = <T>(list: readonly T[]) => list.filter((_, row) => group[row] === code);
    const lists = { time: own(time), status: own(status), entry: entry && own(entry) };
    return { code, table: riskTable(lists, 1) };
  });
  if (built.some(({ table }) => table === null)) return none('invalid');
  const used = built.filter(({ table }) => table && table.n > 0);
  return logrankFromRiskTables(
    used.map(({ table }) => table?.table ?? []),
    used.map(({ code }) => code),
  );
}
