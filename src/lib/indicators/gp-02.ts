import type { Choice, Indicator, Measure } from '$lib/schema/indicator';
import { join, sql, type Sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { guardianOption, guardianPosts } from './guardian-posts';
import { otherProtection } from './other-protection';
import { openAndClosed, readings } from './readings';

const questions = [
  {
    id: 'appointed',
    front: '',
    half: { en: 'Half have a guardian within', nb: 'Halvparten har verge innen' },
    most: { en: 'Three quarters have one within', nb: 'Tre firedeler har verge innen' },
    by: { en: 'Has a guardian within', nb: 'Har verge innen' },
    not: {
      en: 'Children for whom the day of appointment cannot be told',
      nb: 'Barn der dagen for oppnevning ikke kan oppgis',
    },
  },
  {
    id: 'met',
    front: 'met_',
    half: { en: 'Half have met the guardian within', nb: 'Halvparten har møtt vergen innen' },
    most: {
      en: 'Three quarters have met the guardian within',
      nb: 'Tre firedeler har møtt vergen innen',
    },
    by: { en: 'Has met the guardian within', nb: 'Har møtt vergen innen' },
    not: {
      en: 'Children for whom the day of the first meeting cannot be told',
      nb: 'Barn der dagen for det første møtet ikke kan oppgis',
    },
  },
] as const;

const measures = questions.flatMap(({ id, front, half, most, by, not }): Measure[] => [
  { id: `${front}median_days`, unit: 'days', reads: 'median', of: id, label: half },
  { id: `${front}p75_days`, unit: 'days', reads: 'p75', of: id, label: most },
  ...readings(id, ['1d', '5d', '21d'], { cif: by }, front),
  { id: `${front}not_timed_count`, unit: 'children', reads: 'unknown', of: id, label: not },
]);

/**
 * One row a child and question. From the request, which is the clock also where it was made before T0:
 * children for whom a guardian was asked for or appointed. Without a request on a known day before
 * the guardian came the clock cannot start.
 */
function rows({ options, has }: Choice): Sql {
  const asked = options.clock === 'requested';
  const told = has('assignments', 'first_meeting') ? questions : questions.slice(0, 1);
  const [origin, began, met] = asked
    ? [sql`asked_d`, sql`began_d`, sql`first_met_d`]
    : [sql`0`, sql`started_d`, sql`met_d`];
  return sql`
    WITH post AS (${guardianPosts(options.guardian)}),
    own AS (
      SELECT child, TRUE AS told, min(requested_d) AS asked_d, min(${began}) AS started_d, coalesce(bool_or(undated), FALSE) AS undated,
        min(${met}) AS met_d, coalesce(bool_or(met_undated), FALSE) AS met_undated, bool_or(requested_d IS NULL) AS unasked
      FROM post GROUP BY child),
    answer AS (
      SELECT child.child, question.of, told, asked_d, unasked,
        CASE question.of WHEN 'met' THEN met_d ELSE started_d END AS at_d,
        CASE question.of WHEN 'met' THEN met_undated ELSE undated END AS undated
      FROM child LEFT JOIN own USING (child) CROSS JOIN (VALUES ${join(told.map(({ id }) => sql`(${id})`))}) AS question(of))
    SELECT child, of, 24 * at_d AS event_h, NULL::BOOLEAN AS ever, 24 * ${origin} AS origin_h,
      CASE WHEN at_d IS NULL AND undated THEN 'unknown'
        WHEN ${asked} AND (asked_d IS NULL OR (at_d < asked_d AND unasked)) THEN 'unknown'
        WHEN ${asked} AND at_d < asked_d THEN 'invalid' END AS problem
    FROM answer WHERE ${asked ? sql`told` : sql`TRUE`}`;
}

/** GP-02: time to guardian, on paper and in person. */
export const definition: Indicator = {
  id: 'GP-02',
  revision: 2,
  area: 'protection',
  core: true,
  title: {
    en: 'Time to guardian, on paper and in person',
    nb: 'Tid til verge, på papiret og i møte med barnet',
  },
  question: {
    en: 'How long until a guardian is appointed, and until the child has met the guardian?',
    nb: 'Hvor lang tid går det til verge er oppnevnt, og til barnet har møtt vergen?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-DEPR',
  period: 'cohort',
  numerator: {
    en: 'Days from first detection to the appointment of a guardian, and to the first meeting with any guardian',
    nb: 'Dager fra barnet først ble oppdaget til verge ble oppnevnt, og til det første møtet med en verge',
  },
  denominator: {
    en: 'Registered children who are unaccompanied, separated or without parental care, or whose parent was implicated',
    nb: 'Registrerte barn som er enslige, atskilte eller uten foreldreomsorg, eller der en forelder var innblandet',
  },
  statistic: {
    kind: 'time',
    code: 'S-KM',
    of: questions.map(({ id }) => id),
    clock: 'days',
    columns: ['origin_h'],
  },
  measures: [
    ...measures,
    ...openAndClosed('appointed', {
      closed: { en: 'A guardian was appointed', nb: 'Verge ble oppnevnt' },
      open: {
        en: 'Without a guardian when last followed',
        nb: 'Uten verge da de sist ble fulgt',
      },
    }),
  ],
  rows,
  unknownRule: 'U-KNOWN',
  openRules: ['C-OPEN', 'C-18', 'C-MOVE'],
  breakdowns: [...d0, 'region'],
  options: [
    {
      id: 'clock',
      label: { en: 'Clock', nb: 'Klokke' },
      choices: [
        { id: 'detected', label: { en: 'From first detection', nb: 'Fra barnet ble oppdaget' } },
        { id: 'requested', label: { en: 'From the request', nb: 'Fra det ble bedt om verge' } },
      ],
    },
    guardianOption,
  ],
  chart: 'cumulative-incidence',
  needs: [
    'cases.detected',
    'cases.accompaniment',
    'assignments.role',
    'assignments.started',
    'assignments.first_meeting',
  ],
  reduced: [
    {
      lacks: 'assignments.first_meeting',
      words: {
        en: 'Reduced form: no file says when the guardian met the child, so only the appointment is timed.',
        nb: 'Forenklet form: ingen fil sier når vergen møtte barnet, så bare oppnevningen er målt.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Directive (EU) 2024/1346, Article 27, for asylum-seeking children: 15 working days, 25 in exceptional situations; read through the International Protection Act 2026 of Ireland, sections 46 and 52',
        nb: 'Direktiv (EU) 2024/1346, artikkel 27, om barn som søker asyl: 15 arbeidsdager, 25 i særlige tilfeller; lest gjennom Irlands International Protection Act 2026, §§ 46 og 52',
      },
      checked: true,
    },
  ],
  seeds: [
    '002_af4e03b3a31b6f4b.txt:79-81, 118-119, 785-793',
    '004_adf34ffd825f0e63.txt:1044-1048, 1063-1066, 1157-1176',
  ],
  standards: [
    {
      en: '15 working days in Union asylum law, read as 21 calendar days; 24 hours for a temporary person, read as one day',
      nb: '15 virkedager i EUs asylrett, lest som 21 kalenderdager; 24 timer for en midlertidig person, lest som én dag',
    },
  ],
  otherDefinitions: otherProtection['GP-02'],
  caveats: [
    {
      en: '15 working days are read as 21 calendar days, because dates without a calendar have no weekdays (ruling GP-02).',
      nb: '15 virkedager leses som 21 kalenderdager, fordi datoer uten kalender ikke har ukedager (avklaring GP-02).',
    },
    {
      en: 'A guardian in post at first detection counts from day 0, one who had left before does not (ruling S8). The first meeting is the earliest with any guardian.',
      nb: 'En verge som var på plass da barnet ble oppdaget teller fra dag 0, en som hadde sluttet før teller ikke (avklaring S8). Det første møtet er det tidligste med en hvilken som helst verge.',
    },
    {
      en: 'Leaving the country, death and turning 18 end the wait without a guardian; going missing does not (rulings S1, S12). Shares within a limit are cumulative incidences.',
      nb: 'Utreise, dødsfall og fylte 18 år avslutter ventetiden uten verge; forsvinning gjør det ikke (avklaring S1, S12). Andeler innen en frist er kumulative insidenser.',
    },
    {
      en: 'From the request, the earliest of several and also one made before detection: only children for whom a guardian was asked for or appointed. A request that nobody came for is still waiting; a guardian without a recorded request cannot be timed.',
      nb: 'Fra forespørselen, den tidligste av flere og også en fra før barnet ble oppdaget: bare barn det er bedt om eller oppnevnt verge for. En forespørsel som ingen kom etter venter fortsatt; en verge uten registrert forespørsel kan ikke måles.',
    },
  ],
  cannotTell: {
    en: 'How often guardian and child met afterwards, or whether the child trusted the guardian.',
    nb: 'Hvor ofte vergen og barnet møttes siden, eller om barnet stolte på vergen.',
  },
  example: {
    words: {
      en: 'Twenty-four unaccompanied children, two of each kind, are followed for 100 days. Guardians come on days 0 (in post before detection), 2, 4, 5, 10, 21 and 30; first meetings on days 0, 6, 5, 5, 30, 40 and 60. A kind has a guardian from a day not known, met on day 3. A kind turned 18 on day 15. Three kinds wait. On paper 22 are timed: half within 21 days, three quarters not reached, 12 of 22 within 21 days. In person 24 are timed: half within 30 days.',
      nb: 'Tjuefire enslige barn, to av hver sort, følges i 100 dager. Verge kommer dag 0 (på plass før barnet ble oppdaget), 2, 4, 5, 10, 21 og 30; første møte dag 0, 6, 5, 5, 30, 40 og 60. En sort har verge fra en ukjent dag og møtte vergen dag 3. En sort fylte 18 dag 15. Tre sorter venter. På papiret er 22 målt: halvparten innen 21 dager, tre firedeler ikke nådd, 12 av 22 innen 21 dager. I møte med barnet er 24 målt: halvparten innen 30 dager.',
    },
    tables: {
      cases: Array.from({ length: 24 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'identified',
        age_at_detection: '16',
        accompaniment: 'unaccompanied',
        detected_offset_h: '0',
        turned_18_offset_d: i % 12 === 8 ? '15' : '',
        followup_end_offset_d: '100',
      })),
      assignments: [
        ['-50', '-40'],
        ['2', '6'],
        ['4', '5'],
        ['5', '5'],
        ['10', '30'],
        ['21', '40'],
        ['30', '60'],
        ['', '3'],
        ['40', ''],
      ].flatMap(([started = '', met = ''], i) =>
        [i, i + 12].map((child) => ({
          assignment_key: `${child}`,
          case_key: `${child}`,
          role: i === 1 ? 'temporary_guardian' : 'guardian',
          started_offset_d: started,
          first_meeting_offset_d: met,
          ended_offset_d: '',
        })),
      ),
    },
    answer: [
      { measure: 'median_days', value: 21 },
      { measure: 'p75_days', value: null, status: 'not_reached' },
      { measure: 'cif_1d', value: 2 / 22, numerator: 2, denominator: 22 },
      { measure: 'cif_5d', value: 8 / 22, numerator: 8 },
      { measure: 'cif_21d', value: 12 / 22, numerator: 12 },
      { measure: 'met_median_days', value: 30 },
      { measure: 'met_cif_5d', value: 8 / 24, numerator: 8, denominator: 24 },
      { measure: 'not_timed_count', value: 2 },
      { measure: 'met_not_timed_count', value: 0 },
    ],
  },
};
