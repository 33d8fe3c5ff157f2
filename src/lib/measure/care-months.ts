import type { CountTable } from '$lib/disclosure/draft';
import type { CellRef } from '$lib/disclosure/table';
import { join, sql, type Sql } from '$lib/schema/sql';
import type { Run } from './grant-days';
import { total } from './part';
import { addMonths, monthStartHours } from './period';
import { memberSql, type Request } from './request';
import { Tally } from './tally';

/** A programme, the days on which nobody paid its direct care, and those before and after its grants. */
interface Unfunded {
  readonly programme: string;
  readonly gaps: readonly Run[];
  readonly outside: readonly Run[];
}

/**
 * Labels of the counts of a programme, or of all: children in care, those of them on unfunded days, and those
 * of the others on days before the first or after the last grant.
 */
export const careLabels = (place: number | null) =>
  place === null
    ? { inCare: total, unfunded: 'unfunded', outside: 'outside' }
    : {
        inCare: `in ${place}`,
        unfunded: `in ${place} unfunded`,
        outside: `in ${place} outside`,
      };

/** Children by month and label, and the cells that a figure of them stands on. */
export interface CareCounts {
  at(period: string, label: string): number;
  ref(period: string, label: string): readonly CellRef[];
}

/**
 * Children in care by month: distinct children with a day in a placement or a service of a programme in
 * the month, and those with such a day on which the programme had no money. A child may be in several
 * programmes: what is counted is in which ones it is, so that sums over programmes are known not to add
 * up, and the children of one programme outside another are protected too. Where `byDay` is false, or a
 * stay is known by month only, every month that a stay and a gap have in common counts.
 */
export async function careMonths(
  request: Request,
  programmes: readonly Unfunded[],
  byDay: boolean,
): Promise<{ counts: CareCounts; tables: readonly CountTable[]; query: string }> {
  const { engine, slices, signal } = request;
  const statement = countsSql(request, programmes, byDay);
  const rows = (await engine.query(statement, { signal })).map((row) => ({
    period: slices[Number(row.slice)]?.id ?? '',
    by: {},
    part: String(row.part),
    count: Number(row.children),
  }));
  const met = slices.filter(({ id }) => rows.some(({ period }) => period === id));
  const tallies = met.map((slice, index) => {
    const own = rows.filter(({ period }) => period === slice.id);
    const parts = partsOf([...new Set(own.map(({ part }) => part))].sort(), programmes.length);
    return new Tally({
      ...{ index, columns: [], slices: [slice], rows: own, parts, name: 'in care of' },
      figures: Object.keys(parts),
    });
  });
  const of = new Map(met.map(({ id }, i) => [id, tallies[i]!]));
  return {
    counts: {
      at: (period, label) => of.get(period)?.at(period, {}, label) ?? 0,
      ref: (period, label) => {
        const tally = of.get(period);
        return tally?.has(period, {}, label) ? [tally.ref(period, {}, label)] : [];
      },
    },
    // Months are never added up, so each is protected alone.
    tables: tallies.map(({ table }, i) => ({
      ...table,
      dims: table.dims.map((dim) => ({ ...dim, name: `${met[i]!.id}: ${dim.name}` })),
    })),
    query: String(statement),
  };
}

/** What children of a month are in, by label; a label that nobody of the month has is left out. */
function partsOf(leaves: readonly string[], programmes: number): Record<string, readonly string[]> {
  const having = (mark: RegExp) => leaves.filter((leaf) => mark.test(leaf));
  const groups = Array.from({ length: programmes }, (_, place) => {
    const { inCare, unfunded, outside } = careLabels(place);
    return [
      [inCare, having(new RegExp(`\\b${place}[fou]`))],
      [unfunded, having(new RegExp(`\\b${place}u`))],
      [outside, having(new RegExp(`\\b${place}o`))],
    ] as const;
  }).flat();
  const all = [
    ...groups,
    [careLabels(null).unfunded, having(/u/)] as const,
    [careLabels(null).outside, having(/^[^u]*o[^u]*$/)] as const,
  ];
  return Object.fromEntries([[total, leaves], ...all.filter(([, members]) => members.length > 0)]);
}

/** Children by month and by what they are in, such as `0f 2u`: programmes by number, funded, unfunded or outside the grants. */
function countsSql(request: Request, programmes: readonly Unfunded[], byDay: boolean): Sql {
  const { indicator, choice, slices } = request;
  const scope = programmes.map(({ programme }, place) => sql`(${programme}, ${place})`);
  const gaps = programmes.flatMap(({ gaps, outside }, place) => [
    ...gaps.map(({ first, last }) => sql`(${place}, ${first}, ${last}, TRUE)`),
    ...outside.map(({ first, last }) => sql`(${place}, ${first}, ${last}, FALSE)`),
  ]);
  const months = slices.map(
    ({ first, last }, i) => sql`(${i}, ${startOf(first)}, ${startOf(addMonths(last, 1)) - 1})`,
  );
  const monthStart = (day: Sql) =>
    sql`datediff('day', DATE '1970-01-01', date_trunc('month', DATE '1970-01-01' + (${day})::INTEGER)::DATE)`;
  const monthEnd = (day: Sql) =>
    sql`datediff('day', DATE '1970-01-01', last_day(DATE '1970-01-01' + (${day})::INTEGER))`;
  return sql`WITH care AS (${indicator.events?.(choice) ?? sql``}),
    scope AS (SELECT * FROM (VALUES ${join([sql`('', -1)`, ...scope])}) AS list(programme, place)),
    gap AS (SELECT * FROM (VALUES ${join([sql`(-1, 0, 0, TRUE)`, ...gaps])}) AS list(place, first_day, last_day, between)),
    month AS (SELECT * FROM (VALUES ${join(months)}) AS list(slice, month_first, month_last)),
    watched AS (SELECT child.child, floor(t0_abs_h / 24) AS t0_day, end_h, t0_clock IN ('date'::e_clock, 'datetime'::e_clock) AS placed,
        least(coalesce(end_h, 1e9), coalesce(turns_18_h, 1e9)) AS until_h FROM child WHERE ${memberSql(request)}),
    stay AS (SELECT watched.child, scope.place, t0_day + care.start_d AS first_day,
        t0_day + greatest(care.start_d, least(coalesce(care.last_d, 1e9), ceil(until_h / 24) - 1)) AS last_day,
        ${byDay} AND care.fine AND placed AS fine
      FROM watched JOIN care USING (child) JOIN scope USING (programme) WHERE care.start_d * 24 <= until_h),
    laid AS (SELECT child, place, CASE WHEN fine THEN first_day ELSE ${monthStart(sql`first_day`)} END AS first_day,
        CASE WHEN fine THEN last_day ELSE ${monthEnd(sql`last_day`)} END AS last_day FROM stay),
    each_month AS (SELECT slice, child, laid.place, CASE WHEN coalesce(bool_or(gap.between), FALSE) THEN 'u'
          WHEN bool_or(gap.place IS NOT NULL) THEN 'o' ELSE 'f' END AS paid
      FROM laid JOIN month ON laid.first_day <= month_last AND laid.last_day >= month_first
        LEFT JOIN gap ON gap.place = laid.place AND gap.first_day <= least(laid.last_day, month_last)
          AND gap.last_day >= greatest(laid.first_day, month_first)
      GROUP BY ALL),
    whole AS (SELECT slice, child, string_agg(place || paid, ' ' ORDER BY place) AS part
      FROM each_month GROUP BY slice, child)
    SELECT slice, part, count(*) AS children FROM whole GROUP BY ALL`;
}

const startOf = (month: string) => monthStartHours(month) / 24;
