import type { Indicator, Measure } from '$lib/schema/indicator';
import { join, sql, type Sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { otherProtection } from './other-protection';
import { readings } from './readings';

const layers = [
  {
    id: 'c',
    front: '',
    words: {
      en: 'any place the child may not leave (layer C)',
      nb: 'ethvert sted barnet ikke kan forlate (lag C)',
    },
    members: ['a', 'b', 'c'],
  },
  {
    id: 'b',
    front: 'layer_b_',
    words: {
      en: 'layer A, secure care and closed psychiatry (layer B)',
      nb: 'lag A, lukket omsorg og lukket psykiatri (lag B)',
    },
    members: ['a', 'b'],
  },
  {
    id: 'a',
    front: 'layer_a_',
    words: {
      en: 'police, prison, immigration, border (layer A)',
      nb: 'politi, fengsel, utlending, grense (lag A)',
    },
    members: ['a'],
  },
] as const;

/** Which spells belong to which question, as rows `(of, layer)`. */
const members = layers.flatMap(({ id, members: inside }) =>
  inside.map((layer) => sql`(${id}, ${layer})`),
);

const measures: readonly Measure[] = [
  {
    id: 'not_timed_count',
    unit: 'children',
    reads: 'unknown',
    label: {
      en: 'Children for whom it is not known, or not known when',
      nb: 'Barn der dette ikke er kjent, eller tidspunktet ikke er kjent',
    },
  },
  ...layers.flatMap(({ id, front, words }): Measure[] => [
    ...readings(
      id,
      ['30d', '90d', '365d'],
      { cif: { en: `In ${words.en}, within`, nb: `I ${words.nb}, innen` } },
      front,
    ),
    {
      id: `${front}ever_share`,
      unit: 'share',
      reads: 'ever',
      of: id,
      label: {
        en: `Ever in ${words.en}, before detection included`,
        nb: `Noen gang i ${words.nb}, også før barnet ble oppdaget`,
      },
    },
  ]),
];

/**
 * First moment in a layer from T0 on: a spell running at T0 counts at time 0, one that ended before
 * T0 only as ever. A child with a placement whose freedom to leave is not known, and no spell, is
 * unknown in every layer.
 */
const layerRows = (freedomKnown: boolean): Sql => sql`
  SELECT child.child, question.of, spell.first_h AS event_h,
    CASE WHEN unclear AND first_h IS NULL AND NOT coalesce(happened, FALSE) THEN 'unknown'
      WHEN happened AND first_h IS NULL AND undated THEN 'unknown' END AS problem,
    CASE WHEN happened THEN TRUE WHEN unclear THEN NULL ELSE FALSE END AS ever
  FROM child CROSS JOIN (VALUES ${join(layers.map(({ id }) => sql`(${id})`))}) AS question(of) LEFT JOIN (
    SELECT child, of, TRUE AS happened, bool_or(start_h IS NULL) AS undated,
      min(CASE WHEN end_h < 0 THEN NULL ELSE greatest(start_h, 0) END) AS first_h
    FROM detention_spell JOIN (VALUES ${join(members)}) AS part(of, layer) USING (layer) GROUP BY child, of) AS spell USING (child, of)
  LEFT JOIN (
    SELECT DISTINCT child, TRUE AS unclear FROM placement_spell AS place
    WHERE ${freedomKnown} AND free_to_leave IS NULL AND start_h IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM detention_spell AS any_spell WHERE any_spell.child = place.child)) AS doubt USING (child)`;

/** ND-01: deprived of liberty at least once. */
export const definition: Indicator = {
  id: 'ND-01',
  revision: 1,
  area: 'non-punishment',
  core: true,
  title: { en: 'Deprived of liberty at least once', nb: 'Frihetsberøvet minst én gang' },
  question: {
    en: 'How many child victims were locked up, whatever it was called?',
    nb: 'Hvor mange barn som er ofre ble låst inne, uansett hva det ble kalt?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Children with a detention record, or a placement that the child was not free to leave',
    nb: 'Barn med en registrert frihetsberøvelse, eller en plassering barnet ikke fritt kunne forlate',
  },
  denominator: {
    en: 'Registered children of the cohort, each followed as long as the files allow',
    nb: 'Registrerte barn i kohorten, fulgt så lenge filene tillater',
  },
  statistic: { kind: 'time', code: 'S-CIF', of: layers.map(({ id }) => id) },
  measures,
  rows: ({ has }) => layerRows(has('placements', 'free_to_leave')),
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-MOVE', 'C-18'],
  breakdowns: d0,
  options: [],
  chart: 'cumulative-incidence',
  needs: ['cases.detected', 'cases.victim_status', 'detention.started', 'detention.setting'],
  reduced: [
    {
      lacks: 'placements.free_to_leave',
      words: {
        en: 'Reduced form: no file says whether a child was free to leave a placement, so closed places without a detention record are seen by their type alone.',
        nb: 'Forenklet form: ingen fil sier om barnet fritt kunne forlate plasseringen, så lukkede steder uten registrert frihetsberøvelse ses bare etter type.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Convention on the Rights of the Child, Article 37(b)',
        nb: 'Barnekonvensjonen, artikkel 37 bokstav b',
      },
      checked: false,
    },
    {
      source: {
        en: 'Havana Rules: any place, public or private, that a child may not leave at will, by order of an authority',
        nb: 'Havana-reglene: ethvert sted, offentlig eller privat, som et barn ikke kan forlate når det vil, etter pålegg fra en myndighet',
      },
      checked: true,
    },
  ],
  seeds: ['002_af4e03b3a31b6f4b.txt:89-98, 771-776, 817-834'],
  standards: [
    {
      en: 'UNODC and UNICEF juvenile-justice indicators count children in detention, not victims',
      nb: 'UNODC og UNICEF teller barn i forvaring, ikke ofre',
    },
  ],
  otherDefinitions: otherProtection['ND-01'],
  caveats: [
    {
      en: 'Three layers are always shown together: what counts as deprivation of liberty decides the number (rulings S4, S5).',
      nb: 'Tre lag vises alltid samlet: hva som regnes som frihetsberøvelse avgjør tallet (avklaring S4, S5).',
    },
    {
      en: 'No row is read as no, unless the organisation did not submit the table; a placement whose freedom to leave is not known is unknown.',
      nb: 'Ingen rad leses som nei, med mindre organisasjonen ikke leverte tabellen; en plassering med ukjent frihet til å gå er ukjent.',
    },
    {
      en: 'A spell that had ended before detection counts only as ever.',
      nb: 'En periode som var over før barnet ble oppdaget teller bare som noen gang.',
    },
  ],
  cannotTell: {
    en: 'For how long (ND-03), and whether anyone reviewed it (ND-05).',
    nb: 'Hvor lenge (ND-03), og om noen prøvde saken (ND-05).',
  },
  example: {
    words: {
      en: 'Twenty children are followed for 400 days: two are in a police cell on day 10, three in a closed shelter on day 60, one was in prison before detection.',
      nb: 'Tjue barn følges i 400 dager: to er i politiarrest dag 10, tre i lukket krisesenter dag 60, ett satt i fengsel før det ble oppdaget.',
    },
    tables: {
      cases: Array.from({ length: 20 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        followup_end_offset_d: '400',
      })),
      detention: [
        ...[0, 1].map((i) => ({
          detention_key: `${i}`,
          case_key: `${i}`,
          setting: 'police_cell',
          started_offset_h: '240',
          ended_offset_h: '260',
        })),
        ...[2, 3, 4].map((i) => ({
          detention_key: `${i}`,
          case_key: `${i}`,
          setting: 'closed_shelter',
          started_offset_h: '1440',
          ended_offset_h: '',
        })),
        {
          detention_key: '5',
          case_key: '5',
          setting: 'sentenced',
          started_offset_h: '-900',
          ended_offset_h: '-200',
        },
      ],
    },
    answer: [
      { measure: 'cif_30d', value: 0.1, numerator: 2, denominator: 20 },
      { measure: 'cif_90d', value: 0.25, numerator: 5, denominator: 20 },
      { measure: 'ever_share', value: 0.3, numerator: 6, denominator: 20 },
      { measure: 'layer_a_cif_365d', value: 0.1, numerator: 2, denominator: 20 },
      { measure: 'layer_a_ever_share', value: 0.15, numerator: 3, denominator: 20 },
    ],
  },
};
