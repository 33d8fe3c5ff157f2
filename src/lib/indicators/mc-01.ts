import type { Indicator } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { d0 } from './breakdown-sets';
import { episodeTypes } from './option-sets';
import { otherMissing } from './other-missing';

/** Episodes that count, merged over their overlaps (M7), and their rows. */
const episodes = (type: string | undefined): { spells: Sql; rows: Sql } =>
  type === 'missing_and_away'
    ? { spells: sql`absence_spell`, rows: sql`TRUE` }
    : { spells: sql`missing_spell`, rows: sql`episode_type = 'missing'` };

/**
 * Episodes from care: begun in a placement, its end included, or with the placement named, or before
 * registration (ruling MC-01/02/03). An episode without a date may lie in any period; one that ends
 * before it starts says nothing (X02).
 */
function fromCare(type: string | undefined): Sql {
  const { spells, rows } = episodes(type);
  return sql`
    WITH part AS (SELECT child, started_h, placement_key IS NOT NULL OR before_registration IS NOT DISTINCT FROM 'yes' AS told
      FROM dated_missing_episodes WHERE ${rows} AND (started_h IS NULL OR ended_h IS NULL OR ended_h >= started_h)),
    gone AS (SELECT spell.child, spell.start_h, bool_or(told) AS told
      FROM (SELECT * FROM part WHERE started_h IS NOT NULL) AS part ASOF JOIN ${spells} AS spell ON part.child = spell.child AND part.started_h >= spell.start_h GROUP BY ALL)
    SELECT child, start_h AS at_h FROM gone
    WHERE told OR EXISTS (SELECT 1 FROM placement_spell AS place WHERE place.child = gone.child AND out_of_home
      AND gone.start_h >= place.start_h AND (place.end_h IS NULL OR gone.start_h <= place.end_h))
    UNION ALL SELECT child, NULL FROM part WHERE started_h IS NULL`;
}

/** MC-01: children who went missing from care. */
export const definition: Indicator = {
  id: 'MC-01',
  revision: 1,
  area: 'missing',
  core: true,
  title: { en: 'Children who went missing from care', nb: 'Barn som forsvant fra omsorg' },
  question: {
    en: 'What share of child victims in care goes missing?',
    nb: 'Hvor stor andel av barn som er ofre og i omsorg, forsvinner?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'child',
  population: 'P-REG',
  period: 'flow',
  numerator: {
    en: 'Distinct children with at least one missing episode that starts in the period, from care or before registration',
    nb: 'Ulike barn med minst én forsvinning som begynner i perioden, fra omsorg eller før registrering',
  },
  denominator: {
    en: 'Distinct children with any time in out-of-home care in the period, and those who went missing in it before registration',
    nb: 'Ulike barn som var i omsorg utenfor hjemmet en del av perioden, og de som forsvant i perioden før registrering',
  },
  statistic: { kind: 'flow-shares', table: 'missing_episodes' },
  measures: [
    {
      id: 'share',
      unit: 'share',
      reads: 'share',
      label: { en: 'Went missing at least once', nb: 'Forsvant minst én gang' },
    },
    {
      id: 'count',
      unit: 'children',
      reads: 'count',
      label: { en: 'Children who went missing', nb: 'Barn som forsvant' },
    },
    {
      id: 'not_asked_count',
      unit: 'children',
      reads: 'unknown',
      of: 'not asked',
      label: {
        en: 'Children of organisations that did not report missing episodes, left out',
        nb: 'Barn hos organisasjoner som ikke rapporterte forsvinninger, utelatt',
      },
    },
  ],
  rows: () => sql`SELECT child, start_h, end_h FROM placement_spell WHERE out_of_home`,
  events: ({ options }) => fromCare(options.type),
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN'],
  breakdowns: d0,
  options: [episodeTypes],
  chart: 'shares',
  needs: [
    'placements.started',
    'placements.ended',
    'missing_episodes.episode_type',
    'missing_episodes.started',
  ],
  reduced: [
    {
      lacks: 'cases.victim_status',
      words: {
        en: 'Reduced form: the population is children looked after, not known victims (ruling S17).',
        nb: 'Forenklet form: populasjonen er barn i omsorg, ikke kjente ofre (avklaring S17).',
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
      en: 'ECPAT UK and Missing People, from freedom-of-information answers: 167 of 590 (2014–15), 246 of 1,015 (2017), 378 of 1,231 (2020), of children identified or suspected as trafficked and in care',
      nb: 'ECPAT UK og Missing People, fra innsynssvar: 167 av 590 (2014–15), 246 av 1 015 (2017), 378 av 1 231 (2020), av barn i omsorg som er identifisert som eller mistenkt å være ofre for menneskehandel',
    },
  ],
  otherDefinitions: otherMissing['MC-01'],
  caveats: [
    {
      en: 'Children are counted, not episodes: one child may go missing many times (MC-02 stands beside it). An episode that starts before the period and is still open in it does not count.',
      nb: 'Barn telles, ikke forsvinninger: ett barn kan forsvinne mange ganger (MC-02 står ved siden av). En forsvinning som begynte før perioden og fortsatt pågår, teller ikke.',
    },
    {
      en: 'Any overlap of a placement with the period counts, however short, also before detection (rulings S7, M27); an episode at the very moment a placement ends is from care (ruling MC-01). What lies after the end of follow-up or the 18th birthday does not count.',
      nb: 'Enhver overlapp mellom en plassering og perioden teller, uansett hvor kort, også før barnet ble oppdaget (avklaring S7, M27); en forsvinning i det øyeblikket en plassering slutter er fra omsorg (avklaring MC-01). Det som ligger etter oppfølgingens slutt eller 18-årsdagen teller ikke.',
    },
    {
      en: 'No row is read as no, unless the file about coverage says that none of the child’s organisations submitted missing episodes in the period: these children leave the denominator and are counted. Without that file, no row is read as no for everyone (ruling ND-01/MC-01).',
      nb: 'Ingen rad leses som nei, med mindre dekningsfilen sier at ingen av barnets organisasjoner leverte forsvinninger i perioden: disse barna går ut av nevneren og telles. Uten den filen leses ingen rad som nei for alle (avklaring ND-01/MC-01).',
    },
    {
      en: 'A child with an episode without a date, and none from care in the period, is unknown.',
      nb: 'Et barn med en forsvinning uten dato, og ingen fra omsorg i perioden, er ukjent.',
    },
  ],
  cannotTell: {
    en: 'Why children left, what happened to them meanwhile, or who went missing without anyone reporting it.',
    nb: 'Hvorfor barna dro, hva som skjedde med dem imens, eller hvem som forsvant uten at noen meldte det.',
  },
  example: {
    words: {
      en: 'Twelve registered children. Ten are in care from day 0 to day 100. Child 0 goes missing twice on days 10 and 40, child 1 at the moment the placement ends, child 2 only away; child 3 after the placement, from nowhere. Child 10 was never placed and went missing before registration, child 11 was never placed and never missing. Missing: children 0, 1 and 10 of 11. Worked by hand.',
      nb: 'Tolv registrerte barn. Ti er i omsorg fra dag 0 til dag 100. Barn 0 forsvinner to ganger, dag 10 og 40, barn 1 i det øyeblikket plasseringen slutter, barn 2 er bare borte uten tillatelse; barn 3 etter plasseringen, ikke fra omsorg. Barn 10 ble aldri plassert og forsvant før registrering, barn 11 ble verken plassert eller forsvant. Forsvunnet: barn 0, 1 og 10 av 11. Regnet for hånd.',
    },
    tables: {
      cases: Array.from({ length: 12 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: i % 2 ? 'presumed' : 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        followup_end_offset_d: '200',
      })),
      placements: Array.from({ length: 10 }, (_, i) => ({
        placement_key: `${i}`,
        case_key: `${i}`,
        placement_type: 'residential_specialised',
        started_offset_h: '0',
        ended_offset_h: '2400',
      })),
      missing_episodes: (
        [
          [0, 'missing', 240, 300, 'no'],
          [0, 'missing', 960, 970, 'no'],
          [1, 'missing', 2400, 2500, 'no'],
          [2, 'away', 50, 60, 'no'],
          [3, 'missing', 3000, 3010, 'no'],
          [10, 'missing', 5, 900, 'yes'],
        ] as const
      ).map(([child, type, start, end, before], i) => ({
        episode_key: `${i}`,
        case_key: `${child}`,
        episode_type: type,
        started_offset_h: `${start}`,
        ended_offset_h: `${end}`,
        before_registration: before,
      })),
    },
    answer: [
      { measure: 'share', value: 0.2727, numerator: 3, denominator: 11 },
      { measure: 'count', value: 3 },
      { measure: 'not_asked_count', value: 0 },
    ],
  },
};
