import { sql } from '$lib/schema/sql';
import type { DraftRow } from '$lib/disclosure/draft';
import { countBetween, type Between } from './count-between';
import { counted } from './counted';
import { isChildSql } from './is-child';
import type { Part } from './part';
import { cohortSql } from './population';
import {
  breakdownsOf,
  byOf,
  eligibleSql,
  groupColumnsSql,
  groupsOf,
  type Request,
  type Additive,
} from './request';
import { Tally, type TallyRow } from './tally';

/**
 * S-N: distinct children whose month of first detection lies in the period. Persons whose age is
 * not known are left out of the count and stand beside it (indicators 0.3). No interval on a register, but
 * the bounds that pairs of records leave of which nobody has decided whether they are one child.
 */
export async function count(request: Request): Promise<Part> {
  const { slices } = request;
  const rows: DraftRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    const { rows: found, query } = await counted(request, columns, persons);
    queries.push(query);
    const between = await countBetween(request, columns);
    const tallyRows = found.map((row): TallyRow => ({
      period: slices[Number(row.slice)]?.id ?? '',
      by: byOf(columns, row),
      part: row.known ? 'child' : 'age_unknown',
      count: Number(row.children),
    }));
    tallyRows.push(...(between?.met ?? []));
    const tally = new Tally({
      index: tallies.length,
      columns,
      slices,
      rows: tallyRows,
      parts: { total: ['child', 'age_unknown'] },
      name: 'age known',
      figures: ['child', 'age_unknown'],
    });
    tallies.push(tally);
    for (const slice of slices)
      for (const by of groupsOf(
        columns,
        tallyRows.map((row) => row.by),
      ))
        rows.push(...rowsOf(request, { tally, between }, slice.id, by));
  }
  const whole = slices.flatMap(({ id }) =>
    ['child', 'age_unknown'].map((part) => tallies[0]!.ref(id, {}, part)),
  );
  return { rows, tables: tallies.map((tally) => tally.table), whole, queries };
}

/** Persons who are children, or of unknown age. */
const persons: Additive = {
  statement: (
    request,
    columns,
  ) => sql`SELECT slice, ${groupColumnsSql(columns)} coalesce(${isChildSql(request.choice)}, FALSE) AS known, count(*) AS children
    FROM ${cohortSql(request.slices)} WHERE ${isChildSql(request.choice)} IS DISTINCT FROM FALSE AND ${eligibleSql(request)} GROUP BY ALL`,
  keys: ['slice', 'known'],
  counts: ['children'],
};

function rowsOf(
  { indicator, view }: Request,
  { tally, between }: { tally: Tally; between: Between | null },
  period: string,
  by: Record<string, string>,
): DraftRow[] {
  const unknown = tally.at(period, by, 'age_unknown');
  // In Release view the persons of unknown age are a figure of their own.
  const beside =
    view.mode === 'working' ? { n: tally.at(period, by, 'child') + unknown, unknown } : {};
  return indicator.measures.flatMap(({ id, unit, reads }) => {
    const part = reads === 'unknown' ? 'age_unknown' : 'child';
    const children = tally.at(period, by, part);
    const bounds = between?.of(period, by, part, children);
    const row: DraftRow = {
      measure: id,
      period,
      by,
      unit,
      value: children,
      numerator: children,
      ...beside,
      status: 'ok',
      statistic: 'S-N',
      ...(bounds ? { marks: ['undecided'] } : {}),
      counts: [tally.ref(period, by, part)],
    };
    const bound = (measure: string, value: number): DraftRow => ({
      ...{ measure, period, by, unit, value, numerator: value, status: 'ok', statistic: 'S-N' },
      counts: row.counts,
    });
    return bounds
      ? [row, bound(`${id}_fewest`, bounds.low), bound(`${id}_most`, bounds.high)]
      : [row];
  });
}
