import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { firstMissing } from './first-missing';
import { guardianOption, guardianPosts } from './guardian-posts';
import { lastDay } from './last-day';
import { otherProtection } from './other-protection';
import { readings } from './readings';

/** GP-01: has a guardian. */
export const definition: Indicator = {
  id: 'GP-01',
  revision: 2,
  area: 'protection',
  core: true,
  title: { en: 'Has a guardian', nb: 'Har verge' },
  question: {
    en: 'Is somebody legally there for each child without parental care?',
    nb: 'Har hvert barn uten foreldreomsorg noen som er der for det etter loven?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-DEPR',
  period: 'cohort',
  numerator: {
    en: 'Children with an appointed or temporary guardian by the day; for the share of days, days with a guardian in post',
    nb: 'Barn med oppnevnt eller midlertidig verge innen dagen; for andelen av dager, dager med verge på plass',
  },
  denominator: {
    en: 'Registered children who are unaccompanied, separated or without parental care, or whose parent was implicated; for the share of days, all their days from first detection to the end of follow-up or 18',
    nb: 'Registrerte barn som er enslige, atskilte eller uten foreldreomsorg, eller der en forelder var innblandet; for andelen av dager, alle dagene deres fra de først ble oppdaget til oppfølgingen slutter eller de fyller 18',
  },
  statistic: {
    kind: 'time',
    code: 'S-CIF',
    of: ['guardian'],
    clock: 'days',
    columns: ['other_h'],
  },
  measures: [
    ...readings('guardian', ['7d', '15d', '30d'], {
      cif: { en: 'Has a guardian within', nb: 'Har verge innen' },
    }),
    {
      id: 'not_timed_count',
      unit: 'children',
      reads: 'unknown',
      label: {
        en: 'Children with a guardian from a day that is not known',
        nb: 'Barn med verge fra en dag som ikke er kjent',
      },
    },
    {
      id: 'share_of_days',
      unit: 'share',
      reads: 'share of time',
      in: 'days',
      label: { en: 'Share of days with a guardian', nb: 'Andel av dagene med verge' },
    },
    {
      id: 'days_not_known_count',
      unit: 'children',
      reads: 'unknown',
      in: 'days',
      label: {
        en: 'Children whose days with a guardian are not known',
        nb: 'Barn der dagene med verge ikke er kjent',
      },
    },
  ],
  rows: ({ options }) => sql`
    WITH post AS (${guardianPosts(options.guardian)})
    SELECT child.child, 'guardian' AS of, 24 * first_d AS event_h, 24 * gone.at_d AS other_h,
      CASE WHEN first_d IS NULL AND undated THEN 'unknown' END AS problem, NULL::BOOLEAN AS ever
    FROM child LEFT JOIN (SELECT child, min(started_d) AS first_d, bool_or(undated) AS undated FROM post GROUP BY child) AS post USING (child)
      LEFT JOIN ${firstMissing} AS gone USING (child)`,
  further: [
    {
      id: 'days',
      sameChildren: true,
      statistic: { kind: 'share-of-time' },
      rows: ({ options }) => sql`
        WITH post AS (${guardianPosts(options.guardian)}),
        watched AS (SELECT child, least(24 * last_d, coalesce(turns_18_h, 1e300)) AS until_h FROM child JOIN ${lastDay} AS followed USING (child)),
        spell AS (
          SELECT child, undated, 24 * started_d AS from_h, least(coalesce(24 * ended_d, until_h), until_h) AS to_h
          FROM watched JOIN post USING (child)),
        own AS (
          SELECT child, undated, greatest(0, to_h - greatest(from_h, coalesce(max(to_h) OVER (
              PARTITION BY child ORDER BY from_h, to_h ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), from_h))) AS new_h
          FROM spell WHERE undated OR from_h IS NOT NULL)
        SELECT child.child, until_h AS total_h, CASE WHEN bool_or(undated) THEN NULL
            WHEN until_h IS NOT NULL THEN coalesce(sum(new_h), 0) END AS with_h
        FROM child LEFT JOIN watched USING (child) LEFT JOIN own USING (child) GROUP BY child.child, until_h`,
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-18', 'C-MOVE'],
  breakdowns: d0,
  options: [
    guardianOption,
    {
      id: 'population',
      label: { en: 'Among', nb: 'Blant' },
      choices: [
        { id: 'P-DEPR', label: { en: 'Without parental care', nb: 'Uten foreldreomsorg' } },
        { id: 'P-REG', label: { en: 'All registered children', nb: 'Alle registrerte barn' } },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: [
    'cases.detected',
    'cases.accompaniment',
    'cases.parental_care',
    'assignments.role',
    'assignments.started',
    'assignments.ended',
  ],
  reduced: [
    {
      lacks: 'cases.parental_care',
      words: {
        en: 'Reduced form: no file says whether parents can care for the child, so only unaccompanied and separated children belong.',
        nb: 'Forenklet form: ingen fil sier om foreldrene kan ha omsorgen, så bare enslige og atskilte barn hører med.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Directive 2011/36/EU, Articles 14(2) and 16(3)',
        nb: 'Direktiv 2011/36/EU, artikkel 14 nr. 2 og 16 nr. 3',
      },
      checked: false,
    },
    {
      source: {
        en: 'Council of Europe Recommendation CM/Rec(2019)11 on effective guardianship',
        nb: 'Europarådets rekommandasjon CM/Rec(2019)11 om virksomt vergemål',
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
      en: 'No numeric standard exists for child victims',
      nb: 'Det finnes ingen tallfestet standard for barn som er ofre',
    },
  ],
  otherDefinitions: otherProtection['GP-01'],
  caveats: [
    {
      en: 'An appointed or a temporary guardian counts unless the option says otherwise (ruling S2). A guardian in post at first detection counts from day 0, one who had left before does not (ruling S8).',
      nb: 'Oppnevnt eller midlertidig verge teller hvis ikke valget sier noe annet (avklaring S2). En verge som var på plass da barnet ble oppdaget teller fra dag 0, en som hadde sluttet før teller ikke (avklaring S8).',
    },
    {
      en: 'Going missing, leaving the country, death and turning 18 before a guardian came are counted as what happened first (ruling S1). In the share of days, the days a child is missing stay in (ruling GP-01); days are differences of calendar dates, and the last day of follow-up ends the count (ruling M19).',
      nb: 'Forsvinning, utreise, dødsfall og fylte 18 år før vergen kom regnes som det som skjedde først (avklaring S1). I andelen av dager er dagene et barn er forsvunnet med (avklaring GP-01); dager er forskjellen mellom kalenderdatoer, og den siste dagen barnet følges avslutter tellingen (avklaring M19).',
    },
    {
      en: 'Children of whom neither accompaniment nor parental care is known are not in the figure (ruling GP-01).',
      nb: 'Barn der verken følge eller foreldreomsorg er kjent er ikke med i tallet (avklaring GP-01).',
    },
  ],
  cannotTell: {
    en: 'Whether the guardian met the child (GP-02), had time (GP-03) or stayed (GP-04).',
    nb: 'Om vergen møtte barnet (GP-02), hadde tid (GP-03) eller ble (GP-04).',
  },
  example: {
    words: {
      en: 'Twenty unaccompanied children are followed for 60 days, one other child is with a parent. Guardian on day 0 (in post before detection), 3 (temporary, to day 23, another from 13 to 33), 7 and 16; one on day 12 for a child missing since day 5; one on day 20 for a child who turned 18 on day 10; one child has met a guardian appointed on a day not known; one guardian left before detection; one was only asked for. 3 of 19 within 7 and 15 days, 4 within 30. Days: 60 + 30 + 53 + 44 + 48 of 18 × 60 + 10.',
      nb: 'Tjue enslige barn følges i 60 dager, ett barn til er hos en forelder. Verge på dag 0 (på plass før barnet ble oppdaget), 3 (midlertidig, til dag 23, en annen fra 13 til 33), 7 og 16; én på dag 12 for et barn som har vært forsvunnet siden dag 5; én på dag 20 for et barn som fylte 18 på dag 10; ett barn har møtt en verge oppnevnt på en ukjent dag; én verge sluttet før barnet ble oppdaget; én er det bare bedt om. 3 av 19 innen 7 og 15 dager, 4 innen 30. Dager: 60 + 30 + 53 + 44 + 48 av 18 × 60 + 10.',
    },
    tables: {
      cases: Array.from({ length: 21 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'presumed',
        age_at_detection: '16',
        accompaniment: i === 20 ? 'with_parent' : 'unaccompanied',
        parental_care: i === 20 ? 'in_care_of_parents' : '',
        detected_offset_h: '0',
        turned_18_offset_d: i === 8 ? '10' : '',
        followup_end_offset_d: '60',
      })),
      assignments: [
        { child: 0, role: 'guardian', started: '-100' },
        { child: 1, role: 'guardian', started: '-100', ended: '-20' },
        { child: 2, role: 'temporary_guardian', started: '3', ended: '23' },
        { child: 2, role: 'guardian', started: '13', ended: '33' },
        { child: 3, role: 'guardian', started: '7' },
        { child: 4, role: 'guardian', started: '16' },
        { child: 5, role: 'guardian', started: '12' },
        { child: 6, role: 'guardian', started: '', met: '4' },
        { child: 7, role: 'guardian', started: '', requested: '1' },
        { child: 8, role: 'guardian', started: '20' },
        { child: 9, role: 'case_worker', started: '1' },
        { child: 20, role: 'guardian', started: '2' },
      ].map(({ child, role, started, ended = '', met = '', requested = '' }, i) => ({
        assignment_key: `${i}`,
        case_key: `${child}`,
        role,
        requested_offset_d: requested,
        started_offset_d: started,
        first_meeting_offset_d: met,
        ended_offset_d: ended,
      })),
      missing_episodes: [
        {
          episode_key: '1',
          case_key: '5',
          episode_type: 'missing',
          started_offset_h: '120',
          ended_offset_h: '',
        },
      ],
    },
    answer: [
      { measure: 'cif_7d', value: 3 / 19, numerator: 3, denominator: 19 },
      { measure: 'cif_7d_if_unknown_no', value: 3 / 20 },
      { measure: 'cif_7d_if_unknown_yes', value: 4 / 20 },
      { measure: 'cif_15d', value: 3 / 19, numerator: 3 },
      { measure: 'cif_30d', value: 4 / 19, numerator: 4 },
      { measure: 'not_timed_count', value: 1 },
      { measure: 'share_of_days', value: 235 / 1090, numerator: 235, denominator: 1090 },
      { measure: 'days_not_known_count', value: 1 },
    ],
  },
};
