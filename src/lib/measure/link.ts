import type { Engine } from '$lib/engine/engine';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Linkage } from '$lib/schema/linkage';
import { join, name, sql, type Sql } from '$lib/schema/sql';
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

/** What looking for pairs finds before anything is decided. */
type Found = Omit<Linked, 'children' | 'undecided' | 'tangles'>;

/** What was found in an engine, whose tables are there still, and the statements that found it. */
interface Kept {
  readonly facts: DatasetFacts;
  readonly statements: string;
  readonly found: Found;
}
const kept = new WeakMap<Engine, Kept>();

/**
 * Looks for pairs by the rules of a linkage: fills `link_file` and `link_pair`. As long as only decisions
 * change, nothing is looked for again.
 */
export async function findPairs(
  engine: Engine,
  facts: DatasetFacts,
  { keys, linkage, signal }: { keys: Keys; linkage: Linkage; signal?: AbortSignal },
): Promise<Found> {
  const rules = linkageRules.slice(0, linkage.rules);
  const steps = [...linkFilesSql(facts, keys), ...linkPairsSql(rules, linkage.salt)];
  const statement = join(steps, sql`;\n`);
  const statements = String(statement);
  const known = kept.get(engine);
  if (known?.facts === facts && known.statements === statements) return known.found;
  kept.delete(engine);
  await engine.run(statement, { signal });
  const found = await readPairs(engine, rules.length, signal);
  kept.set(engine, { facts, statements, found });
  return found;
}

async function readPairs(engine: Engine, rules: number, signal?: AbortSignal): Promise<Found> {
  const counts = await engine.query(
    sql`SELECT rule::INTEGER AS rule, pairs::DOUBLE AS pairs FROM link_count`,
    { signal },
  );
  const byRule = Array.from({ length: rules }, (_, i) =>
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

/** Statements to run before, the relation to read in the place of `cases`, and the key of its rows. */
interface Merged {
  readonly before: Sql[];
  readonly from: Sql;
  readonly key: Sql;
}

/**
 * The key of a row of `cases` with the pairs decided to be one child taken as one: a join with `link_as`,
 * since a subquery of each row is kept for every row and outgrows the memory with some thousands of them.
 */
export function mergedKey(pairs: readonly LinkPair[], key: Sql): Merged {
  const same = pairs.filter((pair) => pair.same === true);
  if (!same.length) return { before: [], from: sql`cases`, key };
  const root = joined(same);
  const ents = [...new Set(same.flatMap(({ a, b }) => [a, b]))].filter((ent) => root(ent) !== ent);
  return {
    before: [
      sql`CREATE OR REPLACE TABLE link_as AS
        WITH ent AS (SELECT ent, any_value(key) AS key FROM link_file GROUP BY ent)
        SELECT one.key AS own_key, root.key AS as_key FROM ${numberRows('ent', ents, 'root', ents.map(root))} AS link
        JOIN ent AS one ON one.ent = link.ent JOIN ent AS root ON root.ent = link.root`,
    ],
    from: sql`cases LEFT JOIN link_as ON own_key = ${key}`,
    key: sql`coalesce(as_key, ${key})`,
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
  const children: number[] = [];
  const ents: number[] = [];
  tangles.forEach(({ nodes, sets }, i) => {
    for (const set of sets)
      nodes.forEach((node, bit) => {
        if (!(set & (1 << bit))) return;
        for (const ent of node) {
          children.push(maybeChild(i, set));
          ents.push(ent);
        }
      });
  });
  return [
    sql`DROP TABLE IF EXISTS child_maybe`,
    sql`CREATE OR REPLACE TABLE file_maybe AS
      SELECT case_row, cases.case_key, link.child, (count(*) OVER (PARTITION BY link.child))::INTEGER AS files, TRUE AS counted
      FROM ${numberRows('child', children, 'ent', ents)} AS link JOIN link_file ON link_file.ent = link.ent JOIN cases ON cases.rowid = case_row`,
    sql`CREATE TABLE child_maybe AS ${childrenSql(facts, sql`file_maybe`)}`,
  ];
}

/** Two columns of numbers as a relation. As text: the engine reads thousands of literals slowly. */
function numberRows(
  one: string,
  ones: readonly number[],
  other: string,
  others: readonly number[],
): Sql {
  const column = (numbers: readonly number[]) =>
    sql`unnest(string_split(${numbers.join(' ')}, ' '))::INTEGER`;
  return sql`(SELECT ${column(ones)} AS ${name(one)}, ${column(others)} AS ${name(other)})`;
}
