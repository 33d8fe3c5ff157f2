import type { Choice, Indicator } from '$lib/schema/indicator';
import { sql, type Sql } from '$lib/schema/sql';
import { d0, d1 } from './breakdown-sets';
import { otherIdentification } from './other-identification';
import { readings } from './readings';

const threshold = (options: Choice['options']) =>
  options.stage === 'first_threshold' ? 'first_threshold' : 'final';

/**
 * First positive decision at the stage, against the first refusal at a formal stage. A positive
 * decision on reconsideration is never the first: `reconsidered` asks it of the refused alone.
 * A decision with an outcome and no day, or a final one without its outcome, cannot be timed where
 * nothing dated says what came first. From the request: children put forward.
 */
function rows({ options }: Choice): Sql {
  const asked = options.clock === 'requested';
  return sql`
    WITH decision AS (
      SELECT child, decided_d, requested_d, outcome, coalesce(is_reconsideration = 'yes', FALSE) AS again,
        stage = ${threshold(options)} AS own, stage IN ('final', 'first_threshold') AS formal,
        outcome IN ('negative', 'withdrawn', 'suspended') AS refused
      FROM dated_decisions),
    told AS (
      SELECT child, min(decided_d) FILTER (own AND outcome = 'positive' AND NOT again) AS yes_d,
        min(decided_d) FILTER (formal AND refused) AS no_d,
        max(decided_d) FILTER (own AND outcome = 'positive') AS last_yes_d,
        coalesce(bool_or(own AND outcome = 'positive' AND NOT again AND decided_d IS NULL), FALSE) AS yes_undated,
        coalesce(bool_or(own AND outcome = 'positive' AND again), FALSE) AS yes_again,
        coalesce(bool_or((formal AND refused AND decided_d IS NULL) OR (own AND outcome IS NULL)), FALSE) AS unclear,
        min(requested_d) AS asked_d, coalesce(bool_or(requested_d IS NULL AND decided_d IS NOT NULL), FALSE) AS unasked,
        bool_or(formal OR requested_d IS NOT NULL) AS put_forward
      FROM decision GROUP BY child),
    first AS (
      SELECT *, ${asked ? sql`asked_d` : sql`0`} AS origin_d, least(yes_d, no_d) AS first_d,
        no_d IS NOT NULL AND coalesce(no_d < yes_d, TRUE) AS refused_first
      FROM child LEFT JOIN told USING (child))
    SELECT child, 'identified' AS of, 24 * yes_d AS event_h, 24 * no_d AS other_h, 24 * origin_d AS origin_h,
      CASE WHEN first_d < 0 OR origin_d < 0 THEN 'invalid' WHEN origin_d IS NULL THEN 'unknown'
        WHEN first_d < origin_d THEN CASE WHEN unasked THEN 'unknown' ELSE 'invalid' END
        WHEN yes_d IS NULL AND (yes_undated OR (no_d IS NULL AND (unclear OR yes_again))) THEN 'unknown' END AS problem,
      NULL::BOOLEAN AS ever
    FROM first WHERE ${asked ? sql`put_forward` : sql`TRUE`}
    UNION ALL
    SELECT child, 'reconsidered', NULL, NULL, 24 * origin_d, NULL, coalesce(last_yes_d > no_d, FALSE) OR yes_again
    FROM first WHERE refused_first AND ${asked ? sql`put_forward` : sql`TRUE`}`;
}

/** ID-05: formally identified within 30, 90, 180, 365 days. */
export const definition: Indicator = {
  id: 'ID-05',
  revision: 1,
  area: 'identification',
  core: true,
  title: {
    en: 'Formally identified within 30, 90, 180, 365 days',
    nb: 'Formelt identifisert innen 30, 90, 180, 365 dager',
  },
  question: {
    en: 'Do detected children reach formal recognition as victims?',
    nb: 'Blir barn som oppdages formelt anerkjent som ofre?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-DET',
  period: 'cohort',
  numerator: {
    en: 'Children with a first positive final decision by the day',
    nb: 'Barn med en første positiv endelig avgjørelse innen dagen',
  },
  denominator: {
    en: 'Every child detected in the period, whatever the status',
    nb: 'Alle barn oppdaget i perioden, uansett status',
  },
  statistic: {
    kind: 'time',
    code: 'S-CIF',
    of: ['identified', 'reconsidered'],
    clock: 'days',
    columns: ['origin_h', 'other_h'],
  },
  measures: [
    ...readings('identified', ['30d', '90d', '180d', '365d'], {
      cif: { en: 'Formally identified within', nb: 'Formelt identifisert innen' },
    }),
    {
      id: 'not_timed_count',
      unit: 'children',
      reads: 'unknown',
      label: {
        en: 'Children with a decision whose day or outcome is not known',
        nb: 'Barn med en avgjørelse der dagen eller utfallet ikke er kjent',
      },
    },
    {
      id: 'reconsidered_share',
      unit: 'share',
      reads: 'ever',
      of: 'reconsidered',
      label: {
        en: 'Among children refused first, recognised later so far',
        nb: 'Blant barn som først fikk avslag, anerkjent senere så langt',
      },
    },
    {
      id: 'decision_mix_share',
      unit: 'share',
      reads: 'share',
      in: 'mix',
      label: {
        en: 'Decision mix: share of the decisions made in the period',
        nb: 'Fordeling av avgjørelser: andel av avgjørelsene tatt i perioden',
      },
    },
    {
      id: 'unknown_share',
      unit: 'share',
      reads: 'unknown',
      in: 'mix',
      label: {
        en: 'Decisions whose outcome is not known, share of all decisions made in the period',
        nb: 'Avgjørelser med ukjent utfall, andel av alle avgjørelser tatt i perioden',
      },
    },
    {
      id: 'share',
      unit: 'share',
      reads: 'share',
      in: 'reduced',
      label: {
        en: 'Identified among children first detected at least 12 months ago',
        nb: 'Identifisert blant barn som først ble oppdaget for minst 12 måneder siden',
      },
    },
  ],
  when: ({ has }) => has('decisions', 'decided'),
  rows,
  further: [
    {
      id: 'mix',
      period: 'flow',
      unit: 'record',
      statistic: { kind: 'composition', of: 'decision_outcome' },
      when: ({ has }) => has('decisions', 'decided'),
      rows: ({ options }) => sql`
        SELECT child, decision_key AS unit, outcome::VARCHAR AS decision_outcome, decided_h AS at_h FROM dated_decisions
        WHERE stage = ${threshold(options)} AND decided_h IS NOT NULL AND outcome IS DISTINCT FROM 'pending'`,
    },
    {
      id: 'reduced',
      statistic: { kind: 'shares', of: ['identified'] },
      when: ({ has }) => !has('decisions', 'decided'),
      rows: ({ extractMonth }) => sql`
        SELECT child, 'identified' AS of, CASE WHEN victim_status IN ('unknown', 'not_asked') THEN NULL ELSE victim_status = 'identified' END AS answer
        FROM child WHERE index_last + INTERVAL 12 MONTH <= ${
          extractMonth
            ? sql`${`${extractMonth}-01`}::DATE`
            : sql`(SELECT date_trunc('month', make_timestamp((max(t0_abs_h + end_h) * 3600000000)::BIGINT)) FROM child)`
        }`,
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-18', 'C-MOVE'],
  breakdowns: [...d0, ...d1],
  options: [
    {
      id: 'stage',
      label: { en: 'Decision', nb: 'Avgjørelse' },
      choices: [
        { id: 'final', label: { en: 'Final decision', nb: 'Endelig avgjørelse' } },
        { id: 'first_threshold', label: { en: 'First threshold', nb: 'Første terskel' } },
      ],
    },
    {
      id: 'clock',
      label: { en: 'Who, and from when', nb: 'Hvem, og fra når' },
      choices: [
        {
          id: 'detected',
          label: { en: 'All detected, from detection', nb: 'Alle oppdaget, fra oppdagelsen' },
        },
        {
          id: 'requested',
          label: {
            en: 'Those put forward, from the request',
            nb: 'De som ble meldt, fra meldingen',
          },
        },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: ['cases.detected', 'decisions.decided'],
  reduced: [
    {
      lacks: 'decisions.decided',
      words: {
        en: 'Reduced form: no file has decisions with a day, so the share is of children with the status identified, among those first detected at least 12 months before the cut-off.',
        nb: 'Forenklet form: ingen fil har avgjørelser med dag, så andelen er barn med status identifisert blant dem som først ble oppdaget minst 12 måneder før uttrekket.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Directive 2011/36/EU, Articles 11 and 13–14',
        nb: 'Direktiv 2011/36/EU, artikkel 11 og 13–14',
      },
      checked: false,
    },
    {
      source: {
        en: 'Council of Europe Convention on Action against Trafficking in Human Beings, Article 10',
        nb: 'Europarådets konvensjon om tiltak mot menneskehandel, artikkel 10',
      },
      checked: false,
    },
  ],
  seeds: ['002_af4e03b3a31b6f4b.txt:66-68, 736-743', '004_adf34ffd825f0e63.txt:293-300, 1297-1298'],
  standards: [
    {
      en: 'No standard defines a cohort measure. The United Kingdom publishes the decisions of a quarter: 6,246 of 6,933 first-threshold decisions on children were positive in 2022, 4,610 of 6,241 in 2023; compare the decision mix, not the cohort',
      nb: 'Ingen standard definerer et kohortmål. Storbritannia publiserer avgjørelsene i et kvartal: 6 246 av 6 933 avgjørelser om barn ved første terskel var positive i 2022, 4 610 av 6 241 i 2023; sammenlign med fordelingen av avgjørelser, ikke med kohorten',
    },
  ],
  otherDefinitions: otherIdentification['ID-05'],
  caveats: [
    {
      en: 'A first negative, withdrawn or suspended decision, final or at the first threshold, ends the wait without recognition; recognition on reconsideration is shown apart (ruling ID-05). So do leaving the country, death and turning 18 (ruling S1).',
      nb: 'En første negativ, trukket eller utsatt avgjørelse, endelig eller ved første terskel, avslutter ventetiden uten anerkjennelse; anerkjennelse etter ny vurdering vises for seg (avklaring ID-05). Det gjør også utreise, dødsfall og fylte 18 år (avklaring S1).',
    },
    {
      en: 'A decision with an outcome but no day cannot be timed: such children give the band (ruling S10). A decision dated before detection, or before the request, is an error and leaves the figure (ruling M21).',
      nb: 'En avgjørelse med utfall, men uten dag, kan ikke måles: slike barn gir båndet (avklaring S10). En avgjørelse datert før barnet ble oppdaget, eller før meldingen, er en feil og går ut av tallet (avklaring M21).',
    },
    {
      en: 'The decision mix counts decisions, not children, in the period in which they were made; it says nothing of children who still wait.',
      nb: 'Fordelingen av avgjørelser teller avgjørelser, ikke barn, i perioden de ble tatt; den sier ingenting om barn som fortsatt venter.',
    },
  ],
  cannotTell: {
    en: 'Whether a refusal was right, or why a child was never put forward.',
    nb: 'Om et avslag var riktig, eller hvorfor et barn aldri ble meldt.',
  },
  example: {
    words: {
      en: 'Thirty children are followed for 400 days. Final positive decisions come on days 20, 28, 30, 90, 200, 365 and 380, one on day 70 for a child who turned 18 on day 60, one has no day, one is dated before detection. One child is refused at the first threshold on day 10 and recognised on reconsideration on day 100, one refused on day 15, one case is withdrawn on day 50. Among the 28 in the curve 3 are identified by day 30, 4 by day 90 and 180, 6 by day 365. Of 11 final decisions with a day, 10 are positive.',
      nb: 'Tretti barn følges i 400 dager. Endelige positive avgjørelser kommer dag 20, 28, 30, 90, 200, 365 og 380, én dag 70 for et barn som fylte 18 dag 60, én er uten dag, én er datert før barnet ble oppdaget. Ett barn får avslag ved første terskel dag 10 og anerkjennes etter ny vurdering dag 100, ett får avslag dag 15, én sak trekkes dag 50. Blant de 28 i kurven er 3 identifisert innen dag 30, 4 innen dag 90 og 180, 6 innen dag 365. Av 11 endelige avgjørelser med dag er 10 positive.',
    },
    tables: {
      cases: Array.from({ length: 30 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'presumed',
        age_at_detection: '15',
        detected_offset_h: '0',
        turned_18_offset_d: i === 11 ? '60' : '',
        followup_end_offset_d: '400',
      })),
      decisions: [
        [0, 'final', 'positive', '20'],
        [1, 'final', 'positive', '28'],
        [2, 'final', 'positive', '30'],
        [3, 'final', 'positive', '90'],
        [4, 'final', 'positive', '200'],
        [5, 'final', 'positive', '365'],
        [6, 'final', 'positive', '380'],
        [7, 'first_threshold', 'negative', '10'],
        [7, 'final', 'positive', '100', 'yes'],
        [8, 'first_threshold', 'negative', '15'],
        [9, 'final', 'withdrawn', '50'],
        [10, 'final', 'positive', ''],
        [11, 'final', 'positive', '70'],
        [12, 'first_threshold', 'positive', '5'],
        [12, 'final', 'pending', ''],
        [13, 'final', 'positive', '-3'],
      ].map(([child, stage, outcome, decided, again = 'no'], i) => ({
        decision_key: `${i}`,
        case_key: `${child}`,
        stage: `${stage}`,
        decided_offset_d: `${decided}`,
        outcome: `${outcome}`,
        is_reconsideration: `${again}`,
      })),
    },
    answer: [
      { measure: 'cif_30d', value: 3 / 28, numerator: 3, denominator: 28 },
      { measure: 'cif_30d_if_unknown_no', value: 3 / 29 },
      { measure: 'cif_30d_if_unknown_yes', value: 4 / 29 },
      { measure: 'cif_90d', value: 4 / 28, numerator: 4 },
      { measure: 'cif_180d', value: 4 / 28, numerator: 4 },
      { measure: 'cif_365d', value: 6 / 28, numerator: 6 },
      {
        measure: 'reconsidered_share',
        value: null,
        numerator: 1,
        denominator: 3,
        status: 'too_few',
      },
      {
        measure: 'decision_mix_share',
        by: { decision_outcome: 'positive' },
        value: 10 / 11,
        numerator: 10,
        denominator: 11,
      },
    ],
  },
};
