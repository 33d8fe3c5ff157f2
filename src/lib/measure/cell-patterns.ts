import type { Row } from '$lib/engine/engine';
import { join, name, sql, type Sql } from '$lib/schema/sql';
import {
  cellStates,
  rowsSql,
  stateAtSql,
  type CellSplit,
  type JudgedTable,
} from './completeness-sql';
import { type Additive, type Request } from './request';

/** Columns told together by one number: a digit of eight for each, 0 where no state applies. */
const together = 4;

/** Rows by the states of a few columns together: so few kinds that they can be held by child. */
const patterns = (judged: JudgedTable, split: CellSplit, columns: readonly string[]): Additive => ({
  statement: (request, groups) => {
    const digits = columns.map(
      (column, i) =>
        sql`${8 ** i} * CASE ${join(
          cellStates.map(
            (state, s) => sql`WHEN ${stateAtSql(judged, state, column)} THEN ${s + 1}`,
          ),
          sql` `,
        )} ELSE 0 END`,
    );
    const slots = groups.map((_, i) => sql`${name(`b${i}`)},`);
    const rows: Sql = rowsSql(request, judged, split, groups) ?? sql``;
    return sql`SELECT slice, organisation, ${join(slots, sql` `)} (${join(digits, sql` + `)})::INTEGER AS states, count(*) AS cells
      FROM (${rows}) GROUP BY ALL`;
  },
  keys: ['slice', 'organisation', 'states'],
  counts: ['cells'],
});

/**
 * The rows of `cellCountsSql` for a table about children, added up from sums by child; null where they
 * are not held.
 */
export async function cellsOfSums(
  request: Request,
  judged: JudgedTable,
  split: CellSplit,
): Promise<Row[] | null> {
  const { cubes, signal, view } = request;
  const found = new Map<string, Row>();
  let held = true;
  for (let first = 0; first < judged.columns.length; first += together) {
    const columns = judged.columns.slice(first, first + together);
    const cube = await cubes.of(request, [], patterns(judged, split, columns));
    const sums = await cube?.counts(view.where, [], signal);
    held &&= sums != null;
    const [group] = sums?.groups ?? [];
    for (let i = 0; group && i < group.keys.length; i++) {
      const key = sums!.keys[group.keys[i]!]!;
      const cells = group.numbers.cells![i]!;
      const place = `${String(key.slice)} ${String(key.organisation)}`;
      let row = found.get(place);
      if (!row) found.set(place, (row = none(key, judged)));
      columns.forEach((_, c) => {
        const state = cellStates[((Number(key.states) >> (3 * c)) & 7) - 1];
        if (!state) return;
        const at = `c${first + c}_${state}`;
        row[at] = Number(row[at]) + cells;
      });
    }
  }
  return held ? [...found.values()] : null;
}

function none({ slice, organisation }: Row, { columns }: JudgedTable): Row {
  const zeros = columns.flatMap((_, i) => cellStates.map((state) => [`c${i}_${state}`, 0]));
  return { slice, organisation, ...(Object.fromEntries(zeros) as Row) } as Row;
}
