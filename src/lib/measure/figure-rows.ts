import type { Row } from '$lib/engine/engine';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { figure, type FigureSource } from './figure';
import type { Additive, Request } from './request';
import type { View } from './view';

/** Columns of the child that a list shows: codes, never a key, a text or a day. */
const shownColumns = [
  'gender',
  'age_band',
  'citizenship_group',
  'main_form',
  'victim_status',
  'org_type',
  'region',
] as const satisfies readonly Breakdown[];

/** Which rows of a figure are looked at. */
export interface RowsAsked {
  /** A measure of the definition; its question decides which rows these are. */
  readonly measure: string;
  /** Period and group as in the rows of the figure. */
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  /** How many are passed over. */
  readonly from: number;
}

/** One child (or record) as the statement of the figure counts it, without any identifier. */
export interface FigureRow {
  /** Number of its first case file from 0, and of its row among the rows that were read, from 1. */
  readonly file: number;
  readonly row: number;
  /** Rows of case files that are this child. */
  readonly files: number;
  /** Month or year of first detection. */
  readonly detected: string | null;
  readonly codes: Readonly<Record<(typeof shownColumns)[number], string | null>>;
  /** What the statement says of it, by the names of its own columns. */
  readonly tells: Readonly<Record<string, string | number | boolean | null>>;
}

/** A page of the rows behind one number. */
export interface FigureRows {
  readonly rows: readonly FigureRow[];
  /** Rows of the statement behind the number, and the children among them. */
  readonly all: number;
  readonly children: number;
  /** Rows on a full page. */
  readonly perPage: number;
  /** The statement of the figure, split by child. */
  readonly query: string;
}

const rowsPerPage = 20;

/**
 * The rows behind one number, a page at a time, by the very statement that counts it: split by child,
 * as a cube is, of one period and one group. Null where the statement is not about children. For the Working
 * view alone: throws in Release view. Rejects with `AbortError` when aborted.
 */
export async function figureRows(
  source: FigureSource,
  indicator: Indicator,
  view: View,
  asked: RowsAsked,
  signal?: AbortSignal,
): Promise<FigureRows | null> {
  if (view.mode !== 'working') throw new Error('rows are for the Working view');
  if (indicator.population === 'programmes' || indicator.population === 'files') return null;
  const found = await statementOf(source, indicator, view, asked.measure, signal);
  const slice = found?.request.slices.findIndex(({ id }) => id === asked.period) ?? -1;
  if (!found || slice < 0) return null;
  const { request, columns, additive } = found;
  const groups = Object.entries(asked.by) as [Breakdown, string][];
  const dims = [
    'child' as Breakdown,
    ...new Set([...columns, ...groups.map(([column]) => column)]),
  ];
  const statement = additive.statement(request, dims);
  const at = (column: Breakdown) => name(`b${dims.indexOf(column)}`);
  const conditions = [
    sql`b0 IS NOT NULL AND slice = ${slice}`,
    ...groups.map(([column, code]) => sql`${at(column)}::VARCHAR = ${code}`),
    ...(additive.keys.includes('of') ? [sql`"of" = ${questionOf(request, asked.measure)}`] : []),
  ];
  const own = additive.keys.filter((key) => key !== 'slice' && key !== 'of');
  const told = [
    ...columns.map((column) => sql`${at(column)}::VARCHAR AS ${name(column)}`),
    ...own.map((key) => name(key)),
    ...[...additive.counts, ...(additive.sums ?? [])].map(
      (sum) => sql`${name(sum)}::DOUBLE AS ${name(sum)}`,
    ),
  ];
  const listed = sql`SELECT b0 AS child, ${join(told)} FROM (${statement}) AS figure
    WHERE ${join(conditions, sql` AND `)}`;
  const order = [...columns, ...own].map((column) => name(column));
  const rows = await source.engine.query(pageSql(listed, order, asked.from), { signal });
  return {
    rows: rows.map(rowOf),
    all: Number(rows[0]?.all_rows ?? 0),
    children: Number(rows[0]?.all_children ?? 0),
    perPage: rowsPerPage,
    query: String(listed),
  };
}

/** The first statement that the question of a measure asks, with what it was asked with. */
async function statementOf(
  source: FigureSource,
  indicator: Indicator,
  view: View,
  measure: string,
  signal?: AbortSignal,
): Promise<StatementFound | null> {
  const listen = (
    request: Request,
    columns: readonly Breakdown[],
    additive: Additive,
  ): Promise<null> => {
    const own = request.indicator.measures.some(({ id }) => id === measure);
    return own
      ? Promise.reject(new StatementFound(request, columns, additive))
      : Promise.resolve(null);
  };
  try {
    await figure(
      { ...source, cubes: { of: listen, answers: null } },
      indicator,
      { ...view, by: [] },
      signal,
    );
    return null;
  } catch (error) {
    if (error instanceof StatementFound) return error;
    throw error;
  }
}

/** Ends a figure at the statement that was looked for, before it is asked. */
class StatementFound extends Error {
  readonly request: Request;
  readonly columns: readonly Breakdown[];
  readonly additive: Additive;

  constructor(request: Request, columns: readonly Breakdown[], additive: Additive) {
    super('found');
    this.request = request;
    this.columns = columns;
    this.additive = additive;
  }
}

/** The sub-question that a measure reads, the first one where it names none. */
function questionOf({ indicator }: Request, measure: string): string {
  const named = indicator.measures.find(({ id }) => id === measure)?.of;
  const { statistic } = indicator;
  return named ?? ('of' in statistic && Array.isArray(statistic.of) ? statistic.of[0] : '') ?? '';
}

/** One page with what the case files say of its children; rows that say the same stand together. */
const pageSql = (
  listed: Sql,
  order: readonly Sql[],
  from: number,
): Sql => sql`WITH listed AS MATERIALIZED (${listed}),
    page AS (SELECT *, row_number() OVER () AS place FROM (SELECT * FROM listed ORDER BY ${join([...order, sql`child`])} LIMIT ${rowsPerPage} OFFSET ${from})),
    first AS (SELECT child, min(case_row) AS case_row FROM file_case WHERE counted AND child IN (SELECT child FROM page) GROUP BY child),
    start AS (SELECT file_no, min(rowid) AS least_row FROM cases GROUP BY file_no)
  SELECT page.* EXCLUDE (child, place), ${join(shownColumns.map((column) => sql`child.${name(column)}::VARCHAR AS ${name(`code_${column}`)}`))},
    child.files::DOUBLE AS code_files, cases.file_no::DOUBLE AS code_file, (cases.rowid - least_row + 1)::DOUBLE AS code_row,
    CASE WHEN child.index_grain = 'year'::e_grain THEN strftime(child.index_month, '%Y') ELSE strftime(child.index_month, '%Y-%m') END AS code_detected,
    (SELECT count(*) FROM listed)::DOUBLE AS all_rows, (SELECT count(DISTINCT child) FROM listed)::DOUBLE AS all_children
  FROM page JOIN child USING (child) JOIN first USING (child) JOIN cases ON cases.rowid = first.case_row
    JOIN start ON start.file_no = cases.file_no ORDER BY place`;

function rowOf(row: Row): FigureRow {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const tells = Object.entries(row).filter(
    ([column]) => !/^(code_|all_(rows|children)$)/.test(column),
  );
  return {
    file: Number(row.code_file),
    row: Number(row.code_row),
    files: Number(row.code_files),
    detected: text(row.code_detected),
    codes: Object.fromEntries(
      shownColumns.map((column) => [column, text(row[`code_${column}`])]),
    ) as FigureRow['codes'],
    tells: Object.fromEntries(tells),
  };
}
