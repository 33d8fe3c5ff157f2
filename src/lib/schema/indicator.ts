import type { Sql } from './sql';
import type { Text } from './text';

/** The five areas in which child victims are let down, then missing, money and data. */
export type Area =
  | 'identification'
  | 'protection'
  | 'non-punishment'
  | 'victim-witness'
  | 'recovery'
  | 'missing'
  | 'funding'
  | 'quality';

/** Who the indicator is about (indicators 0.3). */
export type Population = 'P-DET' | 'P-REG' | 'P-IDENT' | 'P-CARE' | 'programmes';

/** A column a figure can be split by. `unknown` gathers the unknown labels (ruling M17). */
export type Breakdown =
  | 'gender'
  | 'age_band'
  | 'citizenship_group'
  | 'main_form'
  | 'victim_status'
  | 'org_type'
  | 'accompaniment'
  | 'region'
  | 'legal_status'
  | 'disability_any'
  | 'sogiesc_minority'
  | 'minority_group'
  | 'movement'
  | 'days_to_18_band'
  | 'programme';

/** One number an indicator yields; ids follow rulings section 4. */
export interface Measure {
  readonly id: string;
  readonly unit: 'children' | 'share' | 'hours' | 'days' | 'gaps' | 'per 100 child-months';
  readonly label: Text;
  /** What the number reads off its statistic; each kind in `measure` names the readings it knows. */
  readonly reads:
    | 'count'
    | 'unknown'
    | 'share'
    | 'cif'
    | 'waiting'
    | 'median'
    | 'p75'
    | 'p90'
    | 'completed median'
    | 'ever'
    | 'rate'
    | 'first rate'
    | 'days'
    | 'share of days'
    | 'gaps'
    | 'longest gap';
  /** Horizon of a reading in hours. */
  readonly atHours?: number;
  /** Which sub-question of the rows, for example a layer of places; the first one if left out. */
  readonly of?: string;
}

/** How rows become numbers. Each kind is one file in `measure`. */
export type Statistic =
  | { readonly kind: 'count' }
  | { readonly kind: 'composition'; readonly of: Breakdown }
  | {
      readonly kind: 'time';
      readonly code: 'S-KM' | 'S-CIF';
      /** Sub-questions that the rows answer; the first is the headline. */
      readonly of: readonly string[];
    }
  | { readonly kind: 'incidence' }
  | { readonly kind: 'funded-days' };

/** What a definition lets the user choose; the first choice is the default. */
interface Option {
  readonly id: string;
  readonly label: Text;
  readonly choices: readonly { readonly id: string; readonly label: Text }[];
}

/** What the rows of a definition may depend on. */
export interface Choice {
  readonly options: Readonly<Record<string, string>>;
  /** True where a table was loaded and has the logical column. */
  has(table: string, column?: string): boolean;
}

/** Rows of a worked example: tables as they would stand in the files. */
interface Example {
  readonly words: Text;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly options?: Readonly<Record<string, string>>;
  /** Expected figures, by measure (and group); compared to 0.0005. */
  readonly answer: readonly {
    readonly measure: string;
    readonly by?: Readonly<Record<string, string>>;
    readonly value: number | null;
    readonly numerator?: number;
    readonly denominator?: number;
    readonly status?: string;
  }[];
}

/**
 * A definition as data: everything the app knows of an indicator. `domain` words follow the
 * catalogue of indicators; ids are stable, `revision` rises when a number could change.
 */
export interface Indicator {
  readonly id: string;
  readonly revision: number;
  readonly area: Area;
  readonly core: boolean;
  readonly title: Text;
  readonly question: Text;
  readonly users: readonly ('rapporteur' | 'coalition' | 'donor')[];
  readonly unit: 'child' | 'episode' | 'programme';
  readonly population: Population;
  readonly period: 'cohort' | 'flow' | 'stock';
  readonly numerator: Text;
  readonly denominator: Text | null;
  readonly statistic: Statistic;
  readonly measures: readonly Measure[];
  /**
   * Rows of the statistic as SQL over the relations that `measure` keeps (documented in
   * `measure/relations.ts`). Columns by kind:
   * count, composition – none;
   * time – `child, of, event_h, problem, ever`, one row a child and `of`: hours from T0 to the event
   *   or NULL, `unknown`/`invalid` or NULL, whether it ever happened (NULL = not known);
   * incidence – `child, start_h, end_h`: spells at risk, not overlapping, NULL end = still running;
   * funded-days – `programme, start_date, end_date, covers, valid`.
   */
  readonly rows?: (choice: Choice) => Sql;
  /** Second set of rows, for incidence: the episodes as `child, at_h`. */
  readonly events?: (choice: Choice) => Sql;
  readonly unknownRule: 'U-CAT' | 'U-KNOWN' | 'U-BOUNDS';
  readonly openRules: readonly ('C-OPEN' | 'C-18' | 'C-MOVE' | 'C-LEFT')[];
  readonly breakdowns: readonly Breakdown[];
  readonly options: readonly Option[];
  readonly chart:
    'counts-over-time' | 'composition' | 'cumulative-incidence' | 'rates' | 'funded-days';
  /** Logical columns without which the figure cannot be computed, as `table.column`. */
  readonly needs: readonly string[];
  /** Shorter forms for files that lack something: when it applies and what it then means. */
  readonly reduced: readonly { readonly lacks: string; readonly words: Text }[];
  /** Legal and normative basis; `checked` says whether the text itself was read. */
  readonly basis: readonly { readonly source: string; readonly checked: boolean }[];
  /** Source documents and lines the indicator answers. */
  readonly seeds: readonly string[];
  /** Published definitions it can be held against. */
  readonly standards: readonly Text[];
  readonly caveats: readonly Text[];
  readonly cannotTell: Text;
  readonly example: Example;
}
