import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { otherProtection } from './other-protection';
import { openAndClosed, readings } from './readings';

/**
 * Whole days in hours: the difference of calendar dates, so that records with and without a clock
 * time stand on one scale (stats 4.2, ruling M19). The small term keeps midnight on its day.
 */
const calendarDays = sql`24 * CASE WHEN grain = 'hour'::g_grain AND child.t0_clock = 'datetime'::e_clock
  THEN floor((child.t0_h + at_h) / 24 + 1e-7) - floor(child.t0_h / 24) ELSE floor(at_h / 24) END`;

/** RF-02: time to child-protection referral. */
export const definition: Indicator = {
  id: 'RF-02',
  revision: 1,
  area: 'protection',
  core: true,
  title: { en: 'Time to child-protection referral', nb: 'Tid til henvisning til barnevernet' },
  question: {
    en: 'How long does a typical child wait, counting those never referred?',
    nb: 'Hvor lenge venter et vanlig barn, når de som aldri blir henvist telles med?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'child',
  population: 'P-DET',
  period: 'cohort',
  numerator: {
    en: 'Hours from first detection to the first referral to child protection',
    nb: 'Timer fra barnet først ble oppdaget til første henvisning til barnevernet',
  },
  denominator: {
    en: 'Every child detected in the period, whatever the status, that can be timed',
    nb: 'Alle barn oppdaget i perioden, uansett status, der tiden kan måles',
  },
  statistic: { kind: 'time', code: 'S-KM', of: ['referral'] },
  measures: [
    {
      id: 'median_hours',
      unit: 'hours',
      reads: 'median',
      label: { en: 'Half are referred within', nb: 'Halvparten henvises innen' },
    },
    {
      id: 'p75_hours',
      unit: 'hours',
      reads: 'p75',
      label: { en: 'Three quarters within', nb: 'Tre firedeler innen' },
    },
    {
      id: 'p90_hours',
      unit: 'hours',
      reads: 'p90',
      label: { en: 'Nine in ten within', nb: 'Ni av ti innen' },
    },
    {
      id: 'completed_median_hours',
      unit: 'hours',
      reads: 'completed median',
      label: {
        en: 'Half of completed referrals only, biased short',
        nb: 'Halvparten av fullførte henvisninger, skjevt mot kort tid',
      },
    },
    {
      id: 'not_timed_count',
      unit: 'children',
      reads: 'unknown',
      label: { en: 'Children who cannot be timed', nb: 'Barn der tiden ikke kan måles' },
    },
    ...openAndClosed('referral', {
      closed: { en: 'Referred', nb: 'Henvist' },
      open: {
        en: 'Not referred when last followed',
        nb: 'Ikke henvist da de sist ble fulgt',
      },
    }),
    ...readings('referral', ['24h', '72h', '7d', '14d', '30d', '60d', '90d', '180d'], {
      cif: { en: 'Referred within', nb: 'Henvist innen' },
      waiting: { en: 'Still waiting after', nb: 'Venter fortsatt etter' },
    }),
  ],
  rows: ({ options }) => sql`
    SELECT child.child, 'referral' AS of, CASE WHEN own THEN 0 ELSE ${options.unit === 'days' ? calendarDays : sql`at_h`} END AS event_h,
      CASE WHEN own THEN NULL WHEN at_h < 0 THEN 'invalid' WHEN referred AND at_h IS NULL THEN 'unknown'
        WHEN ${options.unit !== 'days'} AND (grain <> 'hour'::g_grain OR child.t0_clock NOT IN ('datetime'::e_clock, 'offset_h'::e_clock)) THEN 'unknown' END AS problem,
      NULL::BOOLEAN AS ever
    FROM (SELECT *, ${options.own !== 'as_recorded'} AND org_type = 'child_protection'::g_org_type AS own FROM child) AS child LEFT JOIN (
      SELECT child, TRUE AS referred, at_h, grain FROM first_protection_referral) AS first USING (child)`,
  unknownRule: 'U-KNOWN',
  openRules: ['C-OPEN', 'C-MOVE', 'C-18'],
  breakdowns: d0,
  options: [
    {
      id: 'unit',
      label: { en: 'Clock', nb: 'Klokke' },
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
    {
      id: 'own',
      label: { en: 'Detected by child protection itself', nb: 'Oppdaget av barnevernet selv' },
      choices: [
        {
          id: 'hour_0',
          label: { en: 'Counted as referred at once', nb: 'Telles som henvist med en gang' },
        },
        {
          id: 'as_recorded',
          label: { en: 'As the referrals are recorded', nb: 'Slik henvisningene er registrert' },
        },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: ['cases.detected', 'referrals.purpose', 'referrals.referred'],
  reduced: [],
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
    '002_af4e03b3a31b6f4b.txt:73-75, 751-761, 1236-1252',
    '004_adf34ffd825f0e63.txt:1252-1254',
  ],
  standards: [
    {
      en: 'Primero bins delays as 0–3 days and longer',
      nb: 'Primero deler inn i 0–3 dager og lenger',
    },
  ],
  otherDefinitions: otherProtection['RF-02'],
  caveats: [
    {
      en: 'Children never referred stay in the figure as waiting; a missing time is never read as zero.',
      nb: 'Barn som aldri ble henvist blir stående som ventende; et manglende tidspunkt leses aldri som null.',
    },
    {
      en: 'Leaving the country, death and turning 18 end the wait without a referral (rulings S1, S12).',
      nb: 'Utreise, dødsfall og fylte 18 år avslutter ventetiden uten henvisning (avklaring S1, S12).',
    },
    {
      en: 'A child first detected by child protection is referred at hour 0, as in RF-01.',
      nb: 'Et barn som først ble oppdaget av barnevernet regnes som henvist i time 0, som i RF-01.',
    },
  ],
  cannotTell: {
    en: 'Whether the referral was answered (RF-03), or why a child waited.',
    nb: 'Om henvisningen ble besvart (RF-03), eller hvorfor et barn ventet.',
  },
  example: {
    words: {
      en: 'Ten children: six were referred after 2, 5, 12, 30, 48 and 96 hours, four still waited at the end of the day on which they were last followed: two on the first day, one on the third, one on the ninth.',
      nb: 'Ti barn: seks ble henvist etter 2, 5, 12, 30, 48 og 96 timer, fire ventet fortsatt ved slutten av dagen de sist ble fulgt: to på første dag, ett på tredje, ett på niende.',
    },
    tables: {
      cases: [20, 20, 0, 20, 0, 20, 20, 2, 20, 8].map((days, i) => ({
        case_key: `${i}`,
        index_month: '2025-03',
        victim_status: 'presumed',
        age_at_detection: '15',
        detected_offset_h: '0',
        followup_end_offset_d: `${days}`,
        org_type: 'police',
      })),
      referrals: [
        [0, 2],
        [1, 5],
        [3, 12],
        [5, 30],
        [6, 48],
        [8, 96],
      ].map(([child, hours], i) => ({
        referral_key: `${i}`,
        case_key: `${child}`,
        purpose: 'child_protection',
        referred_offset_h: `${hours}`,
      })),
    },
    answer: [
      { measure: 'median_hours', value: 48 },
      { measure: 'cif_24h', value: null, numerator: 3, denominator: 10, status: 'too_few' },
      { measure: 'completed_median_hours', value: null, status: 'too_few' },
    ],
  },
};
