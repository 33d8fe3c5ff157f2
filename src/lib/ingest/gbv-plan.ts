import type { Text } from '$lib/schema/text';
import type { AdapterPlan } from './adapter';
import { normalForm } from './normal-form';
import { neverMet, planColumns, type Handled } from './plan-columns';

/** Referrals of one incident, each in a column of its own: its heading and the service it is of. */
export const gbvReferrals = {
  safehouse: ['safe house shelter', 'shelter'],
  medical: ['health medical services', 'health'],
  psychosocial: ['psychosocial services', 'mental_health'],
  legal: ['legal assistance services', 'legal'],
  police: ['police other security actor', 'safety'],
  livelihoods: ['livelihoods program', 'livelihood'],
  // Child protection and education stand in one column.
  protection: ['child protection services education services', 'other'],
} as const;

/** Headings of what else is read. */
export const gbvFields: Readonly<Record<string, string>> = {
  code: 'survivor code',
  agency: 'reporting agency code',
  interview: 'date of interview',
  birth: 'date of birth',
  sex: 'sex',
  kind: 'gbv type',
  goods: 'money goods benefits and or services exchanged',
  ...Object.fromEntries(Object.entries(gbvReferrals).map(([field, [heading]]) => [field, heading])),
};

const targets: Readonly<Record<string, string>> = {
  'survivor code': 'cases.child_key',
  'date of interview': 'cases.detected_at',
  'date of birth': 'cases.age_at_detection',
  sex: 'cases.gender',
  'gbv type': 'cases.forms',
  'money goods benefits and or services exchanged': 'cases.victim_status',
  ...Object.fromEntries(
    Object.values(gbvReferrals).map(([heading]) => [heading, 'services.status']),
  ),
};

const given = (kind: Handled['kind'], handling: Handled['handling'], en: string, nb: string): Handled => ({ kind, handling, reason: { en, nb } }); // prettier-ignore
const identifiers: readonly (readonly [RegExp, Handled])[] = [
  [/^survivor code$/, given('case number', 'generalised', 'the code of the survivor is replaced by a running key', 'koden til den utsatte erstattes av en løpende nøkkel')], // prettier-ignore
  [/^date of birth$/, given('birth date', 'generalised', 'turned into completed years at the first interview, then dropped', 'gjort om til fylte år ved første intervju, og deretter fjernet')], // prettier-ignore
  [/^incident id$/, given('case number', 'dropped', 'the number of the incident', 'nummeret på hendelsen')], // prettier-ignore
  [/^case ?(manager|worker) code$/, given('name', 'dropped', 'says who a person is', 'sier hvem en person er')], // prettier-ignore
  [/^incident (location|county|district|camp|camp town)$/, given('address', 'dropped', 'a place', 'et sted')], // prettier-ignore
];

export const gbvCannotFeed: readonly Text[] = [
  neverMet({ en: 'A GBV incident recorder', nb: 'En hendelsesliste fra GBV-systemet' }),
  {
    en: 'Its rows are incidents. Rows with one survivor code and one agency are one person; a row without a code is left out. Grown-ups are read and not counted as children.',
    nb: 'Radene er hendelser. Rader med samme kode for den utsatte og samme organisasjon er én person; en rad uten kode er utelatt. Voksne leses og regnes ikke som barn.',
  },
  {
    en: 'A possible victim is one with rape or sexual assault for which something was exchanged, or a forced marriage; nobody is presumed or identified. Persons without such a sign are left out. Choose “All detected” to count them.',
    nb: 'Et mulig offer er en person med voldtekt eller seksuelt overgrep der noe ble byttet, eller et tvangsekteskap; ingen er antatt eller identifisert. Personer uten et slikt tegn er utelatt. Velg «Alle oppdagede» for å telle dem.',
  },
  {
    en: 'Time runs from the first interview. It says what became of a referral, not when a service was given: waits for services stay off. An empty referral is not a “no”.',
    nb: 'Tiden regnes fra første intervju. Den sier hva som ble av en henvisning, ikke når et tiltak ble gitt: Ventetid på tiltak kan ikke lages. En tom henvisning er ikke et «nei».',
  },
];

const unused: Text = {
  en: 'This is the sheet of menus of an incident recorder. It holds no incidents, so it is left out.',
  nb: 'Dette er arket med menyer i en hendelsesliste. Det har ingen hendelser, så det er utelatt.',
};

/** What the columns of an incident recorder become; null when the header is of no such file. */
export function gbvPlan(header: readonly string[]): AdapterPlan | null {
  const forms = header.map(normalForm);
  const has = (...all: readonly string[]) => all.every((form) => forms.includes(form));
  const menu =
    has('caseworker code', 'ethnicity', 'incident county', 'incident camp') &&
    !has('survivor code');
  const incidents = has('incident id', 'survivor code', 'date of interview', 'gbv type');
  if (!menu && !incidents) return null;
  const columns = planColumns(header, {
    form: normalForm,
    targets: incidents ? targets : {},
    handled: (form) => identifiers.find(([test]) => test.test(form))?.[1] ?? null,
    reason: { en: 'a column of the incident recorder', nb: 'en kolonne i hendelseslisten' },
  });
  const note = { level: 'note', code: 'table-not-used', count: 1, message: unused } as const;
  return incidents
    ? { role: 'incidents', table: 'cases', ...columns, issues: [], cannotFeed: gbvCannotFeed }
    : { role: 'menus', table: null, ...columns, issues: [note], cannotFeed: [] };
}
