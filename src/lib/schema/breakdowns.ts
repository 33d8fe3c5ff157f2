import type { Breakdown } from './indicator';
import { columnsOf } from './tables';
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

const labels: Record<Breakdown, Text> = {
  gender: { en: 'Gender', nb: 'Kjønn' },
  age_band: { en: 'Age at detection', nb: 'Alder da barnet ble oppdaget' },
  citizenship_group: { en: 'Citizenship', nb: 'Statsborgerskap' },
  main_form: { en: 'Main form of exploitation', nb: 'Viktigste utnyttelsesform' },
  victim_status: { en: 'Status', nb: 'Status' },
  org_type: { en: 'Registered by', nb: 'Registrert av' },
  accompaniment: { en: 'Accompaniment', nb: 'Følge' },
  region: { en: 'Region', nb: 'Region' },
  legal_status: { en: 'Legal status', nb: 'Oppholdsstatus' },
  disability_any: { en: 'Any disability', nb: 'Funksjonsnedsettelse' },
  sogiesc_minority: { en: 'LGBTQI+', nb: 'LHBTIQ+' },
  minority_group: { en: 'Minority group', nb: 'Minoritetsgruppe' },
  movement: { en: 'Movement', nb: 'Forflytning' },
  days_to_18_band: { en: 'Time to 18th birthday', nb: 'Tid til 18-årsdagen' },
  programme: { en: 'Programme', nb: 'Tiltak' },
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
export const unknownCode: BreakdownCode = {
  code: 'unknown',
  label: { en: 'Not recorded', nb: 'Ikke registrert' },
};
/** Trans and non-binary children together, where each group alone is too small to show (ID-03). */
export const anotherGenderCode: BreakdownCode = {
  code: 'another_gender',
  label: { en: 'Another gender', nb: 'Annet kjønn' },
};
/** The row of children whose organisation does not collect the item. */
export const notAskedCode: BreakdownCode = {
  code: 'not_asked',
  label: { en: 'Not asked', nb: 'Ikke spurt om' },
};

/** Every breakdown the app knows, in the order of the catalogue. */
export const breakdownIds = Object.keys(columns) as Breakdown[];

/** Whether a word is a breakdown. */
export const isBreakdown = (word: string): word is Breakdown => word in columns;

/** Label of a breakdown. */
export const breakdownLabel = (breakdown: Breakdown): Text => labels[breakdown];

/** The `table.column` a breakdown reads. */
export const breakdownColumn = (breakdown: Breakdown): string => columns[breakdown].join('.');

/** Codes of a breakdown in code-list order, unknowns last; null where the set is open (regions, programmes). */
export function codesOf(breakdown: Breakdown): readonly BreakdownCode[] | null {
  const [table, column] = columns[breakdown];
  const found = columnsOf(table).find((candidate) => candidate.name === column);
  if (!found?.codeList) return null;
  return [
    ...found.codes.map(({ value, labels }) => ({ code: value, label: labels })),
    unknownCode,
    notAskedCode,
  ];
}
