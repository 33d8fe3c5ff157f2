import { join, name, slot, sql, type Sql } from '$lib/schema/sql';
import type { Dimension, PublishedRows } from './published-shape';
import { staging } from './staging';

/** Dimensions of a count, in the order of their columns between text and table. */
const dimensions = [
  'measure',
  'registering_body',
  'gender',
  'age_group',
  'citizenship_group',
  'form_group',
] as const;

/** What a count says of a dimension that it is not split by. */
const whole: Partial<Record<(typeof dimensions)[number], string>> = {
  age_group: 'total',
  form_group: 'total',
};

/** The counts of all files, one row a count of a record; `lost` is why a record is left out. */
export const publishedCells = sql`CREATE OR REPLACE TABLE published_cells (file SMALLINT, row BIGINT, part INTEGER, lost INTEGER, period VARCHAR, area VARCHAR, published DATE, ${join(dimensions.map((one) => sql`${name(one)} VARCHAR`))}, bad VARCHAR[], number DOUBLE, flag VARCHAR)`;

/** The text of one file, before its columns are read. */
export const publishedText = (fields: number): Sql =>
  sql`CREATE OR REPLACE TABLE published_text (row BIGINT, ${join(Array.from({ length: fields }, (_, at) => sql`${slot(at)} VARCHAR`))})`;

/** A code, '' where the count is not split, NULL where the spelling is not known or not there. */
function codeOf(dimension: Dimension | undefined, column: (typeof dimensions)[number]): Sql {
  if (!dimension) return sql`${whole[column] ?? ''}`;
  if ('code' in dimension) return sql`${dimension.code}`;
  const known = Object.entries(dimension.codes).map(
    ([spelling, code]) => sql`WHEN ${spelling} THEN ${code ?? whole[column] ?? ''}`,
  );
  return sql`CASE lower(trim(${dimension.from})) ${join(known, sql` `)} END`;
}

const unknownIn = (dimension: Dimension | undefined, column: (typeof dimensions)[number]): Sql[] =>
  dimension && 'from' in dimension
    ? [
        sql`CASE WHEN trim(${dimension.from}) <> '' AND ${codeOf(dimension, column)} IS NULL THEN ${dimension.column} END`,
      ]
    : [];

/** Letters of Eurostat beside a count, the one that matters most first. */
const letters = [
  ['c', 'suppressed'],
  ['b', 'break'],
  ['e', 'estimated'],
  ['p', 'provisional'],
  ['r', 'revised'],
] as const;

/** Statements that read the counts of one file from its text. */
export function readCells(rows: PublishedRows, file: number): Sql {
  const lost = rows.dropped.length
    ? sql`CASE ${join(
        rows.dropped.map(({ where }, i) => sql`WHEN ${where} THEN ${i}`),
        sql` `,
      )} END`
    : sql`NULL`;
  const statements = rows.cells.map((cell, part) => {
    const mark = sql`lower(trim(${cell.count}))`;
    const marks = Object.entries(rows.marks).map(([sign, flag]) => sql`WHEN ${sign} THEN ${flag}`);
    const marked = marks.length ? sql`CASE ${mark} ${join(marks, sql` `)} END` : sql`NULL`;
    const hidden = sql`CASE WHEN regexp_full_match(${mark}, '<[ ]*[0-9]+|[[]c[]]|[*]') THEN 'suppressed' END`;
    const beside = cell.flag
      ? sql`CASE ${join(
          letters.map(
            ([letter, flag]) => sql`WHEN contains(${cell.flag ?? sql`''`}, ${letter}) THEN ${flag}`,
          ),
          sql` `,
        )} END`
      : sql`NULL`;
    const flag = sql`coalesce(${marked}, ${hidden}, ${beside})`;
    const value = sql`TRY_CAST(${mark} AS DOUBLE)`;
    const good = sql`CASE WHEN ${value} >= 0 AND ${value} = floor(${value}) AND ${value} < 2147483647 THEN ${value} END`;
    const bad = [
      ...dimensions.flatMap((one) => unknownIn(cell[one], one)),
      sql`CASE WHEN ${mark} <> '' AND ${marked} IS NULL AND ${hidden} IS NULL AND ${good} IS NULL THEN ${cell.countColumn} END`,
      sql`CASE WHEN ${rows.period} IS NULL THEN ' period' END`,
      sql`CASE WHEN ${rows.area} IS NULL THEN ' area' END`,
    ];
    return sql`INSERT INTO published_cells SELECT ${file}, row, ${part}, ${lost}, ${rows.period}, ${rows.area}, ${rows.published ?? sql`NULL`},
      ${join(dimensions.map((one) => codeOf(cell[one], one)))},
      list_filter([${join(bad)}]::VARCHAR[], x -> x IS NOT NULL), ${good}, ${flag} FROM published_text`;
  });
  return join(statements, sql`; `);
}

/**
 * Marks rows that tell again what an earlier one told, with the number after the last reason: the same
 * in every cell but the counts where rows are added up, else the same place, period and groups.
 */
export function markAgain(rows: PublishedRows, file: number, header: readonly string[]): Sql {
  const counts = new Set(rows.cells.map(({ countColumn }) => countColumn));
  const cells = [...header.keys()].filter((at) => !counts.has(header[at] ?? '')).map(slot);
  const keys = join(['part', 'period', 'area', 'published', ...dimensions].map((one) => name(one)));
  const told = rows.adds
    ? sql`SELECT row, row_number() OVER (PARTITION BY ${join(cells)} ORDER BY row) AS turn FROM published_text`
    : sql`SELECT row, row_number() OVER (PARTITION BY ${keys} ORDER BY row) AS turn FROM published_cells WHERE file = ${file} AND lost IS NULL AND len(bad) = 0`;
  return sql`UPDATE published_cells SET lost = ${rows.dropped.length} WHERE file = ${file} AND lost IS NULL AND row IN (SELECT row FROM (${told}) WHERE turn > 1)`;
}

/** Columns of `aggregate_counts` that published tables feed. */
export const publishedColumns = [
  'cell_key',
  'source',
  'vintage',
  'area',
  'period',
  ...dimensions,
  'age_basis',
  'count',
  'flag',
] as const;

/**
 * Puts the counts of one file into the staging table. Records that differ only in what the data model
 * has no column for (nationality, first responder) become one count, hidden where any of them is.
 */
export function storeCells(
  file: number,
  fileNo: number,
  source: string,
  ageBasis: string | null,
): Sql {
  const coded = dimensions.map(
    (
      one,
    ) => sql`nullif(${name(one)}, '')::${name(one === 'registering_body' ? 'e_org_type' : `e_${one}`)} AS ${name(one)},
      CASE WHEN ${name(one)} = '' THEN 'not_applicable'::e_missing WHEN ${name(one)} IS NULL THEN 'unmapped'::e_missing END AS ${name(`${one}__missing`)}`,
  );
  const gap = (value: Sql) => sql`CASE WHEN ${value} IS NULL THEN 'not_recorded'::e_missing END`;
  const columns = [
    'file_no',
    'cell_key',
    'source',
    'vintage',
    'vintage__missing',
    'vintage__grain',
    'area',
    'area__missing',
    'period',
    'period__missing',
    ...dimensions.flatMap((one) => [one, `${one}__missing`]),
    'age_basis',
    'age_basis__missing',
    'count',
    'count__missing',
    'flag',
    'flag__missing',
  ];
  const keys = join(dimensions.map((one) => name(one)));
  return sql`INSERT INTO ${staging('aggregate_counts')} (${join(columns.map((one) => name(one)))})
    SELECT ${fileNo}, ${`f${fileNo + 1}r`} || (first + 1) || CASE WHEN part > 0 THEN '.' || part ELSE '' END, ${source},
      date_trunc('month', published)::DATE, ${gap(sql`published`)}, CASE WHEN published IS NOT NULL THEN 'month'::e_grain END,
      area, ${gap(sql`area`)}, period, ${gap(sql`period`)}, ${join(coded)},
      ${ageBasis}::e_age_rule, ${ageBasis ? sql`NULL` : sql`'not_asked'::e_missing`},
      CASE WHEN whole THEN total::INTEGER END,
      CASE WHEN whole THEN NULL WHEN flag = 'suppressed' THEN 'withheld'::e_missing WHEN unread THEN 'unreadable'::e_missing WHEN flag = 'not_applicable' THEN 'not_applicable'::e_missing ELSE 'not_recorded'::e_missing END,
      flag::e_flag, ${gap(sql`flag`)}
    FROM (SELECT min(row) AS first, part, period, area, published, ${keys}, sum(number) AS total,
        count(number) = count(*) AND sum(number) < 2147483647 AND NOT coalesce(bool_or(flag = 'suppressed'), FALSE) AS whole,
        bool_or(number IS NULL AND flag IS NULL AND len(bad) > 0) OR sum(number) >= 2147483647 AS unread,
        CASE WHEN bool_or(flag = 'suppressed') THEN 'suppressed' ELSE min(flag) END AS flag
      FROM published_cells WHERE file = ${file} AND lost IS NULL
      GROUP BY part, period, area, published, ${keys}) ORDER BY first, part`;
}
