import type { Text } from '$lib/schema/text';
import type { AdapterPlan } from './adapter';
import { headerForm } from './normal-form';
import { neverMet, planColumns, type Handled } from './plan-columns';

/** A field of the standard by name or label: `vic_TraffickingStatus` → `trafficking status`. */
export const htcdsForm = (header: string): string => headerForm(header.replace(/__c$/i, ''));

/** Fields that are read, and what each one feeds. */
const targets: Readonly<Record<string, string>> = {
  birthdate: 'cases.age_at_detection',
  gender: 'cases.gender',
  citizenship: 'cases.citizenship',
  'trafficking status': 'cases.victim_status',
  'age when trafficked': 'cases.age_at_first_exploitation',
  'methods of control': 'cases.means_of_control',
  'type of exploitation': 'cases.forms',
  'type of sex exploitation': 'cases.forms',
  status: 'cases.case_open',
  'incoming referral date': 'cases.detected_at',
  'outgoing referral date': 'referrals.referred_at',
  'referred organisation': 'referrals.status',
};

/** Without these it is no case file of the standard; each stands in its core list. */
const needed = [
  'trafficking status',
  'type of exploitation',
  'incoming referral date',
  'gender',
  'birthdate',
];

const dropped = (kind: Handled['kind'], en: string, nb: string): Handled => ({
  kind,
  handling: 'dropped',
  reason: { en, nb },
});

/** Fields that point to a person, by what they hold. */
const identifiers: readonly (readonly [RegExp, Handled])[] = [
  [
    /^birthdate$/,
    {
      kind: 'birth date',
      handling: 'generalised',
      reason: {
        en: 'turned into completed years at the day the case was taken in, then dropped',
        nb: 'gjort om til fylte år på dagen saken ble tatt inn, og deretter fjernet',
      },
    },
  ],
  [/^(salutation|(first|middle|second) name|case owner|referr(ing|ed) primary case worker)$/, dropped('name', 'says who a person is', 'sier hvem en person er')], // prettier-ignore
  [/^identity number$/, dropped('national id', 'a national identity number', 'et nasjonalt identitetsnummer')], // prettier-ignore
  [/^email$/, dropped('e-mail', 'an e-mail address', 'en e-postadresse')],
  [/^((home|mobile) )?phone$/, dropped('phone', 'a telephone number', 'et telefonnummer')],
  [/^(mailing|shipping) (street|city|state|country|state province|postal code|zip postal code)$|^(street|city|state|postal code)$/, dropped('address', 'part of an address', 'en del av en adresse')], // prettier-ignore
  [/(^| )(longitude|latitude)$/, dropped('coordinates', 'a place on the map', 'et sted på kartet')],
  [/^location of (recruitment|exploitation)$/, dropped('address', 'the name of a place', 'navnet på et sted')], // prettier-ignore
  [/^(referring|referred) organisation$/, dropped('name', 'the name of a body; read only as filled or not', 'navnet på en instans; leses bare som utfylt eller ikke')], // prettier-ignore
  [/^(reason for case closure|(incoming|outgoing) referral details|details of vulnerabilities|role details|case comment|description|objectives|action plan)$/, dropped('free text', 'words about the case', 'ord om saken')], // prettier-ignore
];

export const htcdsCannotFeed: readonly Text[] = [
  neverMet({ en: 'An HTCDS 2.0 file', nb: 'En HTCDS 2.0-fil' }),
  {
    en: 'HTCDS has no missing-from-care, detention, charges or guardianship fields: those figures stay off.',
    nb: 'HTCDS har ingen felter om savnede barn, frihetsberøvelse, siktelser eller verge: De tallene kan ikke lages.',
  },
  {
    en: 'It does not say when a case was first noticed: time runs from the day the incoming referral was accepted, and a case without that day has no period. A day like 03/04/2024 is read only where one cell of the file shows which number is the day.',
    nb: 'Den sier ikke når en sak først ble oppdaget: Tiden regnes fra dagen den innkommende henvisningen ble godtatt, og en sak uten den dagen har ingen periode. En dag som 03/04/2024 leses bare der en celle i filen viser hvilket tall som er dagen.',
  },
  {
    en: 'It has no code for forced criminality, no order of the forms, and does not say what a referral asks for: waits for a referral stay off.',
    nb: 'Den har ingen kode for tvungen kriminalitet, ingen rekkefølge på formene, og sier ikke hva en henvisning ber om: Ventetid på henvisning kan ikke lages.',
  },
  {
    en: 'An actual victim counts as identified whoever decided it, and two rows may be one person: names are dropped and there is no other key.',
    nb: 'Et faktisk offer regnes som identifisert uansett hvem som avgjorde det, og to rader kan være samme person: Navn er fjernet, og det finnes ingen annen nøkkel.',
  },
];

/** What the columns of a case file of the standard become; null when the header is of no such file. */
export function htcdsPlan(header: readonly string[]): AdapterPlan | null {
  const forms = header.map(htcdsForm);
  if (!needed.every((field) => forms.includes(field))) return null;
  const columns = planColumns(header, {
    form: htcdsForm,
    targets,
    handled: (form) => identifiers.find(([test]) => test.test(form))?.[1] ?? null,
    reason: { en: 'a field of HTCDS', nb: 'et felt i HTCDS' },
  });
  return { role: 'cases', table: 'cases', ...columns, issues: [], cannotFeed: htcdsCannotFeed };
}
