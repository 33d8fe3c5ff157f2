import type { DraftRow } from '$lib/disclosure/draft';
import type { Status } from '$lib/disclosure/released';
import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { shareOfTimeFromSums, type ShareOfTimeSums } from '$lib/statistics/share-of-time';
import { counted } from './counted';
import { everyone, type Part } from './part';
import {
  breakdownsOf,
  byOf,
  groupColumnsSql,
  groupsOf,
  memberSql,
  placedRowsSql,
  type Request,
  type Additive,
} from './request';
import { mostlyUnknown } from './share-gates';
import { Tally } from './tally';

/** Kinds of children, for the gate: none, some or all of their time was with; not known; not watched. */
const leaves = ['none', 'some', 'all', 'unknown', 'unwatched'] as const;

/** Sums of one group, in hours; `unknownTime` is the time of children whose time with is not known. */
interface Sums extends ShareOfTimeSums {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly unknownTime: number;
  readonly parts: Readonly<Record<(typeof leaves)[number], number>>;
}

/**
 * Share of the children's time under observation that was with, for example with a guardian in post:
 * hours with ÷ hours watched over all children, so that a child weighs as long as it is watched.
 * Child-level linearised variance with logit limits (ruling M23); ten children. A child whose time
 * with is not known (NULL) stands beside it, with the band that allows; one not watched at all is in
 * neither. In Release view a whole per cent without its numerator, because days are of single children.
 */
export async function shareOfTime(request: Request): Promise<Part> {
  const { slices } = request;
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
      rows: sums.flatMap(({ period, by, parts }) =>
        leaves.map((part) => ({ period, by, part, count: parts[part] })),
      ),
      parts: {
        total: ['known', 'unknown', 'unwatched'],
        [everyone]: ['known', 'unknown', 'unwatched'],
        known: ['none', 'some', 'all'],
      },
      name: 'time with',
    });
    tallies.push(tally);
    for (const { id: period } of slices)
      for (const by of groupsOf(
        columns,
        sums.map((row) => row.by),
      )) {
        const own = sums.find(
          (row) =>
            row.period === period && columns.every((column) => row.by[column] === by[column]),
        );
        const refs = (...labels: string[]) => labels.map((label) => tally.ref(period, by, label));
        rows.push(...rowsOf(request, own ?? nothing, { period, by, refs }));
      }
  }
  const first = tallies[0] as Tally;
  return {
    rows,
    tables: tallies.map((tally) => tally.table),
    whole: slices.map(({ id }) => first.ref(id, {})),
    asked: slices.reduce((sum, { id }) => sum + first.at(id, {}), 0),
    queries,
  };
}

const nothing: Omit<Sums, 'period' | 'by'> = {
  ...{ w: 0, t: 0, ww: 0, wt: 0, tt: 0, children: 0, unknownTime: 0 },
  parts: { none: 0, some: 0, all: 0, unknown: 0, unwatched: 0 },
};

interface Group {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly refs: (...labels: string[]) => ReturnType<Tally['ref']>[];
}

function rowsOf(
  { indicator, view }: Request,
  sums: Omit<Sums, 'period' | 'by'>,
  { period, by, refs }: Group,
): DraftRow[] {
  const release = view.mode === 'release';
  const { children, parts, unknownTime: more } = sums;
  const { unknown } = parts;
  // Sums of doubles differ in their last digits with the order of rows; figures must not.
  const percent = (share: number | null) => {
    if (share === null) return null;
    return release ? Math.round(share * 100) / 100 : Number(share.toPrecision(12));
  };
  const days = (hours: number) => (release ? null : Math.round((hours / 24) * 1000) / 1000);
  const base = {
    period,
    by,
    statistic: 'S-P',
    ...(release ? {} : { n: children + unknown, unknown }),
  };
  return indicator.measures.flatMap(({ id, reads, unit }): DraftRow[] => {
    if (reads === 'unknown')
      return [
        {
          ...base,
          measure: id,
          unit,
          value: unknown,
          numerator: unknown,
          statistic: 'S-N',
          status: 'ok',
          counts: refs('unknown'),
        },
      ];
    if (reads !== 'share of time') return [];
    const share = shareOfTimeFromSums(sums);
    const status: Status = gated(share.status as Status, children, unknown);
    // Whether a share is hidden for its unknowns says something about how many they are.
    const telling = status === 'bounds_only' || mostlyUnknown(view.threshold - 1, children);
    const row: DraftRow = {
      ...base,
      measure: id,
      unit,
      value: status === 'ok' ? percent(share.value) : null,
      low: status === 'ok' ? percent(share.lower) : null,
      high: status === 'ok' ? percent(share.upper) : null,
      numerator: days(sums.w),
      denominator: days(sums.t),
      status,
      marks: children < 30 || parts.some + parts.all < 10 ? ['unstable'] : [],
      counts: refs('none', 'some', 'all', 'known', ...(telling ? ['unknown'] : [])),
    };
    const band = (end: 'no' | 'yes', w: number): DraftRow => {
      const gate = gated(sums.t + more > 0 ? 'ok' : 'undefined', children + unknown, 0);
      return {
        ...base,
        measure: `${id}_if_unknown_${end}`,
        unit,
        value: gate === 'ok' ? percent(w / (sums.t + more)) : null,
        numerator: days(w),
        denominator: days(sums.t + more),
        status: gate,
        counts: refs('none', 'some', 'all', 'known', 'unknown'),
        unless: [refs('unknown'), []],
      };
    };
    return [row, band('no', sums.w), band('yes', sums.w + more)];
  });
}

function gated(status: Status, children: number, unknown: number): Status {
  if (children === 0 || children >= 10)
    return status === 'ok' && mostlyUnknown(unknown, children) ? 'bounds_only' : status;
  return 'too_few';
}

async function sumsOf(
  request: Request,
  columns: readonly Breakdown[],
): Promise<{ sums: Sums[]; query: string }> {
  const { slices } = request;
  const { rows: result, query } = await counted(request, columns, times);
  const sums = result.map((row): Sums => {
    const number = (column: string) => Number(row[column] ?? 0);
    return {
      period: slices[Number(row.slice)]?.id ?? '',
      by: byOf(columns, row),
      w: number('w'),
      t: number('t'),
      ww: number('ww'),
      wt: number('wt'),
      tt: number('tt'),
      unknownTime: number('unknown_t'),
      children: number('none') + number('some') + number('all'),
      parts: {
        none: number('none'),
        some: number('some'),
        all: number('all'),
        unknown: number('unknown'),
        unwatched: number('unwatched'),
      },
    };
  });
  return { sums, query };
}

const times: Additive = {
  statement: sumsSql,
  keys: ['slice'],
  counts: leaves,
  sums: ['unknown_t', 'w', 't', 'ww', 'wt', 'tt'],
};

/** Sums and children by kind. A child without T0 has no time that could be told (total NULL). */
function sumsSql(request: Request, columns: readonly Breakdown[]): Sql {
  const { indicator, choice } = request;
  const groups = join(
    columns.map((_, i) => sql`${name(`b${i}`)},`),
    sql` `,
  );
  return sql`WITH definition AS (${indicator.rows?.(choice) ?? sql``}),
    timed AS (
      SELECT slice, ${groupColumnsSql(columns)} total_h AS t, with_h AS w,
        CASE WHEN total_h IS NULL THEN 'unknown' WHEN total_h <= 0 THEN 'unwatched' WHEN with_h IS NULL THEN 'unknown'
          WHEN with_h <= 0 THEN 'none' WHEN with_h >= total_h THEN 'all' ELSE 'some' END AS part
      FROM ${placedRowsSql(request)} WHERE ${memberSql(request)})
    SELECT slice, ${groups} ${join(leaves.map((leaf) => sql`count(*) FILTER (part = ${leaf}) AS ${name(leaf)}`))},
      sum(t) FILTER (part = 'unknown') AS unknown_t,
      ${join(
        (
          [
            ['w', sql`w`],
            ['t', sql`t`],
            ['ww', sql`w * w`],
            ['wt', sql`w * t`],
            ['tt', sql`t * t`],
          ] as const
        ).map(
          ([column, value]) =>
            sql`sum(${value}) FILTER (part IN ('none', 'some', 'all')) AS ${name(column)}`,
        ),
      )}
    FROM timed GROUP BY ALL`;
}
