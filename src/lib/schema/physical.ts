import { join, list, name, sql, type Sql } from './sql';
import { columnsOf, tableOf, tables } from './tables';
import type { Column, Table } from './table';

/** Why a value is absent in the engine; NULL in `<column>__missing` means that it is known. */
export const missingReasons = [
  'not_recorded',
  'unknown',
  'not_asked',
  'refused',
  'not_applicable',
  'withheld', // hidden by the source: `<5`, `[c]`, `:`
  'unreadable', // does not convert to the type of the column
  'unmapped', // a value that no code stands for
] as const;

/** How the clock of a moment was read, best precision first. */
const clocks = ['offset_h', 'offset_d', 'datetime', 'date', 'month'] as const;

/** Precision of a year and month. */
const grains = ['month', 'year'] as const;

/** A column of an engine table. `sqlType` is a plain type or the name of an ENUM. */
export interface PhysicalColumn {
  readonly name: string;
  readonly sqlType: string;
}

/** The row's file, counted from 0 in the order of loading. */
const fileNumber: PhysicalColumn = { name: 'file_no', sqlType: 'SMALLINT' };

/**
 * Columns of one logical column, in order. `_h` of a moment is hours: since the T0 of the file for
 * offsets (days × 24), since 1970-01-01T00:00Z for dates, the middle of the month for months.
 */
function physicalOf(column: Column): PhysicalColumn[] {
  const missing = { name: `${column.name}__missing`, sqlType: 'e_missing' };
  const one = (sqlType: string) => [{ name: column.name, sqlType }, missing];
  switch (column.type) {
    case 'string':
      return one('VARCHAR');
    case 'code':
      return one(`e_${column.codeList}`);
    case 'integer':
    case 'year':
      return one('INTEGER');
    case 'number':
      return one('DOUBLE');
    case 'date':
      return one('DATE');
    case 'yearmonth':
      return [...one('DATE'), { name: `${column.name}__grain`, sqlType: 'e_grain' }];
    case 'list':
      return one('VARCHAR[]');
    case 'event-h':
    case 'event-d':
      return [
        { name: `${column.name}_h`, sqlType: 'DOUBLE' },
        { name: `${column.name}__clock`, sqlType: 'e_clock' },
        missing,
      ];
  }
}

const known = new Map(
  tables.map((table) => [table.name, [fileNumber, ...table.columns.flatMap(physicalOf)]]),
);

/** All columns of the engine table, `file_no` first. */
export function physicalColumns(table: Table | string): readonly PhysicalColumn[] {
  return known.get(typeof table === 'string' ? tableOf(table).name : table.name) ?? [];
}

/** Statements that create every ENUM once: `e_missing`, `e_clock`, `e_grain`, `e_<code list>`. */
export function createTypes(): Sql {
  const enums = new Map<string, readonly string[]>([
    ['e_missing', missingReasons],
    ['e_clock', clocks],
    ['e_grain', grains],
  ]);
  for (const column of tables.flatMap((table) => table.columns))
    if (column.codeList)
      enums.set(
        `e_${column.codeList}`,
        column.codes.map((code) => code.value),
      );
  const statements = [...enums].map(
    ([type, values]) => sql`CREATE TYPE ${name(type)} AS ENUM ${list(values)};`,
  );
  return join(statements, sql` `);
}

const plainTypes = new Map<string, Sql>([
  ['SMALLINT', sql`SMALLINT`],
  ['INTEGER', sql`INTEGER`],
  ['DOUBLE', sql`DOUBLE`],
  ['VARCHAR', sql`VARCHAR`],
  ['VARCHAR[]', sql`VARCHAR[]`],
  ['DATE', sql`DATE`],
]);

/** A type of `physicalColumns` as SQL. */
export const typeSql = (sqlType: string): Sql => plainTypes.get(sqlType) ?? name(sqlType);

/** The statement that creates the empty engine table with all its columns. Needs `createTypes()`. */
export function createTable(table: Table | string): Sql {
  const columns = physicalColumns(table).map(
    (column) => sql`${name(column.name)} ${typeSql(column.sqlType)}`,
  );
  return sql`CREATE TABLE ${from(typeof table === 'string' ? table : table.name)} (${join(columns)})`;
}

/** The quoted name of a table of the schema. Throws on any other name. */
export function from(table: string): Sql {
  return name(tableOf(table).name);
}

/**
 * `cases.gender` as quoted SQL. Takes a physical name or a logical one; the logical name of a
 * moment stands for its hours (`cases.detected` → `"cases"."detected_h"`). Throws on any other name.
 */
export function col(path: string): Sql {
  const [table = '', column = ''] = path.split('.');
  const physical = physicalColumns(table).map((one) => one.name);
  const found = [column, `${column}_h`].find((one) => physical.includes(one));
  if (!found || path.split('.').length !== 2) throw new Error(`no such column in ${table}`);
  if (found !== column && !columnsOf(table).some((one) => one.name === column))
    throw new Error(`no such column in ${table}`);
  return sql`${name(table)}.${name(found)}`;
}
