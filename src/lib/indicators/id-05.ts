import type { Indicator } from '$lib/schema/indicator';
import { d0, d1 } from './breakdown-sets';
import { decisionMix, firstDecisions, statusAlone } from './decision-rows';
import { otherIdentification } from './other-identification';
import { openAndClosed, readings } from './readings';

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
    {
      id: 'median_days',
      unit: 'days',
      reads: 'median',
      of: 'identified',
      label: {
        en: 'Half are formally identified within',
        nb: 'Halvparten er formelt identifisert innen',
      },
    },
    ...openAndClosed('identified', {
      closed: { en: 'Formally identified', nb: 'Formelt identifisert' },
      open: {
        en: 'Without a decision when last followed',
        nb: 'Uten avgjørelse da de sist ble fulgt',
      },
    }),
    ...readings('identified', ['30d', '90d', '180d', '365d'], {
      cif: { en: 'Formally identified within', nb: 'Formelt identifisert innen' },
      waiting: { en: 'Still waiting after', nb: 'Venter fortsatt etter' },
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
  rows: firstDecisions,
  further: [
    {
      id: 'mix',
      period: 'flow',
      unit: 'record',
      statistic: { kind: 'composition', of: 'decision_outcome' },
      when: ({ has }) => has('decisions', 'decided'),
      rows: decisionMix,
    },
    {
      id: 'reduced',
      statistic: { kind: 'shares', of: ['identified'] },
      when: ({ has }) => !has('decisions', 'decided'),
      rows: statusAlone,
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
      en: 'Thirty children are followed for 400 days. Final positive decisions come on days 20, 28, 30, 90, 200, 365 and 380, one on day 70 for a child who turned 18 on day 60, one has no day, one is dated before detection. One child is refused at the first threshold on day 10 and recognised on reconsideration on day 100, one refused on day 15, one case is withdrawn on day 50. Among the 28 in the curve 3 are identified by day 30, 4 by day 90 and 180, 6 by day 365; 7 are identified in all, 4 waits ended otherwise and 17 are open, so that there is no day by which half are. Of 11 final decisions with a day, 10 are positive.',
      nb: 'Tretti barn følges i 400 dager. Endelige positive avgjørelser kommer dag 20, 28, 30, 90, 200, 365 og 380, én dag 70 for et barn som fylte 18 dag 60, én er uten dag, én er datert før barnet ble oppdaget. Ett barn får avslag ved første terskel dag 10 og anerkjennes etter ny vurdering dag 100, ett får avslag dag 15, én sak trekkes dag 50. Blant de 28 i kurven er 3 identifisert innen dag 30, 4 innen dag 90 og 180, 6 innen dag 365; 7 er identifisert i alt, 4 ventetider endte på annet vis og 17 er åpne, så det er ingen dag der halvparten er det. Av 11 endelige avgjørelser med dag er 10 positive.',
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
      { measure: 'median_days', value: null, status: 'not_reached' },
      { measure: 'closed_count', value: 7 },
      { measure: 'open_count', value: 17 },
      { measure: 'waiting_365d', value: 18 },
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
