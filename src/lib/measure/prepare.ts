import type { Engine } from '$lib/engine/engine';
import type { DatasetFacts } from '$lib/schema/dataset';
import { join, sql } from '$lib/schema/sql';
import { childTableSql, linkedSql } from './child-table';
import { datedViewsSql } from './dated-views';
import { eventTablesSql } from './event-tables';

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
}

/** Builds the relations that every indicator reads, once after an import. */
export async function prepare(
  engine: Engine,
  facts: DatasetFacts,
  signal?: AbortSignal,
): Promise<Prepared> {
  const hasKey = facts.tables.cases?.columns.includes('child_key') ?? false;
  const [linkable] =
    hasKey && facts.meta.linkage !== 'none' ? await engine.query(linkedSql, { signal }) : [];
  const linked = linkable?.linkable === true;
  // One text, because every statement sent to the browser's engine is a round trip.
  await engine.run(
    join([...childTableSql(facts, linked), ...datedViewsSql(), ...eventTablesSql()], sql`;\n`),
    {
      signal,
    },
  );
  const [span] = await engine.query(
    sql`SELECT strftime(min(index_month), '%Y-%m') AS first, strftime(max(index_last), '%Y-%m') AS last,
      strftime(make_timestamp((max(t0_abs_h + end_h) * 3600000000)::BIGINT), '%Y-%m') AS seen,
      (SELECT count(*) FROM cases) AS rows, (SELECT count(*) FROM file_case WHERE counted) AS counted FROM child`,
    { signal },
  );
  const first = facts.meta.periodStart ?? String(span?.first ?? '1970-01');
  const last = facts.meta.periodEnd ?? String(span?.last ?? '1970-01');
  const seen = facts.meta.derived ? String(span?.seen ?? last) : last;
  return {
    linked,
    covered: { first, last },
    flow: { first, last: seen > last ? seen : last },
    files: { all: Number(span?.rows ?? 0), counted: Number(span?.counted ?? 0) },
  };
}
