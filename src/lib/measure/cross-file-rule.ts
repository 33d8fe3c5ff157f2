import type { DatasetFacts } from '$lib/schema/dataset';
import type { Choice } from '$lib/schema/indicator';
import type { Sql } from '$lib/schema/sql';
import type { Text } from '$lib/schema/text';

/** What a rule tests one of. */
export type RuleUnit = 'rows' | 'keys' | 'children' | 'programmes' | 'totals' | 'values';

/** How many units a rule could be tested on, broke it, and could not be tested on. */
export interface CheckCounts {
  /** With all values that the rule needs, `failing` among them. */
  readonly tested: number;
  readonly failing: number;
  /** A value is missing. */
  readonly untestable: number;
}

/** What a rule may depend on. */
export interface RuleInput {
  readonly facts: DatasetFacts;
  /** Rows could be joined to children. */
  readonly linked: boolean;
  /** True where a table was loaded and has the logical column. */
  readonly has: Choice['has'];
}

/**
 * A rule that rows of the files must not break between them (data model, section 7; DQ-04), as data.
 * A code may have several parts, each a rule with words and counts of its own.
 */
export interface CrossFileRule {
  /** `X01` to `X32`. */
  readonly code: string;
  /** An error contradicts what a figure is made of; a warning asks for a look. */
  readonly level: 'error' | 'warning';
  readonly unit: RuleUnit;
  /** What must hold, one sentence. */
  readonly words: Text;
  /** What the figures do with rows that break it, one sentence. Every error says it. */
  readonly effect?: Text;
  /** What a breach puts in doubt: `table.column`, or a whole `table`. */
  readonly reads: readonly string[];
  /**
   * One row a unit: `tbl` the table, `ref` the case key, or the table's own key where rows belong to no
   * child; `holds` FALSE = broken, NULL = cannot be tested because a value is missing. Null where the
   * loaded tables do not allow the rule.
   */
  readonly verdicts: (input: RuleInput) => Sql | null;
}
