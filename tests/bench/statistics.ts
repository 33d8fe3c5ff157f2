import { nativeEngine } from '$lib/engine/native';
import { type Sql, sql } from '$lib/schema/sql';
import { ajEstimate } from '$lib/statistics/aj-estimate';
import { ajFromRiskTable } from '$lib/statistics/aj-from-risk-table';
import { kmEstimate } from '$lib/statistics/km-estimate';
import { kmFromRiskTable } from '$lib/statistics/km-from-risk-table';
import { loadLinearProgram } from '$lib/statistics/linear-program';
import { run } from '$lib/statistics/methods';

/** A method and an input, as in the reference cases. */
interface MethodCall {
  readonly method: string;
  readonly input: unknown;
}

/** Milliseconds of each call of a method, one after the other, the solver loaded before. */
interface CallTimes {
  readonly method: string;
  readonly ms: readonly number[];
}

const since = (from: number) => performance.now() - from;

/**
 * Each call again and again for `forMs`, at least `least` times, after a tenth of that to warm up.
 * @public used by the built program
 */
export async function callTimes(
  calls: readonly MethodCall[],
  { forMs, least }: { readonly forMs: number; readonly least: number },
): Promise<CallTimes[]> {
  const services = { solveLp: await loadLinearProgram() };
  const times: CallTimes[] = [];
  for (const { method, input } of calls) {
    const warm = performance.now();
    do await run(method, input, services);
    while (since(warm) < forMs / 10);
    const ms: number[] = [];
    const began = performance.now();
    while (ms.length < least || (since(began) < forMs && ms.length < 5000)) {
      const from = performance.now();
      await run(method, input, services);
      ms.push(since(from));
    }
    times.push({ method, ms });
  }
  return times;
}

const causes = 2;
/** Reading times in hours; all rows lie within half a year. */
const times = [24, 48, 168, 720, 2160, 4300];
const hours = 4380;
/** Multiplicative congruential generator: exact in SQL and here, so both roads get the same rows. */
const [factor, modulus] = [48271, 2_147_483_647];

/** Rows as the SQL road finds them: time in hours, cause 0–2, every fifth row with delayed entry, never at 0. */
const rowsSql = (rows: number): Sql => sql`
  CREATE OR REPLACE TABLE src AS
  WITH a AS (SELECT (i * ${factor}) % ${modulus} AS x FROM range(1, ${rows + 1}) t(i)),
  b AS (SELECT x % ${hours} AS t, (x * ${factor}) % ${modulus} AS y FROM a)
  SELECT t::INTEGER AS t,
    CASE WHEN y % 10 < 4 THEN 0 WHEN y % 10 < 8 THEN 1 ELSE 2 END::INTEGER AS cause,
    CASE WHEN y % 5 = 0 AND t > 0 THEN nullif((y // 16) % t, 0) END::INTEGER AS entry
  FROM b`;

/** The risk table with delayed entry and two causes: a row for every exit and entry time. */
const riskTableSql = sql`
  WITH ex AS (SELECT t, count(*) AS m, count(*) FILTER (WHERE cause = 1) AS d1,
      count(*) FILTER (WHERE cause = 2) AS d2 FROM src GROUP BY t),
    en AS (SELECT coalesce(entry, -1) AS t, count(*) AS k FROM src GROUP BY 1),
    tl AS (SELECT t FROM ex UNION SELECT t FROM en),
    j AS (SELECT tl.t, coalesce(m, 0) AS m, coalesce(d1, 0) AS d1, coalesce(d2, 0) AS d2,
      coalesce(k, 0) AS k FROM tl LEFT JOIN ex USING (t) LEFT JOIN en USING (t)),
    n AS (SELECT *, coalesce(sum(k - m) OVER (ORDER BY t
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS n_risk FROM j)
  SELECT t, n_risk::BIGINT AS n_risk, d1, d2 FROM n WHERE t >= 0 ORDER BY t`;

/** The same rows as lists, for the road without SQL. */
function lists(rows: number) {
  const time = new Array<number>(rows);
  const cause = new Array<number>(rows);
  const entry = new Array<number | null>(rows);
  for (let i = 0; i < rows; i++) {
    const x = ((i + 1) * factor) % modulus;
    const y = (x * factor) % modulus;
    const t = x % hours;
    time[i] = t;
    cause[i] = y % 10 < 4 ? 0 : y % 10 < 8 ? 1 : 2;
    entry[i] = (y % 5 === 0 && t > 0 && Math.floor(y / 16) % t) || null;
  }
  return { time, cause, entry };
}

/** Milliseconds of Kaplan–Meier and Aalen–Johansen on the same rows by two roads. */
interface CurveTimes {
  /** Risk table in SQL through the engine, then both curves. */
  readonly sql: readonly number[];
  /** Of that, the statement alone. */
  readonly statement: readonly number[];
  /** Lists of rows in memory to both curves, no SQL. */
  readonly lists: readonly number[];
  readonly tableRows: number;
}

/**
 * Both roads in turn, `rounds` times, on native DuckDB with one thread; throws if they disagree.
 * @public used by the built program
 */
export async function curveTimes(rows: number, rounds: number): Promise<CurveTimes> {
  const engine = await nativeEngine({ threads: 1 });
  try {
    await engine.run(rowsSql(rows));
    const { time, cause, entry } = lists(rows);
    const found = { sql: [] as number[], statement: [] as number[], lists: [] as number[] };
    let tableRows = 0;
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      const read = await engine.query(riskTableSql);
      found.statement.push(since(from));
      const table = read.map(({ t, n_risk, d1, d2 }) => {
        const dByCause = [Number(d1), Number(d2)];
        return { t: Number(t), nRisk: Number(n_risk), d: dByCause[0]! + dByCause[1]!, dByCause };
      });
      const first = table.map((row) => ({ ...row, d: row.dByCause[0]!, dByCause: undefined }));
      const km = kmFromRiskTable(first, { n: rows, times });
      const aj = ajFromRiskTable(table, { n: rows, times, causes });
      found.sql.push(since(from));
      tableRows = table.length;

      const plain = performance.now();
      const status = cause.map((k) => (k === 1 ? 1 : 0));
      const kmOfLists = kmEstimate({ time, status, entry, times });
      const ajOfLists = ajEstimate({ time, cause, entry, times, causes });
      found.lists.push(since(plain));
      const values = (a: typeof km, b: typeof aj) =>
        JSON.stringify([a.status, a.median, a.at, b.status, b.events, b.at]);
      if (km.status !== 'ok' || values(km, aj) !== values(kmOfLists, ajOfLists))
        throw new Error('The two roads to the curves disagree.');
    }
    return { ...found, tableRows };
  } finally {
    await engine.close();
  }
}
