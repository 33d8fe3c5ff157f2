import type { Indicator } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { episodeTypes } from './option-sets';
import { otherMissing } from './other-missing';
import { definition as mc01 } from './mc-01';

/** Episodes that count: missing only, or missing and away, each merged over its overlaps (M7). */
const episodes = (type: string | undefined): Sql =>
  type === 'missing_and_away' ? sql`absence_spell` : sql`missing_spell`;

/** MC-02: missing episodes per 100 child-months at risk. */
export const definition: Indicator = {
  id: 'MC-02',
  revision: 1,
  area: 'missing',
  core: true,
  title: {
    en: 'Missing episodes per 100 child-months at risk',
    nb: 'Forsvinninger per 100 barnemåneder i omsorg',
  },
  question: {
    en: 'How often do children go missing, allowing for how long they are in care?',
    nb: 'Hvor ofte forsvinner barn, når det tas hensyn til hvor lenge de er i omsorg?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'episode',
  population: 'P-CARE',
  period: 'flow',
  numerator: {
    en: 'Missing episodes that start in the period while the child is in care and not already missing',
    nb: 'Forsvinninger som begynner i perioden mens barnet er i omsorg og ikke allerede er forsvunnet',
  },
  denominator: {
    en: 'Child-months in out-of-home care, not missing and not detained, from detection to the end of follow-up or the 18th birthday',
    nb: 'Barnemåneder i omsorg utenfor hjemmet, ikke forsvunnet og ikke frihetsberøvet, fra barnet ble oppdaget til oppfølgingen slutter eller barnet fyller 18',
  },
  statistic: { kind: 'incidence' },
  measures: [
    {
      id: 'rate_per_100_child_months',
      unit: 'per 100 child-months',
      reads: 'rate',
      label: { en: 'Episodes per 100 child-months', nb: 'Forsvinninger per 100 barnemåneder' },
    },
    {
      id: 'first_rate_per_100_child_months',
      unit: 'per 100 child-months',
      reads: 'first rate',
      label: {
        en: 'First episodes per 100 child-months',
        nb: 'Første forsvinninger per 100 barnemåneder',
      },
    },
  ],
  // A sweep over the starts and ends of care and of what stops the clock: overlaps need no merging.
  rows: ({ options }) => sql`
    SELECT child, h AS start_h, CASE WHEN next_h < 1e14 THEN next_h END AS end_h FROM (
      SELECT child, h, sum(care) OVER passed AS care, sum(stopped) OVER passed AS stopped,
        lead(h) OVER (PARTITION BY child ORDER BY h) AS next_h
      FROM (SELECT child, start_h AS h, 1 AS care, 0 AS stopped FROM placement_spell WHERE out_of_home
        UNION ALL SELECT child, coalesce(end_h, 1e14), -1, 0 FROM placement_spell WHERE out_of_home
        UNION ALL SELECT child, start_h, 0, 1 FROM ${episodes(options.type)} AS gone
        UNION ALL SELECT child, coalesce(end_h, 1e14), 0, -1 FROM ${episodes(options.type)} AS back
        UNION ALL SELECT child, start_h, 0, 1 FROM detention_spell WHERE layer = 'a' AND start_h IS NOT NULL
        UNION ALL SELECT child, coalesce(end_h, 1e14), 0, -1 FROM detention_spell WHERE layer = 'a' AND start_h IS NOT NULL)
      WINDOW passed AS (PARTITION BY child ORDER BY h RANGE UNBOUNDED PRECEDING))
    WHERE care > 0 AND stopped = 0 AND next_h > h`,
  events: ({ options }) => sql`
    SELECT child, gone.start_h AS at_h FROM ${episodes(options.type)} AS gone
    WHERE EXISTS (SELECT 1 FROM placement_spell AS place WHERE place.child = gone.child AND out_of_home
        AND gone.start_h >= place.start_h AND (place.end_h IS NULL OR gone.start_h <= place.end_h))
      AND NOT EXISTS (SELECT 1 FROM detention_spell AS held WHERE held.child = gone.child AND layer = 'a'
        AND held.start_h < gone.start_h AND (held.end_h IS NULL OR held.end_h > gone.start_h))`,
  unknownRule: 'U-KNOWN',
  openRules: ['C-OPEN'],
  linked: [mc01],
  breakdowns: d0,
  options: [episodeTypes],
  chart: 'rates',
  needs: [
    'placements.started',
    'placements.ended',
    'missing_episodes.started',
    'missing_episodes.ended',
  ],
  reduced: [
    {
      lacks: 'cases.victim_status',
      words: {
        en: 'Reduced form: the population is children looked after, not known victims; time at risk starts with the first placement (ruling S17).',
        nb: 'Forenklet form: populasjonen er barn i omsorg, ikke kjente ofre; risikotiden begynner med første plassering (avklaring S17).',
      },
    },
  ],
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
      en: 'Published elsewhere: episodes per missing child, which ignores time at risk',
      nb: 'Publisert andre steder: forsvinninger per forsvunnet barn, som ikke tar hensyn til risikotid',
    },
  ],
  otherDefinitions: otherMissing['MC-02'],
  caveats: [
    {
      en: 'An episode that is still open stops the clock until follow-up ends.',
      nb: 'En åpen forsvinning stopper klokken til oppfølgingen slutter.',
    },
    {
      en: 'An episode at the very moment a placement ends counts as from care; care before detection does not count.',
      nb: 'En forsvinning i det øyeblikket en plassering slutter regnes som fra omsorg; omsorg før barnet ble oppdaget teller ikke.',
    },
  ],
  cannotTell: {
    en: 'How many children went missing before anyone registered them (MC-04), or were exploited while missing.',
    nb: 'Hvor mange barn som forsvant før noen registrerte dem (MC-04), eller ble utnyttet mens de var borte.',
  },
  example: {
    words: {
      en: 'Ten children are in care for 100 days each; three go missing on day 50 and stay away for ten days.',
      nb: 'Ti barn er i omsorg i 100 dager hver; tre forsvinner på dag 50 og er borte i ti dager.',
    },
    tables: {
      cases: Array.from({ length: 10 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        followup_end_offset_d: '99',
      })),
      placements: Array.from({ length: 10 }, (_, i) => ({
        placement_key: `${i}`,
        case_key: `${i}`,
        placement_type: 'foster',
        started_offset_h: '0',
        ended_offset_h: '',
      })),
      missing_episodes: [0, 1, 2].map((i) => ({
        episode_key: `${i}`,
        case_key: `${i}`,
        episode_type: 'missing',
        started_offset_h: '1200',
        ended_offset_h: '1440',
      })),
    },
    answer: [
      { measure: 'rate_per_100_child_months', value: 9.4136, numerator: 3, denominator: 31.869 },
      {
        measure: 'first_rate_per_100_child_months',
        value: 10.7426,
        numerator: 3,
        denominator: 27.926,
      },
    ],
  },
};
