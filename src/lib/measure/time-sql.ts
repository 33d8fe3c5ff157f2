import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { observedDays } from './observed-days';
import {
  groupColumnsSql,
  memberSql,
  namedGroupsSql,
  placedRowsSql,
  type Request,
  type Additive,
} from './request';

/**
 * The rows of a time definition, joined to their children and to the open-case rules: one row a
 * child (or unit) and question, as relation `judged(slice, child, [unit], b0 …, of, ever, problem,
 * moved, cause, minutes, entry)`. Leaving the country, death and turning 18 end the wait as the
 * definition says (ruling S1); the event wins at the same instant (M22); an event later than the end
 * of follow-up is outside it, because the children without one are not followed that far either (M18),
 * also on a clock that starts after that end.
 * Times are whole minutes on the clock of the definition, so that ties stay ties. Nobody is at risk
 * who enters when observation ends or later (stats 4.1).
 */
function judgedSql(request: Request, columns: readonly Breakdown[]): Sql {
  const { indicator, choice } = request;
  const { statistic } = indicator;
  if (statistic.kind !== 'time') throw new Error('not a time');
  const has = (column: (typeof own)[number]) => own.includes(column);
  const own = statistic.columns ?? [];
  const { left = 'competes', eighteen = 'competes' } = statistic.ends ?? {};
  const days = (statistic.clock ?? choice.options.unit) === 'days';
  const observed = days ? sql`24 * ${observedDays}` : sql`child.end_h`;
  const ends = [
    observed,
    ...(has('until_h') ? [sql`coalesce(definition.until_h, 1e300)`] : []),
    ...(eighteen === 'censors' ? [sql`coalesce(child.turns_18_h, 1e300)`] : []),
  ];
  const gone = left === 'competes' ? sql`'returned'::g_end_why, ` : sql``;
  const others = [
    ...(eighteen === 'competes' ? [sql`coalesce(child.turns_18_h, 1e300)`] : []),
    ...(has('other_h') ? [sql`coalesce(definition.other_h, 1e300)`] : []),
    sql`CASE WHEN child.end_why IN (${gone}'deceased'::g_end_why) THEN ${observed} ELSE 1e300 END`,
  ];
  const origin = has('origin_h') ? sql`coalesce(definition.origin_h, 0)` : sql`0`;
  const seen = sql`least(${join(ends)}) - ${origin}`;
  const ended = has('origin_h') ? sql`greatest(0, ${seen})` : seen;
  const entry = has('entry_h')
    ? sql`round(60 * nullif(greatest(0, definition.entry_h - ${origin}), 0))::BIGINT`
    : sql`NULL::BIGINT`;
  const unit = has('unit') ? sql`definition.unit AS unit,` : sql``;
  return sql`WITH definition AS (${indicator.rows?.(choice) ?? sql``}),
    waiting AS (
      SELECT slice, child.child AS child, ${unit} ${groupColumnsSql(columns)} definition.of AS of, definition.ever AS ever,
        CASE WHEN child.t0_h IS NULL THEN 'no T0' ELSE definition.problem END AS stated,
        ${readsMoved(request) ? sql`child.end_why IN ('transferred'::g_end_why, 'contact_lost'::g_end_why)` : sql`FALSE`} AS lost,
        definition.event_h - ${origin} AS event_h, ${seen} AS seen_h, ${ended} AS end_h, least(${join(others)}) - ${origin} AS other_h, ${entry} AS entry
      FROM ${placedRowsSql(request, origin)} WHERE ${memberSql(request)}),
    decided AS (
      SELECT *, CASE WHEN stated IS NOT NULL THEN 0 WHEN event_h <= least(other_h, seen_h) THEN 1 WHEN other_h <= end_h THEN 2 ELSE 0 END AS came
      FROM waiting),
    clocked AS (
      SELECT * EXCLUDE (event_h, seen_h, end_h, other_h), CASE WHEN stated IS NULL THEN round(60 * CASE came
          WHEN 1 THEN event_h WHEN 2 THEN greatest(other_h, 0) ELSE end_h END)::BIGINT END AS minutes
      FROM decided),
    judged AS (
      SELECT * EXCLUDE (stated, came, lost), CASE WHEN entry >= minutes THEN 'invalid' ELSE stated END AS problem,
        CASE WHEN entry >= minutes THEN 0 ELSE came END AS cause, lost AND came = 0 AND stated IS NULL AND (entry IS NULL OR entry < minutes) AS moved
      FROM clocked)`;
}

/** Whether the figure says how many were lost to follow-up. */
const readsMoved = ({ indicator }: Request): boolean =>
  indicator.measures.some(({ reads }) => reads === 'moved') ||
  (indicator.statistic.kind === 'time' && indicator.statistic.boundsAboveLost !== undefined);

/** Whether a child may have several rows a question. */
const hasUnits = ({ indicator }: Request): boolean =>
  indicator.statistic.kind === 'time' && (indicator.statistic.columns?.includes('unit') ?? false);

/** Children counted by distinct time and outcome. */
export const times: Additive = {
  statement: (request, columns) =>
    sql`${judgedSql(request, columns)} SELECT * EXCLUDE (child${hasUnits(request) ? sql`, unit` : sql``}), count(*) AS children FROM judged GROUP BY ALL`,
  keys: ['slice', 'of', 'ever', 'entry', 'minutes', 'problem', 'cause', 'moved'],
  counts: ['children'],
};

/** Outcome of a child in one question: between which readings the event fell, or what became of it. */
export const outcomes = {
  by: (hours: number) => `by ${hours}`,
  later: 'later',
  /** Lost from sight before a reading, where bounds may stand for the figure. */
  lost: (hours: number) => `lost before ${hours}`,
  left: 'left',
  open: 'open',
  unknown: 'unknown',
  invalid: 'invalid',
} as const;

/**
 * Children counted by their outcomes in all questions together: column `vector` holds
 * `of=outcome/ever` of each question, in order, between semicolons.
 */
export const vectors = (horizons: readonly number[]): Additive => ({
  statement: (request, columns) => vectorsSql(request, columns, horizons),
  keys: ['slice', 'vector'],
  counts: ['children'],
});

function vectorsSql(
  request: Request,
  columns: readonly Breakdown[],
  horizons: readonly number[],
): Sql {
  const readings = horizons.map(
    (hours) => sql`WHEN minutes <= ${hours * 60} THEN ${outcomes.by(hours)}`,
  );
  const { statistic } = request.indicator;
  const losses =
    statistic.kind === 'time' && statistic.boundsAboveLost !== undefined
      ? horizons.map(
          (hours) => sql`WHEN moved AND minutes < ${hours * 60} THEN ${outcomes.lost(hours)}`,
        )
      : [];
  const groups = columns.map((_, i) => sql`${slotOf(i)},`);
  return sql`${judgedSql(request, columns)} SELECT slice, ${join(groups, sql` `)} vector, count(*) AS children FROM (
      SELECT slice, child, ${hasUnits(request) ? sql`unit,` : sql``} ${join(groups, sql` `)} string_agg(of || '=' || outcome || '/' || coalesce(ever::VARCHAR, ''), ';' ORDER BY of) AS vector
      FROM (SELECT *, CASE WHEN problem = 'invalid' THEN ${outcomes.invalid} WHEN problem IS NOT NULL THEN ${outcomes.unknown}
          WHEN cause = 2 THEN ${outcomes.left} ${join(losses, sql` `)} WHEN cause = 0 THEN ${outcomes.open}
          ${join(readings, sql` `)} ELSE ${outcomes.later} END AS outcome FROM judged)
      GROUP BY ALL) GROUP BY ALL`;
}

const slotOf = (index: number): Sql => name(`b${index}`);

/**
 * Distinct children behind the rows of a figure about units: `untimed`, `timed`, `reached`, `rest` of
 * them, and by each reading `reached0`, `rest0` and those since the reading before, `step0` …
 */
export function unitChildrenSql(
  request: Request,
  columns: readonly Breakdown[],
  horizons: readonly number[],
): Sql {
  const children = (which: Sql, label: string) =>
    sql`count(DISTINCT child) FILTER (WHERE problem IS NULL AND ${which}) AS ${name(label)}`;
  const readings = horizons.flatMap((hours, i) => {
    const by = sql`coalesce(cause = 1 AND minutes <= ${hours * 60}, FALSE)`;
    const before = sql`coalesce(minutes <= ${(horizons[i - 1] ?? -1) * 60}, FALSE)`;
    return [
      children(by, `reached${i}`),
      children(sql`NOT ${by}`, `rest${i}`),
      children(sql`${by} AND NOT ${before}`, `step${i}`),
    ];
  });
  return namedGroupsSql(
    columns,
    sql`${judgedSql(request, columns)} SELECT slice, ${join(
      columns.map((_, i) => sql`${slotOf(i)},`),
      sql` `,
    )} of, count(DISTINCT child) FILTER (WHERE problem IS NOT NULL) AS untimed,
      ${join([children(sql`TRUE`, 'timed'), children(sql`cause = 1`, 'reached'), children(sql`cause <> 1`, 'rest'), ...readings])}
      FROM judged GROUP BY ALL`,
  );
}
