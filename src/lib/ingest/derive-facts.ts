import type { Engine } from '$lib/engine/engine';
import type { DatasetFacts, MetaFacts, TableFacts } from '$lib/schema/dataset';
import { join, name, sql } from '$lib/schema/sql';
import { tables } from '$lib/schema/tables';
import type { Text } from '$lib/schema/text';
import { coverageFacts } from './coverage-facts';
import { extractFacts, publishedBreaks } from './extract-facts';
import { staging } from './staging';

/** What was fed, gathered while loading. */
export interface Fed {
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly synthetic: boolean;
  readonly population: Text | null;
  readonly cannotFeed: readonly Text[];
}

/** Facts about the staged data: the row of `meta`, or what the cases themselves say without one. */
export async function deriveFacts(
  engine: Engine,
  fed: Fed,
  signal?: AbortSignal,
): Promise<DatasetFacts> {
  const facts: Record<string, TableFacts> = {};
  const names = tables.map(({ name }) => name).filter((table) => fed.files.get(table)?.length);
  const counts = names.map(
    (table) => sql`(SELECT count(*) FROM ${staging(table)})::DOUBLE AS ${name(table)}`,
  );
  const [rows] = counts.length ? await engine.query(sql`SELECT ${join(counts)}`, { signal }) : [];
  for (const table of names)
    facts[table] = {
      rows: Number(rows?.[table] ?? 0),
      columns: [...(fed.columns.get(table) ?? [])],
      files: fed.files.get(table) ?? [],
    };
  const published = facts.aggregate_counts?.rows ? await publishedBreaks(engine, signal) : [];
  return {
    tables: facts,
    meta: await metaFacts(
      engine,
      Boolean(facts.meta?.rows),
      fed.columns.get('cases')?.has('child_key') ?? false,
      signal,
    ),
    coverage: facts.coverage?.rows ? await coverageFacts(engine, signal) : {},
    ...(published.length ? { publishedBreaks: published } : {}),
    synthetic: fed.synthetic,
    population: fed.population,
    cannotFeed: fed.cannotFeed,
  };
}

async function metaFacts(
  engine: Engine,
  loaded: boolean,
  keyed: boolean,
  signal?: AbortSignal,
): Promise<MetaFacts> {
  const [cases] = await engine.query(
    sql`SELECT strftime(min(index_month), '%Y-%m') AS first,
      CASE WHEN bool_or(index_month__grain = 'year' AND index_month = latest) THEN strftime(max(index_month), '%Y') || '-12' ELSE strftime(max(index_month), '%Y-%m') END AS last,
      bool_or(detected__clock IN ('offset_h', 'offset_d') OR followup_end__clock IN ('offset_h', 'offset_d')) AS offsets,
      bool_or(detected__clock IN ('datetime', 'date') OR followup_end__clock IN ('datetime', 'date')) AS dates
      FROM ${staging('cases')}, (SELECT max(index_month) AS latest FROM ${staging('cases')})`,
    { signal },
  );
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const mode = cases?.offsets ? 'offset' : cases?.dates ? 'exact' : 'month';
  const derived: MetaFacts = {
    country: null,
    extractMonth: null,
    periodStart: text(cases?.first),
    periodEnd: text(cases?.last),
    dateMode: mode,
    // Nobody says so, but a file that holds a child key means it to tell children apart.
    linkage: keyed ? 'within_org' : 'none',
    derived: true,
  };
  if (!loaded) return derived;
  const { meta, period, extracts } = await extractFacts(engine, signal);
  return {
    country: text(meta?.country),
    extractMonth: text(meta?.extract_month),
    periodStart: period?.first ?? derived.periodStart,
    periodEnd: period?.last ?? derived.periodEnd,
    dateMode: (text(meta?.date_mode) as MetaFacts['dateMode'] | null) ?? mode,
    linkage: (text(meta?.linkage_level) as MetaFacts['linkage'] | null) ?? derived.linkage,
    derived: false,
    ...(extracts.length ? { extracts } : {}),
  };
}
