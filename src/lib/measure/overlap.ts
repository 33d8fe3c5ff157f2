import { list, name, sql, type Sql } from '$lib/schema/sql';
import { checkedRows } from './checked-rows';
import { surelyAfter } from './surely-after';

/**
 * Spells of a table as `checkedRows` gives them, with `still`: no end is written and nothing says that
 * it ended. `lasting` are the end reasons that leave a spell open, null where the table has none; any
 * other known reason means that it ended on a day not known.
 */
export function openSpells(table: string, lasting: readonly string[] | null): Sql {
  const reason = lasting
    ? sql` AND (end_reason IS NULL OR end_reason::VARCHAR IN ${list(lasting)})`
    : sql``;
  return sql`(SELECT *, ended_h IS NULL AND ended__missing IN ('not_recorded'::e_missing, 'not_applicable'::e_missing)${reason} AS still FROM ${checkedRows(table)} AS one)`;
}

/** A spell that can be laid beside others: a child has it, its start is known, it does not end before. */
export const usable = (row: string): Sql =>
  sql`(${name(row)}.child IS NOT NULL AND ${name(row)}.started_h IS NOT NULL
    AND (${surelyAfter({ row, moment: 'started' }, { row, moment: 'ended' })}) IS NOT TRUE)`;

/** Whether two usable spells surely share some time; one that ends as another begins shares none. */
export const overlap = (a: string, b: string): Sql =>
  sql`(${startsBeforeEnd(a, b)} AND ${startsBeforeEnd(b, a)})`;

// A spell that ended on a day not known is sure to last only as long as its start.
function startsBeforeEnd(row: string, other: string): Sql {
  const start = { row, moment: 'started' };
  return sql`coalesce(CASE WHEN ${name(other)}.ended_h IS NOT NULL THEN ${surelyAfter({ row: other, moment: 'ended' }, start)}
    WHEN ${name(other)}.still THEN TRUE ELSE ${surelyAfter({ row: other, moment: 'started' }, start)} END, FALSE)`;
}
