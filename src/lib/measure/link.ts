import type { Engine } from '$lib/engine/engine';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Linkage } from '$lib/schema/linkage';
import { join, sql, type Sql } from '$lib/schema/sql';
import { childrenSql } from './child-table';
import type { Linked } from './candidates';
import type { FileScope } from './key-scopes';
import {
  fewerAtMost,
  joined,
  mostNodes,
  tanglesOf,
  type LinkPair,
  type Tangle,
} from './linkage-graph';
import { linkageRules } from './linkage-rules';
import { linkFilesSql, linkPairsSql, mostPairs } from './linkage-sql';

/** How rows of `cases` are told apart before pairs were looked for. */
interface Keys {
  readonly key: Sql;
  readonly left: Sql;
  readonly scopes: readonly FileScope[];
}

/** Looks for pairs by the rules of a linkage: fills `link_file` and `link_pair`. */
export async function findPairs(
  engine: Engine,
  facts: DatasetFacts,
  { keys, linkage, signal }: { keys: Keys; linkage: Linkage; signal?: AbortSignal },
): Promise<Omit<Linked, 'children' | 'undecided' | 'tangles'>> {
  const rules = linkageRules.slice(0, linkage.rules);
  await engine.run(
    join([...linkFilesSql(facts, keys), ...linkPairsSql(rules, linkage.salt)], sql`;\n`),
    { signal },
  );
  const counts = await engine.query(
    sql`SELECT rule, count(*)::DOUBLE AS pairs FROM link_pair GROUP BY rule`,
    { signal },
  );
  const byRule = rules.map((_, i) =>
    Number(counts.find((row) => Number(row.rule) === i)?.pairs ?? 0),
  );
  const tooMany = byRule.reduce((sum, pairs) => sum + pairs, 0) > mostPairs;
  const rows = tooMany
    ? []
    : await engine.query(
        sql`SELECT a, b, rule, days, digest FROM link_pair ORDER BY rule, days, digest`,
        { signal },
      );
  const [left] = await engine.query(
    sql`SELECT (SELECT count(DISTINCT case_row) FROM link_crowd)::DOUBLE AS alike,
      (SELECT count(*) FROM link_file WHERE day_low IS NULL OR band IS NULL)::DOUBLE AS undated`,
    { signal },
  );
  return {
    candidates: rows.map((row) => ({
      ...{ a: Number(row.a), b: Number(row.b), rule: Number(row.rule), days: Number(row.days) },
      digest: String(row.digest),
    })),
    ...{ byRule, tooMany, alike: Number(left?.alike ?? 0), undated: Number(left?.undated ?? 0) },
  };
}

/**
 * The key of a row of `cases` with the pairs decided to be one child taken as one. Fills `link_as`, which the
 * key reads.
 */
export function mergedKey(pairs: readonly LinkPair[], key: Sql): { before: Sql[]; key: Sql } {
  const same = pairs.filter((pair) => pair.same === true);
  if (!same.length) return { before: [], key };
  const root = joined(same);
  const ents = [...new Set(same.flatMap(({ a, b }) => [a, b]))].filter((ent) => root(ent) !== ent);
  return {
    before: [
      sql`CREATE OR REPLACE TABLE link_as AS
        WITH ent AS (SELECT ent, any_value(key) AS key FROM link_file GROUP BY ent)
        SELECT one.key, root.key AS as_key FROM (VALUES ${join(ents.map((ent) => sql`(${ent}, ${root(ent)})`))}) AS link(ent, root)
        JOIN ent AS one ON one.ent = link.ent JOIN ent AS root ON root.ent = link.root`,
    ],
    key: sql`coalesce((SELECT as_key FROM link_as WHERE link_as.key = ${key}), ${key})`,
  };
}

/** What is undecided, and the children that undecided pairs could make: fills `child_maybe`. */
export function undecided(
  pairs: readonly LinkPair[],
  facts: DatasetFacts,
): {
  undecided: number;
  tangles: readonly Tangle[] | null;
  fewer: number;
  exact: boolean;
  fill: Sql[];
} {
  const tangles = tanglesOf(pairs);
  const open = pairs.filter(({ same }) => same === null).length;
  const { fewer, exact } = fewerAtMost(tangles);
  const known = exact && tangles.length > 0;
  return {
    ...{ undecided: open, fewer, exact, tangles: known ? tangles : null },
    fill: known ? maybeSql(tangles, facts) : [],
  };
}

/** Number of the child that a set of a tangle makes. */
export const maybeChild = (tangle: number, set: number): number => (tangle << mostNodes) | set;

function maybeSql(tangles: readonly Tangle[], facts: DatasetFacts): Sql[] {
  const members = tangles.flatMap(({ nodes, sets }, i) =>
    sets.flatMap((set) =>
      nodes
        .filter((_, bit) => set & (1 << bit))
        .flatMap((ents) => ents.map((ent) => sql`(${maybeChild(i, set)}, ${ent})`)),
    ),
  );
  return [
    sql`DROP TABLE IF EXISTS child_maybe`,
    sql`CREATE OR REPLACE TABLE file_maybe AS
      SELECT case_row, cases.case_key, link.child::INTEGER AS child, (count(*) OVER (PARTITION BY link.child))::INTEGER AS files, TRUE AS counted
      FROM (VALUES ${join(members)}) AS link(child, ent) JOIN link_file ON link_file.ent = link.ent JOIN cases ON cases.rowid = case_row`,
    sql`CREATE TABLE child_maybe AS ${childrenSql(facts, sql`file_maybe`)}`,
  ];
}
