import type { DraftRow } from '$lib/disclosure/draft';
import { proportionBounds } from '$lib/statistics/proportion-bounds';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { counted } from './counted';
import type { Part } from './part';
import { slicesSql } from './population';
import {
  breakdownsOf,
  byOf,
  groupColumnsSql,
  groupsOf,
  memberSql,
  type Request,
  type Additive,
} from './request';
import { mostlyUnknown, shareMarks, shareStatus } from './share-gates';
import { answers, shareAmong, shareSums } from './share-sums';
import { Tally, type TallyRow } from './tally';

const parts = {
  total: ['asked', 'not asked'],
  asked: ['known', 'unknown'],
  known: ['with', 'without'],
};

/**
 * S-P of a flow: children with an event in the period among those with a spell that overlaps it, or an
 * event in it. Spells and events after the end of follow-up or the 18th birthday do not count; those
 * before detection do (ruling M27). No event is a no, unless `coverage` says that none of the child's
 * organisations submitted the table in the period (U-NOTASKED) or an event has no date (U-BOUNDS).
 */
export async function flowShares(request: Request): Promise<Part> {
  const { slices } = request;
  const rows: DraftRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    const { rows: result, query } = await counted(request, columns, counts);
    queries.push(query);
    const found = result.map((row): TallyRow => ({
      period: slices[Number(row.slice)]?.id ?? '',
      by: byOf(columns, row),
      part: String(row.part),
      count: Number(row.children),
    }));
    const index = tallies.length;
    const tally = new Tally({ index, columns, slices, rows: found, parts, name: 'event' });
    tallies.push(tally);
    const groups = groupsOf(
      columns,
      found.map((row) => row.by),
    );
    for (const { id } of slices)
      for (const by of groups) rows.push(...rowsOf(request, tally, id, by));
  }
  const whole = slices.map(({ id }) => tallies[0]!.ref(id, {}));
  return { rows, tables: tallies.map((tally) => tally.table), whole, queries };
}

function rowsOf(
  { indicator, view }: Request,
  tally: Tally,
  period: string,
  by: Record<string, string>,
): DraftRow[] {
  const at = (label: string) => tally.at(period, by, label);
  const refs = (...labels: string[]) => labels.map((label) => tally.ref(period, by, label));
  const unknown = at('unknown');
  // In Release view the number of unknown is a figure of its own.
  const base = { period, by, ...(view.mode === 'release' ? {} : { n: at('asked'), unknown }) };
  const limits = shareAmong(
    shareSums(
      tally,
      { period, by },
      {
        with: answers.yes,
        known: answers.known,
        unknown: answers.unknown,
        asked: answers.all,
      },
    ),
  );
  return indicator.measures.flatMap(({ id, unit, reads, of }): DraftRow[] => {
    if (reads === 'count' || reads === 'unknown') {
      const label = reads === 'count' ? 'with' : (of ?? 'unknown');
      const counted = { value: at(label), numerator: at(label), status: 'ok' } as const;
      return [{ ...base, ...counted, measure: id, unit, statistic: 'S-N', counts: refs(label) }];
    }
    const bounds = proportionBounds({ yes: at('with'), no: at('without'), unknown });
    const status = shareStatus(at('known'), bounds.status);
    const shown = status === 'ok';
    // Whether a share of few is hidden for its unknowns says something about how many they are.
    const telling = status === 'bounds_only' || mostlyUnknown(view.threshold - 1, at('known'));
    const row: DraftRow = {
      ...base,
      measure: id,
      unit,
      statistic: 'S-P',
      value: shown ? bounds.known_share : null,
      low: shown ? bounds.lower_ci : null,
      high: shown ? bounds.upper_ci : null,
      numerator: at('with'),
      denominator: at('known'),
      status,
      marks: shareMarks(at('with'), at('known')),
      share: limits.known,
      counts: refs('with', 'known', ...(telling ? ['unknown'] : [])),
    };
    const band = (end: 'no' | 'yes', value: number | null): DraftRow => {
      const gate = shareStatus(at('asked'), value === null ? 'undefined' : 'ok');
      return {
        ...base,
        measure: `${id}_if_unknown_${end}`,
        unit,
        statistic: 'S-P',
        value: gate === 'ok' ? value : null,
        numerator: at('with') + (end === 'yes' ? unknown : 0),
        denominator: at('asked'),
        share: limits[end],
        unless: [refs('unknown'), []],
        status: gate,
        counts: refs('with', 'known', 'unknown'),
      };
    };
    return [row, band('no', bounds.bound_low), band('yes', bounds.bound_high)];
  });
}

const counts: Additive = {
  statement: countsSql,
  keys: ['slice', 'part'],
  counts: ['children'],
};

/** Children by period, group and part: with or without an event, not known, not asked. */
function countsSql(request: Request, columns: readonly Breakdown[]): Sql {
  const { indicator, choice, slices } = request;
  if (indicator.statistic.kind !== 'flow-shares') throw new Error('no shares of a flow');
  const groups = join(
    columns.map((_, i) => sql`${name(`b${i}`)},`),
    sql` `,
  );
  return sql`WITH spell AS (${indicator.rows?.(choice) ?? sql``}), happened AS (${indicator.events?.(choice) ?? sql``}),
    watched AS (SELECT child.child, ${groupColumnsSql(columns)} t0_abs_h, least(end_h, coalesce(turns_18_h, 1e300)) AS until_h
      FROM child WHERE ${memberSql(request)}),
    inside AS (SELECT slice, watched.child FROM watched JOIN spell USING (child) JOIN ${slicesSql(slices)}
        ON t0_abs_h + spell.start_h < period.end_h AND (t0_abs_h + spell.start_h >= period.start_h
          OR t0_abs_h + least(coalesce(spell.end_h, until_h), until_h) > period.start_h)
      WHERE spell.start_h <= until_h),
    struck AS (SELECT DISTINCT slice, watched.child FROM watched JOIN happened USING (child) JOIN ${slicesSql(slices)}
        ON t0_abs_h + at_h >= period.start_h AND t0_abs_h + at_h < period.end_h
      WHERE at_h <= until_h),
    silent AS (SELECT slice, org_key FROM coverage JOIN ${slicesSql(slices)}
        ON coverage.month >= period.first_month AND coverage.month <= period.last_month
      WHERE table_name = ${indicator.statistic.table} GROUP BY ALL HAVING NOT bool_or(submitted IS NOT DISTINCT FROM 'yes')),
    unheard AS (SELECT slice, child FROM file_case JOIN cases ON cases.rowid = file_case.case_row
        CROSS JOIN (SELECT DISTINCT slice FROM silent) AS met LEFT JOIN silent USING (slice, org_key)
      WHERE counted GROUP BY ALL HAVING bool_and(silent.org_key IS NOT NULL)),
    everyone AS (SELECT * FROM inside UNION SELECT * FROM struck)
    SELECT slice, ${groups} CASE WHEN unheard.child IS NOT NULL THEN 'not asked' WHEN struck.child IS NOT NULL THEN 'with'
        WHEN undated.child IS NOT NULL THEN 'unknown' ELSE 'without' END AS part, count(*) AS children
    FROM everyone JOIN watched USING (child) LEFT JOIN struck USING (slice, child) LEFT JOIN unheard USING (slice, child)
      LEFT JOIN (SELECT DISTINCT child FROM happened WHERE at_h IS NULL) AS undated USING (child)
    GROUP BY ALL`;
}
