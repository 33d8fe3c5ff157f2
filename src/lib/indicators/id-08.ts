import type { Choice, Indicator } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { firstKnown } from './first-known';
import { otherIdentification } from './other-identification';

/**
 * Persons in doubt, whether treated as a child until decided (ruling ID-08). A place among adults counts
 * where it began before the doubt was resolved, at any time where it was not. Three-valued: where it
 * is not known whether a place of detention held adults too, the answer is not known.
 */
const treatedRows = ({ options }: Choice): Sql => sql`
  WITH dispute AS (SELECT child, bool_or(treated_meanwhile_as IN ('adult', 'mixed')) AS adult, bool_or(treated_meanwhile_as IS NULL) AS unclear,
        bool_or(outcome = 'adult') AS found_adult, CASE WHEN bool_or(resolved_h IS NULL) THEN 1e300 ELSE max(resolved_h) END AS until_h
      FROM dated_age_disputes GROUP BY child),
    doubtful AS (SELECT child FROM dated_cases WHERE age_in_doubt = 'yes' UNION SELECT child FROM dispute),
    person AS (SELECT child, ${firstKnown('minority_basis')} AS basis FROM dated_cases SEMI JOIN doubtful USING (child) GROUP BY child),
    asked AS (SELECT child, basis, adult, unclear, coalesce(found_adult, FALSE) AS found_adult, coalesce(until_h, 1e300) AS until_h, until_h IS NOT NULL AS disputed
      FROM person JOIN child USING (child) LEFT JOIN dispute USING (child)
      WHERE NOT (age_band = '18plus' AND coalesce(basis = 'document', FALSE))),
    place AS (SELECT child, bool_or(among AND early) AS sure, bool_or((among AND early) IS NULL) AS unsure FROM (
        SELECT child, CASE placement_type WHEN 'adult_shelter' THEN TRUE WHEN 'detention' THEN mixed_with_adults = 'yes' ELSE FALSE END AS among,
          (until_h = 1e300 OR started_h < until_h) AS early FROM dated_placements JOIN asked USING (child)
        UNION ALL SELECT child, separated_from_adults = 'no', (until_h = 1e300 OR started_h < until_h) FROM dated_detention JOIN asked USING (child))
      GROUP BY child),
    told AS (SELECT child, found_adult, CASE WHEN adult OR sure THEN FALSE WHEN unclear OR unsure THEN NULL
        WHEN disputed OR basis = 'presumed' THEN TRUE END AS answer FROM asked LEFT JOIN place USING (child))
  SELECT child, 'treated' AS of, answer FROM told WHERE ${options.adult !== 'apart'} OR NOT found_adult
  UNION ALL SELECT child, 'found_adult', answer FROM told WHERE found_adult`;

/** ID-08: presumption of minority applied. */
export const definition: Indicator = {
  id: 'ID-08',
  revision: 1,
  area: 'identification',
  core: true,
  title: {
    en: 'Presumption of minority applied',
    nb: 'Antatt mindreårig til alderen var avklart',
  },
  question: {
    en: 'When age was uncertain, was the child treated as a child until decided?',
    nb: 'Når alderen var usikker, ble barnet behandlet som barn til den var avklart?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-DET',
  anyAge: true,
  period: 'cohort',
  numerator: {
    en: 'Persons in doubt who were not treated as adults or as both in any age dispute, and had no place in a shelter for adults or in detention with adults before it was resolved',
    nb: 'Personer i tvil som ikke ble behandlet som voksne eller delvis som voksne i noen alderssak, og ikke hadde plass på krisesenter for voksne eller i forvaring med voksne før den var avgjort',
  },
  denominator: {
    en: 'Persons detected in the period whose age was in doubt or disputed and for whom the treatment is known, unless a document showed 18 or over',
    nb: 'Personer oppdaget i perioden med alder i tvil eller omtvistet, der behandlingen er kjent, unntatt der et dokument viste 18 år eller mer',
  },
  statistic: { kind: 'shares', of: ['treated', 'found_adult'] },
  measures: [
    {
      id: 'share',
      unit: 'share',
      reads: 'share',
      label: { en: 'Treated as a child throughout', nb: 'Behandlet som barn hele tiden' },
    },
    {
      id: 'count',
      unit: 'persons',
      reads: 'count',
      label: {
        en: 'Persons treated as a child throughout',
        nb: 'Personer behandlet som barn hele tiden',
      },
    },
    {
      id: 'unknown_count',
      unit: 'persons',
      reads: 'unknown',
      label: {
        en: 'Persons in doubt whose treatment is not known',
        nb: 'Personer i tvil der behandlingen ikke er kjent',
      },
    },
    {
      id: 'found_adult_share',
      unit: 'share',
      reads: 'share',
      of: 'found_adult',
      label: {
        en: 'The same among persons later found to be adults',
        nb: 'Det samme blant personer som senere viste seg å være voksne',
      },
    },
  ],
  rows: treatedRows,
  unknownRule: 'U-BOUNDS',
  openRules: [],
  breakdowns: ['gender', 'citizenship_group', 'region'],
  options: [
    {
      id: 'adult',
      label: { en: 'Persons later found adult', nb: 'Personer som senere ble funnet voksne' },
      choices: [
        {
          id: 'kept',
          label: {
            en: 'Kept: the duty held at the time',
            nb: 'Beholdes: plikten gjaldt på det tidspunktet',
          },
        },
        { id: 'apart', label: { en: 'Reported apart only', nb: 'Rapporteres bare for seg' } },
      ],
    },
  ],
  chart: 'shares',
  needs: ['cases.age_in_doubt', 'cases.minority_basis', 'age_disputes.treated_meanwhile_as'],
  reduced: [
    {
      lacks: 'age_disputes.treated_meanwhile_as',
      words: {
        en: 'Reduced form: without age disputes, only the footing on which the child was treated as a child and the places where it stayed are seen.',
        nb: 'Forenklet form: uten alderssaker ses bare på hvilket grunnlag barnet ble behandlet som barn og hvor det oppholdt seg.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'ASEAN gender-sensitive guidelines 2016, point 3.2.3, as named in the source documents',
        nb: 'ASEANs kjønnssensitive retningslinjer 2016, punkt 3.2.3, slik kildedokumentene gjengir dem',
      },
      checked: true,
    },
    {
      source: {
        en: 'Directive 2011/36/EU, Article 13(2)',
        nb: 'Direktiv 2011/36/EU, artikkel 13 nr. 2',
      },
      checked: false,
    },
    {
      source: {
        en: 'Council of Europe Convention on Action against Trafficking, Article 10(3)',
        nb: 'Europarådets konvensjon om tiltak mot menneskehandel, artikkel 10 nr. 3',
      },
      checked: false,
    },
  ],
  seeds: ['002_af4e03b3a31b6f4b.txt:71-73, 226-230, 744-749, 1019-1023, 1243-1245'],
  standards: [],
  otherDefinitions: otherIdentification['ID-08'],
  caveats: [
    {
      en: 'Everyone in doubt belongs, whatever the outcome: persons later found adult stay, because the duty held at the time; only an age of 18 or over shown by a document takes a person out (ruling S9).',
      nb: 'Alle i tvil er med, uansett utfall: personer som senere viste seg å være voksne blir stående, fordi plikten gjaldt da; bare dokumentert alder på 18 år eller mer tar en person ut (avklaring S9).',
    },
    {
      en: 'In doubt without an age dispute is not known, unless the child was recorded as presumed a minor; an unresolved dispute counts, because treatment is known before the outcome is (ruling ID-08).',
      nb: 'I tvil uten alderssak er ukjent, med mindre barnet er registrert som antatt mindreårig; en uavgjort sak teller, fordi behandlingen er kjent før utfallet (avklaring ID-08).',
    },
    {
      en: 'Detention where it is not recorded whether adults were held too is not known, never read as apart from adults.',
      nb: 'Forvaring der det ikke er registrert om voksne også satt der er ukjent, og leses aldri som atskilt fra voksne.',
    },
    {
      en: 'Children wrongly filed as adults never reach the file.',
      nb: 'Barn som feilaktig er ført som voksne kommer aldri inn i filen.',
    },
  ],
  cannotTell: {
    en: 'How many children were filed as adults from the start, or whether the decision on age was right.',
    nb: 'Hvor mange barn som ble ført som voksne fra starten, eller om avgjørelsen om alder var riktig.',
  },
  example: {
    words: {
      en: 'Counted by hand. Sixteen persons in doubt: eight treated as children throughout (one in a shelter for adults only after the decision, one presumed a minor without a dispute, one later found adult), six not (adult, mixed, shelter for adults, detention with adults by placement and by detention record, presumed but in a shelter for adults), two not known. An adult with a document and a child not in doubt are left out.',
      nb: 'Talt for hånd. Seksten personer i tvil: åtte behandlet som barn hele tiden (én på krisesenter for voksne først etter avgjørelsen, én antatt mindreårig uten alderssak, én senere funnet voksen), seks ikke (voksen, delvis, krisesenter for voksne, forvaring med voksne etter plassering og etter forvaringsrad, antatt mindreårig men på krisesenter for voksne), to ukjent. En voksen med dokument og et barn uten tvil er utelatt.',
    },
    tables: {
      cases: Array.from({ length: 18 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-03',
        victim_status: i === 4 ? 'rejected' : 'presumed',
        detected_offset_h: '0',
        followup_end_offset_d: '100',
        age_in_doubt: i === 0 || i === 14 ? 'no' : 'yes',
        age_at_detection: i === 11 ? '19' : i === 15 ? '18' : i === 12 ? '' : '16',
        minority_basis:
          i === 11 ? 'document' : i === 9 || i === 17 ? 'presumed' : i === 12 ? '' : 'assessed',
      })),
      age_disputes: (
        [
          ...[0, 1, 2, 3, 4].map((child) => [child, 'child', '10', 'child'] as const),
          [5, 'child', '10', 'child'],
          [5, 'mixed', '20', 'child'],
          [6, 'adult', '10', 'child'],
          [7, 'child', '10', 'child'],
          [8, 'child', '10', 'child'],
          [12, 'child', '', 'unresolved'],
          [13, 'unknown', '10', 'child'],
          [15, 'child', '10', 'adult'],
          [16, 'child', '10', 'child'],
        ] as const
      ).map(([child, treated, resolved, outcome], i) => ({
        dispute_key: `${i}`,
        case_key: `${child}`,
        raised_offset_d: '1',
        treated_meanwhile_as: treated,
        resolved_offset_d: resolved,
        outcome,
      })),
      placements: (
        [
          [7, 'adult_shelter', '72'],
          [8, 'adult_shelter', '480'],
          [12, 'detention', '960'],
          [17, 'adult_shelter', '24'],
        ] as const
      ).map(([child, type, started], i) => ({
        placement_key: `${i}`,
        case_key: `${child}`,
        placement_type: type,
        started_offset_h: started,
        mixed_with_adults: 'yes',
      })),
      detention: [
        {
          detention_key: '0',
          case_key: '16',
          setting: 'police_cell',
          started_offset_h: '5',
          ended_offset_h: '30',
          separated_from_adults: 'no',
        },
      ],
    },
    answer: [
      { measure: 'share', value: 0.5714, numerator: 8, denominator: 14 },
      { measure: 'share_if_unknown_no', value: 0.5 },
      { measure: 'share_if_unknown_yes', value: 0.625 },
      { measure: 'unknown_count', value: 2 },
      {
        measure: 'found_adult_share',
        value: null,
        numerator: 1,
        denominator: 1,
        status: 'too_few',
      },
    ],
  },
};
