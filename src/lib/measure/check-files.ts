import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';
import { hasColumn } from './availability';
import { checkSentence } from './check-sentence';
import type { CheckCounts, CrossFileRule, RuleInput, RuleUnit } from './cross-file-rule';
import { crossFileRules } from './cross-file-rules';
import type { FigureSource } from './figure';

/** One rule against the loaded files. Never holds the content of a cell. */
export interface CheckResult extends CheckCounts {
  readonly code: string;
  readonly level: CrossFileRule['level'];
  /** `untested`: no row has the values that the rule needs. */
  readonly state: 'fails' | 'holds' | 'untested';
  readonly unit: RuleUnit;
  /** What must hold. */
  readonly words: Text;
  /** What came of it, in numbers. */
  readonly sentence: Text;
  /** What the figures do with rows that break it. */
  readonly effect: Text | null;
  readonly tables: readonly (CheckCounts & { readonly table: string })[];
  /** Ids of the indicators made of columns that a breach puts in doubt. */
  readonly indicators: readonly string[];
  /**
   * At most twenty keys of what breaks the rule: case keys, or the table's own. Pseudonyms: for the
   * person entitled to the records, on the screen, never in Release view or a file.
   */
  readonly keys: readonly string[];
}

/** How far a check has come. */
export interface CheckProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * The rules between rows and files (DQ-04) that the loaded tables allow, one query a rule, in the order
 * of their codes. `catalogue` tells which indicators a breach touches. Rejects with `AbortError` when
 * aborted.
 */
export async function checkFiles(
  { engine, facts, prepared }: Pick<FigureSource, 'engine' | 'facts' | 'prepared'>,
  catalogue: readonly Pick<Indicator, 'id' | 'needs'>[],
  options: { signal?: AbortSignal; onProgress?: (progress: CheckProgress) => void } = {},
): Promise<readonly CheckResult[]> {
  const { signal, onProgress } = options;
  const input: RuleInput = { facts, linked: prepared.linked, has: hasColumn(facts) };
  const asked = crossFileRules.flatMap((rule) => {
    const verdicts = rule.verdicts(input);
    return verdicts ? [{ rule, verdicts }] : [];
  });
  const results: CheckResult[] = [];
  for (const { rule, verdicts } of asked) {
    signal?.throwIfAborted();
    onProgress?.({ done: results.length, of: asked.length });
    const rows = await engine.query(
      sql`SELECT tbl, count(holds)::DOUBLE AS tested, count(*) FILTER (NOT holds)::DOUBLE AS failing,
        (count(*) - count(holds))::DOUBLE AS untestable,
        array_to_string(min(DISTINCT ref, 20) FILTER (NOT holds), chr(31)) AS keys
        FROM (${verdicts}) GROUP BY tbl ORDER BY tbl`,
      { signal },
    );
    const byTable = rows.map((row) => ({
      table: String(row.tbl),
      tested: Number(row.tested),
      failing: Number(row.failing),
      untestable: Number(row.untestable),
      keys: typeof row.keys === 'string' ? row.keys.split('\u001f').filter(Boolean) : [],
    }));
    results.push(resultOf(rule, byTable, catalogue, input.has));
  }
  onProgress?.({ done: results.length, of: asked.length });
  return results;
}

function resultOf(
  rule: CrossFileRule,
  byTable: readonly (CheckResult['tables'][number] & { readonly keys: readonly string[] })[],
  catalogue: readonly Pick<Indicator, 'id' | 'needs'>[],
  has: RuleInput['has'],
): CheckResult {
  const sum = (key: keyof CheckCounts) => byTable.reduce((all, part) => all + part[key], 0);
  const counts = { tested: sum('tested'), failing: sum('failing'), untestable: sum('untestable') };
  // A table that the rule only looks up is in doubt with the one it tests.
  const sound = byTable.filter(({ failing }) => !failing).map(({ table }) => table);
  const doubted = counts.failing
    ? rule.reads.filter((path) => {
        const [table = ''] = path.split('.');
        return has(table) && !sound.includes(table);
      })
    : [];
  return {
    code: rule.code,
    level: rule.level,
    state: counts.failing ? 'fails' : counts.tested ? 'holds' : 'untested',
    unit: rule.unit,
    words: rule.words,
    sentence: checkSentence(rule, counts),
    effect: rule.effect ?? null,
    ...counts,
    tables: byTable.map(({ table, tested, failing, untestable }) => ({
      table,
      tested,
      failing,
      untestable,
    })),
    indicators: catalogue
      .filter(({ needs }) =>
        needs.some((need) => doubted.includes(need) || doubted.includes(need.split('.')[0] ?? '')),
      )
      .map(({ id }) => id),
    keys: [...new Set(byTable.flatMap(({ keys }) => keys))].slice(0, 20),
  };
}
