import type { Engine } from '$lib/engine/engine';
import type { Issue } from '$lib/schema/issue';
import { missingReasons } from '$lib/schema/physical';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import type { Column, Table } from '$lib/schema/table';
import type { Text } from '$lib/schema/text';
import { accountWords, cellKind, notReadAs } from './account-words';
import type { Reading } from './column-sql';
import type { LineIndex } from './line-index';
import { rowsThat } from './rows-that';

/** Rows that were kept although something in them could not be read, and what a reader must know. */
export interface Account {
  readonly warned: number;
  readonly issues: readonly Issue[];
  /** Readings with cells that nobody explained so far. */
  readonly open: readonly Reading[];
  /** `rowid` of the first row. */
  readonly first: number;
}

interface Test {
  readonly code: string;
  readonly column: Column;
  readonly source: string;
  readonly where: Sql;
  readonly warns: boolean;
  /** Cells that a synonym may explain. */
  readonly open: boolean;
  /** Concerns cells with nothing in them. */
  readonly empty: boolean;
  readonly level: Issue['level'];
  readonly words: Text;
}

const totalWords = [
  'total',
  'totals',
  'totalt',
  'sum',
  'summe',
  'gesamt',
  'insgesamt',
  'totaal',
  'ensemble',
  'i alt',
  'grand total',
  'all',
  'alle',
];

/** From this reason on a cell held something that is not in the table. */
const failures = missingReasons.slice(missingReasons.indexOf('withheld'));

/**
 * Counts from the loaded rows of one file: cells that did not convert, empty required cells, doubled
 * keys, rows that look like totals. One statement asks every column for the last of its reasons, as
 * they are ordered; a second one counts in the columns that need it. Lines come from the scanner's
 * index, for at most twenty rows. `rows` is the table and a condition; `from` is the `rowid` of the first
 * record of the file where rows of it were taken out since.
 */
export async function accountOf(
  engine: Engine,
  table: Table,
  rows: Sql,
  readings: readonly Reading[],
  lines: LineIndex,
  from?: number,
  signal?: AbortSignal,
): Promise<Account> {
  const tests = testsOf(table, readings);
  const columns = [...new Set(tests.map(({ column }) => column))];
  const totals = tests.filter(({ code }) => code === 'looks-like-total' || code === 'header-again');
  const key = table.primaryKey.length === 1 ? table.primaryKey[0] : undefined;
  const keyed = key && columns.some((column) => column.name === key) ? key : null;
  const [seen] = await engine.query(
    sql`SELECT ${join([
      sql`min(rowid)::DOUBLE AS first`,
      ...columns.map(
        ({ name: column }, i) =>
          sql`max(${name(`${column}__missing`)})::VARCHAR AS ${name(`m${i}`)}`,
      ),
      ...totals.map(
        ({ where }, i) => sql`count(*) FILTER (WHERE ${where})::DOUBLE AS ${name(`t${i}`)}`,
      ),
      ...(keyed
        ? [sql`(count(${name(keyed)}) - count(DISTINCT ${name(keyed)}))::DOUBLE AS doubled`]
        : []),
    ])} FROM ${rows}`,
    { signal },
  );
  const first = from ?? Number(seen?.first ?? 0);
  const counted = tests.filter((test) => {
    if (totals.includes(test)) return Number(seen?.[`t${totals.indexOf(test)}`]) > 0;
    const last = seen?.[`m${columns.indexOf(test.column)}`];
    return typeof last === 'string' && (test.empty || failures.some((reason) => reason === last));
  });
  const warns = counted.filter((test) => test.warns).map((test) => test.where);
  const [counts] = counted.length
    ? await engine.query(
        sql`SELECT ${join([
          sql`count(*) FILTER (WHERE ${warns.length ? join(warns, sql` OR `) : sql`FALSE`})::DOUBLE AS warned`,
          ...counted.map(
            ({ where }, i) =>
              sql`count(*) FILTER (WHERE ${where})::DOUBLE AS ${name(`t${i}`)}, ${firstRows(where)} AS ${name(`l${i}`)}`,
          ),
        ])} FROM ${rows} AND (${join(
          counted.map(({ where }) => where),
          sql` OR `,
        )})`,
        { signal },
      )
    : [];
  const linesOf = (ids: unknown) =>
    typeof ids === 'string'
      ? (ids.match(/\d+/g) ?? []).map((id) => lines.lineOf(Number(id) - first))
      : [];
  const issues: Issue[] = [];
  const open = new Set<Reading>();
  for (const [i, test] of counted.entries()) {
    const count = Number(counts?.[`t${i}`] ?? 0);
    if (!count) continue;
    if (test.open)
      for (const reading of readings) if (reading.binding.column === test.column) open.add(reading);
    issues.push({
      level: test.level,
      code: test.code,
      column: test.source,
      count,
      lines: linesOf(counts?.[`l${i}`]),
      message: rowsThat(count, test.words),
    });
  }
  const doubled = Number(seen?.doubled ?? 0);
  if (keyed && doubled) {
    const source = readings.find(({ binding }) => binding.column.name === keyed)?.binding.source;
    const again = sql`${name(keyed)} IN (SELECT ${name(keyed)} FROM ${rows} GROUP BY 1 HAVING count(*) > 1)`;
    const [found] = await engine.query(
      sql`SELECT ${firstRows(sql`TRUE`)} AS ids FROM ${rows} AND ${again}`,
      { signal },
    );
    issues.push({
      level: 'warning',
      code: 'key-twice',
      column: source ?? keyed,
      count: doubled,
      lines: linesOf(found?.ids),
      message: accountWords.keyTwice(doubled),
    });
  }
  return { warned: Number(counts?.warned ?? 0), issues, open: [...open], first };
}

/** The first twenty rows, as the text of a list. */
const firstRows = (where: Sql): Sql => sql`min(rowid, 20) FILTER (WHERE ${where})::VARCHAR`;

function testsOf(table: Table, readings: readonly Reading[]): Test[] {
  const tests: Test[] = [];
  const done = new Set<string>();
  for (const { binding } of readings) {
    const { column, source } = binding;
    if (done.has(column.name)) continue;
    done.add(column.name);
    const missing = name(`${column.name}__missing`);
    const test = (
      code: string,
      where: Sql,
      words: Text,
      warns = true,
      level: Issue['level'] = 'warning',
    ) =>
      tests.push({
        code,
        column,
        source,
        where,
        warns,
        level,
        words,
        open: /^(value-not|cell-not)/.test(code),
        empty: code === 'required-cell-empty',
      });
    const coded = column.codes.length > 0;
    if (coded || column.pattern)
      test(
        'value-not-in-code-list',
        sql`${missing} = 'unmapped'::e_missing`,
        coded ? accountWords.noCode : accountWords.otherForm,
      );
    if (!coded)
      test(
        `cell-not-a-${cellKind(column)}`,
        sql`${missing} = 'unreadable'::e_missing`,
        notReadAs(column),
      );
    test(
      'withheld-by-source',
      sql`${missing} = 'withheld'::e_missing`,
      accountWords.withheld,
      false,
      'note',
    );
    if (column.requirement === 'R')
      test('required-cell-empty', sql`${missing} = 'not_recorded'::e_missing`, accountWords.empty);
    if (table.primaryKey.includes(column.name) && column.type === 'string')
      test(
        'looks-like-total',
        sql`lower(trim(${name(column.name)})) IN (${join(totalWords.map((word) => sql`${word}`))})`,
        accountWords.total,
      );
    if (table.primaryKey.includes(column.name) && column.type === 'string')
      test(
        'header-again',
        sql`lower(trim(${name(column.name)})) = ${source.trim().toLowerCase()}`,
        accountWords.headerAgain,
      );
  }
  return tests;
}
