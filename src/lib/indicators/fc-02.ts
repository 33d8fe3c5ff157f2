import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { otherMoney } from './other-money';

/** FC-02: core against project money. */
export const definition: Indicator = {
  id: 'FC-02',
  revision: 2,
  area: 'funding',
  core: true,
  title: { en: 'Core against project money', nb: 'Grunnfinansiering mot prosjektmidler' },
  question: {
    en: 'How much of the money can be used for steady care?',
    nb: 'Hvor mye av pengene kan brukes til stabil omsorg?',
  },
  users: ['coalition', 'donor'],
  unit: 'programme',
  population: 'programmes',
  period: 'flow',
  numerator: {
    en: 'Core money and public service contracts, spread evenly over the days of the grant, falling in the period',
    nb: 'Grunnfinansiering og offentlige tjenestekontrakter, fordelt jevnt over tilskuddets dager, som faller i perioden',
  },
  denominator: {
    en: 'All money of the period whose kind is known, in the same currency',
    nb: 'Alle midler i perioden med kjent type, i samme valuta',
  },
  statistic: { kind: 'money-shares' },
  measures: [
    {
      id: 'share',
      unit: 'share',
      reads: 'share of money',
      label: { en: 'Core money, share of the money', nb: 'Grunnfinansiering, andel av midlene' },
    },
    {
      id: 'months_share',
      unit: 'share',
      reads: 'share of months',
      label: {
        en: 'Months with any core money, share of the months of all programmes',
        nb: 'Måneder med grunnfinansiering, andel av månedene for alle tiltak',
      },
    },
    {
      id: 'open_count',
      unit: 'records',
      reads: 'count',
      label: {
        en: 'Grants without an end, left out',
        nb: 'Tilskudd uten sluttdato, utelatt',
      },
    },
  ],
  rows: ({ options }) => sql`
    SELECT programme_key AS programme, currency, donor_type, start_date, end_date, amount_committed AS amount,
      programme_key__missing::VARCHAR AS programme_lack, donor_type__missing::VARCHAR AS donor_type_lack,
      ${
        options.steady === 'earmarking'
          ? sql`earmarking::VARCHAR IN ('1', '2') AS counts, earmarking__missing::VARCHAR`
          : sql`modality::VARCHAR IN ('core', 'service_contract') AS counts, modality__missing::VARCHAR`
      } AS counts_lack,
      start_date IS NOT NULL AND (end_date IS NULL OR end_date >= start_date) AS valid
    FROM funding`,
  unknownRule: 'U-BOUNDS',
  openRules: [],
  breakdowns: ['programme', 'donor_type', 'currency'],
  options: [
    {
      id: 'steady',
      label: { en: 'What counts as core', nb: 'Hva som regnes som grunnfinansiering' },
      choices: [
        {
          id: 'modality',
          label: {
            en: 'Core support and service contracts',
            nb: 'Grunnfinansiering og tjenestekontrakter',
          },
        },
        {
          id: 'earmarking',
          label: {
            en: 'Unearmarked or softly earmarked money (categories 1 and 2)',
            nb: 'Midler uten eller med svak øremerking (kategori 1 og 2)',
          },
        },
      ],
    },
  ],
  chart: 'shares',
  needs: ['funding.amount_committed', 'funding.modality', 'funding.start_date', 'funding.end_date'],
  reduced: [],
  basis: [
    {
      source: {
        en: 'Long-term funding of care; no numeric standard',
        nb: 'Langsiktig finansiering av omsorg; ingen tallfestet standard',
      },
      checked: false,
    },
  ],
  seeds: ['004_adf34ffd825f0e63.txt:838-841, 788-791'],
  standards: [
    {
      en: 'IATI: aid type B01 is core and C01 project-type support; earmarking categories 1 to 4',
      nb: 'IATI: bistandstype B01 er grunnstøtte og C01 prosjektstøtte; øremerking i kategori 1 til 4',
    },
  ],
  otherDefinitions: otherMoney['FC-02'],
  caveats: [
    {
      en: 'One row a currency; currencies are never added up (ruling FC-02).',
      nb: 'Én rad per valuta; valutaer legges aldri sammen (avklaring FC-02).',
    },
    {
      en: 'A grant without an end cannot be spread over days: it is in neither share and is counted (ruling S6). One that ends before it starts is left out. One without an amount has no money in the share of money; months with no more than such a core grant are in the band.',
      nb: 'Et tilskudd uten sluttdato kan ikke fordeles på dager: det er ikke med i noen av andelene og telles (avklaring S6). Et som slutter før det starter, er utelatt. Et uten beløp har ingen penger i andelen av midlene; måneder med bare et slikt grunntilskudd er i båndet.',
    },
    {
      en: 'Money whose kind is not recorded is in no share and gives the band; above three tenths only the band is shown (ruling M13). A grant whose kind was not asked or does not apply is in neither (rulings M10, M11).',
      nb: 'Midler uten registrert type er ikke med i andelen og gir båndet; over tre tideler vises bare båndet (avklaring M13). Et tilskudd der typen ikke er spurt om eller ikke er aktuell, er ikke med noe sted (avklaring M10, M11).',
    },
    {
      en: 'A programme is taken to exist from its first grant to its last; grants that name no programme are in the share of money and not in that of months. The window is the chosen period, or the 24 months that end with the month of extract.',
      nb: 'Et tiltak regnes som eksisterende fra første til siste tilskudd; tilskudd uten navngitt tiltak er med i andelen av midlene og ikke av månedene. Vinduet er den valgte perioden, eller de 24 månedene som slutter med uttrekksmåneden.',
    },
  ],
  cannotTell: {
    en: 'What the money was spent on, or whether it came when it was promised.',
    nb: 'Hva pengene ble brukt til, eller om de kom når de var lovet.',
  },
  example: {
    words: {
      en: 'A core grant of 730 over 2025 and 2026 puts 365 in 2025; a project grant of 635 in 2025 is whole in it: 365 ÷ 1,000. A second programme has a service contract for January to March only, in another currency, and a project grant to December. Core money in 12 + 3 of 24 programme-months. A grant without an end is counted and left out. Worked by hand.',
      nb: 'En grunnfinansiering på 730 over 2025 og 2026 legger 365 i 2025; et prosjekttilskudd på 635 i 2025 ligger helt i året: 365 ÷ 1 000. Et annet tiltak har tjenestekontrakt bare fra januar til mars, i en annen valuta, og prosjekttilskudd til desember. Grunnfinansiering i 12 + 3 av 24 tiltaksmåneder. Et tilskudd uten sluttdato telles og utelates. Regnet for hånd.',
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
        ['1', 'a', 'EUR', '730', 'core', '2025-01-01', '2026-12-31'],
        ['2', 'a', 'EUR', '635', 'project', '2025-01-01', '2025-12-31'],
        ['3', 'b', 'NOK', '300', 'service_contract', '2025-01-01', '2025-03-31'],
        ['4', 'b', 'EUR', '0', 'project', '2025-03-01', '2025-12-31'],
        ['5', 'b', 'EUR', '9999', 'core', '2025-06-01', ''],
      ].map(
        ([
          grant = '',
          programme = '',
          currency = '',
          amount = '',
          modality = '',
          start = '',
          end = '',
        ]) => ({
          grant_key: grant,
          programme_key: programme,
          currency,
          amount_committed: amount,
          modality,
          start_date: start,
          end_date: end,
        }),
      ),
    },
    answer: [
      {
        measure: 'share',
        by: { currency: 'EUR' },
        value: 0.365,
        numerator: 365,
        denominator: 1000,
      },
      { measure: 'share', by: { currency: 'NOK' }, value: 1, numerator: 300, denominator: 300 },
      { measure: 'months_share', value: 0.625, numerator: 15, denominator: 24 },
      { measure: 'open_count', value: 1 },
    ],
  },
};
