import type { Engine } from '$lib/engine/engine';
import type { DatasetFacts } from '$lib/schema/dataset';
import { join, sql } from '$lib/schema/sql';
import type { Linkage } from '$lib/schema/linkage';
import { canLink, decidedPairs, type Linked } from './candidates';
import { childTableSql, leftOutSql, linkedSql } from './child-table';
import { datedViewsSql } from './dated-views';
import { eventTablesSql } from './event-tables';
import { dropSums } from './held-sums';
import { keySql, scopesOf, type FileScope } from './key-scopes';
import { findPairs, mergedKey, undecided } from './link';

/** What the relations of one dataset rest on. */
export interface Prepared {
  /** Rows could be joined to children; otherwise every figure counts records and says so. */
  readonly linked: boolean;
  /** Months that `all` covers, from meta or from the data. */
  readonly covered: { readonly first: string; readonly last: string };
  /** Months that flows of events cover: without meta, to the end of the last follow-up. */
  readonly flow: { readonly first: string; readonly last: string };
  /** Rows of the case files, and those among them that count. */
  readonly files: { readonly all: number; readonly counted: number };
  /** How far the keys of each case file reach. */
  readonly scopes: readonly FileScope[];
  /** What looking for one child in two organisations found; null before it was done. */
  readonly links: Linked | null;
}

/** What the relations of an engine rested on last. */
const latest = new WeakMap<Engine, Prepared>();

/**
 * Builds the relations that every indicator reads: after an import, and after each decision about which
 * records are one child. What was summed over the relations before is dropped.
 */
export async function prepare(
  engine: Engine,
  facts: DatasetFacts,
  signal?: AbortSignal,
  linkage?: Linkage,
): Promise<Prepared> {
  const scopes = scopesOf(facts, linkage);
  const hasKey = facts.tables.cases?.columns.includes('child_key') ?? false;
  const reach = scopes.some(({ scope }) => scope !== 'none');
  const [linkable] = hasKey && reach ? await engine.query(linkedSql(scopes), { signal }) : [];
  const linked = linkable?.linkable === true;
  const keys = { key: keySql(scopes, linked), left: leftOutSql(facts, scopes), scopes };
  const found =
    linkage?.rules && canLink(facts)
      ? await findPairs(engine, facts, { keys, linkage, signal })
      : null;
  const pairs = found && linkage ? decidedPairs(found.candidates, linkage) : [];
  const merged = mergedKey(pairs, keys.key);
  const open = undecided(pairs, facts);
  // One text, because every statement sent to the browser's engine is a round trip.
  await engine.run(
    join(
      [
        ...merged.before,
        ...childTableSql(facts, merged, keys.left),
        ...open.fill,
        ...datedViewsSql(),
        ...eventTablesSql(),
      ],
      sql`;\n`,
    ),
    { signal },
  );
  const [span] = await engine.query(
    sql`SELECT strftime(min(index_month), '%Y-%m') AS first, strftime(max(index_last), '%Y-%m') AS last,
      strftime(make_timestamp((max(t0_abs_h + end_h) * 3600000000)::BIGINT), '%Y-%m') AS seen,
      (SELECT count(*) FROM cases) AS rows, (SELECT count(*) FROM file_case WHERE counted) AS counted, count(*) AS children FROM child`,
    { signal },
  );
  const first = facts.meta.periodStart ?? String(span?.first ?? '1970-01');
  const last = facts.meta.periodEnd ?? String(span?.last ?? '1970-01');
  const children = Number(span?.children ?? 0);
  const seen = facts.meta.derived ? String(span?.seen ?? last) : last;
  const prepared: Prepared = {
    linked,
    covered: { first, last },
    flow: { first, last: seen > last ? seen : last },
    files: { all: Number(span?.rows ?? 0), counted: Number(span?.counted ?? 0) },
    scopes,
    links: found && {
      ...found,
      children: { most: children, fewest: children - open.fewer, exact: open.exact },
      ...{ undecided: open.undecided, tangles: open.tangles },
    },
  };
  const before = latest.get(engine);
  if (before) dropSums(before);
  latest.set(engine, prepared);
  return prepared;
}
