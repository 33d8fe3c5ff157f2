import { join, name, sql, type Sql } from '$lib/schema/sql';
import { eventTables, momentsOf, together, verdictsOf } from './checked-rows';
import type { CrossFileRule, RuleInput } from './cross-file-rule';

/** Fewer values than this in a column say nothing of habits of writing. Ours. */
const fewest = 20;

/** Values that forms fill in by themselves, in the unit they are written in. */
const defaults = { offset_h: [0, 24], offset_d: [0, 30, 365] } as const;

/** Loaded moments of children but `cases.detected`, from which the others are counted. */
const columns = ({ has }: RuleInput) =>
  ['cases', ...eventTables]
    .flatMap((table) => momentsOf(table).map((moment) => ({ table, moment })))
    .filter(({ table, moment }) => moment !== 'detected' && has(table, moment));

const every = ['cases', ...eventTables].flatMap((table) =>
  momentsOf(table).map((moment) => `${table}.${moment}`),
);

/** Every moment of some columns as it is written, one row a value: `tbl, ref, h, clock`. */
const written = (from: readonly { table: string; moment: string }[]): Sql | null =>
  together(
    from.map(
      ({ table, moment }) =>
        sql`SELECT ${table} AS tbl, ${`${table}.${moment}`} AS ref, ${name(`${moment}_h`)} AS h, ${name(`${moment}__clock`)} AS clock
          FROM ${name(table)} WHERE ${name(`${moment}_h`)} IS NOT NULL`,
    ),
  );

const fixed = join(
  Object.entries(defaults).flatMap(([unit, values]) =>
    values.map((value) => sql`(${unit}::e_clock, ${value})`),
  ),
);

/**
 * One row a value of a column in one unit, broken where the value is a default that piles up: at least
 * ten values and a tenth of the column, and more than five times as many as any other whole value within
 * seven of it. These limits are ours.
 */
const pileVerdicts = (moments: Sql): Sql => sql`SELECT tbl, ref, holds FROM (
  WITH value AS (SELECT tbl, ref, clock, round(CASE clock WHEN 'offset_h'::e_clock THEN h ELSE h / 24 END, 6) AS v
      FROM (${moments}) WHERE clock IN ('offset_h'::e_clock, 'offset_d'::e_clock)),
    many AS (SELECT ref, clock, count(*) AS n FROM value GROUP BY ref, clock HAVING count(*) >= ${fewest}),
    here AS (SELECT ref, clock, v, count(*) AS times FROM value GROUP BY ref, clock, v),
    whole AS (SELECT ref, clock, floor(v) AS day, count(*) AS times FROM value GROUP BY ALL),
    beside AS (SELECT ref, whole.clock, d, max(times) AS most FROM whole JOIN (VALUES ${fixed}) AS fixed(clock, d)
      ON fixed.clock = whole.clock AND day <> d AND day BETWEEN d - 7 AND d + 7 GROUP BY ALL),
    pile AS (SELECT here.ref, here.clock, here.v FROM here JOIN many ON many.ref = here.ref AND many.clock = here.clock JOIN (VALUES ${fixed}) AS fixed(clock, d) ON fixed.clock = here.clock AND here.v = fixed.d
      LEFT JOIN beside ON beside.ref = here.ref AND beside.clock = here.clock AND beside.d = fixed.d
      WHERE here.times >= 10 AND 10 * here.times >= n AND here.times > 5 * coalesce(most, 0))
  SELECT value.tbl, value.ref, pile.v IS NULL AS holds FROM value JOIN many ON many.ref = value.ref AND many.clock = value.clock
    LEFT JOIN pile ON pile.ref = value.ref AND pile.clock = value.clock AND pile.v = value.v)`;

/** Whether days of a column pile up where `share` of them would fall by chance: 3 points more, and no accident. */
const piles = (count: Sql, share: number): Sql =>
  sql`(${count} >= ${share + 0.03} * n AND ${count} >= ${share} * n + 3 * sqrt(${share} * n))`;

/** One row a date of a column, broken where it is a first of the month or year that too many dates fall on. */
const firstsVerdicts = (moments: Sql): Sql => sql`SELECT tbl, ref, holds FROM (
  WITH dated AS (SELECT tbl, ref, DATE '1970-01-01' + floor(h / 24)::INTEGER AS date FROM (${moments})
      WHERE clock IN ('date'::e_clock, 'datetime'::e_clock)),
    many AS (SELECT ref, count(*) AS n, count(*) FILTER (day(date) = 1) AS months, count(*) FILTER (dayofyear(date) = 1) AS years FROM dated GROUP BY ref),
    pile AS (SELECT ref, ${piles(sql`months`, 12 / 365.25)} AS by_month, ${piles(sql`years`, 1 / 365.25)} AS by_year FROM many WHERE n >= ${fewest})
  SELECT tbl, ref, NOT ((by_month AND day(date) = 1) OR (by_year AND dayofyear(date) = 1)) AS holds FROM dated JOIN pile USING (ref))`;

/** Rules on how moments are written: X04, X31, X32. */
export const rulesClock: readonly CrossFileRule[] = [
  {
    code: 'X04',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'Where times count from the first detection, the first file of a child is detected at 0.',
      nb: 'Der tider regnes fra første oppdagelse, er barnets første sak oppdaget ved 0.',
    },
    reads: ['cases.detected'],
    // Files of one child share its clock only across organisations (ruling M1).
    verdicts: ({ facts, linked, has }) =>
      facts.meta.dateMode === 'offset' && has('cases', 'detected')
        ? verdictsOf(
            'cases',
            sql`CASE WHEN it.detected__clock IN ('offset_h'::e_clock, 'offset_d'::e_clock) THEN it.detected_h = 0 END`,
            linked && facts.meta.linkage === 'across_orgs'
              ? {
                  where: sql`it.child IS NULL OR it.row_no IN (SELECT arg_min(case_row, coalesce(cases.detected_h, 1e300)) FROM file_case JOIN cases ON cases.rowid = case_row GROUP BY child)`,
                }
              : {},
          )
        : null,
  },
  {
    code: 'X31',
    level: 'warning',
    unit: 'values',
    words: {
      en: 'Times do not pile up at exactly 0 or 24 hours, or 0, 30 or 365 days, as values do that a form fills in by itself.',
      nb: 'Tider hoper seg ikke opp på nøyaktig 0 eller 24 timer, eller 0, 30 eller 365 dager, slik verdier gjør som et skjema fyller inn selv.',
    },
    reads: every,
    verdicts: (input) => {
      const moments = input.facts.meta.dateMode === 'offset' ? written(columns(input)) : null;
      return moments && pileVerdicts(moments);
    },
  },
  {
    code: 'X32',
    level: 'warning',
    unit: 'values',
    words: {
      en: 'Dates do not fall on the first of a month or year more often than by chance, as they do where only the month or year is known.',
      nb: 'Datoer faller ikke på den første i en måned eller et år oftere enn tilfeldig, slik de gjør der bare måneden eller året er kjent.',
    },
    reads: every,
    // Dates moved by whole weeks no longer fall where they did.
    verdicts: (input) => {
      const { dateMode } = input.facts.meta;
      const detected = input.has('cases', 'detected')
        ? [{ table: 'cases', moment: 'detected' }]
        : [];
      const moments =
        dateMode === 'exact' || dateMode === 'month'
          ? written([...detected, ...columns(input)])
          : null;
      return moments && firstsVerdicts(moments);
    },
  },
];
