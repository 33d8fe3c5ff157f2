import type { Engine } from '$lib/engine/engine';
import type { DatasetFacts } from '$lib/schema/dataset';
import { list, sql } from '$lib/schema/sql';
import { tables } from '$lib/schema/tables';
import { staging } from './staging';

/**
 * Months and reports by table from the staged `coverage`. An organisation with several lines for one
 * table and month reported if one of them says so, and noted a break if one of them does; a note that
 * is repeated month after month is one break. Lines about a table the schema does not have, and lines
 * without a month or an organisation, say nothing here.
 */
export async function coverageFacts(
  engine: Engine,
  signal?: AbortSignal,
): Promise<DatasetFacts['coverage']> {
  const rows = await engine.query(
    sql`WITH line AS (
        SELECT lower(trim(table_name)) AS told, strftime(month, '%Y-%m') AS month, org_key,
          bool_or(expected IS NOT DISTINCT FROM 'yes') AS due,
          bool_or(submitted IS NOT DISTINCT FROM 'yes') AS submitted,
          min(trim(definition_version)) AS version, max(recording_lag_days) AS lag,
          min(nullif(trim(break_note), '')) AS note
        FROM ${staging('coverage')}
        WHERE month IS NOT NULL AND month__grain = 'month' AND org_key IS NOT NULL
        GROUP BY ALL),
      numbered AS (
        SELECT *, dense_rank() OVER (ORDER BY org_key) AS body, dense_rank() OVER (ORDER BY version) AS rules,
          version <> lag(CASE WHEN submitted THEN version END IGNORE NULLS) OVER before AS moved,
          note IS NOT NULL AND note IS DISTINCT FROM lag(note) OVER before AS noted
        FROM line
        WINDOW before AS (PARTITION BY told, org_key ORDER BY month))
      SELECT told, month, count(*)::DOUBLE AS organisations,
        count(*) FILTER (due)::DOUBLE AS due, count(*) FILTER (submitted)::DOUBLE AS submitted,
        count(*) FILTER (due AND submitted)::DOUBLE AS both,
        string_agg(DISTINCT body::VARCHAR, ' ') FILTER (submitted) AS reporters,
        string_agg(DISTINCT rules::VARCHAR, ' ') FILTER (submitted AND version IS NOT NULL) AS rules,
        string_agg(DISTINCT body::VARCHAR, ' ') FILTER (submitted AND moved) AS changed,
        string_agg(DISTINCT body::VARCHAR, ' ') FILTER (noted) AS breaks,
        max(lag) FILTER (submitted) AS lag
      FROM numbered WHERE told IN ${list(tables.map(({ name }) => name))}
      GROUP BY ALL ORDER BY told, month`,
    { signal },
  );
  const facts: Record<string, DatasetFacts['coverage'][string][number][]> = {};
  for (const row of rows)
    (facts[String(row.told)] ??= []).push({
      month: String(row.month),
      organisations: Number(row.organisations),
      due: Number(row.due),
      submitted: Number(row.submitted),
      dueAndSubmitted: Number(row.both),
      reporters: numbersIn(row.reporters),
      rules: numbersIn(row.rules),
      changed: numbersIn(row.changed),
      breaks: numbersIn(row.breaks),
      lagDays: row.lag === null ? null : Number(row.lag),
    });
  return facts;
}

const numbersIn = (list: unknown): number[] =>
  typeof list === 'string'
    ? list
        .split(' ')
        .map(Number)
        .sort((a, b) => a - b)
    : [];
