import { join, list, name, sql, type Sql } from '$lib/schema/sql';
import { tableOf } from '$lib/schema/tables';
import { eventTables, together } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';

/** A total of `aggregate_counts` and the parts that make it up; `exact` where the list of parts leaves nobody out. */
interface Total {
  readonly column: string;
  readonly total: string;
  readonly parts: readonly string[];
  readonly exact: boolean;
}

/** `not_applicable` is how a total of a column without a code for it is read. */
const totals: readonly Total[] = [
  {
    column: 'age_group',
    total: 'total',
    parts: ['under_18', '18plus', 'age_unknown'],
    exact: true,
  },
  { column: 'age_group', total: 'under_18', parts: ['0_11', '12_17'], exact: true },
  { column: 'age_group', total: 'under_18', parts: ['0_11', '12_14', '15_17'], exact: true },
  { column: 'age_group', total: '12_17', parts: ['12_14', '15_17'], exact: true },
  {
    column: 'form_group',
    total: 'total',
    parts: [
      'sexual',
      'labour',
      'criminal',
      'begging',
      'marriage_adoption_surrogacy',
      'other',
      'several',
      'form_unknown',
    ],
    exact: true,
  },
  { column: 'gender', total: 'not_applicable', parts: ['female', 'male'], exact: false },
  {
    column: 'citizenship_group',
    total: 'not_applicable',
    parts: ['national', 'eu_eea', 'third_country'],
    exact: false,
  },
];

const dimensions = [
  'source',
  'vintage',
  'area',
  'period',
  'measure',
  'registering_body',
  'gender',
  'age_group',
  'age_basis',
  'citizenship_group',
  'form_group',
];

const cells = sql`(SELECT cell_key, count, ${join(
  dimensions.map(
    (column) =>
      sql`coalesce(${name(column)}::VARCHAR, ${name(`${column}__missing`)}::VARCHAR, '') AS ${name(column)}`,
  ),
)} FROM aggregate_counts)`;

/** One row a total with any of its parts beside it; cannot be tested unless every part stands there once, with a count. */
function totalVerdicts({ column, total, parts, exact }: Total): Sql {
  const code = name(column);
  const others = join(dimensions.filter((one) => one !== column).map((one) => name(one)));
  const whole = sql`any_value(count) FILTER (${code} = ${total})`;
  const sum = sql`sum(count) FILTER (${code} <> ${total})`;
  return sql`SELECT 'aggregate_counts' AS tbl, any_value(cell_key) FILTER (${code} = ${total}) AS ref,
      CASE WHEN count(*) = ${parts.length + 1} AND count(DISTINCT ${code}) = count(*) AND count(count) = count(*)
        THEN ${exact ? sql`${sum} = ${whole}` : sql`${sum} <= ${whole}`} END AS holds
    FROM ${cells} WHERE ${code} IN ${list([total, ...parts])} GROUP BY ${others}
    HAVING bool_or(${code} = ${total}) AND bool_or(${code} <> ${total})`;
}

const month = (hours: Sql, clock: Sql): Sql =>
  sql`CASE WHEN ${clock} IN ('date'::e_clock, 'datetime'::e_clock, 'month'::e_clock) THEN date_trunc('month', DATE '1970-01-01' + floor(${hours} / 24)::INTEGER)::DATE END`;

/** The moment that says in which month a row of a table belongs: the first that its indicators need. */
function mainMoment(table: string): string | null {
  const moments = tableOf(table).columns.filter(
    ({ type }) => type === 'event-h' || type === 'event-d',
  );
  return (
    ['started', 'held', 'referred', 'decided', 'raised', 'granted', 'completed', 'opened'].find(
      (moment) => moments.some((column) => column.name === moment),
    ) ?? null
  );
}

const organisationOfCase = sql`LEFT JOIN (SELECT case_key, min(org_key) AS org_key FROM cases GROUP BY case_key) AS file ON file.case_key = it.case_key`;
const organisationOfProgramme = sql`LEFT JOIN (SELECT programme_key, min(org_key) AS org_key FROM programmes GROUP BY programme_key) AS offer ON offer.programme_key = it.programme_key`;

/** Rows `(it.…)` with their organisation and month, against what `coverage` says of them. */
function coveredVerdicts(table: string, ref: Sql, org: Sql, of: Sql, joins = sql``): Sql {
  const lines = sql`(SELECT org_key, month, bool_or(submitted IS NOT DISTINCT FROM 'yes') AS submitted FROM coverage
    WHERE lower(trim(table_name)) = ${table} AND month__grain = 'month' AND month IS NOT NULL GROUP BY org_key, month)`;
  return sql`SELECT ${table} AS tbl, told.ref, CASE WHEN told.month IS NULL THEN NULL WHEN line.submitted IS NOT NULL THEN line.submitted
      WHEN told.org_key IN (SELECT org_key FROM ${lines} AS named WHERE org_key IS NOT NULL) THEN FALSE END AS holds
    FROM (SELECT ${ref} AS ref, ${org} AS org_key, ${of} AS month FROM ${name(table)} AS it ${joins}) AS told
    LEFT JOIN ${lines} AS line ON line.org_key = told.org_key AND line.month = told.month`;
}

/** Rules on totals and on what was reported: X29, X30. */
export const rulesTotals: readonly CrossFileRule[] = [
  {
    code: 'X29',
    level: 'error',
    unit: 'totals',
    words: {
      en: 'A published total is the sum of its parts where all parts are there, and never less than they are.',
      nb: 'En publisert total er summen av delene der alle delene finnes, og aldri mindre enn dem.',
    },
    effect: {
      en: 'No figure of children is made of these counts.',
      nb: 'Ingen tall om barn bygger på disse tellingene.',
    },
    reads: ['aggregate_counts.count'],
    verdicts: ({ has }) =>
      has('aggregate_counts', 'count') ? together(totals.map(totalVerdicts)) : null,
  },
  {
    code: 'X30',
    level: 'warning',
    unit: 'rows',
    words: {
      en: 'A row lies in a month for which its organisation handed in the table; elsewhere no rows does not mean none.',
      nb: 'En rad ligger i en måned der organisasjonen leverte tabellen; ellers betyr ingen rader ikke null.',
    },
    reads: ['cases', 'staff', 'activity', 'feedback', ...eventTables],
    verdicts: ({ facts, has }) => {
      if (!has('coverage')) return null;
      const trueDates = facts.meta.dateMode === 'exact' || facts.meta.dateMode === 'month';
      const ofCases = has('cases', 'org_key')
        ? [
            coveredVerdicts(
              'cases',
              sql`it.case_key`,
              sql`it.org_key`,
              sql`CASE WHEN it.index_month__grain = 'month'::e_grain THEN it.index_month END`,
            ),
            ...eventTables.flatMap((table) => {
              const moment = mainMoment(table);
              if (!trueDates || !moment || !has(table, moment)) return [];
              const at = month(sql`it.${name(`${moment}_h`)}`, sql`it.${name(`${moment}__clock`)}`);
              return [
                coveredVerdicts(table, sql`it.case_key`, sql`file.org_key`, at, organisationOfCase),
              ];
            }),
          ]
        : [];
      const ofProgrammes = ['staff', 'activity', 'feedback']
        .filter((table) => has(table) && has('programmes', 'org_key'))
        .map((table) =>
          coveredVerdicts(
            table,
            sql`it.${name(tableOf(table).primaryKey[0] ?? 'file_no')}`,
            sql`offer.org_key`,
            sql`CASE WHEN it.month__grain = 'month'::e_grain THEN it.month END`,
            organisationOfProgramme,
          ),
        );
      return together([...ofCases, ...ofProgrammes]);
    },
  },
];
