import type { Choice, Indicator, Measure } from '$lib/schema/indicator';
import { list, sql, type Sql } from '$lib/schema/sql';
import { otherRecovery } from './other-recovery';

const counted = [
  'police',
  'prosecutor',
  'investigative_recorded',
  'court',
  'confrontation',
  'identification_parade',
];
const retellings = [...counted, 'identification_interview', 'asylum', 'social', 'forensic_exam'];

/**
 * Statements of the child, one a date and type whoever recorded them (ruling M7); those known by month
 * alone or without a date cannot be told apart and stay one each.
 */
const statements = ({ options }: Choice): Sql => sql`
  SELECT child, 24 * min(held_d) AS at_h FROM dated_testimony
  WHERE event_type::VARCHAR IN ${list(options.events === 'all' ? retellings : counted)}
  GROUP BY child, event_type, CASE WHEN held_d IS NULL OR held__clock = 'month'::e_clock THEN event_key ELSE held_d::VARCHAR END`;

/** The clock starts at the earlier of the opened criminal proceeding and the first statement. */
const clocks = (choice: Choice): Sql => sql`
  SELECT child.child, least(opened_h, told_h) AS origin_h FROM child
  LEFT JOIN (SELECT child, 24 * min(opened_d) AS opened_h FROM dated_proceedings
    WHERE proceeding_type = 'criminal'::e_proceeding GROUP BY child) AS opening USING (child)
  LEFT JOIN (SELECT child, min(at_h) AS told_h FROM (${statements(choice)}) GROUP BY child) AS telling USING (child)`;

/** Statements of every child, dateless ones too. */
const numbers = (choice: Choice): Sql => sql`
  SELECT child.child, count(statement.child) AS statements FROM child
  LEFT JOIN (${statements(choice)}) AS statement ON statement.child = child.child GROUP BY child.child`;

const months = [6, 12, 24];

const measures: readonly Measure[] = [
  ...months.map((month): Measure => ({
    id: `mean_cumulative_count_${month}m`,
    unit: 'events per child',
    reads: 'mean count',
    atHours: month * 30.4375 * 24,
    label: {
      en: `Statements per child within ${month} months`,
      nb: `Avhør per barn innen ${month} måneder`,
    },
  })),
  {
    id: 'not_timed_count',
    unit: 'children',
    reads: 'unknown',
    label: { en: 'Children who cannot be timed', nb: 'Barn der tiden ikke kan måles' },
  },
  {
    id: 'more_than_one_share',
    unit: 'share',
    reads: 'share',
    in: 'retold',
    of: 'more_than_one',
    label: { en: 'More than one statement so far', nb: 'Mer enn ett avhør til nå' },
  },
  {
    id: 'three_or_more_share',
    unit: 'share',
    reads: 'share',
    in: 'retold',
    of: 'three_or_more',
    label: { en: 'Three statements or more so far', nb: 'Tre avhør eller flere til nå' },
  },
  ...(
    [
      ['p25', 'A quarter have at most', 'En firedel har høyst'],
      ['median', 'Half have at most', 'Halvparten har høyst'],
      ['p75', 'Three quarters have at most', 'Tre firedeler har høyst'],
      ['p90', 'Nine in ten have at most', 'Ni av ti har høyst'],
      ['maximum', 'Most statements of one child', 'Flest avhør av ett barn'],
    ] as const
  ).map(([reads, en, nb]): Measure => ({
    id: `${reads}_statements`,
    unit: 'events per child',
    reads,
    in: 'distribution',
    label: { en, nb },
  })),
];

/** VW-01: how many times the child had to tell it. */
export const definition: Indicator = {
  id: 'VW-01',
  revision: 2,
  area: 'victim-witness',
  core: true,
  title: {
    en: 'How many times the child had to tell it',
    nb: 'Hvor mange ganger barnet måtte fortelle',
  },
  question: {
    en: 'How many statements and testimonies does a child give?',
    nb: 'Hvor mange avhør og vitneforklaringer gir et barn?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-PROC',
  period: 'cohort',
  numerator: {
    en: 'Statements to police and prosecutor, recorded hearings, testimony in court, confrontations and identification parades',
    nb: 'Forklaringer til politi og påtalemyndighet, tilrettelagte avhør med opptak, forklaringer i retten, konfrontasjoner og vitnekonfrontasjoner',
  },
  denominator: {
    en: 'Registered children of the cohort with a criminal proceeding or a counted statement',
    nb: 'Registrerte barn i kohorten med en straffesak eller et avhør som telles',
  },
  statistic: { kind: 'mean-count' },
  measures,
  rows: clocks,
  events: statements,
  further: [
    {
      id: 'retold',
      sameChildren: true,
      statistic: { kind: 'shares', of: ['more_than_one', 'three_or_more'] },
      rows: (choice) => sql`
        SELECT child, question.of, CASE question.of WHEN 'more_than_one' THEN statements > 1 ELSE statements >= 3 END AS answer
        FROM (${numbers(choice)}) CROSS JOIN (VALUES ('more_than_one'), ('three_or_more')) AS question(of)`,
    },
    {
      id: 'distribution',
      sameChildren: true,
      statistic: { kind: 'distribution' },
      rows: (choice) => sql`SELECT child, statements AS value FROM (${numbers(choice)})`,
    },
  ],
  unknownRule: 'U-KNOWN',
  openRules: ['C-OPEN', 'C-MOVE'],
  breakdowns: ['age_band', 'gender', 'main_form', 'citizenship_group', 'org_type', 'accompaniment'],
  options: [
    {
      id: 'events',
      label: { en: 'What is counted', nb: 'Hva som telles' },
      choices: [
        {
          id: 'counted',
          label: {
            en: 'Statements in the criminal proceeding',
            nb: 'Avhør og forklaringer i straffesaken',
          },
        },
        {
          id: 'all',
          label: {
            en: 'All retellings: also interviews for identification, asylum and social services, and forensic examinations',
            nb: 'Alle gjenfortellinger: også samtaler om identifisering, asyl og sosiale tjenester, og rettsmedisinske undersøkelser',
          },
        },
      ],
    },
  ],
  chart: 'mean-count',
  needs: ['testimony.event_type', 'testimony.held', 'proceedings.opened'],
  reduced: [
    {
      lacks: 'proceedings.opened',
      words: {
        en: 'Reduced form: no file says when proceedings opened, so the clock starts at the child’s first statement; children with a proceeding and no statement are not seen, and the means are too high.',
        nb: 'Forenklet form: ingen fil sier når saken ble åpnet, så klokken starter ved barnets første avhør; barn med sak, men uten avhør, ses ikke, og gjennomsnittene er for høye.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Directive 2011/36/EU, Article 15(3): interviews limited in number',
        nb: 'Direktiv 2011/36/EU, artikkel 15 nr. 3: så få avhør som mulig',
      },
      checked: false,
    },
  ],
  seeds: ['002_af4e03b3a31b6f4b.txt:462-466, 860-866, 878-883, 1069-1076'],
  standards: [{ en: 'None', nb: 'Ingen' }],
  otherDefinitions: otherRecovery['VW-01'],
  caveats: [
    {
      en: 'Mean cumulative count: open cases have more to come, so each child counts as long as it is followed; death ends the count, turning 18 does not (ruling VW-01). One month is 30.4375 days.',
      nb: 'Kumulativt gjennomsnitt: åpne saker er ikke ferdige, så hvert barn teller så lenge det følges; dødsfall avslutter tellingen, fylte 18 år gjør det ikke (avklaring VW-01). Én måned er 30,4375 dager.',
    },
    {
      en: 'The clock starts at the earlier of the opened criminal proceeding and the first statement. A statement without a date is in the shares and the distribution, not in the means; one of an unrecorded type is nowhere, so every number is at least so many.',
      nb: 'Klokken starter ved det tidligste av åpnet straffesak og første avhør. Et avhør uten dato er med i andelene og fordelingen, ikke i gjennomsnittene; et av ukjent type er ikke med, så alle tall er minstetall.',
    },
    {
      en: 'Shares and distribution hold what is recorded so far, open cases included, and are too low for recent children.',
      nb: 'Andeler og fordeling viser det som er registrert til nå, også i åpne saker, og er for lave for de siste barna.',
    },
    {
      en: 'The range of chance variation comes from 1,000 draws of children with a fixed seed, for groups of up to 500 children; larger groups are shown without.',
      nb: 'Det tilfeldige variasjonsområdet kommer fra 1 000 trekninger av barn med fast startverdi, for grupper på inntil 500 barn; større grupper vises uten.',
    },
  ],
  cannotTell: {
    en: 'How long or how hard a statement was, or how often the child told it to others.',
    nb: 'Hvor langt eller hvor vanskelig et avhør var, eller hvor ofte barnet fortalte det til andre.',
  },
  example: {
    words: {
      en: 'Twelve children with a proceeding opened on day 10, all followed to day 800. Children 0 to 5 spoke to the police on day 20; child 0 also on day 100, in court on day 300 and on day 700, and once without a date. The police interview of child 1 is in two bodies’ files and counts once; its forensic examination does not count. Six months: 7 ÷ 12; 12 months: 8 ÷ 12; 24 months: 9 ÷ 12 (day 700 is 690 days after opening). One child of twelve has more than one. Worked by hand.',
      nb: 'Tolv barn med sak åpnet dag 10, alle fulgt til dag 800. Barn 0 til 5 forklarte seg for politiet dag 20; barn 0 også dag 100, i retten dag 300 og dag 700, og én gang uten dato. Politiavhøret av barn 1 står i to organers filer og telles én gang; den rettsmedisinske undersøkelsen telles ikke. Seks måneder: 7 ÷ 12; 12 måneder: 8 ÷ 12; 24 måneder: 9 ÷ 12 (dag 700 er 690 dager etter åpningen). Ett av tolv barn har mer enn ett. Regnet for hånd.',
    },
    tables: {
      cases: Array.from({ length: 12 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        followup_end_offset_d: '800',
      })),
      proceedings: Array.from({ length: 12 }, (_, i) => ({
        proceeding_key: `${i}`,
        case_key: `${i}`,
        proceeding_type: 'criminal',
        opened_offset_d: '10',
      })),
      testimony: (
        [
          ...[0, 1, 2, 3, 4, 5].map((child) => [child, 'police', '20'] as const),
          [0, 'police', '100'],
          [0, 'court', '300'],
          [0, 'court', '700'],
          [0, 'court', ''],
          [1, 'police', '20'],
          [1, 'forensic_exam', '30'],
        ] as const
      ).map(([child, type, day], i) => ({
        event_key: `${i}`,
        case_key: `${child}`,
        event_type: type,
        held_offset_d: day,
      })),
    },
    answer: [
      { measure: 'mean_cumulative_count_6m', value: 0.5833, numerator: 7, denominator: 12 },
      { measure: 'mean_cumulative_count_12m', value: 0.6667, numerator: 8 },
      { measure: 'mean_cumulative_count_24m', value: 0.75, numerator: 9 },
      { measure: 'more_than_one_share', value: 0.0833, numerator: 1, denominator: 12 },
      { measure: 'three_or_more_share', value: 0.0833, numerator: 1 },
      { measure: 'maximum_statements', value: 5 },
      { measure: 'median_statements', value: 0.5 },
      { measure: 'not_timed_count', value: 0 },
    ],
  },
};
