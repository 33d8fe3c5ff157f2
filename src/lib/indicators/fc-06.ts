import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { gapKinds } from './option-sets';
import { otherMoney } from './other-money';

/** A day of care: a placement or a service of a programme that the child itself has. */
const care = sql`SELECT child, programme_key AS programme, started_d AS start_d,
    CASE WHEN ended_d IS NOT NULL THEN greatest(started_d, ended_d - CASE WHEN ended_grain = 'hour'::g_grain THEN 0 ELSE 1 END) END AS last_d,
    started_grain <> 'month'::g_grain AND (ended_h IS NULL OR ended_grain <> 'month'::g_grain) AS fine
  FROM dated_placements WHERE programme_key IS NOT NULL AND started_h IS NOT NULL AND (ended_h IS NULL OR ended_h >= started_h)
  UNION ALL SELECT child, programme_key, started_d, CASE WHEN ended_d IS NOT NULL THEN greatest(started_d, ended_d) END,
    started_grain <> 'month'::g_grain AND (ended_h IS NULL OR ended_grain <> 'month'::g_grain)
  FROM dated_services WHERE programme_key IS NOT NULL AND started_h IS NOT NULL AND (ended_h IS NULL OR ended_h >= started_h)
    AND (recipient IS NULL OR recipient::VARCHAR = 'child')`;

/** FC-06: children in care on unfunded days. */
export const definition: Indicator = {
  id: 'FC-06',
  revision: 1,
  area: 'funding',
  core: false,
  title: {
    en: 'Children in care on unfunded days',
    nb: 'Barn i omsorg på dager uten finansiering',
  },
  question: {
    en: 'How many children were in care while nobody paid for it?',
    nb: 'Hvor mange barn var i omsorg mens ingen betalte for den?',
  },
  users: ['donor', 'coalition', 'rapporteur'],
  unit: 'child',
  population: 'P-REG',
  period: 'flow',
  numerator: {
    en: 'Months in care of children with a day in a placement or service of a programme on which no grant that pays direct care is in force for it (FC-01)',
    nb: 'Måneder i omsorg der barnet har en dag i en plassering eller tjeneste i et tiltak uten gjeldende tilskudd til direkte omsorg (FC-01)',
  },
  denominator: {
    en: 'Months in care: every child and month with a day in a placement or service of a programme with a grant for direct care, of which it is known whether they were funded',
    nb: 'Måneder i omsorg: hvert barn og hver måned med en dag i en plassering eller tjeneste i et tiltak med tilskudd til direkte omsorg, der det er kjent om de var finansiert',
  },
  statistic: { kind: 'care-calendar' },
  measures: [
    {
      id: 'share_of_child_months',
      unit: 'share',
      reads: 'share of child-months',
      label: {
        en: 'Share of the months of children in care that had an unfunded day',
        nb: 'Andel av barnas måneder i omsorg med en dag uten finansiering',
      },
    },
    {
      id: 'unfunded_days',
      unit: 'days',
      reads: 'days',
      label: { en: 'Days without secured money', nb: 'Dager uten sikret finansiering' },
    },
    {
      id: 'per_funded_month',
      unit: 'children per month',
      reads: 'per funded month',
      label: { en: 'Children per funded month', nb: 'Barn per finansiert måned' },
    },
    {
      id: 'per_unfunded_month',
      unit: 'children per month',
      reads: 'per unfunded month',
      label: {
        en: 'Children per month with an unfunded day',
        nb: 'Barn per måned med en dag uten finansiering',
      },
    },
    {
      id: 'grant_months_median',
      unit: 'months',
      reads: 'grant length',
      label: { en: 'Median length of a grant', nb: 'Median lengde på et tilskudd' },
    },
    {
      id: 'multi_year_share',
      unit: 'share',
      reads: 'long grants',
      label: {
        en: 'Share of grants of 24 months or more',
        nb: 'Andel tilskudd på 24 måneder eller mer',
      },
    },
    {
      id: 'children',
      unit: 'children',
      reads: 'in care',
      label: { en: 'Children in care', nb: 'Barn i omsorg' },
    },
    {
      id: 'children_unfunded',
      unit: 'children',
      reads: 'in care unfunded',
      label: {
        en: 'Children in care on unfunded days',
        nb: 'Barn i omsorg på dager uten finansiering',
      },
    },
    {
      id: 'children_outside',
      unit: 'children',
      reads: 'in care outside',
      label: {
        en: 'Children in care before the first or after the last grant',
        nb: 'Barn i omsorg før det første eller etter det siste tilskuddet',
      },
    },
    {
      id: 'grant_days',
      unit: 'days',
      reads: 'spell',
      label: { en: 'Grant as signed', nb: 'Tilskudd som avtalt' },
    },
    {
      id: 'paid_days',
      unit: 'days',
      reads: 'spell',
      label: { en: 'Grant from its first payment', nb: 'Tilskudd fra første utbetaling' },
    },
    {
      id: 'gap_days',
      unit: 'days',
      reads: 'spell',
      label: { en: 'Gap', nb: 'Opphold' },
    },
    {
      id: 'overlap_days',
      unit: 'days',
      reads: 'spell',
      label: { en: 'Overlap of grants', nb: 'Overlappende tilskudd' },
    },
    {
      id: 'days_ahead',
      unit: 'days',
      reads: 'spell',
      label: {
        en: 'Days from the end of the data to the end of the last grant',
        nb: 'Dager fra dataenes slutt til det siste tilskuddets slutt',
      },
    },
  ],
  rows: ({
    options,
  }) => sql`SELECT rowid AS place, coalesce(programme_key, 'unknown') AS programme, modality::VARCHAR AS modality,
      covers_direct_services::VARCHAR AS covers, start_date, end_date, first_payment_date AS paid_date,
      ${
        options.gap === 'cash'
          ? sql`greatest(start_date, coalesce(first_payment_date, start_date)) AS money_date, first_payment_date IS NOT NULL AS paid`
          : sql`start_date AS money_date, TRUE AS paid`
      },
      start_date IS NOT NULL AND (end_date IS NULL OR end_date >= start_date) AS valid
    FROM funding
    UNION ALL SELECT 1000000000 + rowid, programme_key, NULL, NULL, NULL, NULL, NULL, NULL, TRUE, FALSE
    FROM programmes WHERE programme_key IS NOT NULL`,
  events: () => care,
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-18'],
  breakdowns: ['programme'],
  options: [gapKinds],
  chart: 'care-calendar',
  needs: [
    'funding.programme_key',
    'funding.start_date',
    'funding.end_date',
    'funding.covers_direct_services',
    'placements.programme_key',
  ],
  reduced: [
    {
      lacks: 'placements.programme_key',
      words: {
        en: 'Reduced form: the files do not say which programme a placement belongs to, so children in care are those with a service of the programme.',
        nb: 'Forenklet form: filene sier ikke hvilket tiltak en plassering hører til, så barn i omsorg er de med en tjeneste i tiltaket.',
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
  seeds: ['004_adf34ffd825f0e63.txt:823-829, 836-841'],
  standards: [],
  otherDefinitions: otherMoney['FC-06'],
  caveats: [
    {
      en: 'This shows capacity and unpaid work. It does not show what a grant caused.',
      nb: 'Dette viser kapasitet og ulønnet arbeid. Det viser ikke hva et tilskudd førte til.',
    },
    {
      en: 'By month: the 24 months that end with the month of extract, or the chosen months. A month with one unfunded day or more is an unfunded month; a child in two programmes counts in both, and once in the total.',
      nb: 'Per måned: de 24 månedene som slutter med uttrekksmåneden, eller de valgte. En måned med minst én dag uten finansiering er en måned uten finansiering; et barn i to tiltak telles i begge, og én gang i summen.',
    },
    {
      en: 'A gap in the funding record is not always a gap in funding. Programmes without a grant known to pay direct care are left out of the children counted, not taken as unfunded. Who paid before the first and after the last grant of a programme is not known: children in care then are counted apart, neither as funded nor as unfunded, and the band shows both.',
      nb: 'Et hull i registreringen er ikke alltid et hull i finansieringen. Tiltak uten tilskudd som er kjent for å betale direkte omsorg, er holdt utenfor barna som telles, ikke regnet som ufinansiert. Hvem som betalte før et tiltaks første og etter dets siste tilskudd, er ikke kjent: barn i omsorg da telles for seg, verken som finansiert eller ufinansiert, og båndet viser begge deler.',
    },
    {
      en: 'A grant without an end runs on and is marked; one that ends before it starts is left out. Amounts are not shown: where few donors pay, one could read what another gives.',
      nb: 'Et tilskudd uten sluttdato løper videre og er merket; et som slutter før det starter, er utelatt. Beløp vises ikke: der få givere betaler, kunne én lese hva en annen gir.',
    },
  ],
  cannotTell: {
    en: 'Who paid on unfunded days, whether children were served worse then, or what a grant changed.',
    nb: 'Hvem som betalte på dager uten finansiering, om barn da fikk dårligere hjelp, eller hva et tilskudd endret.',
  },
  example: {
    words: {
      en: 'May 2025 has no grant. One child is in care from April to June, another from June on: of five months in care one had unfunded days.',
      nb: 'Mai 2025 har ikke noe tilskudd. Ett barn er i omsorg fra april til juni, et annet fra juni: av fem måneder i omsorg hadde én dager uten finansiering.',
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
      cases: ['1', '2'].map((key) => ({
        case_key: key,
        child_key: key,
        victim_status: 'identified',
        detected_at: '2025-01-10',
        age_at_detection: '12',
        followup_end_at: '2025-12-31',
      })),
      placements: [
        ['1', '2025-04-10', '2025-06-20'],
        ['2', '2025-06-01', '2025-07-31'],
      ].map(([key = '', start = '', end = '']) => ({
        placement_key: key,
        case_key: key,
        placement_type: 'residential_specialised',
        started_at: start,
        ended_at: end,
        programme_key: 'a',
      })),
      funding: [
        ['1', '2025-01-01', '2025-04-30'],
        ['2', '2025-06-01', '2025-12-31'],
      ].map(([grant = '', start = '', end = '']) => ({
        grant_key: grant,
        programme_key: 'a',
        currency: 'EUR',
        amount_committed: '1000',
        start_date: start,
        end_date: end,
        covers_direct_services: 'yes',
      })),
    },
    answer: [
      { measure: 'share_of_child_months', value: 0.2, numerator: 1, denominator: 5 },
      { measure: 'unfunded_days', value: 31, denominator: 365 },
    ],
  },
};
