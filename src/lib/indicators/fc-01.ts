import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { gapKinds } from './option-sets';
import { otherMoney } from './other-money';

/** FC-01: days without secured money. */
export const definition: Indicator = {
  id: 'FC-01',
  revision: 2,
  area: 'funding',
  core: true,
  title: { en: 'Days without secured money', nb: 'Dager uten sikret finansiering' },
  question: {
    en: 'On how many days was direct care not paid for?',
    nb: 'På hvor mange dager var direkte omsorg ikke betalt?',
  },
  users: ['coalition', 'donor'],
  unit: 'programme',
  population: 'programmes',
  period: 'flow',
  numerator: {
    en: 'Days in the window on which no grant that pays direct care is in force for the programme',
    nb: 'Dager i vinduet uten et gjeldende tilskudd som betaler direkte omsorg for tiltaket',
  },
  denominator: {
    en: 'Days on which the programme existed in the window',
    nb: 'Dager tiltaket fantes i vinduet',
  },
  statistic: { kind: 'funded-days' },
  measures: [
    {
      id: 'days',
      unit: 'days',
      reads: 'days',
      label: { en: 'Days without secured money', nb: 'Dager uten sikret finansiering' },
    },
    {
      id: 'share_of_days',
      unit: 'share',
      reads: 'share of days',
      label: { en: 'Share of days', nb: 'Andel av dagene' },
    },
    { id: 'gaps', unit: 'gaps', reads: 'gaps', label: { en: 'Gaps', nb: 'Opphold' } },
    {
      id: 'longest_gap_days',
      unit: 'days',
      reads: 'longest gap',
      label: { en: 'Longest gap', nb: 'Lengste opphold' },
    },
  ],
  rows: ({ options }) =>
    options.gap === 'cash'
      ? sql`SELECT programme, start_date, greatest(start_date, coalesce(paid_date, start_date)) AS money_date, paid_date IS NOT NULL AS paid, end_date, covers, valid FROM grant_line`
      : sql`SELECT programme, start_date, start_date AS money_date, TRUE AS paid, end_date, covers, valid FROM grant_line`,
  unknownRule: 'U-BOUNDS',
  openRules: [],
  breakdowns: ['programme'],
  options: [gapKinds],
  chart: 'funded-days',
  needs: [
    'funding.programme_key',
    'funding.start_date',
    'funding.end_date',
    'funding.covers_direct_services',
  ],
  reduced: [
    {
      lacks: 'programmes',
      words: {
        en: 'Reduced form: a programme is taken to exist from its first grant to its last, so a gap before the first or after the last grant cannot be seen.',
        nb: 'Forenklet form: et tiltak regnes som eksisterende fra første til siste tilskudd, så opphold før det første eller etter det siste ses ikke.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Long-term funding of care; no numeric standard',
        nb: 'Langsiktig finansiering av omsorg; ingen tallfestet standard',
      },
      checked: false,
    },
  ],
  seeds: ['004_adf34ffd825f0e63.txt:738, 788-840, 854-858'],
  standards: [
    {
      en: 'None; grant dates as in IATI activities and transactions',
      nb: 'Ingen; tilskuddsdatoer som i IATI',
    },
  ],
  otherDefinitions: otherMoney['FC-01'],
  caveats: [
    {
      en: 'The window is the chosen period, or the 24 months that end with the month of extract.',
      nb: 'Vinduet er den valgte perioden, eller de 24 månedene som slutter med uttrekksmåneden.',
    },
    {
      en: 'A gap in the funding record is not always a gap in funding: programmes without any direct-care grant are left out, not counted as unfunded.',
      nb: 'Et hull i registreringen er ikke alltid et hull i finansieringen: tiltak uten tilskudd til direkte omsorg er utelatt, ikke regnet som ufinansiert.',
    },
    {
      en: 'A grant without an end runs to the end of the window (ruling S6); one that ends before it starts is left out and counted.',
      nb: 'Et tilskudd uten sluttdato løper til vinduets slutt (avklaring S6); et som slutter før det starter er utelatt og telt.',
    },
    {
      en: 'From the first payment: a grant whose first payment is not recorded is taken as paid from its start, and the band shows the days if it never paid.',
      nb: 'Fra første utbetaling: et tilskudd uten registrert første utbetaling regnes som betalt fra start, og båndet viser dagene om det aldri ble betalt.',
    },
  ],
  cannotTell: {
    en: 'Whether children were served on unfunded days, or who paid then.',
    nb: 'Om barn fikk hjelp på dager uten finansiering, eller hvem som betalte da.',
  },
  example: {
    words: {
      en: 'Two grants of one programme leave May 2025 unpaid; an advocacy grant does not fill the gap.',
      nb: 'To tilskudd til ett tiltak lar mai 2025 stå ubetalt; et tilskudd til påvirkningsarbeid fyller ikke hullet.',
    },
    tables: {
      meta: [
        {
          dataset_key: 'x',
          country: 'XX',
          extract_month: '2025-12',
          period_start: '2025-01',
          period_end: '2025-12',
          date_mode: 'exact',
          linkage_level: 'across_orgs',
        },
      ],
      cases: [],
      funding: [
        ['1', '2025-01-01', '2025-04-30', 'yes'],
        ['2', '2025-06-01', '2025-12-31', 'yes'],
        ['3', '2025-05-01', '2025-05-31', 'no'],
      ].map(([grant = '', start = '', end = '', covers = '']) => ({
        grant_key: grant,
        programme_key: 'a',
        currency: 'EUR',
        amount_committed: '1000',
        start_date: start,
        end_date: end,
        covers_direct_services: covers,
      })),
    },
    answer: [
      { measure: 'days', value: 31, numerator: 31, denominator: 365 },
      { measure: 'share_of_days', value: 0.0849 },
      { measure: 'gaps', value: 1 },
      { measure: 'longest_gap_days', value: 31 },
    ],
  },
};
