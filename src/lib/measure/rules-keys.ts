import { join, name, sql, type Sql } from '$lib/schema/sql';
import { tables } from '$lib/schema/tables';
import { together } from './checked-rows';
import type { CrossFileRule } from './cross-file-rule';

const keyOf = (table: (typeof tables)[number]): Sql =>
  table.columns.some((column) => column.name === 'case_key')
    ? sql`it.case_key`
    : sql`it.${name(table.primaryKey[0] ?? 'file_no')}::VARCHAR`;

/** Rules on keys: X01. A key that stands twice in one file is in the account of that file. */
export const rulesKeys: readonly CrossFileRule[] = [
  {
    code: 'X01',
    level: 'error',
    unit: 'keys',
    words: {
      en: 'Every key points to a row that was loaded.',
      nb: 'Hver nøkkel peker på en rad som er lastet inn.',
    },
    effect: {
      en: 'A row whose case was not loaded belongs to no child and is in no figure; a programme, placement or proceeding that was not loaded is used by its key alone.',
      nb: 'En rad der saken ikke er lastet inn, hører til ingen barn og er ikke med i noe tall; et program, en plassering eller en sak som ikke er lastet inn, brukes bare med nøkkelen.',
    },
    reads: tables.flatMap((table) =>
      table.references.map((reference) => `${table.name}.${reference.column}`),
    ),
    verdicts: ({ has }) =>
      together(
        tables.flatMap((table) =>
          table.references
            .filter(
              ({ column, toTable, toColumn }) => has(table.name, column) && has(toTable, toColumn),
            )
            .map(
              ({
                column,
                toTable,
                toColumn,
              }) => sql`SELECT ${table.name} AS tbl, ${keyOf(table)} AS ref,
                CASE WHEN it.${name(column)} IS NOT NULL THEN it.${name(column)} IN (SELECT ${name(toColumn)} FROM ${name(toTable)} WHERE ${name(toColumn)} IS NOT NULL) END AS holds
                FROM ${name(table.name)} AS it`,
            ),
        ),
      ),
  },
  {
    code: 'X01',
    level: 'error',
    unit: 'rows',
    words: {
      en: 'No key stands in two files of one table, and none made of two columns stands twice.',
      nb: 'Ingen nøkkel står i to filer av samme tabell, og ingen nøkkel av to kolonner står to ganger.',
    },
    effect: {
      en: 'All such rows are kept, so they are counted each time they stand in the files.',
      nb: 'Alle slike rader beholdes og telles hver gang de står i filene.',
    },
    reads: tables.map((table) => table.name),
    verdicts: ({ facts, has }) =>
      together(
        tables
          .filter(
            (table) =>
              table.primaryKey.length > 0 &&
              table.primaryKey.every((column) => has(table.name, column)) &&
              (table.primaryKey.length > 1 || (facts.tables[table.name]?.files.length ?? 0) > 1),
          )
          .map((table) => {
            const keys = table.primaryKey.map((column) => sql`it.${name(column)}`);
            const known = join(
              keys.map((key) => sql`${key} IS NOT NULL`),
              sql` AND `,
            );
            const twice =
              table.primaryKey.length > 1
                ? sql`count(*) OVER (PARTITION BY ${join(keys)}) = 1`
                : sql`min(it.file_no) OVER (PARTITION BY ${join(keys)}) = max(it.file_no) OVER (PARTITION BY ${join(keys)})`;
            return sql`SELECT ${table.name} AS tbl, ${keyOf(table)} AS ref, CASE WHEN ${known} THEN ${twice} END AS holds FROM ${name(table.name)} AS it`;
          }),
      ),
  },
];
