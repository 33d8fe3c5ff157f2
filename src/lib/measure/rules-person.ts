import { name, sql, type Sql } from '$lib/schema/sql';
import { allKnown, checkedRows, verdictsOf } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';

/** Years that a code stands for, as `[from, to]`. */
const bandYears = sql`CASE it.age_band_at_detection::VARCHAR WHEN '0_8' THEN [0, 8] WHEN '9_11' THEN [9, 11] WHEN '12_14' THEN [12, 14]
  WHEN '15_17' THEN [15, 17] WHEN '0_11' THEN [0, 11] WHEN '12_17' THEN [12, 17] WHEN '9_17' THEN [9, 17] WHEN 'under_18' THEN [0, 17] WHEN '18plus' THEN [18, 99] END`;
// 365 days before the 18th birthday a child may be 17, in a leap year, and 730 days before it 16.
const yearsTo18 = sql`CASE it.days_to_18_band::VARCHAR WHEN 'lt100d' THEN [17, 17] WHEN 'd100_364' THEN [17, 17] WHEN 'y1_2' THEN [16, 17] WHEN 'y2plus' THEN [0, 16] END`;
const exactYears = sql`CASE WHEN it.age_at_detection IS NOT NULL THEN [it.age_at_detection, it.age_at_detection] END`;
const meet = (a: Sql, b: Sql): Sql => sql`((${a})[1] <= (${b})[2] AND (${b})[1] <= (${a})[2])`;

const files = sql`(SELECT * FROM ${checkedRows('cases')} AS one WHERE one.child IS NOT NULL)`;
const firstKey = sql`arg_min(it.case_key, coalesce(it.detected_s, 1e300))`;

/** Months between two files give the years by which a child's age may rise; a year alone is known to a year. */
const agesForward = sql`(SELECT child, bool_and(rise BETWEEN floor((months - slack) / 12.0) AND ceil((months + slack) / 12.0)) AS forward
  FROM (SELECT child, age_at_detection - lag(age_at_detection) OVER line AS rise, datediff('month', lag(index_month) OVER line, index_month) AS months,
      CASE WHEN 'year'::e_grain IN (index_month__grain, lag(index_month__grain) OVER line) THEN 12 ELSE 1 END AS slack
    FROM ${files} WHERE age_at_detection IS NOT NULL AND index_month IS NOT NULL
    WINDOW line AS (PARTITION BY child ORDER BY index_month, detected_s NULLS LAST, case_key))
  WHERE rise IS NOT NULL GROUP BY child)`;

const same = (column: string): Sql =>
  sql`CASE WHEN count(it.${name(column)}) > 1 THEN count(DISTINCT it.${name(column)}) = 1 END`;

const ofSeveralFiles = (holds: Sql, joins = sql``): Sql =>
  sql`SELECT 'cases' AS tbl, ${firstKey} AS ref, (${holds}) AS holds FROM ${files} AS it ${joins} GROUP BY it.child HAVING count(*) > 1`;

/** What a child keeps, in the order in which it is written down (ruling M2). */
const kept = [
  'citizenship_group',
  'citizenship',
  'main_form',
  'accompaniment',
  'parental_care',
] as const;

/** When a file was opened, on a line that all files of a child share; NULL where they share none (M1). */
const openedHours = (acrossOrgs: boolean): Sql =>
  sql`CASE WHEN it.detected__clock NOT IN ('offset_h'::e_clock, 'offset_d'::e_clock) OR ${acrossOrgs} THEN it.detected_h END`;

const ninetyDays = 90 * 24;

/** Rules on what is said of a person: X06, X07, X21 to X24. */
export const rulesPerson: readonly CrossFileRule[] = [
  {
    code: 'X06',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A child is not older at the first exploitation than at detection.',
      nb: 'Et barn er ikke eldre ved første utnyttelse enn ved oppdagelsen.',
    },
    reads: ['cases.age_at_first_exploitation', 'cases.age_at_detection'],
    verdicts: ({ has }) =>
      has('cases', 'age_at_first_exploitation') && has('cases', 'age_at_detection')
        ? verdictsOf('cases', sql`it.age_at_first_exploitation <= it.age_at_detection`)
        : null,
  },
  {
    code: 'X07',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'The age in years, the age band and the time left until 18 agree.',
      nb: 'Alder i år, aldersgruppe og tid igjen til 18 år stemmer overens.',
    },
    reads: ['cases.age_at_detection', 'cases.age_band_at_detection', 'cases.days_to_18_band'],
    verdicts: ({ has }) =>
      ['age_at_detection', 'age_band_at_detection', 'days_to_18_band'].filter((column) =>
        has('cases', column),
      ).length > 1
        ? verdictsOf(
            'cases',
            allKnown([
              meet(exactYears, bandYears),
              meet(exactYears, yearsTo18),
              meet(bandYears, yearsTo18),
            ]),
          )
        : null,
  },
  {
    code: 'X21',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A citizen of the reporting country is in the group of nationals, and nobody else is.',
      nb: 'En borger av rapporteringslandet står i gruppen nasjonale borgere, og ingen andre gjør det.',
    },
    reads: ['cases.citizenship', 'cases.citizenship_group'],
    verdicts: ({ facts, has }) =>
      facts.meta.country && has('cases', 'citizenship') && has('cases', 'citizenship_group')
        ? verdictsOf(
            'cases',
            sql`(it.citizenship = ${facts.meta.country}) = (it.citizenship_group = 'national'::e_citizenship_group)`,
          )
        : null,
  },
  {
    code: 'X22',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'The main form of exploitation is among all forms found.',
      nb: 'Hovedformen for utnyttelse er blant alle former som er funnet.',
    },
    reads: ['cases.main_form', 'cases.forms'],
    verdicts: ({ has }) =>
      has('cases', 'main_form') && has('cases', 'forms')
        ? verdictsOf('cases', sql`list_contains(it.forms, it.main_form::VARCHAR)`)
        : null,
  },
  {
    code: 'X23',
    level: 'error',
    unit: 'children',
    words: {
      en: 'Files of one child give the same gender, and an age that rises with the months between them; otherwise they are probably two children.',
      nb: 'Saker om ett barn har samme kjønn og en alder som stiger med månedene mellom dem; ellers er de trolig to barn.',
    },
    effect: {
      en: 'The files stay joined as one child in the figures, with the value known first.',
      nb: 'Sakene forblir ett barn i tallene, med verdien som var kjent først.',
    },
    reads: ['cases.child_key', 'cases.gender', 'cases.age_at_detection', 'cases.victim_status'],
    verdicts: ({ linked }) =>
      linked
        ? ofSeveralFiles(
            allKnown([same('gender'), sql`any_value(aged.forward)`]),
            sql`LEFT JOIN ${agesForward} AS aged ON aged.child = it.child`,
          )
        : null,
  },
  {
    code: 'X23',
    level: 'warning',
    unit: 'children',
    words: {
      en: 'Files of one child agree on citizenship, main form, accompaniment and parental care.',
      nb: 'Saker om ett barn er enige om statsborgerskap, hovedform, ledsagelse og foreldreomsorg.',
    },
    reads: kept.map((column) => `cases.${column}`),
    verdicts: ({ linked }) => (linked ? ofSeveralFiles(allKnown(kept.map(same))) : null),
  },
  {
    code: 'X24',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'One organisation does not open two files on a child within 90 days, unless it closed one as a duplicate.',
      nb: 'Én organisasjon åpner ikke to saker om et barn innen 90 dager, med mindre den ene er lukket som duplikat.',
    },
    reads: ['cases.child_key'],
    verdicts: ({ facts, has }) =>
      facts.meta.linkage !== 'none' && has('cases', 'child_key') && has('cases', 'org_key')
        ? verdictsOf(
            'cases',
            sql`CASE WHEN it.org_key IS NULL THEN NULL WHEN others.files = 1 THEN TRUE WHEN ${openedHours(facts.meta.linkage === 'across_orgs')} IS NULL THEN NULL
              ELSE len(list_filter(others.opened, lambda h: abs(h - ${openedHours(facts.meta.linkage === 'across_orgs')}) <= ${ninetyDays})) = 1 END`,
            {
              where: sql`it.child_key IS NOT NULL AND it.closure_reason IS DISTINCT FROM 'duplicate'::e_closure`,
              joins: sql`LEFT JOIN (SELECT child_key, org_key, count(*) AS files, list(${openedHours(facts.meta.linkage === 'across_orgs')}) AS opened FROM cases AS it
                WHERE closure_reason IS DISTINCT FROM 'duplicate'::e_closure GROUP BY child_key, org_key) AS others
                ON others.child_key = it.child_key AND others.org_key = it.org_key`,
            },
          )
        : null,
  },
];
