import type { Breakdown } from '$lib/schema/indicator';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import { counted } from './counted';
import { everyone, total } from './part';
import {
  byOf,
  groupColumnsSql,
  memberSql,
  placedRowsSql,
  type Request,
  type Additive,
} from './request';
import { Tally } from './tally';

/** Labels of the count cells of a sub-question; every number of the figure is a function of these. */
export const shareParts = {
  yes: (of: string) => `${of} yes`,
  known: (of: string) => `${of} known`,
  unknown: (of: string) => `${of} unknown`,
};

const slotOf = (index: number): Sql => name(`b${index}`);

/**
 * Answers of the rows, joined to the members of the figure: `answered(slice, child, [unit], b0 …, of,
 * answer)`.
 */
export function answeredSql(request: Request, columns: readonly Breakdown[], units: boolean): Sql {
  const { choice, indicator } = request;
  return sql`WITH definition AS (${indicator.rows?.(choice) ?? sql``}),
    answered AS (SELECT slice, child.child AS child, ${units ? sql`definition.unit AS unit,` : sql``} ${groupColumnsSql(columns)}
      definition.of AS of, definition.answer AS answer FROM ${placedRowsSql(request)} WHERE ${memberSql(request)})`;
}

/** The group columns of `answered`, each followed by a comma. */
export const slotsSql = (columns: readonly Breakdown[]): Sql =>
  join(
    columns.map((_, i) => sql`${slotOf(i)},`),
    sql` `,
  );

/**
 * Counts behind a figure of shares. Each child (or unit) is counted by the vector of its answers to
 * all sub-questions, so that what could be found by subtracting one from another is protected like
 * a figure of its own. Fits about eight sub-questions.
 */
export async function shareTally(
  request: Request,
  columns: readonly Breakdown[],
  ofs: readonly string[],
  units: boolean,
  index: number,
): Promise<{ tally: Tally; met: Record<string, string>[]; query: string }> {
  const { indicator, slices } = request;
  const { rows: result, query } = await counted(request, columns, vectors(units));
  const rows = result.map((row) => ({
    period: slices[Number(row.slice)]?.id ?? '',
    by: byOf(columns, row),
    part: String(row.vector),
    count: Number(row.children),
  }));
  const met = [...new Set(rows.map((row) => row.part))].sort();
  const read = new Map(met.map((vector) => [vector, parse(vector, ofs, indicator.id)]));
  const members = (of: string, ...answers: readonly string[]) =>
    met.filter((vector) => answers.includes(read.get(vector)?.get(of) ?? ''));
  const parts = Object.fromEntries([
    [total, met] as const,
    [everyone, met] as const,
    ...ofs.flatMap((of) => [
      [shareParts.yes(of), members(of, 'yes')] as const,
      [shareParts.known(of), members(of, 'yes', 'no')] as const,
      [shareParts.unknown(of), members(of, 'unknown')] as const,
    ]),
  ]);
  // A group without a member would be a leaf; it has nobody and needs no cell.
  const filled = Object.fromEntries(
    Object.entries(parts).filter(([label, list]) => list.length > 0 || label === total),
  );
  const figures = Object.keys(filled).filter((label) => label !== total);
  const tally = new Tally({ index, columns, slices, rows, parts: filled, name: 'answer', figures });
  return { tally, met: rows.map((row) => row.by), query };
}

const vectors = (units: boolean): Additive => ({
  statement: (request, columns) => sql`${answeredSql(request, columns, units)}
    SELECT slice, ${slotsSql(columns)} vector, count(*) AS children FROM (
      SELECT slice, child, ${units ? sql`unit,` : sql``} ${slotsSql(columns)}
        string_agg(of || '=' || CASE WHEN answer THEN 'yes' WHEN NOT answer THEN 'no' ELSE 'unknown' END, ';' ORDER BY of) AS vector
      FROM answered GROUP BY ALL) GROUP BY ALL`,
  keys: ['slice', 'vector'],
  counts: ['children'],
});

function parse(vector: string, ofs: readonly string[], id: string): Map<string, string> {
  const answers = vector.split(';').map((one) => one.split('=') as [string, string]);
  const found = new Map(answers);
  if (found.size !== answers.length || answers.some(([of]) => !ofs.includes(of)))
    throw new Error(`${id} has rows that answer one question twice, or another than its own`);
  return found;
}
