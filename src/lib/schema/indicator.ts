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
export type Population =
  | 'P-DET'
  | 'P-REG'
  | 'P-IDENT'
  | 'P-DEPR'
  | 'P-CARE'
  | 'P-PROC'
  | 'P-EXIT'
  | 'programmes'
  /** Every row of every loaded table: the data about the data. */
  | 'files';

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
  | RowBreakdown;

/**
 * A column of the rows of a definition instead of the child: each row belongs to one code. The rows
 * of the definition have a column of this name.
 */
export type RowBreakdown =
  | 'programme'
  | 'form'
  | 'form_group'
  | 'form_first'
  | 'form_later'
  | 'group_first'
  | 'group_later'
  | 'decision_outcome'
  | 'body_type'
  | 'setting'
  | 'placement_type'
  | 'offence_category'
  | 'episode_end'
  | 'testimony_type'
  | 'service_type'
  | 'unmet_reason'
  | 'support_end'
  | 'currency'
  | 'donor_type'
  | 'checklist_item'
  | 'assessor'
  | 'table'
  | 'column'
  | 'organisation';

/** One number an indicator yields; ids follow rulings section 4. */
export interface Measure {
  readonly id: string;
  readonly unit:
    | 'children'
    | 'persons'
    | 'records'
    | 'spells'
    | 'needs'
    | 'share'
    | 'hours'
    | 'days'
    | 'years'
    | 'months'
    | 'gaps'
    | 'children per month'
    | 'events per child'
    | 'per 100 child-months'
    | 'per 100,000 children'
    | 'items'
    | 'score 0–3';
  readonly label: Text;
  /** What the number reads off its statistic; each kind in `measure` names the readings it knows. */
  readonly reads:
    | 'count'
    | 'unknown'
    | 'share'
    | 'cif'
    /** Share still without the event after `atHours`, from Kaplan–Meier: S(t), strictly longer. */
    | 'over'
    | 'waiting'
    | 'moved'
    /** Children with the event, and children without it of whom nothing else is known to have ended the wait. */
    | 'closed'
    | 'open'
    | 'p25'
    | 'median'
    | 'p75'
    | 'p90'
    | 'maximum'
    | 'completed median'
    | 'restricted mean'
    | 'ever'
    | 'rate'
    | 'first rate'
    | 'mean count'
    | 'days'
    | 'share of days'
    | 'share of time'
    | 'gaps'
    | 'longest gap'
    | 'share of money'
    | 'share of months'
    | 'in care'
    | 'in care unfunded'
    | 'in care outside'
    | 'share of child-months'
    | 'per funded month'
    | 'per unfunded month'
    | 'grant length'
    | 'long grants'
    /** A stretch of days of the calendar: its dates are the period of the row. */
    | 'spell'
    | 'score'
    | 'items';
  /** Horizon of a reading in hours. */
  readonly atHours?: number;
  /** Which sub-question of the rows, for example a layer of places; the first one if left out. */
  readonly of?: string;
  /** The question of `further` that makes it; the headline one if left out. */
  readonly in?: string;
}

/**
 * How rows become numbers. Each kind is one file in `measure`; its rows are SQL over the relations
 * that `measure/event-tables.ts` and `measure/dated-views.ts` document. Columns of the rows by kind
 * (times are hours since the child's T0 unless said otherwise; `row breakdowns` may follow):
 *
 * - `count`, `rate`: no rows: the children of the cohort.
 * - `composition`: no rows: `of` is a column of the child. With rows: `child, <of>` (text code or
 *   NULL = not known), one row a child, or several where `multiple` (shares may exceed 100 %; a
 *   measure `of` `several` is then the share with two or more codes).
 * - `succession`: `child, <of[0]>, <of[1]>, changed`: one row a child: the code recorded first and the
 *   other one recorded next (text; NULL = not known), `none` where all of two or more are alike, `once`
 *   where there is one only; `changed` is TRUE where there are several codes, whatever their order.
 * - `shares`: `child, of, answer`: one row a child and sub-question that concerns it; answer NULL =
 *   not known (U-BOUNDS). No row = the sub-question does not concern the child. With `unit` one
 *   row a unit.
 * - `flow-shares`: `child, start_h, end_h`: spells in which the child belongs to the denominator
 *   (NULL end = still); `events`: `child, at_h` (NULL = no date). Children with an event in the period ÷ children
 *   with a spell that overlaps it, or an event in it.
 * - `time`: `child, of, event_h, problem, ever` and what `columns` names: one row a child (or
 *   unit) and sub-question. event_h NULL = has not happened; problem `unknown` (happened, not known
 *   when) or `invalid` or NULL; ever = whether it ever happened, NULL = not known.
 * - `mean-count`: `child, origin_h`; `events`: `child, at_h`, one row an event (NULL = dateless).
 * - `share-of-time`: `child, total_h, with_h`: hours under observation and hours among them with; NULL =
 *   not known.
 * - `distribution`: `child, value` in the unit of its measures, and `unit` where a child has several;
 *   value NULL = not known, counted beside.
 * - `incidence`: `child, start_h, end_h`: spells at risk, not overlapping; `events`: `child, at_h`.
 * - `funded-days`: `programme, start_date, money_date, paid, end_date, covers, valid`: `paid` is false
 *   where `money_date` stands for a payment that is not recorded.
 * - `money-shares`: `programme, currency, start_date, end_date, amount, counts` (BOOLEAN, NULL = not
 *   known), `valid`.
 * - `care-calendar`: `place` (order of the files), `programme, modality, covers` (text), `start_date, money_date,
 *   paid_date, end_date, paid, valid`; `events`: `child, programme, start_d, last_d` (calendar days since T0, both in care;
 *   NULL last_d = still) and `fine` (BOOLEAN: known to the day).
 * - `profile`: `programme, checklist_item, assessor` (text), `score` (NULL = none), `evidence` (BOOLEAN: it
 *   proves practice), `state` (text: why there is no score), `assessed` (text, `YYYY-MM`).
 * - `completeness`: no rows: every column of every loaded table.
 *
 * Where the question is a flow, rows of `composition`, `shares`, `distribution` have `at_h` too: the
 * moment that must lie in the period; those of `time` are placed by the start of their clock.
 * A definition that can be split by a row breakdown has a text column of that name.
 */
export type Statistic =
  | { readonly kind: 'count' }
  | { readonly kind: 'rate' }
  | { readonly kind: 'composition'; readonly of: Breakdown; readonly multiple?: boolean }
  | SuccessionStatistic
  | { readonly kind: 'shares'; readonly of: readonly string[] }
  /** `table`: the one in which no row means no; `coverage` may say that it was not submitted. */
  | { readonly kind: 'flow-shares'; readonly table: string }
  | TimeStatistic
  | { readonly kind: 'mean-count' }
  | { readonly kind: 'share-of-time' }
  | { readonly kind: 'distribution' }
  | { readonly kind: 'incidence' }
  | { readonly kind: 'funded-days' }
  | { readonly kind: 'money-shares' }
  | { readonly kind: 'care-calendar' }
  /** Items of the checklist, in its order. */
  | { readonly kind: 'profile'; readonly items: readonly string[] }
  /** `core`: the columns that the core indicators need, as `table.column`; all if left out. */
  | { readonly kind: 'completeness'; readonly core?: readonly string[] };

/** Which code follows which, each child once. */
interface SuccessionStatistic {
  readonly kind: 'succession';
  /** Columns of the rows: the code recorded first, and the one later. */
  readonly of: readonly [first: RowBreakdown, later: RowBreakdown];
  /**
   * The yes/no sub-question of another question of the figure that asks the same children with two or
   * more recorded codes whether theirs changed: its answers are sums of this table.
   */
  readonly tells: string;
}

/** Time to an event. */
interface TimeStatistic {
  readonly kind: 'time';
  readonly code: 'S-KM' | 'S-CIF';
  /** Sub-questions that the rows answer; the first is the headline. */
  readonly of: readonly string[];
  /**
   * `days`: every time of the rows is a whole number of days in hours and the last day of
   * observation counts as itself. The option `unit` = `days` does the same. Default `hours`.
   */
  readonly clock?: 'hours' | 'days';
  /**
   * Further columns of the rows: `origin_h`, where the clock starts (0 = T0 if left out); `entry_h`,
   * delayed entry (NULL = from the start of the clock); `other_h`, an event that competes (NULL =
   * none); `until_h`, an earlier end of observation (NULL = as the child's); `unit`, a text key where
   * a child has several rows a sub-question.
   */
  readonly columns?: readonly ('origin_h' | 'entry_h' | 'other_h' | 'until_h' | 'unit')[];
  /** What else ends the wait (ruling S1): leaving the country and turning 18 compete by default. */
  readonly ends?: {
    readonly left?: 'competes' | 'censors';
    readonly eighteen?: 'competes' | 'censors' | 'ignored';
  };
  /** Above this share of children lost before a reading only its bounds are shown (RR-01). */
  readonly boundsAboveLost?: number;
}

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
  /** `YYYY-MM`: month of the data cut-off, where the files say it. */
  readonly extractMonth: string | null;
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

/** A definition of another body that competes, where the app does not compute it. */
interface DefinitionElsewhere {
  /** What it counts, one sentence. */
  readonly words: Text;
  /** Who uses it. */
  readonly source: Text;
  /** Whether the source itself was read. */
  readonly checked: boolean;
  /** What it would take to compute it, after “needs”: a clause without a full stop. */
  readonly needs: Text;
}

/** What competes with a definition (indicators, section L). */
export interface OtherDefinitions {
  /** What a choice of an option changes against the default, one sentence; by option and choice. */
  readonly changes: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  /** Those of other bodies; empty where none was found. */
  readonly elsewhere: readonly DefinitionElsewhere[];
}

/** One way in which numbers of an indicator are made: who, when and which statistic. */
interface Question {
  readonly population: Population;
  /** Persons of any age belong, also those whose age is not known (ID-04 b, ID-08). */
  readonly anyAge?: boolean;
  /** Cohort: children first detected in the period. Flow: what happened in it. Stock: at its end. */
  readonly period: 'cohort' | 'flow' | 'stock';
  readonly unit: 'child' | 'record' | 'episode' | 'spell' | 'need' | 'programme' | 'cell';
  readonly statistic: Statistic;
  /** Rows of the statistic, with the columns that {@link Statistic} names for its kind. */
  readonly rows?: (choice: Choice) => Sql;
  /** Second set of rows, where the kind has one. */
  readonly events?: (choice: Choice) => Sql;
  /**
   * A further question that is asked of the very children of the headline question, each of whom has a
   * row in both: what one says of their number then protects the other too.
   */
  readonly sameChildren?: boolean;
  /** The question is asked only where this holds, for example where a table was loaded. */
  readonly when?: (choice: Choice) => boolean;
}

/** A question beside the headline one; measures name it by `in`. What is left out is as there. */
interface FurtherQuestion
  extends Partial<Omit<Question, 'statistic'>>, Pick<Question, 'statistic'> {
  readonly id: string;
}

/**
 * A definition as data: everything the app knows of an indicator. `domain` words follow the
 * catalogue of indicators; ids are stable, `revision` rises when a number could change.
 */
export interface Indicator extends Question {
  readonly id: string;
  readonly revision: number;
  readonly area: Area;
  readonly core: boolean;
  readonly title: Text;
  readonly question: Text;
  readonly users: readonly ('rapporteur' | 'coalition' | 'donor')[];
  readonly numerator: Text;
  readonly denominator: Text | null;
  readonly measures: readonly Measure[];
  readonly further?: readonly FurtherQuestion[];
  readonly unknownRule: 'U-CAT' | 'U-KNOWN' | 'U-BOUNDS';
  readonly openRules: readonly ('C-OPEN' | 'C-18' | 'C-MOVE' | 'C-LEFT')[];
  readonly breakdowns: readonly Breakdown[];
  /** About much the same children by the same events, and protected before this one. */
  readonly linked?: readonly Indicator[];
  readonly options: readonly Option[];
  readonly chart:
    | 'counts-over-time'
    | 'composition'
    | 'cumulative-incidence'
    | 'rates'
    | 'funded-days'
    | 'shares'
    | 'mean-count'
    | 'profile'
    | 'completeness'
    | 'care-calendar';
  /** Logical columns without which the figure cannot be computed, as `table.column`. */
  readonly needs: readonly string[];
  /** Shorter forms for files that lack something: when it applies and what it then means. */
  readonly reduced: readonly { readonly lacks: string; readonly words: Text }[];
  /** Legal and normative basis; `checked` says whether the text itself was read. */
  readonly basis: readonly { readonly source: Text; readonly checked: boolean }[];
  /** Source documents and lines the indicator answers. */
  readonly seeds: readonly string[];
  /** Published definitions it can be held against. */
  readonly standards: readonly Text[];
  /** What it competes with; left out where nobody looked. */
  readonly otherDefinitions?: OtherDefinitions;
  readonly caveats: readonly Text[];
  readonly cannotTell: Text;
  readonly example: Example;
}
