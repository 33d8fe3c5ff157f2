import type { Breakdown } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { isChildSql } from './is-child';
import { maybeChild } from './link';
import { fewestAndMost } from './linkage-graph';
import { cohortSql } from './population';
import { byOf, eligibleSql, groupColumnsSql, namedGroupsSql, type Request } from './request';
import type { TallyRow } from './tally';

/** How far the number of children of a group can be from the number where every undecided pair is two. */
export interface Between {
  /** Groups that have children in some way to decide the pairs, with a count of 0. */
  readonly met: readonly TallyRow[];
  /** The bounds of a count; null where they are the count itself. */
  of(
    period: string,
    by: Readonly<Record<string, string>>,
    part: string,
    count: number,
  ): { readonly low: number; readonly high: number } | null;
}

/**
 * Exact bounds of the counts of a breakdown over every way to decide the pairs that are undecided: a child
 * made of several records is placed by what they say together, so it may leave one group for another, and
 * a bound may lie above the count. Null where nothing is undecided; Working view alone.
 */
export async function countBetween(
  request: Request,
  columns: readonly Breakdown[],
): Promise<Between | null> {
  const { engine, prepared, signal, slices, view } = request;
  const tangles = prepared.links?.tangles;
  if (view.mode !== 'working' || !tangles) return null;
  const rows = await engine.query(
    namedGroupsSql(
      columns,
      sql`SELECT slice, ${groupColumnsSql(columns)} coalesce(${isChildSql(request.choice)}, FALSE) AS known, child AS who
        FROM ${cohortSql(slices, sql`child_maybe`)} WHERE ${isChildSql(request.choice)} IS DISTINCT FROM FALSE AND ${eligibleSql(request)}`,
    ),
    { signal },
  );
  const placed = new Map<string, Set<number>>();
  const met = new Map<string, TallyRow>();
  for (const row of rows) {
    const period = slices[Number(row.slice)]?.id ?? '';
    const by = byOf(columns, row);
    const part = row.known ? 'child' : 'age_unknown';
    const place = placeOf(period, by, part);
    const known = placed.get(place);
    if (known) known.add(Number(row.who));
    else placed.set(place, new Set([Number(row.who)]));
    met.set(place, { period, by, part, count: 0 });
  }
  return {
    met: [...met.values()],
    of(period, by, part, count) {
      const here = placed.get(placeOf(period, by, part));
      if (!here) return null;
      let [low, high] = [count, count];
      tangles.forEach((tangle, i) => {
        const isHere = (set: number) => here.has(maybeChild(i, set));
        if (!tangle.sets.some(isHere)) return;
        const apart = tangle.nodes.filter((_, bit) => isHere(1 << bit)).length;
        const { fewest, most } = fewestAndMost(tangle, isHere);
        low += fewest - apart;
        high += most - apart;
      });
      return low === high ? null : { low, high };
    },
  };
}

const placeOf = (period: string, by: Readonly<Record<string, string>>, part: string): string =>
  JSON.stringify([period, part, ...Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1))]);
