import type { Choice, Indicator, Measure } from '$lib/schema/indicator';
import { join, sql, type Sql } from '$lib/schema/sql';
import { d0, d1 } from './breakdown-sets';
import { firstMissing } from './first-missing';
import { otherProtection } from './other-protection';
import { readings } from './readings';
import { definition as rf02 } from './rf-02';

const lines = [
  {
    id: 'referral',
    front: '',
    by: { en: 'Referred within', nb: 'Henvist innen' },
    not: { en: 'Children who cannot be timed', nb: 'Barn der tiden ikke kan måles' },
  },
  {
    id: 'not_victim',
    front: 'not_victim_',
    by: {
      en: 'Among those assessed as not trafficked, referred within',
      nb: 'Blant dem som ble vurdert å ikke være ofre, henvist innen',
    },
    not: {
      en: 'Children assessed as not trafficked who cannot be timed',
      nb: 'Barn vurdert å ikke være ofre der tiden ikke kan måles',
    },
  },
] as const;

const ofs = lines.map(({ id }) => id);

const measures: readonly Measure[] = [
  ...lines.flatMap(({ id, front, by, not }): Measure[] => [
    ...readings(id, ['24h', '72h', '30d'], { cif: by }, front),
    { id: `${front}not_timed_count`, unit: 'children', reads: 'unknown', of: id, label: not },
  ]),
  ...lines.flatMap(({ id, front, by, not }): Measure[] =>
    [
      ...readings(
        id,
        ['1d', '3d', '30d'],
        { cif: { en: `From registration: ${by.en}`, nb: `Fra registrering: ${by.nb}` } },
        `${front}from_registration_`,
      ),
      {
        id: `${front}from_registration_not_timed_count`,
        unit: 'children',
        reads: 'unknown',
        of: id,
        label: { en: `From registration: ${not.en}`, nb: `Fra registrering: ${not.nb}` },
      } as const,
    ].map((measure): Measure => ({ ...measure, in: 'registration' })),
  ),
];

/**
 * First referral to child protection or for it, with the first going missing beside it. The clock
 * starts at `origin` hours since T0, for children who have one and were still followed as children
 * then. On the hour clock records known by date only cannot be timed, nor can a child that went
 * missing on the day of the referral at an hour not known. A referral made before registration has
 * happened when that clock starts; one dated before T0 is invalid.
 */
function rows({ has }: Choice, clock: 'hours' | 'days', origin: Sql): Sql {
  const days = clock === 'days';
  const asked = has('cases', 'assessed_not_victim') ? ofs : ofs.slice(0, 1);
  return sql`
    WITH referral AS (
      SELECT child, TRUE AS referred, min(referred_h) AS at_h, arg_min(referred_d, referred_h) AS at_d, arg_min(referred_grain, referred_h) AS grain
      FROM dated_referrals WHERE purpose = 'child_protection'::e_referral_purpose OR to_org_type = 'child_protection'::e_org_type GROUP BY child),
    file AS (
      SELECT child, bool_or(assessed_not_victim = 'yes'::e_ynu) AS not_victim,
        first(24 * registered_d ORDER BY file_order NULLS LAST, case_key) FILTER (registered_d IS NOT NULL) AS registered_h
      FROM dated_cases GROUP BY child),
    own AS (
      SELECT child.child, not_victim, ${origin} AS origin_h, referred, referral.at_h AS dated_h, referral.grain,
        child.t0_clock IN ('datetime'::e_clock, 'offset_h'::e_clock) AS clocked,
        child.org_type = 'child_protection'::g_org_type AS at_once,
        CASE WHEN child.org_type = 'child_protection'::g_org_type THEN 0 ELSE ${days ? sql`24 * referral.at_d` : sql`referral.at_h`} END AS first_h,
        ${days ? sql`24 * gone.at_d` : sql`gone.at_h`} AS gone_h, gone.grain <> 'hour'::g_grain AND gone.at_d = referral.at_d AS same_day,
        least(coalesce(turns_18_h, 1e300), CASE WHEN end_why <> 'last row'::g_end_why THEN end_h ELSE 1e300 END) AS until_h
      FROM child LEFT JOIN file USING (child) LEFT JOIN referral USING (child) LEFT JOIN ${firstMissing} AS gone USING (child))
    SELECT child, question.of, origin_h, NULL::BOOLEAN AS ever,
      CASE WHEN first_h IS NOT NULL THEN greatest(origin_h, first_h) END AS event_h,
      CASE WHEN first_h IS NULL OR gone_h < first_h THEN gone_h END AS other_h,
      CASE WHEN origin_h < 0 THEN 'invalid' WHEN at_once THEN NULL WHEN dated_h < 0 THEN 'invalid'
        WHEN referred AND dated_h IS NULL THEN 'unknown'
        WHEN ${!days} AND (grain <> 'hour'::g_grain OR NOT clocked OR same_day) THEN 'unknown' END AS problem
    FROM own JOIN (VALUES ${join(asked.map((of) => sql`(${of})`))}) AS question(of) ON question.of = 'referral' OR not_victim
    WHERE origin_h = 0 OR origin_h < until_h`;
}

/** RF-01: referred to child protection within 24 hours, 72 hours, 30 days. */
export const definition: Indicator = {
  id: 'RF-01',
  revision: 1,
  area: 'protection',
  core: true,
  title: {
    en: 'Referred to child protection within 24 hours, 72 hours, 30 days',
    nb: 'Henvist til barnevernet innen 24 timer, 72 timer, 30 dager',
  },
  question: {
    en: 'Is every detected child, victim or not, handed to child protection?',
    nb: 'Blir hvert barn som oppdages, offer eller ikke, fulgt over til barnevernet?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'child',
  population: 'P-DET',
  period: 'cohort',
  numerator: {
    en: 'Children with a first referral to child protection, or for it, by the time; children first detected by child protection count at hour 0',
    nb: 'Barn med en første henvisning til barnevernet, eller som gjelder barnevern, innen tiden; barn barnevernet selv oppdaget teller i time 0',
  },
  denominator: {
    en: 'Every child detected in the period, whatever the status; as a second line, those assessed as not trafficked',
    nb: 'Alle barn oppdaget i perioden, uansett status; som egen linje de som ble vurdert å ikke være ofre',
  },
  statistic: { kind: 'time', code: 'S-CIF', of: ofs, columns: ['origin_h', 'other_h'] },
  measures,
  when: ({ options }) => options.clock !== 'registered',
  rows: (choice) => rows(choice, choice.options.unit === 'days' ? 'days' : 'hours', sql`0`),
  further: [
    {
      id: 'registration',
      statistic: {
        kind: 'time',
        code: 'S-CIF',
        of: ofs,
        clock: 'days',
        columns: ['origin_h', 'other_h'],
      },
      when: ({ options }) => options.clock === 'registered',
      rows: (choice) => rows(choice, 'days', sql`registered_h`),
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-18', 'C-MOVE'],
  linked: [rf02],
  breakdowns: [...d0, ...d1],
  options: [
    {
      id: 'clock',
      label: { en: 'Clock starts', nb: 'Klokken starter' },
      choices: [
        { id: 'detected', label: { en: 'At first detection', nb: 'Når barnet først oppdages' } },
        {
          id: 'registered',
          label: { en: 'At registration, in whole days', nb: 'Ved registrering, i hele dager' },
        },
      ],
    },
    {
      id: 'unit',
      label: { en: 'Time since detection in', nb: 'Tid siden barnet ble oppdaget i' },
      choices: [
        {
          id: 'hours',
          label: {
            en: 'Hours, for records with a clock time',
            nb: 'Timer, for saker med klokkeslett',
          },
        },
        {
          id: 'days',
          label: { en: 'Days, for all records with a date', nb: 'Dager, for alle saker med dato' },
        },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: ['cases.detected', 'referrals.purpose', 'referrals.referred'],
  reduced: [
    {
      lacks: 'cases.assessed_not_victim',
      words: {
        en: 'Reduced form: no file says which children were assessed as not trafficked, so they have no line of their own.',
        nb: 'Forenklet form: ingen fil sier hvilke barn som ble vurdert å ikke være ofre, så de har ingen egen linje.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'ASEAN gender-sensitive guidelines 2016, point 3.2.9',
        nb: 'ASEANs kjønnssensitive retningslinjer 2016, punkt 3.2.9',
      },
      checked: false,
    },
    {
      source: {
        en: 'Directive 2011/36/EU, Article 11(4)',
        nb: 'Direktiv 2011/36/EU, artikkel 11 nr. 4',
      },
      checked: false,
    },
  ],
  seeds: [
    '002_af4e03b3a31b6f4b.txt:73-75, 226-232, 751-761, 1236-1252',
    '004_adf34ffd825f0e63.txt:1252-1254',
  ],
  standards: [
    {
      en: 'No standard has a clock: the marks of 24 and 72 hours are our choice',
      nb: 'Ingen standard har en klokke: merkene på 24 og 72 timer er vårt valg',
    },
  ],
  otherDefinitions: otherProtection['RF-01'],
  caveats: [
    {
      en: 'Going missing, leaving the country, death and turning 18 before the referral are counted as what happened first (rulings S1, RF-01). A missing episode without a date is not seen.',
      nb: 'Forsvinning, utreise, dødsfall og fylte 18 år før henvisningen regnes som det som skjedde først (avklaring S1, RF-01). En forsvinning uten dato blir ikke sett.',
    },
    {
      en: 'On the hour clock, children known by date only are not in the curve; they give the band (rulings S10, M19, RF-01). A referral dated before detection is an error and leaves the figure (ruling M21).',
      nb: 'På timeklokken er barn som bare er kjent med dato ikke i kurven; de gir båndet (avklaring S10, M19, RF-01). En henvisning datert før barnet ble oppdaget er en feil og går ut av tallet (avklaring M21).',
    },
    {
      en: 'From registration: only children with a day of registration; a referral made before it counts on day 0.',
      nb: 'Fra registrering: bare barn med en registreringsdag; en henvisning som kom før den teller på dag 0.',
    },
  ],
  cannotTell: {
    en: 'Whether child protection took the child in (RF-03), or what it did.',
    nb: 'Om barnevernet tok imot barnet (RF-03), eller hva det gjorde.',
  },
  example: {
    words: {
      en: 'Thirty children are followed for 90 days. One is detected by child protection; referrals come after 10, 24, 24.5, 60 and 800 hours; one child is referred after 50 hours but missing since hour 20, one at hour 30 and missing at hour 40; one referral has no date, one is dated before detection, one asked only for a guardian. Among the 28 in the curve 3 are referred within 24 hours, 6 within 72. One of the twelve assessed as not trafficked is referred within 24 hours, two within 72.',
      nb: 'Tretti barn følges i 90 dager. Ett oppdages av barnevernet; henvisninger kommer etter 10, 24, 24,5, 60 og 800 timer; ett barn henvises etter 50 timer, men er forsvunnet fra time 20, ett i time 30 og forsvinner i time 40; én henvisning er uten dato, én er datert før barnet ble oppdaget, én gjaldt bare verge. Blant de 28 i kurven er 3 henvist innen 24 timer, 6 innen 72. Ett av de tolv som ble vurdert å ikke være ofre er henvist innen 24 timer, to innen 72.',
    },
    tables: {
      cases: Array.from({ length: 30 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: i >= 18 ? 'rejected' : 'presumed',
        age_at_detection: '14',
        org_type: i === 0 ? 'child_protection' : 'police',
        assessed_not_victim: i >= 18 ? 'yes' : 'no',
        detected_offset_h: '0',
        followup_end_offset_d: '90',
      })),
      referrals: [
        [18, '10'],
        [2, '24'],
        [3, '24.5'],
        [19, '60'],
        [5, '800'],
        [6, '50'],
        [7, '30'],
        [8, ''],
        [9, '-5'],
        [10, '3'],
      ].map(([child, hours], i) => ({
        referral_key: `${i}`,
        case_key: `${child}`,
        purpose: { 2: 'health', 9: 'guardian' }[i] ?? 'child_protection',
        to_org_type: i === 2 ? 'child_protection' : '',
        referred_offset_h: `${hours}`,
      })),
      missing_episodes: [
        [6, 20],
        [7, 40],
      ].map(([child, hours]) => ({
        episode_key: `${child}`,
        case_key: `${child}`,
        episode_type: 'missing',
        started_offset_h: `${hours}`,
      })),
    },
    answer: [
      { measure: 'cif_24h', value: 3 / 28, numerator: 3, denominator: 28 },
      { measure: 'cif_24h_if_unknown_no', value: 3 / 29 },
      { measure: 'cif_24h_if_unknown_yes', value: 4 / 29 },
      { measure: 'cif_72h', value: 6 / 28, numerator: 6 },
      { measure: 'cif_30d', value: 6 / 28, numerator: 6 },
      { measure: 'not_timed_count', value: 1 },
      { measure: 'not_victim_cif_24h', value: 1 / 12, numerator: 1, denominator: 12 },
      { measure: 'not_victim_cif_72h', value: 2 / 12, numerator: 2 },
    ],
  },
};
