import { join, name, sql, type Sql } from '$lib/schema/sql';
import type { FigureSource } from './figure';
import { quasiIdentifiers, type Coarser, type QuasiIdentifier } from './quasi-identifiers';

/** Sizes of classes, as they are told. */
const classSizes = ['1', '2', '3-4', '5-10', '11+'] as const;

/** Records and children in classes of one size; children are null where rows cannot be linked. */
export interface SizeCount {
  readonly size: (typeof classSizes)[number];
  readonly records: number;
  readonly children: number | null;
}

/** A quasi-identifier made coarser. */
interface Step {
  readonly column: string;
  readonly to: Coarser;
}

/**
 * How far quasi-identifiers single out children in the case files. Small exact numbers: for the
 * Working view alone. Names of columns and counts, never a value.
 */
export interface Uniqueness {
  /** What `unique` counts: children, or records where rows cannot be linked. */
  readonly unit: 'children' | 'records';
  readonly records: number;
  readonly children: number | null;
  /** Quasi-identifiers, as columns of `cases` that the files have. */
  readonly columns: readonly string[];
  /** Classes by these columns as the files hold them. */
  readonly asLoaded: readonly SizeCount[];
  /** What the check of the data model (section 2) makes coarser, and its classes. */
  readonly made: readonly Step[];
  readonly grouped: readonly SizeCount[];
  /** Children that are alone in a class of all columns as the files hold them. */
  readonly unique: number;
  /** At most three sets each of one, two and three columns: those that single out most children. */
  readonly combinations: readonly {
    readonly columns: readonly string[];
    readonly unique: number;
  }[];
  /** One after the other, the step that leaves the fewest unique children; `unique` is what is left. */
  readonly steps: readonly (Step & { readonly unique: number })[];
}

const pairs = sql`uniqueness_pair`;
const classes = sql`uniqueness_class`;

/**
 * Counts k-anonymity classes (Samarati and Sweeney 1998) of records and of children: of children, a
 * class has as many as have a record in it, and a child with several records counts once, in its
 * smallest class. Null without case files or quasi-identifiers. Rejects with `AbortError` when aborted.
 */
export async function uniqueness(
  { engine, facts, prepared }: Pick<FigureSource, 'engine' | 'facts' | 'prepared'>,
  options: { signal?: AbortSignal } = {},
): Promise<Uniqueness | null> {
  const all = quasiIdentifiers(facts);
  if (!facts.tables.cases?.rows || !all.length) return null;
  const { linked } = prepared;
  const ask = async (statement: Sql) => {
    options.signal?.throwIfAborted();
    return engine.query(statement, options);
  };
  try {
    await ask(pairsSql(all));
    await ask(classesSql(all));
    const [total] = await ask(
      sql`SELECT sum(records)::DOUBLE AS records, count(DISTINCT child)::DOUBLE AS children FROM ${pairs}`,
    );
    const fine = all.map(place);
    const model = all.flatMap((one) => formOf(one, one.model) ?? []);
    const sized = async (columns: readonly Sql[]) => sizesOf(await ask(sizesSql(columns)), linked);
    const asLoaded = await sized(fine);
    const grouped = await sized(model);
    const unique = async (sets: readonly (readonly Sql[])[]) =>
      (await ask(join(sets.map(uniqueSql), sql` UNION ALL `)))
        .sort((a, b) => Number(a.set) - Number(b.set))
        .map((row) => Number(row.lone));
    const combinations: Uniqueness['combinations'][number][] = [];
    for (const width of [1, 2, 3]) {
      const sets = subsets(all, width);
      const counts = sets.length ? await unique(sets.map((set) => set.map(place))) : [];
      const told = sets.map((set, i) => ({
        columns: set.map(({ column }) => column),
        unique: counts[i] ?? 0,
      }));
      combinations.push(
        ...told
          .filter((one) => one.unique > 0)
          .sort((a, b) => b.unique - a.unique)
          .slice(0, 3),
      );
    }
    const [lone = 0] = await unique([fine]);
    return {
      unit: linked ? 'children' : 'records',
      records: Number(total?.records ?? 0),
      children: linked ? Number(total?.children ?? 0) : null,
      columns: all.map(({ column }) => column),
      asLoaded,
      made: all.flatMap(({ column, model }) => (model ? [{ column, to: model }] : [])),
      grouped,
      unique: lone,
      combinations,
      steps: await stepsOf(all, lone, unique),
    };
  } finally {
    const gone = sql`DROP TABLE IF EXISTS uniqueness_pair; DROP TABLE IF EXISTS uniqueness_class`;
    // An engine that was ended meanwhile took them along.
    await engine.run(gone).catch(() => undefined);
  }
}

/**
 * Greedy: of the next coarser forms, the one that leaves the fewest, and of equal ones one that leaves
 * no column out. Where none helps, the forms after those are tried; then it ends.
 */
async function stepsOf(
  all: readonly QuasiIdentifier[],
  from: number,
  unique: (sets: readonly (readonly Sql[])[]) => Promise<readonly number[]>,
): Promise<Uniqueness['steps']> {
  const steps: Uniqueness['steps'][number][] = [];
  const at = new Map<string, Coarser>();
  let ahead = 1;
  for (let left = from; left > 0;) {
    const tries = all
      .flatMap(({ column, coarser }) => {
        const next = coarser[coarser.findIndex(({ to }) => to === at.get(column)) + ahead];
        return next ? [{ column, to: next.to }] : [];
      })
      .sort((a, b) => Number(a.to === 'left_out') - Number(b.to === 'left_out'));
    if (!tries.length) break;
    const counts = await unique(
      tries.map((step) =>
        all.flatMap((one) => {
          const to = one.column === step.column ? step.to : (at.get(one.column) ?? null);
          return formOf(one, to) ?? [];
        }),
      ),
    );
    const least = Math.min(...counts);
    const best = tries[counts.indexOf(least)];
    if (best && least < left) {
      at.set(best.column, best.to);
      steps.push({ ...best, unique: (left = least) });
      ahead = 1;
    } else ahead += 1;
  }
  return steps;
}

const place = ({ column }: QuasiIdentifier): Sql => name(`q_${column}`);

/** The column of a form in the tables made here; null where it is left out. */
function formOf(one: QuasiIdentifier, to: Coarser | null): Sql | null {
  if (to === 'left_out') return null;
  return to === null ? place(one) : name(`q_${one.column}_${to}`);
}

/** Every form of every quasi-identifier with its expression over `cases`. */
const forms = (all: readonly QuasiIdentifier[]) =>
  all.flatMap((one) => [
    { as: place(one), expression: one.fine },
    ...one.coarser.flatMap(({ to, expression }) =>
      expression ? [{ as: formOf(one, to) ?? place(one), expression }] : [],
    ),
  ]);

/** One row for each class and child in it; a record of no child that counts has none. */
function pairsSql(all: readonly QuasiIdentifier[]): Sql {
  const columns = forms(all).map(({ as, expression }) => sql`${expression} AS ${as}`);
  return sql`CREATE OR REPLACE TABLE ${pairs} AS SELECT ${join(columns)}, child, count(*) AS records
    FROM cases LEFT JOIN (SELECT case_row, child FROM file_case) ON case_row = cases.rowid GROUP BY ALL`;
}

function classesSql(all: readonly QuasiIdentifier[]): Sql {
  const columns = forms(all).map(({ as }) => as);
  return sql`CREATE OR REPLACE TABLE ${classes} AS SELECT ${join(columns)}, min(child) AS low, max(child) AS high
    FROM ${pairs} GROUP BY ALL`;
}

/** `by ALL` of no column is one class. */
const grouping = (columns: readonly Sql[]) =>
  columns.length ? sql`GROUP BY ${join(columns)}` : sql``;

function sizesSql(columns: readonly Sql[]): Sql {
  const size = (of: Sql) =>
    sql`CASE WHEN ${of} <= 2 THEN ${of} WHEN ${of} <= 4 THEN 3 WHEN ${of} <= 10 THEN 4 ELSE 5 END`;
  return sql`WITH class AS (
      SELECT sum(records)::BIGINT AS records, count(DISTINCT child)::BIGINT AS children, list(DISTINCT child) AS who
      FROM ${pairs} ${grouping(columns)}),
    least AS (SELECT who, min(children) AS children
      FROM (SELECT unnest(who) AS who, children FROM class) GROUP BY who)
    SELECT 'records' AS unit, ${size(sql`records`)}::INTEGER AS size, sum(records)::DOUBLE AS counted FROM class GROUP BY 2
    UNION ALL SELECT 'children', ${size(sql`children`)}::INTEGER, count(*)::DOUBLE FROM least GROUP BY 2`;
}

function sizesOf(rows: readonly Record<string, unknown>[], linked: boolean): readonly SizeCount[] {
  const counted = (unit: string, size: number) =>
    Number(rows.find((row) => row.unit === unit && Number(row.size) === size)?.counted ?? 0);
  return classSizes.map((size, i) => ({
    size,
    records: counted('records', i + 1),
    children: linked ? counted('children', i + 1) : null,
  }));
}

/** Children who are alone in a class; a class of one child only has the same first and last child. */
const uniqueSql = (columns: readonly Sql[], set: number): Sql =>
  sql`SELECT ${set} AS set, count(DISTINCT low)::DOUBLE AS lone FROM
    (SELECT min(low) AS low, max(high) AS high FROM ${classes} ${grouping(columns)}) WHERE low = high`;

/** All sets of so many. */
function subsets<T>(all: readonly T[], width: number): T[][] {
  if (!width) return [[]];
  return all.flatMap((one, i) => subsets(all.slice(i + 1), width - 1).map((set) => [one, ...set]));
}
