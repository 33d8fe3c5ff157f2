import type { Engine } from '$lib/engine/engine';
import type { ExtractRules, PublishedBreak } from '$lib/schema/dataset';
import { sql, type SqlValue } from '$lib/schema/sql';
import { staging } from './staging';

/** What the rows of `meta` say together. */
export interface ExtractFacts {
  /** The extract that reaches furthest: country, cut-off and time mode are its own. */
  readonly meta: Readonly<Record<string, SqlValue>> | undefined;
  /** Months (`YYYY-MM`, inclusive) that it covers with those that join it without a gap; null where none says. */
  readonly period: { readonly first: string | null; readonly last: string | null } | null;
  readonly extracts: readonly ExtractRules[];
}

/** Reads the staged `meta`: one row an extract, perhaps one a year or one an organisation. */
export async function extractFacts(engine: Engine, signal?: AbortSignal): Promise<ExtractFacts> {
  const rows = await engine.query(
    sql`SELECT country, strftime(extract_month, '%Y-%m') AS extract_month,
      strftime(period_start, '%Y-%m') AS first, strftime(period_end, '%Y-%m') AS last,
      strftime(period_end + INTERVAL 1 MONTH, '%Y-%m') AS next,
      CAST(date_mode AS VARCHAR) AS date_mode, CAST(linkage_level AS VARCHAR) AS linkage_level,
      nullif(trim(definition_version), '') AS version,
      dense_rank() OVER (ORDER BY nullif(trim(definition_version), ''))::DOUBLE AS rules
      FROM ${staging('meta')}
      ORDER BY period_end DESC NULLS LAST, extract_month DESC NULLS LAST, period_start, dataset_key`,
    { signal },
  );
  const [meta] = rows;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  let first = text(meta?.first);
  // From the latest backwards: an extract joins where no month lies between the two.
  for (const row of rows) {
    const [begins, next] = [text(row.first), text(row.next)];
    if (first && begins && next && next >= first && begins < first) first = begins;
  }
  const extracts = rows.flatMap((row) => {
    const [begins, ends] = [text(row.first), text(row.last)];
    return begins && ends && row.version !== null
      ? [{ first: begins, last: ends, rules: Number(row.rules) }]
      : [];
  });
  return { meta, period: meta ? { first, last: text(meta.last) } : null, extracts };
}

/** Cells of the staged `aggregate_counts` with the flag of a break, of periods that it can name. */
export async function publishedBreaks(
  engine: Engine,
  signal?: AbortSignal,
): Promise<PublishedBreak[]> {
  const rows = await engine.query(
    sql`SELECT DISTINCT CAST(measure AS VARCHAR) AS measure, trim(period) AS period
      FROM ${staging('aggregate_counts')}
      WHERE CAST(flag AS VARCHAR) = 'break' AND measure IS NOT NULL
        AND regexp_full_match(trim(period), '[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]))?')
      ORDER BY period, measure`,
    { signal },
  );
  return rows.map(({ measure, period }) => ({
    measure: String(measure),
    period: String(period),
  }));
}
