import type { Choice, Indicator, Measure } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { otherProtection } from './other-protection';

/** Whether a charge belongs to the question, by option; NULL where that is not known. */
const asked = {
  linked: sql`linked_to_trafficking IN ('yes', 'suspected')`,
  yes: sql`linked_to_trafficking = 'yes'`,
  every: sql`TRUE`,
  status: sql`offence_category IN ('irregular_entry', 'irregular_work', 'papers', 'prostitution', 'status')`,
};

/**
 * How far each child's charges came, three-valued (ruling ND-06): a child without a charge is no at
 * every depth; a charge whose link was not examined, or whose outcome is not known, leaves open what
 * no other charge settles. Where the file says which step was reached, it tells more.
 */
const depthRows = ({ options, has }: Choice): Sql => sql`
  WITH charge AS (
    SELECT child, ${asked[(options.charges ?? 'linked') as keyof typeof asked]} AS belongs, step_reached,
      CASE WHEN outcome IN ('convicted', 'quashed', 'administrative') OR sanction <> 'none' THEN TRUE
        WHEN outcome IS NOT NULL THEN FALSE END AS sanctioned,
      CASE WHEN sanction IN ('custodial', 'removal') THEN TRUE WHEN sanction IS NOT NULL THEN FALSE
        WHEN outcome NOT IN ('convicted', 'quashed', 'administrative') THEN FALSE END AS custodial
    FROM dated_charges),
  reached AS (
    SELECT child, belongs, TRUE AS formal,
      CASE WHEN step_reached IN ('charged', 'convicted', 'custodial') OR sanctioned THEN TRUE WHEN step_reached = 'stopped' THEN FALSE END AS charged,
      CASE WHEN sanctioned OR step_reached IN ('convicted', 'custodial') THEN TRUE WHEN step_reached IS NOT NULL THEN FALSE ELSE sanctioned END AS sanctioned,
      CASE WHEN custodial OR step_reached = 'custodial' THEN TRUE WHEN step_reached IS NOT NULL THEN FALSE ELSE custodial END AS custodial
    FROM charge),
  depth AS (
    SELECT child, part.of AS of, belongs AND CASE part.of WHEN 'formal' THEN formal WHEN 'charged' THEN charged WHEN 'sanctioned' THEN sanctioned ELSE custodial END AS came
    FROM reached CROSS JOIN (VALUES ('formal'), ('charged'), ('sanctioned'), ('custodial')) AS part(of)),
  told AS (SELECT child, of, CASE WHEN bool_or(came) THEN TRUE WHEN bool_or(came IS NULL) THEN NULL ELSE FALSE END AS answer, TRUE AS any_charge
    FROM depth GROUP BY child, of)
  SELECT child.child, part.of AS of, CASE WHEN any_charge THEN answer ELSE FALSE END AS answer
  FROM child CROSS JOIN (VALUES ('formal'), ('charged'), ('sanctioned'), ('custodial')) AS part(of) LEFT JOIN told ON told.child = child.child AND told.of = part.of
  WHERE part.of <> 'charged' OR ${has('charges', 'step_reached')}`;

const depths = [
  { of: 'formal', front: '', en: 'Any formal step', nb: 'Et hvilket som helst formelt skritt' },
  {
    of: 'charged',
    front: 'charged_',
    en: 'Charged, where the files say which step was reached',
    nb: 'Siktet eller tiltalt, der filene sier hvilket skritt som ble nådd',
  },
  {
    of: 'sanctioned',
    front: 'sanctioned_',
    en: 'Sanctioned or convicted',
    nb: 'Ilagt reaksjon eller dømt',
  },
  {
    of: 'custodial',
    front: 'custodial_',
    en: 'Deprived of liberty or removed',
    nb: 'Frihetsberøvet eller utvist',
  },
] as const;

const measures: readonly Measure[] = [
  ...depths.map(({ of, front, en, nb }): Measure => ({
    id: `${front}share`,
    unit: 'share',
    reads: 'share',
    of,
    label: { en, nb },
  })),
  {
    id: 'count',
    unit: 'children',
    reads: 'count',
    of: 'formal',
    label: { en: 'Children with any formal step', nb: 'Barn med et formelt skritt' },
  },
  {
    id: 'unknown_count',
    unit: 'children',
    reads: 'unknown',
    of: 'formal',
    label: {
      en: 'Children with charges of which none is known to belong, and some may',
      nb: 'Barn med siktelser der ingen vites å høre med, og noen kan gjøre det',
    },
  },
];

/** ND-06: treated as an offender. */
export const definition: Indicator = {
  id: 'ND-06',
  revision: 1,
  area: 'non-punishment',
  core: true,
  title: { en: 'Treated as an offender', nb: 'Behandlet som lovbryter' },
  question: {
    en: 'How many child victims were charged, convicted or fined?',
    nb: 'Hvor mange barn som er ofre ble siktet, dømt eller bøtelagt?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Children with at least one allegation or charge found or suspected to be a consequence of trafficking, by how far it came',
    nb: 'Barn med minst én anmeldelse eller siktelse som er funnet eller mistenkt å være en følge av menneskehandel, etter hvor langt den kom',
  },
  denominator: {
    en: 'Registered children of the cohort of whom this is known',
    nb: 'Registrerte barn i kohorten der dette er kjent',
  },
  statistic: { kind: 'shares', of: depths.map(({ of }) => of) },
  measures,
  rows: depthRows,
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN'],
  breakdowns: ['gender', 'citizenship_group', 'main_form', 'age_band'],
  options: [
    {
      id: 'charges',
      label: { en: 'Which charges', nb: 'Hvilke siktelser' },
      choices: [
        {
          id: 'linked',
          label: {
            en: 'Link to trafficking found or suspected',
            nb: 'Sammenheng med menneskehandel funnet eller mistenkt',
          },
        },
        {
          id: 'yes',
          label: { en: 'Link to trafficking found', nb: 'Sammenheng med menneskehandel funnet' },
        },
        { id: 'every', label: { en: 'Every charge', nb: 'Alle siktelser' } },
        {
          id: 'status',
          label: {
            en: 'Status-related offences only: entry, stay, work, papers, prostitution, status',
            nb: 'Bare statusrelaterte lovbrudd: innreise, opphold, arbeid, papirer, prostitusjon, status',
          },
        },
      ],
    },
  ],
  chart: 'shares',
  needs: [
    'cases.victim_status',
    'charges.linked_to_trafficking',
    'charges.outcome',
    'charges.sanction',
  ],
  reduced: [],
  basis: [
    {
      source: { en: 'Directive 2011/36/EU, Article 8', nb: 'Direktiv 2011/36/EU, artikkel 8' },
      checked: false,
    },
    {
      source: {
        en: 'Council of Europe Convention on Action against Trafficking, Article 26',
        nb: 'Europarådets konvensjon om tiltak mot menneskehandel, artikkel 26',
      },
      checked: false,
    },
  ],
  seeds: [
    '002_af4e03b3a31b6f4b.txt:89-92, 517-523, 809-816, 998-1004',
    '004_adf34ffd825f0e63.txt:537-541',
  ],
  standards: [],
  otherDefinitions: otherProtection['ND-06'],
  caveats: [
    {
      en: 'Depths are nested: any formal step; sanctioned or convicted (convicted, quashed, administrative, or a sanction other than none); custodial or removal. Arrest and charge are told apart only where the files say which step was reached (ruling ND-06).',
      nb: 'Dybdene ligger i hverandre: et formelt skritt; reaksjon eller dom (dømt, omgjort, administrativ, eller en annen reaksjon enn ingen); frihetsberøvelse eller utvisning. Pågripelse og siktelse skilles bare der filene sier hvilket skritt som ble nådd (avklaring ND-06).',
    },
    {
      en: 'A charge whose link to trafficking was not examined is not known, never no; the band shows what it may hold. A child without a charge is no.',
      nb: 'En siktelse der sammenhengen med menneskehandel ikke er undersøkt er ukjent, aldri nei; båndet viser hva den kan romme. Et barn uten siktelse er nei.',
    },
    {
      en: 'A pending charge counts at the depth that it has reached.',
      nb: 'En siktelse som ikke er avgjort teller på den dybden den har nådd.',
    },
    {
      en: 'A child deprived of liberty without a charge is seen in ND-01, not here.',
      nb: 'Et barn som er frihetsberøvet uten siktelse ses i ND-01, ikke her.',
    },
  ],
  cannotTell: {
    en: 'Whether the child would have acted without being exploited, or what was never written down.',
    nb: 'Om barnet ville ha handlet slik uten å bli utnyttet, eller det som aldri ble skrevet ned.',
  },
  example: {
    words: {
      en: 'Counted by hand. Of twenty children seven have a charge with a link found or suspected, one a charge whose link was not examined. Of those four were sanctioned or convicted, two of them in custody or removed; of one more the outcome is not known. A conviction without a link, and a second charge without one, do not count.',
      nb: 'Talt for hånd. Av tjue barn har sju en siktelse med funnet eller mistenkt sammenheng, ett en siktelse der sammenhengen ikke er undersøkt. Av dem fikk fire en reaksjon eller dom, to av disse frihetsberøvelse eller utvisning; for ett til er utfallet ukjent. En dom uten sammenheng, og en andre siktelse uten, teller ikke.',
    },
    tables: {
      cases: Array.from({ length: 20 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-03',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
      })),
      charges: (
        [
          [0, 'yes', 'convicted', 'fine'],
          [1, 'suspected', 'pending', ''],
          [2, 'no', 'convicted', 'custodial'],
          [3, 'unknown', 'convicted', 'custodial'],
          [4, 'yes', 'unknown', ''],
          [5, 'yes', 'convicted', 'custodial'],
          [6, 'no', 'convicted', 'custodial'],
          [6, 'yes', 'dropped_nonpunishment', 'none'],
          [7, 'suspected', 'administrative', 'removal'],
          [8, 'yes', 'diverted', 'community'],
        ] as const
      ).map(([child, linked_to_trafficking, outcome, sanction], i) => ({
        charge_key: `${i}`,
        case_key: `${child}`,
        offence_category: 'theft',
        linked_to_trafficking,
        outcome,
        sanction,
      })),
    },
    answer: [
      { measure: 'share', value: 0.3684, numerator: 7, denominator: 19 },
      { measure: 'share_if_unknown_no', value: 0.35 },
      { measure: 'share_if_unknown_yes', value: 0.4 },
      { measure: 'unknown_count', value: 1 },
      { measure: 'sanctioned_share', value: 0.2222, numerator: 4, denominator: 18 },
      { measure: 'custodial_share', value: 0.1111, numerator: 2, denominator: 18 },
    ],
  },
};
