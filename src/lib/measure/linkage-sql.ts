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
        coalesce(CASE WHEN age_at_detection >= 18 THEN '18plus' WHEN age_at_detection >= 15 THEN '15_17' WHEN age_at_detection >= 12 THEN '12_14'
          WHEN age_at_detection >= 9 THEN '9_11' WHEN age_at_detection >= 0 THEN '0_8' END, age_band_at_detection::VARCHAR) AS band
      FROM cases WHERE closure_reason IS NULL OR closure_reason NOT IN ${left}`,
  ];
}

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
 * stretch of days and the two beside it, so that the work grows with the files and not with their square.
 * `link_hit` gets the pairs, `link_crowd` the files that too many others are like.
 */
function ruleSql(rule: LinkageRule, place: number): Sql[] {
  const columns = rule.agree.flatMap((field) => equal[field] ?? []);
  // A month may lie 30 days further than the day it holds.
  const width = rule.days + 31;
  const both = join(
    columns.map((column) => sql`a.${column} = b.${column}`),
    sql` AND `,
  );
  const known = join(
    columns.map((column) => sql`${column} IS NOT NULL`),
    sql` AND `,
  );
  return [
    sql`CREATE OR REPLACE TABLE link_block AS SELECT *, count(*) OVER (PARTITION BY ${join(columns)}, slot) AS alike
      FROM (SELECT *, floor(day_low / ${width})::INTEGER AS slot FROM link_file
        WHERE day_low IS NOT NULL AND band IS NOT NULL AND ${known})`,
    sql`INSERT INTO link_crowd SELECT case_row FROM link_block WHERE alike > ${mostAlike}`,
    sql`INSERT INTO link_hit
      SELECT a.ent, b.ent, ${place}, ${daysApart}, a.case_row, b.case_row
      FROM (SELECT * FROM link_block WHERE alike <= ${mostAlike}) AS a
      JOIN (SELECT *, unnest([slot - 1, slot, slot + 1]) AS near FROM link_block WHERE alike <= ${mostAlike}) AS b
        ON a.slot = b.near AND ${both}
      WHERE a.ent < b.ent AND a.org <> b.org AND NOT (a.reaches AND b.reaches) AND ${daysApart} <= ${rule.days} AND ${agreeSql}`,
  ];
}

/**
 * Statements that build `link_pair`: each pair of children once, under its strictest rule, with the two
 * files that lie closest. Their order tells nothing of the keys.
 */
export function linkPairsSql(rules: readonly LinkageRule[], salt: string): Sql[] {
  return [
    sql`CREATE OR REPLACE TABLE link_hit (a INTEGER, b INTEGER, rule INTEGER, days INTEGER, row_a BIGINT, row_b BIGINT)`,
    sql`CREATE OR REPLACE TABLE link_crowd (case_row BIGINT)`,
    ...rules.flatMap(ruleSql),
    sql`CREATE OR REPLACE TABLE link_pair AS
      WITH pair AS (SELECT a, b, min({'rule': rule, 'days': days, 'row_a': row_a, 'row_b': row_b}) AS best FROM link_hit GROUP BY a, b),
      ent AS (SELECT ent, any_value(key) AS key FROM link_file GROUP BY ent)
      SELECT a, b, best.rule, best.days, best.row_a, best.row_b,
        substr(sha256(${salt} || chr(30) || one.key || chr(30) || other.key), 1, 32) AS digest
      FROM pair JOIN ent AS one ON one.ent = a JOIN ent AS other ON other.ent = b`,
    sql`DROP TABLE link_hit`,
    sql`DROP TABLE link_block`,
  ];
}
