import type { Engine } from '$lib/engine/engine';
import type { Issue } from '$lib/schema/issue';
import { sql, type Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import type { AdapterAccount, AdapterFile } from './adapter';
import { rowsThat } from './rows-that';

/** What rows of a file are held against. */
export interface Rule {
  readonly code: string;
  readonly column?: string;
  readonly where: Sql;
  /** `excluded` rows are not loaded, `warned` ones are; a `noted` one is as good as any. */
  readonly does: 'excluded' | 'warned' | 'noted';
  readonly words: Text;
}

/**
 * Holds every row of a file against rules; `rows` is a relation with `file` (here `k`) and `row`, the
 * number of the good record from 0. A row is counted once, by the first rule that fits, in the account;
 * every rule tells all its rows.
 */
export async function ruleAccount(
  engine: Engine,
  { index, scanned }: AdapterFile,
  k: number,
  rows: Sql,
  rules: readonly Rule[],
  signal?: AbortSignal,
): Promise<AdapterAccount & { readonly issues: Issue[] }> {
  const totals = { excluded: 0, warned: 0 };
  const issues: Issue[] = [];
  let before: Sql = sql`FALSE`;
  for (const { code, column, where, does, words } of rules) {
    const found = sql`${rows} t WHERE file = ${k} AND (${where})`;
    const [counted] = await engine.query(
      sql`SELECT count(*)::DOUBLE AS n, count(*) FILTER (WHERE NOT (${before}))::DOUBLE AS fresh FROM ${found}`,
      { signal },
    );
    const count = Number(counted?.n);
    if (does !== 'noted') {
      totals[does] += Number(counted?.fresh);
      before = sql`${before} OR COALESCE(${where}, FALSE)`;
    }
    if (!count) continue;
    const first = await engine.query(
      sql`SELECT row::DOUBLE AS row FROM ${found} ORDER BY row LIMIT 20`,
      { signal },
    );
    issues.push({
      level: does === 'warned' ? 'warning' : 'note',
      code,
      ...(column === undefined ? {} : { column }),
      count,
      lines: first.map(({ row }) => scanned.scan.lines.lineOf(Number(row))),
      message: rowsThat(count, words),
    });
  }
  return { index, ...totals, issues };
}
