import type { Breakdown } from '$lib/schema/indicator';
import { byOf, type Request } from './request';
import { unitChildrenSql } from './time-sql';

/**
 * Where a child may have several rows, whether a group of rows in Release view stands on fewer children
 * than the threshold, although it has more rows: all of them, or those with the event, or those without.
 */
export async function fewChildren(
  request: Request,
  columns: readonly Breakdown[],
): Promise<(of: string, period: string, by: Readonly<Record<string, string>>) => boolean> {
  const { engine, indicator, signal, slices, view } = request;
  const units =
    indicator.statistic.kind === 'time' && indicator.statistic.columns?.includes('unit');
  if (!units || view.mode !== 'release') return () => false;
  const key = (of: string, period: string, by: Readonly<Record<string, string>>) =>
    JSON.stringify([of, period, ...columns.map((column) => by[column])]);
  const small = (children: number) => children > 0 && children < view.threshold;
  const result = await engine.query(unitChildrenSql(request, columns), { signal });
  const few = new Set(
    result
      .filter((row) => small(Number(row.children)) || small(Number(row.reached)))
      .map((row) => key(String(row.of), slices[Number(row.slice)]?.id ?? '', byOf(columns, row))),
  );
  return (of, period, by) => few.has(key(of, period, by));
}
