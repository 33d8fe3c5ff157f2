import type { Engine } from '$lib/engine/engine';
import type { Issue } from '$lib/schema/issue';
import { sql, type Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import { accountWords, notReadAs } from './account-words';
import type { AdapterAccount, AdapterFile } from './adapter';
import type { PublishedRows } from './published-shape';
import { columnOf } from '$lib/schema/tables';
import { rowsThat } from './rows-that';

const again: Text = {
  en: 'tell again of a place, period and group that an earlier row tells of, as a part of a place under the code of the whole does; they are left out.',
  nb: 'gjelder et sted, en periode og en gruppe som en tidligere rad alt gjelder, slik en del av et sted med koden til hele gjør; de er utelatt.',
};

/** The account of one published table from its counts. */
export async function publishedAccount(
  engine: Engine,
  { index, header, scanned }: AdapterFile,
  rows: PublishedRows,
  k: number,
  signal?: AbortSignal,
): Promise<AdapterAccount> {
  const { lines } = scanned.scan;
  const issues: Issue[] = [];
  const rowsOf = async (where: Sql) =>
    (
      await engine.query(
        sql`SELECT count(DISTINCT row)::DOUBLE AS rows, list(DISTINCT row ORDER BY row)[:20]::VARCHAR AS first FROM published_cells WHERE file = ${k} AND ${where}`,
        { signal },
      )
    ).map(({ rows: count, first }) => ({
      count: Number(count ?? 0),
      lines: (String(first ?? '').match(/\d+/g) ?? []).map((row) => lines.lineOf(Number(row))),
    }))[0] ?? { count: 0, lines: [] };
  const add = async (
    level: Issue['level'],
    code: string,
    column: string | undefined,
    where: Sql,
    words: Text,
  ) => {
    const found = await rowsOf(where);
    if (!found.count) return;
    const at = header.find((one) => one.trim().toLowerCase() === column);
    issues.push({
      level,
      code,
      ...(column ? { column: at ?? column } : {}),
      ...found,
      message: rowsThat(found.count, words),
    });
  };
  const kept = sql`lost IS NULL`;
  for (const [i, { code, words }] of rows.dropped.entries())
    await add('note', code, undefined, sql`lost = ${i}`, words);
  await add('warning', 'rows-left-out', undefined, sql`lost = ${rows.dropped.length}`, again);
  const coded = new Set<string>();
  for (const cell of rows.cells)
    for (const one of Object.values(cell))
      if (typeof one === 'object' && 'codes' in one) coded.add(one.column);
  for (const column of coded)
    await add('warning', 'value-not-in-code-list', column, sql`${kept} AND list_contains(bad, ${column})`, accountWords.noCode); // prettier-ignore
  for (const [part, { countColumn }] of rows.cells.entries()) {
    const here = sql`${kept} AND part = ${part}`;
    const words = notReadAs(columnOf('aggregate_counts.count'));
    await add('warning', 'cell-not-a-number', countColumn, sql`${here} AND list_contains(bad, ${countColumn})`, words); // prettier-ignore
    await add('note', 'withheld-by-source', countColumn, sql`${here} AND flag = 'suppressed'`, accountWords.withheld); // prettier-ignore
  }
  for (const column of ['period', 'area'])
    await add('warning', 'required-cell-empty', column, sql`${kept} AND list_contains(bad, ${` ${column}`})`, accountWords.empty); // prettier-ignore
  const lost = await rowsOf(sql`lost IS NOT NULL`);
  const warned = await rowsOf(sql`${kept} AND len(bad) > 0`);
  return { index, warned: warned.count, excluded: lost.count, issues };
}
