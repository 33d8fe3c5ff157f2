import type { Issue } from '$lib/schema/issue';
import { join, list, slot, sql, type Sql } from '$lib/schema/sql';
import type { Column, Table } from '$lib/schema/table';
import { tightSpellings } from './choose-table';
import type { FormHeader } from './form-header';
import type { ColumnMapping } from './import-report';
import type { Extra } from './insert-sql';
import { headerForm, squashed } from './normal-form';
import { ValueReader } from './value-map';

/** A question whose options have a column each, read as one list. */
export interface SplitList {
  readonly column: Column;
  readonly issues: readonly Issue[];
  readonly extra: Extra;
  /** What becomes of each of its columns, by position. */
  readonly mapping: ReadonlyMap<number, Pick<ColumnMapping, 'target' | 'reason' | 'tier'>>;
}

/** Lists of the table that no column feeds but the options of a question do. */
export function splitLists(
  table: Table,
  form: FormHeader | null,
  header: readonly string[],
  taken: ReadonlySet<Column>,
  decided: Readonly<Record<string, string | null>>,
): SplitList[] {
  const found: SplitList[] = [];
  for (const [question, every] of form?.split ?? []) {
    const open = every.filter(({ at }) => decided[header[at] ?? ''] === undefined);
    const tight = squashed(headerForm(question));
    const column = table.columns.find(
      (one) =>
        one.type === 'list' &&
        one.codes.length > 0 &&
        !taken.has(one) &&
        !found.some(({ column }) => column === one) &&
        one.fields.some((field) => tightSpellings(field, one).has(tight)),
    );
    if (!column) continue;
    const reader = new ValueReader(column);
    const known = open.flatMap(({ at, option }) => {
      const meaning = reader.isCode(option) ? { code: option } : reader.meaning(option);
      return meaning && 'code' in meaning ? [{ at, code: meaning.code }] : [];
    });
    if (!known.length) continue;
    const isKnown = (at: number) => known.some((one) => one.at === at);
    const all = open.filter((one) => one.all || isKnown(one.at));
    const other = all.filter(({ at }) => !isKnown(at));
    const ticked = (at: number): Sql =>
      sql`lower(trim(${slot(at)})) IN ${list(['1', '1.0', 'true'])}`;
    const items = sql`list_distinct(list_filter([${join(known.map(({ at, code }) => sql`CASE WHEN ${ticked(at)} THEN ${code} END`))}]::VARCHAR[], x -> x IS NOT NULL))`;
    const odd = known.map(
      ({ at }) =>
        sql`coalesce(lower(trim(${slot(at)})), '') NOT IN ${list(['', '0', '1', '0.0', '1.0', 'false', 'true'])}`,
    );
    const unread = join([...other.map(({ at }) => ticked(at)), ...odd], sql` OR `);
    const mapping = new Map(
      all.map(({ at }) => [
        at,
        isKnown(at)
          ? {
              target: `${column.table}.${column.name}`,
              tier: 'synonym' as const,
              reason: {
                en: 'an option of the question, ticked or not',
                nb: 'et svaralternativ i spørsmålet, krysset av eller ikke',
              },
            }
          : {
              target: null,
              tier: 'none' as const,
              reason: {
                en: 'an option of the question that no code stands for',
                nb: 'et svaralternativ i spørsmålet som ingen kode står for',
              },
            },
      ]),
    );
    found.push({
      column,
      issues: other.map(({ at }) => ({
        level: 'warning',
        code: 'option-without-code',
        column: header[at],
        count: 1,
        message: {
          en: `No code of ${column.table}.${column.name} stands for this option; where it is ticked, the value is left out.`,
          nb: `Ingen kode i ${column.table}.${column.name} står for dette svaralternativet; der det er krysset av, er verdien utelatt.`,
        },
      })),
      mapping,
      extra: {
        slots: all.map(({ at }) => at),
        values: {
          [column.name]: sql`CASE WHEN len(${items}) > 0 THEN ${items} END`,
          [`${column.name}__missing`]: sql`CASE WHEN ${unread} THEN 'unmapped'::e_missing WHEN len(${items}) = 0 THEN 'not_recorded'::e_missing END`,
        },
      },
    });
  }
  return found;
}

/** What became of the columns, those of lists among them. */
export const withLists = (
  columns: readonly ColumnMapping[],
  lists: readonly SplitList[],
): readonly ColumnMapping[] =>
  columns.map((one, at) => {
    const own = lists.find(({ mapping }) => mapping.has(at))?.mapping.get(at);
    return own ? { ...one, ...own } : one;
  });

/** What the lists add to the statement that loads the file. */
export const extraOf = (lists: readonly SplitList[]): Extra | null =>
  lists.length
    ? {
        values: Object.assign({}, ...lists.map(({ extra }) => extra.values)) as Extra['values'],
        slots: lists.flatMap(({ extra }) => extra.slots),
      }
    : null;
