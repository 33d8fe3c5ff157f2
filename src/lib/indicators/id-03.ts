import type { Indicator } from '$lib/schema/indicator';
import { d1 } from './breakdown-sets';
import { otherIdentification } from './other-identification';

/** ID-03: gender composition, and boys within each form. */
export const definition: Indicator = {
  id: 'ID-03',
  revision: 1,
  area: 'identification',
  core: true,
  title: {
    en: 'Girls, boys and other genders among registered children',
    nb: 'Jenter, gutter og andre kjønn blant registrerte barn',
  },
  question: {
    en: 'Are boys and gender-minority children overlooked?',
    nb: 'Blir gutter og barn som tilhører kjønnsminoriteter oversett?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: { en: 'Registered children of each gender', nb: 'Registrerte barn av hvert kjønn' },
  denominator: {
    en: 'Registered children whose gender is known',
    nb: 'Registrerte barn med kjent kjønn',
  },
  statistic: { kind: 'composition', of: 'gender' },
  measures: [
    {
      id: 'share',
      unit: 'share',
      reads: 'share',
      label: { en: 'Share of children with known gender', nb: 'Andel av barn med kjent kjønn' },
    },
    {
      id: 'unknown_share',
      unit: 'share',
      reads: 'unknown',
      label: {
        en: 'Gender not recorded, share of all',
        nb: 'Kjønn ikke registrert, andel av alle',
      },
    },
  ],
  unknownRule: 'U-CAT',
  openRules: [],
  breakdowns: [
    'age_band',
    'main_form',
    'citizenship_group',
    'victim_status',
    'org_type',
    'accompaniment',
    ...d1,
  ],
  options: [],
  chart: 'composition',
  needs: ['cases.victim_status', 'cases.gender'],
  reduced: [],
  basis: [
    {
      source: {
        en: 'Convention on the Rights of the Child, Article 2',
        nb: 'Barnekonvensjonen, artikkel 2',
      },
      checked: false,
    },
  ],
  seeds: [
    '002_af4e03b3a31b6f4b.txt:976-992',
    '004_adf34ffd825f0e63.txt:1069-1084',
    '000_5f0d237e131fc327.txt:38-39',
  ],
  standards: [
    {
      en: 'Eurostat and UNODC publish registered victims by sex',
      nb: 'Eurostat og UNODC publiserer registrerte ofre etter kjønn',
    },
  ],
  otherDefinitions: otherIdentification['ID-03'],
  caveats: [
    {
      en: 'Trans and non-binary children are a row of their own; where they are too few to show they are one row, never moved to girls or boys.',
      nb: 'Trans og ikke-binære barn er en egen rad; der de er for få til å vises, samles de i én rad og flyttes aldri til jenter eller gutter.',
    },
  ],
  cannotTell: {
    en: 'Whether boys are exploited less or noticed less.',
    nb: 'Om gutter utnyttes sjeldnere eller legges sjeldnere merke til.',
  },
  example: {
    words: {
      en: 'Of twelve registered children eleven have a known gender: seven girls and four boys.',
      nb: 'Av tolv registrerte barn har elleve kjent kjønn: sju jenter og fire gutter.',
    },
    tables: {
      cases: Array.from({ length: 12 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-03',
        victim_status: 'identified',
        age_at_detection: '15',
        gender: i < 7 ? 'female' : i < 11 ? 'male' : 'unknown',
      })),
    },
    answer: [
      { measure: 'share', by: { gender: 'female' }, value: 0.6364, numerator: 7, denominator: 11 },
      { measure: 'share', by: { gender: 'male' }, value: 0.3636, numerator: 4, denominator: 11 },
      {
        measure: 'unknown_share',
        by: { gender: 'unknown' },
        value: 0.0833,
        numerator: 1,
        denominator: 12,
      },
    ],
  },
};
