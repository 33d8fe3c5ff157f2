import type { Breakdown } from '$lib/schema/indicator';
import { name, sql, type Sql } from '$lib/schema/sql';
import {
  byOf,
  groupColumnsSql,
  memberSql,
  namedGroupsSql,
  placedRowsSql,
  type Request,
  type Additive,
} from './request';
import { slotsSql } from './share-tally';

/** Between the codes of one child. */
export const separator = '+';

/** Whether the row of a code stands on too few children to leave. */
export type FewRows = (
  period: string,
  by: Readonly<Record<string, string>>,
  code: string,
) => boolean;

/** The rows of a composition joined to their members: `coded(slice, child, [unit], b0 …, code)`. */
function codedSql(request: Request, columns: readonly Breakdown[], units: boolean): Sql {
  const { choice, indicator } = request;
  const of = indicator.statistic.kind === 'composition' ? indicator.statistic.of : '';
  return sql`WITH definition AS (${indicator.rows?.(choice) ?? sql``}),
    coded AS (SELECT slice, child.child AS child, ${units ? sql`definition.unit AS unit,` : sql``} ${groupColumnsSql(columns)}
      coalesce(definition.${name(of)}::VARCHAR, 'unknown') AS code FROM ${placedRowsSql(request)} WHERE ${memberSql(request)})`;
}

/**
 * Children (or units) counted by their `code`; where they may have several, by all of them, in order,
 * between `+`.
 */
export const codedRows = (units: boolean): Additive => ({
  statement: (request, columns) => codedRowsSql(request, columns, units),
  keys: ['slice', 'code'],
  counts: ['children'],
});

function codedRowsSql(request: Request, columns: readonly Breakdown[], units: boolean): Sql {
  const { statistic } = request.indicator;
  const multiple = statistic.kind === 'composition' && statistic.multiple;
  const rows = multiple
    ? sql`SELECT slice, child, ${units ? sql`unit,` : sql``} ${slotsSql(columns)} string_agg(DISTINCT code, ${separator} ORDER BY code) AS code FROM coded GROUP BY ALL`
    : sql`SELECT * FROM coded`;
  return sql`${codedSql(request, columns, units)} SELECT slice, ${slotsSql(columns)} code, count(*) AS children FROM (${rows}) GROUP BY ALL`;
}

/**
 * Where a child may have several rows, whether a code stands on fewer children than the threshold
 * although it has more rows. With such a code goes the next smallest, so that a total does not give
 * it away; where there are other breakdowns too, every code of the period.
 */
export async function fewCodes(
  request: Request,
  columns: readonly Breakdown[],
  units: boolean,
): Promise<FewRows> {
  const { engine, signal, slices, view } = request;
  if (!units || view.mode !== 'release') return () => false;
  const key = (period: string, by: Readonly<Record<string, string>>, code: string) =>
    JSON.stringify([period, ...columns.map((column) => by[column]), code]);
  const statement = namedGroupsSql(
    columns,
    sql`${codedSql(request, columns, units)} SELECT slice, ${slotsSql(columns)} code, count(DISTINCT child) AS children FROM coded GROUP BY ALL`,
  );
  const result = await engine.query(statement, { signal });
  const groups = result.map((row) => {
    const period = slices[Number(row.slice)]?.id ?? '';
    const place = key(period, byOf(columns, row), String(row.code));
    return { period, place, children: Number(row.children) };
  });
  const few = new Set<string>();
  for (const { id } of slices) {
    const own = groups
      .filter(({ period }) => period === id)
      .sort((a, b) => a.children - b.children);
    const small = own.filter(({ children }) => children < view.threshold).length;
    const kept = small === 0 ? 0 : columns.length ? own.length : small + 1;
    for (const { place } of own.slice(0, kept)) few.add(place);
  }
  return (period, by, code) => few.has(key(period, by, code));
}
