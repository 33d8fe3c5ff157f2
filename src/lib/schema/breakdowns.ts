import type { Breakdown } from './indicator';
import { columnOf } from './tables';
import type { Text } from './text';

/** A code of a breakdown with its label, in the order of the code list. */
export interface BreakdownCode {
  readonly code: string;
  readonly label: Text;
}

const columns: Record<Breakdown, readonly [table: string, column: string]> = {
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
  programme: ['funding', 'programme_key'],
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
export const isBreakdown = (word: string): word is Breakdown => word in columns;

/** Label of a breakdown. */
export const breakdownLabel = (breakdown: Breakdown): Text =>
  columnOf(breakdownColumn(breakdown)).labels;

/** The `table.column` a breakdown reads. */
export const breakdownColumn = (breakdown: Breakdown): string => columns[breakdown].join('.');

/** Codes of a breakdown in code-list order, unknowns last; null where the set is open (regions, programmes). */
export function codesOf(breakdown: Breakdown): readonly BreakdownCode[] | null {
  const found = columnOf(breakdownColumn(breakdown));
  if (!found.codeList) return null;
  return [
    ...found.codes.map(({ value, labels }) => ({ code: value, label: labels })),
    unknownCode,
    notAskedCode,
  ];
}
