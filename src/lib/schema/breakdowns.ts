import type { Breakdown, RowBreakdown } from './indicator';
import { columnOf } from './tables';
import type { Text } from './text';

/** A code of a breakdown with its label, in the order of the code list. */
export interface BreakdownCode {
  readonly code: string;
  readonly label: Text;
}

/** The column of which one code of a child follows another, with the name of its place in the order. */
interface Ordered {
  readonly path: string;
  readonly label: Text;
  /** Codes of those who have no code in that place. */
  readonly none?: readonly BreakdownCode[];
}

/** Codes of children with no later code: `none` several periods of one code, `once` a single period. */
const noLater: readonly BreakdownCode[] = [
  {
    code: 'none',
    label: { en: 'No later form: the same again', nb: 'Ingen senere form: den samme igjen' },
  },
  {
    code: 'once',
    label: { en: 'No later form: one period', nb: 'Ingen senere form: én periode' },
  },
];
const firstForm: Text = { en: 'Form first recorded', nb: 'Form registrert først' };
const laterForm: Text = { en: 'Form later recorded', nb: 'Form registrert senere' };

/** Breakdowns of rows: the schema column that holds their codes, or a label where the set is open. */
const rowColumns: Record<RowBreakdown, string | Text | Ordered> = {
  programme: 'funding.programme_key',
  form: 'cases.forms',
  form_group: 'aggregate_counts.form_group',
  form_first: { path: 'exploitation_spells.form', label: firstForm },
  form_later: { path: 'exploitation_spells.form', label: laterForm, none: noLater },
  group_first: { path: 'aggregate_counts.form_group', label: firstForm },
  group_later: { path: 'aggregate_counts.form_group', label: laterForm, none: noLater },
  decision_outcome: 'decisions.outcome',
  body_type: 'decisions.body_type',
  setting: 'detention.setting',
  placement_type: 'placements.placement_type',
  offence_category: 'charges.offence_category',
  episode_end: 'missing_episodes.end_reason',
  testimony_type: 'testimony.event_type',
  service_type: 'services.service_type',
  unmet_reason: 'services.unmet_reason',
  support_end: 'services.status',
  currency: 'funding.currency',
  donor_type: 'funding.donor_type',
  checklist_item: 'checklist.item',
  assessor: { en: 'Assessed by', nb: 'Vurdert av' },
  table: { en: 'Table', nb: 'Tabell' },
  column: { en: 'Column', nb: 'Kolonne' },
  organisation: { en: 'Organisation', nb: 'Organisasjon' },
};

const columns: Record<
  Exclude<Breakdown, RowBreakdown>,
  readonly [table: string, column: string]
> = {
  gender: ['cases', 'gender'],
  age_band: ['cases', 'age_band_at_detection'],
  citizenship_group: ['cases', 'citizenship_group'],
  main_form: ['cases', 'main_form'],
  victim_status: ['cases', 'victim_status'],
  org_type: ['cases', 'org_type'],
  accompaniment: ['cases', 'accompaniment'],
  region: ['cases', 'region'],
  legal_status: ['cases', 'legal_status'],
  disability_any: ['cases', 'disability_any'],
  sogiesc_minority: ['cases', 'sogiesc_minority'],
  minority_group: ['cases', 'minority_group'],
  movement: ['cases', 'movement'],
  days_to_18_band: ['cases', 'days_to_18_band'],
};

/** Special-category breakdowns (D1): never crossed with region in anything that leaves. */
export const sensitiveBreakdowns: ReadonlySet<Breakdown> = new Set([
  'legal_status',
  'disability_any',
  'sogiesc_minority',
  'minority_group',
  'movement',
  'days_to_18_band',
]);

/** The row of children whose label is unknown, refused or not recorded (ruling M17). */
const unknownCode: BreakdownCode = {
  code: 'unknown',
  label: { en: 'Not recorded', nb: 'Ikke registrert' },
};
/** Trans and non-binary children together, where each group alone is too small to show (ID-03). */
export const anotherGenderCode: BreakdownCode = {
  code: 'another_gender',
  label: { en: 'Another gender', nb: 'Annet kjønn' },
};
/** The row of children whose organisation does not collect the item. */
const notAskedCode: BreakdownCode = {
  code: 'not_asked',
  label: { en: 'Not asked', nb: 'Ikke spurt om' },
};

/** Whether a word is a breakdown. */
export const isBreakdown = (word: string): word is Breakdown =>
  word in columns || word in rowColumns;

/** Whether a breakdown is a column of the rows of a definition and not of the child. */
export const isRowBreakdown = (breakdown: Breakdown): breakdown is RowBreakdown =>
  breakdown in rowColumns;

/** Label of a breakdown. */
export function breakdownLabel(breakdown: Breakdown): Text {
  const own = isRowBreakdown(breakdown) ? rowColumns[breakdown] : '';
  if (typeof own === 'string') return columnOf(breakdownColumn(breakdown)).labels;
  return 'path' in own ? own.label : own;
}

/** The `table.column` a breakdown reads; empty where it is no column of a file. */
export function breakdownColumn(breakdown: Breakdown): string {
  if (!isRowBreakdown(breakdown)) return columns[breakdown].join('.');
  const own = rowColumns[breakdown];
  if (typeof own === 'string') return own;
  return 'path' in own ? own.path : '';
}

/** Codes of a breakdown in code-list order, unknowns last; null where the set is open (regions, programmes). */
export function codesOf(breakdown: Breakdown): readonly BreakdownCode[] | null {
  const path = breakdownColumn(breakdown);
  const found = path ? columnOf(path) : null;
  if (!found?.codeList) return null;
  const own = isRowBreakdown(breakdown) ? rowColumns[breakdown] : '';
  return [
    ...found.codes.map(({ value, labels }) => ({ code: value, label: labels })),
    ...(typeof own !== 'string' && 'path' in own ? (own.none ?? []) : []),
    unknownCode,
    notAskedCode,
  ];
}
