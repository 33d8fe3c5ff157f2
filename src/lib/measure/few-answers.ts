import type { Breakdown } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { byOf, namedGroupsSql, type Request } from './request';
import { answeredSql, slotsSql } from './share-tally';

/** Distinct children behind the rows of a group. */
interface Children {
  readonly place: string;
  readonly line: string;
  readonly least: number;
}

/**
 * Where a child may have several rows, whether a group in Release view stands on fewer children than
 * the threshold although it has more rows: those with yes, those with no or those not known. With such
 * groups goes the next smallest of the same line, so that a total does not give them away; where
 * breakdowns are crossed, the whole line.
 */
export async function fewAnswers(
  request: Request,
  columns: readonly Breakdown[],
  units: boolean,
): Promise<(of: string, period: string, by: Readonly<Record<string, string>>) => boolean> {
  const { engine, signal, slices, view } = request;
  if (!units || view.mode !== 'release') return () => false;
  const key = (of: string, period: string, by: Readonly<Record<string, string>>) =>
    JSON.stringify([of, period, ...columns.map((column) => by[column])]);
  const statement = namedGroupsSql(
    columns,
    sql`${answeredSql(request, columns, units)} SELECT slice, ${slotsSql(columns)} of,
      count(DISTINCT child) FILTER (answer) AS yes, count(DISTINCT child) FILTER (NOT answer) AS no,
      count(DISTINCT child) FILTER (answer IS NULL) AS unknown FROM answered GROUP BY ALL`,
  );
  const result = await engine.query(statement, { signal });
  const groups = result.map((row): Children => {
    const period = slices[Number(row.slice)]?.id ?? '';
    const met = [row.yes, row.no, row.unknown].map(Number).filter((children) => children > 0);
    return {
      place: key(String(row.of), period, byOf(columns, row)),
      line: JSON.stringify([String(row.of), period]),
      least: Math.min(...met),
    };
  });
  const few = new Set<string>();
  for (const line of new Set(groups.map((group) => group.line))) {
    const own = groups.filter((group) => group.line === line).sort((a, b) => a.least - b.least);
    const small = own.filter(({ least }) => least < view.threshold).length;
    const kept = small === 0 ? 0 : columns.length > 1 ? own.length : small + 1;
    for (const { place } of own.slice(0, kept)) few.add(place);
  }
  return (of, period, by) => few.has(key(of, period, by));
}
