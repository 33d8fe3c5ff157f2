import type { Indicator } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { otherProtection } from './other-protection';

/**
 * One row a spell: from its start to its end, both in hours or both in calendar days. In hours a spell
 * whose ends are not both known to the hour is of unknown length; known by month only it always is.
 */
const spells = (inDays: boolean, linked: boolean): Sql => sql`
  SELECT child, 'length' AS of, start_h::VARCHAR AS unit, setting,
    ${inDays ? sql`24 * start_d` : sql`start_h`} AS origin_h, ${inDays ? sql`24 * end_d` : sql`end_h`} AS event_h,
    CASE WHEN ${inDays ? sql`'month'::g_grain IN (start_grain, end_grain)` : sql`start_grain <> 'hour'::g_grain OR (end_h IS NOT NULL AND end_grain <> 'hour'::g_grain)`}
      THEN 'unknown' END AS problem, NULL::BOOLEAN AS ever
  FROM ${linked ? sql`linked_held_spell` : sql`held_spell`}`;

/**
 * Days a child was held in all: ended spells, and open ones to the end of follow-up. A child has no
 * total with a spell that has no day or is known by month only, or where nobody knows when follow-up
 * ends. Spells are chosen before they are joined: a join on more than the child compares all with all.
 */
const totals = sql`
  WITH undated AS (SELECT DISTINCT child FROM detention_spell WHERE start_h IS NULL),
    held AS (SELECT held_spell.* FROM held_spell JOIN child USING (child) WHERE child.end_h IS NULL OR held_spell.start_h <= child.end_h)
  SELECT child.child, CASE WHEN undated.child IS NULL AND child.end_h IS NOT NULL
      AND NOT bool_or(coalesce('month'::g_grain IN (start_grain, held.end_grain), FALSE)) THEN
    sum(least(coalesce(held.end_h, child.end_h), child.end_h) - held.start_h) / 24 END AS value
  FROM child LEFT JOIN undated ON undated.child = child.child
    LEFT JOIN held ON held.child = child.child
  WHERE held.child IS NOT NULL OR undated.child IS NOT NULL GROUP BY child.child, child.end_h, undated.child`;

/** ND-03: length of deprivation of liberty. */
export const definition: Indicator = {
  id: 'ND-03',
  revision: 1,
  area: 'non-punishment',
  core: true,
  title: { en: 'Length of deprivation of liberty', nb: 'Frihetsberøvelsens lengde' },
  question: {
    en: 'For how long were child victims deprived of liberty?',
    nb: 'Hvor lenge var barn som er ofre frihetsberøvet?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'spell',
  population: 'P-REG',
  period: 'flow',
  numerator: {
    en: 'Time from the start of a spell to its end; spells that had not ended count as long as the child was followed',
    nb: 'Tid fra en periode begynner til den slutter; perioder som ikke var slutt teller så lenge barnet ble fulgt',
  },
  denominator: {
    en: 'Every spell of deprivation of liberty of a registered child that began in the period, recorded or derived from a placement, overlapping ones merged',
    nb: 'Alle perioder med frihetsberøvelse av et registrert barn som begynte i perioden, registrert eller utledet av en plassering, overlappende slått sammen',
  },
  statistic: {
    kind: 'time',
    code: 'S-KM',
    of: ['length'],
    columns: ['origin_h', 'unit'],
    ends: { eighteen: 'ignored' },
  },
  measures: [
    {
      id: 'median_days',
      unit: 'days',
      reads: 'median',
      label: { en: 'Half of the spells end within', nb: 'Halvparten av periodene er slutt innen' },
    },
    {
      id: 'p75_days',
      unit: 'days',
      reads: 'p75',
      label: { en: 'Three quarters end within', nb: 'Tre firedeler er slutt innen' },
    },
    {
      id: 'completed_median_days',
      unit: 'days',
      reads: 'completed median',
      label: {
        en: 'Half of the ended spells only, biased short',
        nb: 'Halvparten av de avsluttede periodene, skjevt mot kort tid',
      },
    },
    ...(
      [
        ['over_24h_share', 24, '24 hours', '24 timer'],
        ['over_7d_share', 7 * 24, '7 days', '7 dager'],
        ['over_90d_share', 90 * 24, '90 days', '90 dager'],
      ] as const
    ).map(([id, atHours, en, nb]) => ({
      id,
      unit: 'share' as const,
      reads: 'over' as const,
      atHours,
      label: { en: `Spells longer than ${en}`, nb: `Perioder lengre enn ${nb}` },
    })),
    {
      id: 'not_timed_count',
      unit: 'spells',
      reads: 'unknown',
      label: { en: 'Spells that cannot be timed', nb: 'Perioder der tiden ikke kan måles' },
    },
    ...(
      [
        [
          'total_median_days',
          'median',
          'half of the children at most',
          'halvparten av barna høyst',
        ],
        ['total_p75_days', 'p75', 'three quarters at most', 'tre firedeler høyst'],
        ['total_p90_days', 'p90', 'nine in ten at most', 'ni av ti høyst'],
        ['total_maximum_days', 'maximum', 'longest', 'lengst'],
      ] as const
    ).map(([id, reads, en, nb]) => ({
      id,
      in: 'total',
      unit: 'days' as const,
      reads,
      label: {
        en: `In all, open spells up to the end of follow-up: ${en}`,
        nb: `Til sammen, åpne perioder til oppfølgingen slutter: ${nb}`,
      },
    })),
  ],
  rows: ({ options }) => spells(options.unit === 'days', options.linked === 'merged'),
  further: [
    {
      id: 'total',
      period: 'cohort',
      unit: 'child',
      statistic: { kind: 'distribution' },
      rows: () => totals,
    },
  ],
  unknownRule: 'U-KNOWN',
  openRules: ['C-OPEN'],
  breakdowns: ['setting', 'gender', 'citizenship_group'],
  options: [
    {
      id: 'unit',
      label: { en: 'Clock', nb: 'Klokke' },
      choices: [
        {
          id: 'hours',
          label: {
            en: 'Hours, for spells with clock times',
            nb: 'Timer, for perioder med klokkeslett',
          },
        },
        {
          id: 'days',
          label: {
            en: 'Days, for all spells with a date',
            nb: 'Dager, for alle perioder med dato',
          },
        },
      ],
    },
    {
      id: 'linked',
      label: { en: 'Spells under 24 hours apart', nb: 'Perioder med under 24 timer mellom' },
      choices: [
        { id: 'as_recorded', label: { en: 'As recorded', nb: 'Slik de er registrert' } },
        { id: 'merged', label: { en: 'Merged into one', nb: 'Slått sammen til én' } },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: ['detention.started', 'detention.ended'],
  reduced: [],
  basis: [
    {
      source: {
        en: 'Convention on the Rights of the Child, Article 37(b): for the shortest appropriate period of time',
        nb: 'Barnekonvensjonen, artikkel 37 bokstav b: for et kortest mulig tidsrom',
      },
      checked: false,
    },
  ],
  seeds: ['002_af4e03b3a31b6f4b.txt:94-96, 771-776'],
  standards: [
    {
      en: 'UNODC and UNICEF juvenile-justice indicators: duration of detention',
      nb: 'UNODC og UNICEF, indikatorer for ungdomsrett: varighet av forvaring',
    },
    {
      en: 'Norway, former section 4-29: up to six months, in an emergency up to two weeks',
      nb: 'Norge, tidligere § 4-29: inntil seks måneder, i hastesaker inntil to uker',
    },
  ],
  otherDefinitions: otherProtection['ND-03'],
  caveats: [
    {
      en: 'Over 24 hours, 7 and 90 days means strictly longer, read from the curve that counts spells still running (ruling ND-03). On the clock of days it is the difference of calendar days.',
      nb: 'Over 24 timer, 7 og 90 dager betyr strengt lengre, lest av kurven som teller perioder som ikke er slutt (avklaring ND-03). På dagsklokken er det forskjellen mellom kalenderdager.',
    },
    {
      en: 'Spells found in a census of one day are too long (length bias) and must not be mixed with these, which are counted by when they began.',
      nb: 'Perioder funnet i en telling på én dag er for lange (lengdeskjevhet) og må ikke blandes med disse, som telles etter når de begynte.',
    },
    {
      en: 'A placement the child was not free to leave counts as a spell where no detention row overlaps it (ruling S4). Every layer is in the figure (ruling S5).',
      nb: 'En plassering barnet ikke fritt kunne forlate teller som en periode der ingen registrert frihetsberøvelse overlapper (avklaring S4). Alle lag er med i tallet (avklaring S5).',
    },
    {
      en: 'Days in all are those of children first detected in the period who were held at least once; spells before detection count.',
      nb: 'Dager til sammen gjelder barn som først ble oppdaget i perioden og var frihetsberøvet minst én gang; perioder før oppdagelsen teller.',
    },
    {
      en: 'Children of the file first detected outside the period belong too, if the spell began in it (ruling M27). Turning 18 does not end a spell.',
      nb: 'Også barn som først ble oppdaget utenfor perioden er med, hvis perioden begynte i den (avklaring M27). Å fylle 18 avslutter ikke en frihetsberøvelse.',
    },
  ],
  cannotTell: {
    en: 'Whether it was lawful or reviewed (ND-05), or how many child victims were never deprived of liberty (ND-01).',
    nb: 'Om den var lovlig eller ble prøvd (ND-05), eller hvor mange barn som er ofre aldri ble frihetsberøvet (ND-01).',
  },
  example: {
    words: {
      en: 'Twenty children, one spell each, by hand: four end after 10 hours, two after exactly 24 hours, four after 100 hours (one recorded in two overlapping rows), ten still run when follow-up ends. After 24 hours 14 of 20 are left: the two of exactly 24 hours are not over it. A placement in a closed shelter is one of the ten. Days in all: ten children between 10 and 100 hours, ten from hour 48 to the end of day 40 (984 hours), 39 days; the middle lies between 100 hours and 39 days.',
      nb: 'Tjue barn, én periode hvert, regnet for hånd: fire slutter etter 10 timer, to etter nøyaktig 24 timer, fire etter 100 timer (én registrert i to overlappende rader), ti varer fortsatt når oppfølgingen slutter. Etter 24 timer er 14 av 20 igjen: de to på nøyaktig 24 timer er ikke over. En plassering på lukket krisesenter er én av de ti. Dager til sammen: ti barn mellom 10 og 100 timer, ti fra time 48 til slutten av dag 40 (984 timer), 39 dager; midten ligger mellom 100 timer og 39 dager.',
    },
    tables: {
      cases: Array.from({ length: 20 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        followup_end_offset_d: '40',
      })),
      detention: [
        ...[10, 10, 10, 10, 24, 24, 100, 100, 100, 60, '', '', '', '', '', '', '', '', ''].map(
          (hours, i) => ({
            detention_key: `${i}`,
            case_key: `${i}`,
            setting: i < 6 ? 'police_cell' : 'immigration',
            started_offset_h: '48',
            ended_offset_h: hours === '' ? '' : `${48 + Number(hours)}`,
          }),
        ),
        {
          detention_key: '9b',
          case_key: '9',
          setting: 'immigration',
          started_offset_h: '90',
          ended_offset_h: '148',
        },
      ],
      placements: [
        {
          placement_key: 'closed',
          case_key: '19',
          placement_type: 'closed_shelter',
          started_offset_h: '48',
          ended_offset_h: '',
        },
      ],
    },
    answer: [
      { measure: 'over_24h_share', value: 0.7, denominator: 20 },
      { measure: 'over_7d_share', value: 0.5, denominator: 20 },
      { measure: 'over_90d_share', value: null, status: 'beyond_follow_up' },
      { measure: 'median_days', value: 100 / 24, numerator: 10 },
      { measure: 'total_median_days', value: (100 / 24 + 39) / 2, denominator: 20 },
      { measure: 'total_p75_days', value: 39 },
    ],
  },
};
