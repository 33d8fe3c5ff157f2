import type { Indicator, Measure } from '$lib/schema/indicator';
import { join, sql, type Sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { otherRecovery } from './other-recovery';
import { readings } from './readings';

const lines = [
  {
    id: 'confirmed',
    front: '',
    words: {
      en: 'Exploited again, confirmed, within',
      nb: 'Utnyttet på nytt, bekreftet, innen',
    },
  },
  {
    id: 'suspected',
    front: 'with_suspected_',
    words: {
      en: 'Exploited again, confirmed or suspected, within',
      nb: 'Utnyttet på nytt, bekreftet eller mistenkt, innen',
    },
  },
  {
    id: 'missing',
    front: 'with_missing_',
    words: {
      en: 'Exploited again, confirmed or suspected, or still missing, within',
      nb: 'Utnyttet på nytt, bekreftet eller mistenkt, eller fortsatt forsvunnet, innen',
    },
  },
] as const;

/** Children exploited again, and when it began or was learned: rows `(child, line, day)`; NULL day = not known. */
const findings = sql`
  SELECT child, CASE certainty WHEN 'confirmed' THEN 1 ELSE 2 END AS line, started_d AS day FROM dated_exploitation_spells WHERE after_detection = 'yes'
  UNION ALL SELECT child, CASE retrafficked WHEN 'confirmed' THEN 1 ELSE 2 END, held_d FROM dated_followups WHERE retrafficked IN ('confirmed', 'suspected')
  UNION ALL SELECT child, 3, greatest(start_d, 0) FROM missing_spell AS spell
    WHERE end_h IS NULL AND NOT EXISTS (SELECT 1 FROM dated_missing_episodes AS part WHERE part.child = spell.child
      AND episode_type = 'missing' AND started_h >= spell.start_h AND (ended_h IS NULL OR ended_h >= started_h)
      AND end_reason IS NOT NULL AND end_reason <> 'still_missing')
  UNION ALL SELECT child, 3, NULL FROM dated_missing_episodes
    WHERE episode_type = 'missing' AND started_h IS NULL AND ended_h IS NULL AND (end_reason IS NULL OR end_reason = 'still_missing')`;

/** Spells that may count in a line: not known whether after detection, or not known how sure. */
const doubts = sql`
  SELECT child, CASE WHEN after_detection IS NULL AND certainty = 'suspected' THEN 2 ELSE 1 END AS line, started_d AS day FROM dated_exploitation_spells
  WHERE (after_detection IS NULL AND (started_d IS NULL OR started_d >= 0)) OR (after_detection = 'yes' AND certainty IS NULL)`;

/**
 * One row a child and line, in whole days since T0; a finding of a line counts in every later one.
 * From exit, findings before it are about the time in care and do not count.
 */
const rowsFrom = (fromExit: boolean): Sql => sql`
  SELECT child.child, line.of, ${fromExit ? sql`24 * exit_d` : sql`0`} AS origin_h,
    ${fromExit ? sql`CASE WHEN exit_d < 0 THEN 0 END` : sql`NULL::DOUBLE`} AS entry_h, 24 * first_day AS event_h,
    CASE WHEN first_day < 0 THEN 'invalid' WHEN first_day IS NULL AND (undated OR doubt) THEN 'unknown' END AS problem,
    NULL::BOOLEAN AS ever
  FROM child CROSS JOIN (VALUES ${join(lines.map(({ id }, i) => sql`(${id}, ${i + 1})`))}) AS line(of, place)
  LEFT JOIN (
    SELECT child, place, bool_or(day IS NULL) AS undated, min(${fromExit ? sql`CASE WHEN line = 3 AND day < exit_d THEN exit_d ELSE day END` : sql`day`}) AS first_day
    FROM (${findings}) AS found JOIN child USING (child) JOIN (VALUES (1), (2), (3)) AS step(place) ON line <= place
    WHERE ${fromExit ? sql`day IS NULL OR day < 0 OR day >= exit_d OR (line = 3 AND exit_d IS NOT NULL)` : sql`TRUE`} GROUP BY child, place) AS found USING (child, place)
  LEFT JOIN (
    SELECT DISTINCT child, place, TRUE AS doubt FROM (${doubts}) AS unclear JOIN child USING (child) JOIN (VALUES (1), (2), (3)) AS step(place) ON line <= place
    WHERE ${fromExit ? sql`day IS NULL OR day < 0 OR day >= exit_d` : sql`TRUE`}) AS unclear USING (child, place)
  ${fromExit ? sql`WHERE exit_d IS NOT NULL` : sql``}`;

const measures: readonly Measure[] = [
  ...lines.flatMap(({ id, front, words }) =>
    readings(id, ['6m', '12m', '24m'], { cif: words }, front),
  ),
  {
    id: 'lost_share',
    unit: 'share',
    reads: 'moved',
    label: { en: 'Lost from sight or handed on', nb: 'Ute av syne eller overført' },
  },
  {
    id: 'not_timed_count',
    unit: 'children',
    reads: 'unknown',
    label: {
      en: 'Children for whom it is not known, or not known when',
      nb: 'Barn der dette ikke er kjent, eller tidspunktet ikke er kjent',
    },
  },
];

/** RR-01: exploited again. */
export const definition: Indicator = {
  id: 'RR-01',
  revision: 2,
  area: 'recovery',
  core: true,
  title: { en: 'Exploited again', nb: 'Utnyttet på nytt' },
  question: {
    en: 'How many child victims are recorded as exploited again within 12 and 24 months?',
    nb: 'Hvor mange barn som er ofre registreres som utnyttet på nytt innen 12 og 24 måneder?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Children with a confirmed new period of exploitation after detection, or a follow-up that confirms one',
    nb: 'Barn med en bekreftet ny periode med utnyttelse etter at de ble oppdaget, eller en oppfølging som bekrefter det',
  },
  denominator: {
    en: 'Registered children of the cohort, each followed as long as the files allow',
    nb: 'Registrerte barn i kohorten, fulgt så lenge filene tillater',
  },
  statistic: {
    kind: 'time',
    code: 'S-CIF',
    of: lines.map(({ id }) => id),
    clock: 'days',
    columns: ['origin_h', 'entry_h'],
    ends: { left: 'censors', eighteen: 'ignored' },
    boundsAboveLost: 0.2,
  },
  measures,
  rows: ({ options }) => rowsFrom(options.population === 'P-EXIT'),
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-MOVE'],
  breakdowns: d0,
  options: [
    {
      id: 'population',
      label: { en: 'Followed from', nb: 'Fulgt fra' },
      choices: [
        {
          id: 'P-REG',
          label: { en: 'First detection, all registered', nb: 'Oppdagelsen, alle registrerte' },
        },
        {
          id: 'P-EXIT',
          label: {
            en: 'Leaving care, those who left',
            nb: 'Slutt på omsorg, de som har forlatt den',
          },
        },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: [
    'exploitation_spells.after_detection',
    'exploitation_spells.certainty',
    'exploitation_spells.started',
    'followups.retrafficked',
  ],
  reduced: [
    {
      lacks: 'followups.retrafficked',
      words: {
        en: 'Reduced form: no follow-up says whether a child was exploited again, so only recorded periods of exploitation are seen.',
        nb: 'Forenklet form: ingen oppfølging sier om barnet er utnyttet på nytt, så bare registrerte perioder med utnyttelse ses.',
      },
    },
    {
      lacks: 'missing_episodes.started',
      words: {
        en: 'Reduced form: without missing episodes the third line equals the second.',
        nb: 'Forenklet form: uten forsvinninger er den tredje linjen lik den andre.',
      },
    },
  ],
  basis: [
    {
      source: { en: 'Directive 2011/36/EU, Article 19', nb: 'Direktiv 2011/36/EU, artikkel 19' },
      checked: false,
    },
  ],
  seeds: [
    '002_af4e03b3a31b6f4b.txt:926-929, 1066-1072',
    '004_adf34ffd825f0e63.txt:410-416, 1052-1053',
    '001_8d8e18f00d468cb8.txt:59-70',
  ],
  standards: [
    {
      en: 'IOM: left one trafficking situation and entered another; 79 known among over 14,000 in ten years, often within two years',
      nb: 'IOM: kom ut av én menneskehandelssituasjon og inn i en annen; 79 kjente blant over 14 000 på ti år, ofte innen to år',
    },
  ],
  otherDefinitions: otherRecovery['RR-01'],
  caveats: [
    {
      en: 'Known cases are a floor: it is found where somebody looks, and least where contact was lost.',
      nb: 'Kjente tilfeller er et minimum: det oppdages der noen ser etter, og minst der kontakten er brutt.',
    },
    {
      en: 'Three lines are always shown together. A finding at follow-up is dated by the day it was learned (ruling RR-01). Children still missing may not have been exploited: the third line says how much that could matter.',
      nb: 'Tre linjer vises alltid samlet. Et funn i en oppfølging dateres til dagen det ble kjent (avklaring RR-01). Barn som fortsatt er forsvunnet er ikke nødvendigvis utnyttet: den tredje linjen viser hvor mye det kan bety.',
    },
    {
      en: 'Where more than 20 % were lost from sight or handed on before a reading, only bounds are shown: as if none of them, or each at the moment of loss, had been exploited again (ruling RR-01).',
      nb: 'Der mer enn 20 % var ute av syne eller overført før avlesningen, vises bare grenser: som om ingen av dem, eller hver av dem i det øyeblikket, var utnyttet på nytt (avklaring RR-01).',
    },
    {
      en: 'Leaving the country ends observation; turning 18 does not (rulings S1, RR-01). A period without a date, without a degree of certainty, or not known to be after detection is unknown, never no (ruling S10).',
      nb: 'Utreise avslutter observasjonen; fylte 18 år gjør det ikke (avklaring S1, RR-01). En periode uten dato, uten grad av sikkerhet, eller der det ikke er kjent om den kom etter oppdagelsen, er ukjent, aldri nei (avklaring S10).',
    },
  ],
  cannotTell: {
    en: 'What protected the others, or whether aftercare made a difference: children with and without it differ.',
    nb: 'Hva som beskyttet de andre, eller om ettervern gjorde en forskjell: barn med og uten er ulike.',
  },
  example: {
    words: {
      en: 'Twenty children followed for 800 days, by hand. Two have a confirmed new period on days 100 and 182; one is found at follow-up on day 300; two more are suspected on day 50; one is still missing since day 20; one has a new period with no date and is unknown; one died on day 10 (competes). Of the 19 that can be timed in the first line, 2 came by 6 months (182.6 days), 3 by 12.',
      nb: 'Tjue barn fulgt i 800 dager, regnet for hånd. To har en bekreftet ny periode på dag 100 og 182; ett oppdages i oppfølging på dag 300; to til mistenkes på dag 50; ett er fortsatt forsvunnet siden dag 20; ett har en ny periode uten dato og er ukjent; ett døde dag 10 (konkurrerer). Av de 19 som kan måles i første linje kom 2 innen 6 måneder (182,6 dager), 3 innen 12.',
    },
    tables: {
      cases: Array.from({ length: 20 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2022-01',
        victim_status: 'identified',
        age_at_detection: '17',
        detected_offset_h: '0',
        turned_18_offset_d: '30',
        followup_end_offset_d: '800',
        closed_offset_d: i === 19 ? '10' : '',
        closure_reason: i === 19 ? 'deceased' : '',
      })),
      exploitation_spells: (
        [
          [0, '100', 'confirmed', 'yes'],
          [1, '182', 'confirmed', 'yes'],
          [3, '50', 'suspected', 'yes'],
          [4, '50', 'suspected', 'yes'],
          [6, '', 'confirmed', 'yes'],
          [7, '-400', 'confirmed', 'no'],
        ] as const
      ).map(([child, day, certainty, after]) => ({
        spell_key: `${child}`,
        case_key: `${child}`,
        sequence: '2',
        form: 'labour',
        after_detection: after,
        certainty,
        started_offset_d: day,
      })),
      followups: [
        {
          followup_key: 'f',
          case_key: '2',
          held_offset_d: '300',
          contact_made: 'yes',
          retrafficked: 'confirmed',
        },
      ],
      missing_episodes: [
        { episode_key: 'm', case_key: '5', episode_type: 'missing', started_offset_h: '480' },
      ],
    },
    answer: [
      { measure: 'cif_6m', value: 2 / 19, numerator: 2, denominator: 19 },
      { measure: 'cif_12m', value: 3 / 19, numerator: 3, denominator: 19 },
      { measure: 'cif_24m', value: 3 / 19, numerator: 3, denominator: 19 },
      { measure: 'with_suspected_cif_12m', value: 5 / 19, numerator: 5, denominator: 19 },
      { measure: 'with_missing_cif_12m', value: 6 / 19, numerator: 6, denominator: 19 },
      { measure: 'cif_12m_if_unknown_yes', value: 4 / 20, denominator: 20 },
      { measure: 'not_timed_count', value: 1 },
    ],
  },
};
