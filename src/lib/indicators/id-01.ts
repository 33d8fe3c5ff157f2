import type { Indicator } from '$lib/schema/indicator';
import { d0, d1 } from './breakdown-sets';
import { otherIdentification } from './other-identification';

/** ID-01: children registered as victims. */
export const definition: Indicator = {
  id: 'ID-01',
  revision: 1,
  area: 'identification',
  core: true,
  title: { en: 'Children registered as victims', nb: 'Barn registrert som ofre' },
  question: {
    en: 'How many child victims did the authorities and organisations see?',
    nb: 'Hvor mange barn ble sett som ofre av myndigheter og organisasjoner?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'child',
  population: 'P-REG',
  period: 'flow',
  numerator: {
    en: 'Distinct children, presumed or identified as victims, first detected in the period',
    nb: 'Ulike barn, antatt eller identifisert som ofre, først oppdaget i perioden',
  },
  denominator: null,
  statistic: { kind: 'count' },
  measures: [
    {
      id: 'count',
      unit: 'children',
      reads: 'count',
      label: { en: 'Children registered', nb: 'Registrerte barn' },
    },
    {
      id: 'age_unknown_count',
      unit: 'children',
      reads: 'unknown',
      label: { en: 'Persons whose age is not known', nb: 'Personer med ukjent alder' },
    },
  ],
  unknownRule: 'U-CAT',
  openRules: [],
  breakdowns: [...d0, ...d1],
  options: [
    {
      id: 'population',
      label: { en: 'Who is counted', nb: 'Hvem som telles' },
      choices: [
        { id: 'P-REG', label: { en: 'Presumed and identified', nb: 'Antatte og identifiserte' } },
        {
          id: 'P-IDENT',
          label: { en: 'Formally identified only', nb: 'Bare formelt identifiserte' },
        },
        { id: 'P-DET', label: { en: 'All detected', nb: 'Alle oppdagede' } },
      ],
    },
  ],
  chart: 'counts-over-time',
  needs: ['cases.victim_status', 'cases.index_month'],
  reduced: [],
  basis: [
    {
      source: {
        en: 'Directive 2011/36/EU, Articles 19 and 19a (statistics)',
        nb: 'Direktiv 2011/36/EU, artikkel 19 og 19a (statistikk)',
      },
      checked: false,
    },
    { source: { en: 'SDG indicator 16.2.2', nb: 'FNs bærekraftsindikator 16.2.2' }, checked: true },
    {
      source: {
        en: 'Convention on the Rights of the Child, Articles 34 to 36',
        nb: 'Barnekonvensjonen, artikkel 34 til 36',
      },
      checked: false,
    },
  ],
  seeds: ['004_adf34ffd825f0e63.txt:293-300, 438-441', '002_af4e03b3a31b6f4b.txt:66-78'],
  standards: [
    {
      en: 'Eurostat: a registered victim is formally identified, or meets the criteria without formal identification',
      nb: 'Eurostat: et registrert offer er formelt identifisert, eller oppfyller kriteriene uten formell identifisering',
    },
  ],
  otherDefinitions: otherIdentification['ID-01'],
  caveats: [
    {
      en: 'Identified numbers show what services saw, not how many children were exploited; more detected is not more crime.',
      nb: 'Tallene viser hva tjenestene så, ikke hvor mange barn som ble utnyttet; flere oppdagede er ikke mer kriminalitet.',
    },
    {
      en: 'A year that is not over, or whose files are still arriving, is incomplete.',
      nb: 'Et år som ikke er over, eller der saker fortsatt kommer inn, er ufullstendig.',
    },
  ],
  cannotTell: {
    en: 'How many children were exploited and never noticed, or filed as adults.',
    nb: 'Hvor mange barn som ble utnyttet uten å bli lagt merke til, eller ført som voksne.',
  },
  example: {
    words: {
      en: 'One child known to three organisations counts once; an adult and a rejected claim do not count; a person of unknown age stands beside the count.',
      nb: 'Et barn kjent av tre organisasjoner telles én gang; en voksen og en avvist sak telles ikke; en person med ukjent alder står ved siden av tallet.',
    },
    tables: {
      meta: [
        {
          dataset_key: 'x',
          country: 'XX',
          extract_month: '2026-01',
          period_start: '2025-01',
          period_end: '2025-12',
          date_mode: 'exact',
          linkage_level: 'across_orgs',
        },
      ],
      cases: [
        {
          case_key: '1',
          child_key: 'a',
          index_month: '2025-03',
          detected_at: '2025-03-02T10:00',
          victim_status: 'presumed',
          age_at_detection: '15',
        },
        {
          case_key: '2',
          child_key: 'a',
          index_month: '2025-04',
          detected_at: '2025-04-02T10:00',
          victim_status: 'identified',
          age_at_detection: '15',
        },
        {
          case_key: '3',
          child_key: 'a',
          index_month: '2025-05',
          detected_at: '2025-05-02T10:00',
          victim_status: 'possible',
          age_at_detection: '15',
        },
        {
          case_key: '4',
          child_key: 'b',
          index_month: '2025-05',
          detected_at: '2025-05-09T10:00',
          victim_status: 'identified',
          age_at_detection: '19',
        },
        {
          case_key: '5',
          child_key: 'c',
          index_month: '2025-06',
          detected_at: '2025-06-09T10:00',
          victim_status: 'rejected',
          age_at_detection: '16',
        },
        {
          case_key: '6',
          child_key: 'd',
          index_month: '2025-07',
          detected_at: '2025-07-09T10:00',
          victim_status: 'identified',
          age_at_detection: 'unknown',
        },
      ],
    },
    answer: [
      { measure: 'count', value: 1 },
      { measure: 'age_unknown_count', value: 1 },
    ],
  },
};
