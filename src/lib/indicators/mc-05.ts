import type { Choice, Indicator, Measure } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { readings } from './readings';
import { episodeTypes } from './option-sets';
import { otherMissing } from './other-missing';
import { definition as mc01 } from './mc-01';
import { definition as mc02 } from './mc-02';

/**
 * Spells of a child with how they ended, `told(child, start_h, end_h, kind, coarse)`: overlapping episodes
 * are one (ruling M7) and end as the part that ended last. A closed file is no finding; an end of which
 * nobody says how is none either (ruling MC-05). Children with undated episodes alone have start_h NULL.
 */
const told = ({ options }: Choice): Sql => {
  const away = options.type === 'missing_and_away';
  const type = away ? sql`TRUE` : sql`episode_type = 'missing'`;
  return sql`episode AS (
      SELECT child, started_h AS start_h, ended_h, end_reason::VARCHAR AS reason,
        coalesce(started_grain = 'month'::g_grain, FALSE) OR coalesce(ended_grain = 'month'::g_grain, FALSE) AS coarse
      FROM dated_missing_episodes WHERE ${type}),
    placed AS (
      SELECT episode.*, spell.start_h AS spell_h, spell.end_h FROM (SELECT * FROM episode WHERE start_h IS NOT NULL AND (ended_h IS NULL OR ended_h >= start_h)) AS episode
      ASOF JOIN ${away ? sql`absence_spell` : sql`missing_spell`} AS spell ON episode.child = spell.child AND episode.start_h >= spell.start_h
      UNION ALL SELECT *, NULL, max(ended_h) OVER (PARTITION BY child) FROM episode WHERE start_h IS NULL
        AND NOT EXISTS (SELECT 1 FROM ${away ? sql`absence_spell` : sql`missing_spell`} AS spell WHERE spell.child = episode.child)),
    ended AS (
      SELECT child, spell_h AS start_h, any_value(end_h) AS end_h, bool_or(coarse) AS coarse,
        first(reason ORDER BY ended_h DESC NULLS LAST, reason IS NULL, reason) AS reason FROM placed GROUP BY child, spell_h),
    told AS (
      SELECT child, start_h, end_h, coarse, CASE WHEN reason IN ('closed_at_18', 'closed_admin', 'still_missing', 'deceased') THEN reason
        WHEN reason IS NOT NULL THEN 'found' WHEN end_h IS NULL THEN 'still_missing' ELSE 'how_unknown' END AS kind FROM ended)`;
};

const parts = [
  {
    of: 'still_missing',
    id: 'share',
    en: 'Still missing: the latest episode has no end',
    nb: 'Fortsatt forsvunnet: siste forsvinning har ingen slutt',
  },
  {
    of: 'closed_at_18',
    id: 'closed_at_18_share',
    en: 'Closed because the child turned 18, not found',
    nb: 'Avsluttet fordi barnet fylte 18, ikke funnet',
  },
  {
    of: 'closed_admin',
    id: 'closed_admin_share',
    en: 'Closed for another administrative reason, not found',
    nb: 'Avsluttet av annen administrativ grunn, ikke funnet',
  },
  {
    of: 'how_unknown',
    id: 'ended_how_unknown_share',
    en: 'Ended, how is not known: not counted as found',
    nb: 'Avsluttet, ukjent hvordan: regnes ikke som funnet',
  },
] as const;

const measures: readonly Measure[] = [
  ...parts.map(({ of, id, en, nb }): Measure => ({
    id,
    of,
    unit: 'share',
    reads: 'share',
    label: { en, nb },
  })),
  {
    id: 'count',
    unit: 'children',
    reads: 'count',
    of: 'still_missing',
    label: { en: 'Children still missing', nb: 'Barn som fortsatt er forsvunnet' },
  },
  ...readings('found', ['7d', '30d', '90d', '365d'], {
    cif: {
      en: 'Found or returned, from the first episode, within',
      nb: 'Funnet eller kommet tilbake, fra første forsvinning, innen',
    },
  }).map((measure): Measure => ({ ...measure, in: 'found' })),
  {
    id: 'not_timed_count',
    unit: 'children',
    reads: 'unknown',
    of: 'found',
    in: 'found',
    label: {
      en: 'Children of whom it is not known whether or when they were found',
      nb: 'Barn der det ikke er kjent om eller når de ble funnet',
    },
  },
];

/** MC-05: not found. */
export const definition: Indicator = {
  id: 'MC-05',
  revision: 1,
  area: 'missing',
  core: true,
  title: { en: 'Not found', nb: 'Ikke funnet' },
  question: { en: 'How many are never found?', nb: 'Hvor mange blir aldri funnet?' },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Children whose latest episode has no end; apart, those whose file was closed at 18; apart, those closed for another administrative reason; apart, those where it ended nobody says how',
    nb: 'Barn der siste forsvinning ikke har noen slutt; for seg, de der saken ble avsluttet ved 18 år; for seg, de avsluttet av annen administrativ grunn; for seg, de der ingen sier hvordan den endte',
  },
  denominator: {
    en: 'Registered children of the cohort who ever went missing',
    nb: 'Registrerte barn i kohorten som noen gang forsvant',
  },
  statistic: { kind: 'shares', of: parts.map(({ of }) => of) },
  measures,
  rows: (choice) => sql`WITH ${told(choice)},
    latest AS (SELECT child, arg_max(kind, coalesce(start_h, -1e300)) AS kind FROM told GROUP BY child)
    SELECT child, part.of AS of, kind = part.of AS answer FROM latest
    CROSS JOIN (VALUES ('still_missing'), ('closed_at_18'), ('closed_admin'), ('how_unknown')) AS part(of)`,
  further: [
    {
      id: 'found',
      sameChildren: true,
      statistic: {
        kind: 'time',
        code: 'S-CIF',
        of: ['found'],
        columns: ['origin_h', 'other_h', 'until_h'],
      },
      rows: (choice) => sql`WITH ${told(choice)},
        earliest AS (SELECT * FROM told QUALIFY row_number() OVER (PARTITION BY child ORDER BY start_h NULLS LAST) = 1)
        SELECT child, 'found' AS of, CASE WHEN kind = 'found' THEN end_h END AS event_h,
          CASE WHEN start_h IS NULL OR coarse OR kind = 'how_unknown' OR (kind IN ('found', 'deceased') AND end_h IS NULL) THEN 'unknown' END AS problem,
          NULL::BOOLEAN AS ever, coalesce(start_h, 0) AS origin_h,
          CASE WHEN kind IN ('deceased', 'closed_at_18') THEN end_h END AS other_h,
          CASE WHEN kind = 'closed_admin' THEN end_h END AS until_h FROM earliest`,
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-18'],
  linked: [mc01, mc02],
  breakdowns: d0,
  options: [episodeTypes],
  chart: 'shares',
  needs: [
    'cases.victim_status',
    'missing_episodes.started',
    'missing_episodes.ended',
    'missing_episodes.end_reason',
  ],
  reduced: [],
  basis: [
    {
      source: {
        en: 'Duty of care; no numeric standard',
        nb: 'Omsorgsplikt; ingen tallfestet standard',
      },
      checked: false,
    },
  ],
  seeds: ['004_adf34ffd825f0e63.txt:1051-1061'],
  standards: [
    {
      en: 'ECPAT UK and Missing People: 169 of 986 missing children not found, 17.1 %, published as “almost 20 %”',
      nb: 'ECPAT UK og Missing People: 169 av 986 forsvunne barn ikke funnet, 17,1 %, publisert som «nesten 20 %»',
    },
  ],
  otherDefinitions: otherMissing['MC-05'],
  caveats: [
    {
      en: 'Closing a file is not finding a child: closed at 18 and closed for other reasons stand apart, and an end of which nobody says how is not found (ruling MC-05).',
      nb: 'Å avslutte en sak er ikke å finne et barn: avsluttet ved 18 år og av andre grunner står for seg, og en slutt der ingen sier hvordan er ikke funnet (avklaring MC-05).',
    },
    {
      en: 'No end and no reason is still missing. Overlapping episodes of one child are one (ruling M7); the latest counts.',
      nb: 'Ingen slutt og ingen grunn er fortsatt forsvunnet. Overlappende forsvinninger av ett barn er én (avklaring M7); den siste teller.',
    },
    {
      en: 'The time until found runs from each child’s first episode; an administrative closing ends the observation, death, leaving the country and turning 18 end the wait without finding (rulings MC-05, S1).',
      nb: 'Tiden til barnet er funnet går fra barnets første forsvinning; administrativ avslutning avslutter observasjonen, død, utreise og fylte 18 år avslutter ventetiden uten at barnet er funnet (avklaring MC-05, S1).',
    },
  ],
  cannotTell: {
    en: 'Where the children are, or what happened to those whose file was closed.',
    nb: 'Hvor barna er, eller hva som skjedde med dem der saken ble avsluttet.',
  },
  example: {
    words: {
      en: 'Counted by hand. Of 32 children who went missing two are still missing, one file was closed at 18, one for another reason, one ended nobody says how; one child was found dead. Of 31 that can be timed five were found within 7 days (one by two overlapping episodes, one on day 7 exactly) and a sixth on day 20. A child only away without permission is left out.',
      nb: 'Talt for hånd. Av 32 barn som forsvant er to fortsatt borte, én sak ble avsluttet ved 18 år, én av annen grunn, én endte uten at noen sier hvordan; ett barn ble funnet dødt. Av 31 der tiden kan måles ble fem funnet innen 7 dager (ett med to overlappende forsvinninger, ett nøyaktig på dag 7) og et sjette på dag 20. Et barn som bare var borte uten tillatelse er utelatt.',
    },
    tables: {
      cases: Array.from({ length: 34 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-03',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        followup_end_offset_d: '400',
      })),
      missing_episodes: [
        [0, 0, 3, 'returned'],
        [1, 1, 6, 'found_safe'],
        [1, 30, '', 'still_missing'],
        [2, 10, '', ''],
        [3, 10, 60, 'closed_at_18'],
        [4, 10, 50, 'closed_admin'],
        [5, 10, 20, 'unknown'],
        [6, 0, 20, 'found_exploited'],
        [7, 0, 100, 'deceased'],
        [8, 0, 2, 'returned'],
        [8, 1, '', ''],
        [9, 5, 205, 'returned'],
        [10, 0, 1, 'returned'],
        [11, 0, 7, 'returned'],
        [12, 3, '', 'still_missing'],
        ...Array.from({ length: 20 }, (_, i) => [14 + i, 0, 300, 'found_abroad'] as const),
      ].map(([child = 0, start, end, end_reason = ''], i) => ({
        episode_key: `${i}`,
        case_key: `${child}`,
        episode_type: child === 12 ? 'away' : 'missing',
        started_offset_h: `${24 * Number(start)}`,
        ended_offset_h: end === '' ? '' : `${24 * Number(end)}`,
        end_reason: `${end_reason}`,
      })),
    },
    answer: [
      { measure: 'share', value: 0.0625, numerator: 2, denominator: 32 },
      { measure: 'closed_at_18_share', value: 0.0313, numerator: 1, denominator: 32 },
      { measure: 'closed_admin_share', value: 0.0313, numerator: 1, denominator: 32 },
      { measure: 'ended_how_unknown_share', value: 0.0313, numerator: 1, denominator: 32 },
      { measure: 'cif_7d', value: 0.1613, numerator: 5, denominator: 31 },
      { measure: 'cif_30d', value: 0.1935, numerator: 6, denominator: 31 },
      { measure: 'cif_90d', value: 0.1935, numerator: 6, denominator: 31 },
      { measure: 'cif_365d', value: null, status: 'too_few' },
      { measure: 'not_timed_count', value: 1 },
    ],
  },
};
