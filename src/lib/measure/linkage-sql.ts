import { codesOf } from '$lib/schema/breakdowns';
import type { DatasetFacts } from '$lib/schema/dataset';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { organisationSql, reachesSql, type FileScope } from './key-scopes';
import type { LinkageField, LinkageRule } from './linkage-rules';

/** Pairs that a person can look through; more are counted, not listed. */
export const mostPairs = 5000;

/** Files alike within one stretch of days; where there are more they tell nobody apart. */
const mostAlike = 200;

/** Statements that build `link_file`: one row a counted file with its child so far (`ent`) and what is compared. */
export function linkFilesSql(
  facts: DatasetFacts,
  { key, left, scopes }: { key: Sql; left: Sql; scopes: readonly FileScope[] },
): Sql[] {
  const dated =
    facts.meta.dateMode === 'exact'
      ? sql`detected__clock IN ('date'::e_clock, 'datetime'::e_clock)`
      : sql`FALSE`;
  const ofMonth = (day: Sql) =>
    sql`CASE WHEN index_month__grain = 'month'::e_grain THEN ${day} - DATE '1970-01-01' END`;
  return [
    sql`CREATE OR REPLACE TABLE link_file AS
      SELECT cases.rowid AS case_row, (dense_rank() OVER (ORDER BY ${key}))::INTEGER AS ent, ${key} AS key,
        ${organisationSql} AS org, ${reachesSql(scopes)} AS reaches,
        CASE WHEN ${dated} THEN floor(detected_h / 24)::INTEGER ELSE ${ofMonth(sql`index_month`)} END AS day_low,
        CASE WHEN ${dated} THEN floor(detected_h / 24)::INTEGER ELSE ${ofMonth(sql`last_day(index_month)`)} END AS day_high,
        gender, citizenship_group, citizenship, main_form, region, age_at_detection AS years,
        coalesce(CASE ${join(bandFrom, sql` `)} END, enum_code(age_band_at_detection)::INTEGER) AS band
      FROM cases WHERE closure_reason IS NULL OR closure_reason NOT IN ${left}`,
  ];
}

const bands = codesOf('age_band')?.map(({ code }) => code) ?? [];
const bandFrom = ([[18, '18plus'], [15, '15_17'], [12, '12_14'], [9, '9_11'], [0, '0_8']] as const) // prettier-ignore
  .map(([years, band]) => sql`WHEN age_at_detection >= ${years} THEN ${bands.indexOf(band)}`);

/** Columns that must be equal for a field to agree; age and countries are compared by `agreeSql`. */
const equal: Partial<Record<LinkageField, Sql>> = {
  gender: name('gender'),
  citizenship: name('citizenship_group'),
  main_form: name('main_form'),
  region: name('region'),
};

/** Days between two records, the fewest there can be. */
const daysApart = sql`greatest(0, a.day_low - b.day_high, b.day_low - a.day_high)`;

/** What equality alone cannot say: years grow with the days, and two known countries are not one. */
const agreeSql = sql`(a.citizenship IS NULL OR b.citizenship IS NULL OR a.citizenship = b.citizenship)
  AND CASE WHEN a.years IS NULL OR b.years IS NULL THEN a.band = b.band
    WHEN a.day_high < b.day_low THEN b.years - a.years IN (0, 1)
    WHEN b.day_high < a.day_low THEN a.years - b.years IN (0, 1)
    WHEN a.day_low = a.day_high AND b.day_low = b.day_high THEN a.years = b.years
    ELSE abs(a.years - b.years) <= 1 END`;

/**
 * Statements of one rule: files that are alike in the columns it asks for meet only within their own
 * stretch of days and the two beside it, and only those whose age may agree: years with years one off at
 * most, a band without years with its band. So the work grows with the files and not with their square.
 * Where they meet is one number: the columns, the stretch and the age. `link_hit` gets the pairs,
 * `link_crowd` the files that too many others are like.
 */
function ruleSql(rule: LinkageRule, place: number): Sql[] {
  const columns = rule.agree.flatMap((field) => equal[field] ?? []);
  // A month may lie 30 days further than the day it holds.
  const width = rule.days + 31;
  const known = join(
    columns.map((column) => sql`${column} IS NOT NULL`),
    sql` AND `,
  );
  const stretches = [-1, 0, 1].map((slots) => slots * ages);
  const near = (shift: Sql) => join(stretches.map((slots) => sql`meets + ${slots} + ${shift}`));
  const ownBand = sql`(${aboveYears} + band - years)`;
  const first = sql`a.ent < b.ent`;
  return [
    sql`CREATE OR REPLACE TABLE link_block AS
      SELECT *, CASE WHEN years IS NULL THEN count(*) OVER (PARTITION BY meets)
          ELSE count(*) OVER (PARTITION BY stretch ORDER BY years RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING)
            + count(*) FILTER (WHERE years IS NULL) OVER (PARTITION BY stretch, band) END AS alike
      FROM (SELECT case_row, ent, org, reaches, day_low, day_high, citizenship, years, band, stretch,
          stretch * ${ages} + coalesce(years, ${aboveYears} + band) AS meets
        FROM (SELECT *, alike_no * ${stretchesOfTime} + floor(day_low / ${width})::BIGINT + ${stretchesOfTime / 2} AS stretch
          FROM link_file JOIN (SELECT *, row_number() OVER () AS alike_no FROM (SELECT DISTINCT ${join(columns)} FROM link_file WHERE ${known}))
            USING (${join(columns)}) WHERE day_low IS NOT NULL AND band IS NOT NULL))`,
    sql`INSERT INTO link_crowd SELECT case_row FROM link_block WHERE alike > ${mostAlike}`,
    // Years look for bands and not bands for years, so a pair of both is met from one side alone.
    sql`INSERT INTO link_hit
      SELECT least(a.ent, b.ent)::BIGINT * ${twoTo32} + greatest(a.ent, b.ent),
        ((${place * mostDays} + ${daysApart})::BIGINT * ${rowsOfFiles} + CASE WHEN ${first} THEN a.case_row ELSE b.case_row END) * ${rowsOfFiles}
          + CASE WHEN ${first} THEN b.case_row ELSE a.case_row END
      FROM link_block AS a JOIN (SELECT *, unnest(CASE WHEN years IS NULL THEN [${near(sql`0`)}]
          ELSE [${near(sql`-1`)}, ${near(sql`0`)}, ${near(sql`1`)}, ${near(ownBand)}] END) AS near
        FROM link_block WHERE alike <= ${mostAlike}) AS b ON a.meets = b.near
      WHERE a.alike <= ${mostAlike} AND (${first} OR (a.ent > b.ent AND a.years IS NULL AND b.years IS NOT NULL))
        AND a.org <> b.org AND NOT (a.reaches AND b.reaches) AND ${daysApart} <= ${rule.days} AND ${agreeSql}`,
  ];
}

/** Places for ages inside a stretch: years, and from `aboveYears` on the bands of files without years. */
const ages = 128;
const aboveYears = 64;
/** More stretches than there are in ten thousand years. */
const stretchesOfTime = 2 ** 18;
const twoTo32 = 2 ** 32;
/** More days than a rule allows. */
const mostDays = 128;
/** More rows than files may have: two of their numbers, the days and three rules are one number of 63 bits. */
const rowsOfFiles = 2 ** 27;

/**
 * Statements that build `link_count`, how many pairs each rule finds first, and `link_pair`: each pair of
 * children once, under its strictest rule, with the two files that lie closest; empty where there are more
 * than can be looked through. Their order tells nothing of the keys.
 */
export function linkPairsSql(rules: readonly LinkageRule[], salt: string): Sql[] {
  const rank = sql`(best // ${rowsOfFiles} // ${rowsOfFiles})`;
  return [
    sql`CREATE OR REPLACE TABLE link_hit (pair BIGINT, best BIGINT)`,
    sql`CREATE OR REPLACE TABLE link_crowd (case_row BIGINT)`,
    ...rules.flatMap(ruleSql),
    sql`CREATE OR REPLACE TABLE link_best AS SELECT pair, min(best) AS best FROM link_hit GROUP BY pair`,
    sql`DROP TABLE link_hit`,
    sql`DROP TABLE link_block`,
    sql`CREATE OR REPLACE TABLE link_count AS SELECT ${rank} // ${mostDays} AS rule, count(*) AS pairs FROM link_best GROUP BY 1`,
    sql`CREATE OR REPLACE TABLE link_pair AS
      WITH ent AS (SELECT ent, any_value(key) AS key FROM link_file GROUP BY ent),
      pair AS (SELECT (pair // ${twoTo32})::INTEGER AS a, (pair % ${twoTo32})::INTEGER AS b, best FROM link_best
        WHERE (SELECT count(*) FROM link_best) <= ${mostPairs})
      SELECT a, b, (${rank} // ${mostDays})::INTEGER AS rule, (${rank} % ${mostDays})::INTEGER AS days,
        best // ${rowsOfFiles} % ${rowsOfFiles} AS row_a, best % ${rowsOfFiles} AS row_b,
        substr(sha256(${salt} || chr(30) || one.key || chr(30) || other.key), 1, 32) AS digest
      FROM pair JOIN ent AS one ON one.ent = a JOIN ent AS other ON other.ent = b`,
    sql`DROP TABLE link_best`,
  ];
}
