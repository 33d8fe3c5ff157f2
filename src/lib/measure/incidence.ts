import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { rateClusteredFromSums } from '$lib/statistics/rate-clustered';
import { ratePoissonExact } from '$lib/statistics/rate-poisson-exact';
import type { Status } from '$lib/disclosure/released';
import type { DraftRow } from '$lib/disclosure/draft';
import { counted } from './counted';
import { isChildSql } from './is-child';
import type { Part } from './part';
import { slicesSql } from './population';
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

const hoursPerMonth = 24 * 30.4375;

/** Sufficient statistics of one group: e episodes, t child-months of each child at risk. */
interface Sums {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly all: Exposure;
  readonly first: Exposure;
}
interface Exposure {
  readonly e: number;
  readonly t: number;
  readonly ee: number;
  readonly et: number;
  readonly tt: number;
  readonly children: number;
  readonly childrenWithEvent: number;
}

/**
 * S-IR: episodes that start in the period per 100 child-months at risk. Exposure runs from T0 to the
 * end of follow-up or the 18th birthday and is cut at the period's edges; one month is 30.4375 days.
 * Interval: child-level robust, because one child may have many episodes; first episodes: exact.
 */
export async function incidence(request: Request): Promise<Part> {
  const { indicator, slices } = request;
  const rows: DraftRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    const { sums, query } = await sumsOf(request, columns);
    queries.push(query);
    const tally = new Tally({
      index: tallies.length,
      columns,
      slices,
      rows: sums.flatMap(({ period, by, all }): TallyRow[] => [
        { period, by, part: 'with', count: all.childrenWithEvent },
        { period, by, part: 'without', count: all.children - all.childrenWithEvent },
      ]),
      parts: { total: ['with', 'without'] },
      name: 'episode',
    });
    tallies.push(tally);
    for (const slice of slices)
      for (const by of groupsOf(
        columns,
        sums.map((row) => row.by),
      )) {
        const own = sums.find(
          (row) =>
            row.period === slice.id && columns.every((column) => row.by[column] === by[column]),
        );
        for (const measure of indicator.measures) {
          const exposure = (measure.reads === 'first rate' ? own?.first : own?.all) ?? nothing;
          rows.push({
            measure: measure.id,
            unit: measure.unit,
            period: slice.id,
            by,
            ...rateOf(exposure, measure.reads === 'first rate'),
            counts: [
              tally.ref(slice.id, by, 'with'),
              tally.ref(slice.id, by, 'without'),
              tally.ref(slice.id, by),
            ],
          });
        }
      }
  }
  const whole = slices.map(({ id }) => tallies[0]!.ref(id, {}));
  return { rows, tables: tallies.map((tally) => tally.table), whole, queries };
}

/** Sums of doubles differ in their last digits with the order of rows; figures must not. */
const stable = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(12));

const nothing: Exposure = { e: 0, t: 0, ee: 0, et: 0, tt: 0, children: 0, childrenWithEvent: 0 };

function rateOf(
  sums: Exposure,
  first: boolean,
): Omit<DraftRow, 'measure' | 'unit' | 'period' | 'by' | 'counts'> {
  const rate = first
    ? ratePoissonExact({ events: sums.e, person_time: sums.t, per: 100 })
    : rateClusteredFromSums(sums, { per: 100 });
  const few = sums.children < 10 || sums.t < 10;
  const status: Status = few
    ? sums.t > 0
      ? 'too_few'
      : 'undefined'
    : rate.status.startsWith('ok')
      ? 'ok'
      : (rate.status as Status);
  const shown = status === 'ok';
  return {
    value: shown ? stable(rate.value) : null,
    low: shown ? stable(rate.lower) : null,
    high: shown ? stable(rate.upper) : null,
    numerator: sums.e,
    denominator: Math.round(sums.t * 1000) / 1000,
    n: sums.children,
    status,
    statistic: first ? 'S-R' : 'S-IR',
    marks: sums.childrenWithEvent < 10 ? ['unstable'] : [],
  };
}

async function sumsOf(
  request: Request,
  columns: readonly Breakdown[],
): Promise<{ sums: Sums[]; query: string }> {
  const { slices } = request;
  const { rows: result, query } = await counted(request, columns, exposures);
  const exposure = (row: (typeof result)[number], prefix: string): Exposure => ({
    e: Number(row[`${prefix}e`]),
    t: Number(row[`${prefix}t`]),
    ee: Number(row[`${prefix}ee`]),
    et: Number(row[`${prefix}et`]),
    tt: Number(row[`${prefix}tt`]),
    children: Number(row[`${prefix}children`]),
    childrenWithEvent: Number(row[`${prefix}with_event`]),
  });
  const sums = result.map((row) => ({
    period: slices[Number(row.slice)]?.id ?? '',
    by: byOf(columns, row),
    all: exposure(row, 'all_'),
    first: exposure(row, 'first_'),
  }));
  return { sums, query };
}

const exposures: Additive = {
  statement: sumsSql,
  keys: ['slice'],
  counts: ['all_children', 'all_with_event', 'first_children', 'first_with_event'],
  sums: ['all_', 'first_'].flatMap((set) => ['e', 't', 'ee', 'et', 'tt'].map((sum) => set + sum)),
};

function sumsSql(request: Request, columns: readonly Breakdown[]): Sql {
  const { indicator, choice, slices } = request;
  const groups = join(
    columns.map((_, i) => sql`${name(`b${i}`)},`),
    sql` `,
  );
  const sums = (prefix: Sql, e: Sql, t: Sql) => sql`
    coalesce(sum(${e}), 0) AS ${prefix}e, sum(${t}) AS ${prefix}t, coalesce(sum(${e} * ${e}), 0) AS ${prefix}ee,
    coalesce(sum(${e} * ${t}), 0) AS ${prefix}et, sum(${t} * ${t}) AS ${prefix}tt,
    count(*) FILTER (${t} > 0) AS ${prefix}children, count(*) FILTER (${e} > 0) AS ${prefix}with_event`;
  return sql`WITH risk AS (${indicator.rows?.(choice) ?? sql``}),
    episode AS (${indicator.events?.(choice) ?? sql``}),
    watched AS (
      SELECT child.child, ${groupColumnsSql(columns)} t0_abs_h,
        least(end_h, coalesce(turns_18_h, 1e300)) AS until_h FROM child
      WHERE ${isChildSql(choice)} AND t0_h IS NOT NULL AND ${eligibleSql(request)}),
    happened AS (SELECT episode.* FROM episode JOIN watched USING (child) WHERE at_h >= 0 AND at_h <= until_h),
    begun AS (SELECT child, min(at_h) AS first_h FROM happened GROUP BY child),
    spell AS (
      SELECT watched.*, first_h, greatest(start_h, 0) AS from_h, least(coalesce(risk.end_h, until_h), until_h) AS to_h
      FROM watched JOIN risk USING (child) LEFT JOIN begun USING (child)),
    exposed AS (
      SELECT slice, child, ${groups}
        sum(greatest(0, least(t0_abs_h + to_h, period.end_h) - greatest(t0_abs_h + from_h, period.start_h))) / ${hoursPerMonth} AS t,
        sum(greatest(0, least(t0_abs_h + least(to_h, coalesce(first_h, 1e15)), period.end_h) - greatest(t0_abs_h + from_h, period.start_h))) / ${hoursPerMonth} AS first_t
      FROM spell JOIN ${slicesSql(slices)} ON t0_abs_h + from_h < period.end_h AND t0_abs_h + to_h > period.start_h
      WHERE to_h > from_h GROUP BY ALL),
    counted AS (
      SELECT slice, child, count(*) AS e, count(*) FILTER (at_h = first_h) AS first_e
      FROM happened JOIN watched USING (child) JOIN begun USING (child)
        JOIN ${slicesSql(slices)} ON t0_abs_h + at_h >= period.start_h AND t0_abs_h + at_h < period.end_h GROUP BY ALL)
    SELECT slice, ${groups}
      ${sums(sql`all_`, sql`coalesce(e, 0)`, sql`t`)}, ${sums(sql`first_`, sql`coalesce(first_e, 0)`, sql`first_t`)}
    FROM exposed LEFT JOIN counted USING (slice, child) GROUP BY ALL`;
}
