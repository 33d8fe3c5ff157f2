import { sql, type Sql } from '$lib/schema/sql';

/** A cell of several values: semicolons between them, in an export of a form blanks. */
export const listItems = (cell: string, blanks?: boolean): string[] =>
  (blanks ? cell.split(/[;\s]+/) : cell.split(';')).map((item) => item.trim());

/** The same in the engine, without empty items. */
export const listItemsSql = (cell: Sql, blanks?: boolean): Sql =>
  sql`list_filter(list_transform(string_split(${blanks ? sql`replace(${cell}, ' ', ';')` : cell}, ';'), x -> trim(x)), x -> x <> '')`;
