import type { Indicator, Measure } from '$lib/schema/indicator';
import { d0 } from './breakdown-sets';
import { otherProtection } from './other-protection';
import { currentRows, parts, planRows, qualityRows, windows } from './plan-rows';
import { readings } from './readings';

const measures: readonly Measure[] = [
  ...readings('plan', ['30d', '14d', '60d'], {
    cif: { en: 'Assessed, with a plan, within', nb: 'Vurdert, med plan, innen' },
  }),
  {
    id: 'not_timed_count',
    unit: 'children',
    reads: 'unknown',
    label: {
      en: 'Children for whom the plan or its day is not known',
      nb: 'Barn der planen eller dagen for den ikke er kjent',
    },
  },
  ...windows.map((days): Measure => ({
    id: `updated_${days}d_share`,
    unit: 'share',
    reads: 'share',
    in: 'current',
    of: `updated_${days}d`,
    label: {
      en: `Open files: plan made, updated or reviewed in the last ${days} days`,
      nb: `Åpne saker: plan laget, oppdatert eller gjennomgått de siste ${days} dagene`,
    },
  })),
  ...parts.map(({ id, measure, label }): Measure => ({
    id: measure,
    unit: 'share',
    reads: 'share',
    in: 'quality',
    of: id,
    label,
  })),
];

/** RF-04: individual assessment done, plan made and kept alive. */
export const definition: Indicator = {
  id: 'RF-04',
  revision: 2,
  area: 'protection',
  core: true,
  title: {
    en: 'Individual assessment done, plan made and kept alive',
    nb: 'Individuell vurdering gjort, plan laget og holdt ved like',
  },
  question: {
    en: 'Does each child have a plan of the child’s own that is up to date?',
    nb: 'Har hvert barn sin egen plan, og er den oppdatert?',
  },
  users: ['coalition', 'donor', 'rapporteur'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Children with a completed assessment of individual needs that made a plan, by the day; open files whose plan was made, updated or reviewed lately; assessments made by several professions in which the child was heard',
    nb: 'Barn med en fullført vurdering av individuelle behov som ga en plan, innen dagen; åpne saker der planen nylig er laget, oppdatert eller gjennomgått; vurderinger gjort av flere yrkesgrupper der barnet ble hørt',
  },
  denominator: {
    en: 'Registered children first detected in the period; those of them whose file is open at their last day of follow-up; assessments completed with a plan within 30 days',
    nb: 'Registrerte barn først oppdaget i perioden; de av dem som har åpen sak den siste dagen de følges; vurderinger fullført med plan innen 30 dager',
  },
  statistic: {
    kind: 'time',
    code: 'S-CIF',
    of: ['plan'],
    clock: 'days',
    columns: ['other_h'],
  },
  measures,
  rows: () => planRows,
  further: [
    {
      id: 'current',
      statistic: { kind: 'shares', of: windows.map((days) => `updated_${days}d`) },
      when: ({ has }) => has('cases', 'case_open'),
      rows: currentRows,
    },
    {
      id: 'quality',
      unit: 'record',
      statistic: { kind: 'shares', of: parts.map(({ id }) => id) },
      when: ({ has }) =>
        has('assessments', 'multidisciplinary') && has('assessments', 'child_heard'),
      rows: () => qualityRows,
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-18', 'C-MOVE'],
  breakdowns: d0,
  options: [],
  chart: 'cumulative-incidence',
  needs: [
    'cases.detected',
    'assessments.assessment_type',
    'assessments.completed',
    'assessments.plan_made',
  ],
  reduced: [
    {
      lacks: 'cases.case_open',
      words: {
        en: 'Reduced form: no file says which files are open, so it is not said how many plans are kept up to date.',
        nb: 'Forenklet form: ingen fil sier hvilke saker som er åpne, så det sies ikke hvor mange planer som holdes oppdatert.',
      },
    },
    {
      lacks: 'assessments.plan_updated',
      words: {
        en: 'Reduced form: no file says when plans were updated, so only a new plan or a recorded review shows that a plan is kept up to date.',
        nb: 'Forenklet form: ingen fil sier når planer ble oppdatert, så bare en ny plan eller en registrert gjennomgang viser at en plan holdes oppdatert.',
      },
    },
    ...(['multidisciplinary', 'child_heard'] as const).map((column) => ({
      lacks: `assessments.${column}`,
      words: {
        en: `Reduced form: no file has the column ${column}, so nothing is said of how assessments were made.`,
        nb: `Forenklet form: ingen fil har kolonnen ${column}, så det sies ingenting om hvordan vurderingene ble gjort.`,
      },
    })),
  ],
  basis: [
    {
      source: {
        en: 'Directive 2011/36/EU, Article 14(1)',
        nb: 'Direktiv 2011/36/EU, artikkel 14 nr. 1',
      },
      checked: false,
    },
  ],
  seeds: [
    '004_adf34ffd825f0e63.txt:469-471, 607-609, 654-659, 1314-1316',
    '002_af4e03b3a31b6f4b.txt:115-117, 895-901',
    '001_8d8e18f00d468cb8.txt:78-79',
  ],
  standards: [
    {
      en: 'The Primero assessment indicator counts open cases only',
      nb: 'Primeros tall for vurderinger teller bare åpne saker',
    },
    {
      en: 'Norway has codes for the participation of the child since 2026',
      nb: 'Norge har koder for barnets medvirkning siden 2026',
    },
  ],
  otherDefinitions: otherProtection['RF-04'],
  caveats: [
    {
      en: 'Going missing, leaving the country, death and turning 18 before the plan are counted as what happened first (ruling S1). An assessment completed before detection is an error and leaves the figure (ruling M21).',
      nb: 'Forsvinning, utreise, dødsfall og fylte 18 år før planen regnes som det som skjedde først (avklaring S1). En vurdering fullført før barnet ble oppdaget er en feil og går ut av tallet (avklaring M21).',
    },
    {
      en: 'A completed assessment that does not say whether a plan was made gives the band, not a no (ruling S10).',
      nb: 'En fullført vurdering som ikke sier om det ble laget en plan gir båndet, ikke et nei (avklaring S10).',
    },
    {
      en: 'A plan is up to date when it was made, updated or reviewed in the days before the last one on which the child was followed. An assessment of those days that does not say whether it made a plan gives the band.',
      nb: 'En plan er oppdatert når den er laget, oppdatert eller gjennomgått i dagene før den siste dagen barnet ble fulgt. En vurdering fra de dagene som ikke sier om den ga en plan, gir båndet.',
    },
  ],
  cannotTell: {
    en: 'Whether the plan was good, or followed.',
    nb: 'Om planen var god, eller ble fulgt.',
  },
  example: {
    words: {
      en: 'Twenty-four children are followed for 200 days, sixteen files are open. Assessments with a plan are completed by day 14 for nine children, on day 30 for one and day 45 for one; one made no plan, one does not say, one is dated before detection, one child went missing first. Of 22 children 9, 10 and 11 have a plan by day 14, 30 and 60. Plans of open files count back from day 200: of 14 known 6 were made, updated or reviewed from day 20 on, of 15 known 2 from day 110 on. Of 10 assessments where both are known, 9 were made by several professions and heard the child.',
      nb: 'Tjuefire barn følges i 200 dager, seksten saker er åpne. Vurderinger med plan er fullført innen dag 14 for ni barn, dag 30 for ett og dag 45 for ett; én ga ingen plan, én sier det ikke, én er datert før barnet ble oppdaget, ett barn forsvant først. Av 22 barn har 9, 10 og 11 en plan innen dag 14, 30 og 60. For åpne saker telles det tilbake fra dag 200: av 14 kjente planer er 6 laget, oppdatert eller gjennomgått fra dag 20, av 15 kjente 2 fra dag 110. Av 10 vurderinger der begge deler er kjent, ble 9 gjort av flere yrkesgrupper og hørte barnet.',
    },
    tables: {
      cases: Array.from({ length: 24 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        case_open: i < 16 ? 'yes' : 'no',
        followup_end_offset_d: '200',
      })),
      assessments: [
        { child: 0, completed: '10', updated: '100' },
        { child: 1, completed: '14', updated: '150', heard: 'no' },
        { child: 2, completed: '30', multi: 'unknown' },
        { child: 3, completed: '45' },
        { child: 4, completed: '20', plan: 'no' },
        { child: 5, completed: '20', plan: '' },
        { child: 6, completed: '12' },
        { child: 7, type: 'plan_review', completed: '120', plan: '' },
        { child: 8, completed: '-2' },
        { child: 9, completed: '' },
        { child: 10, type: 'risk', completed: '3', plan: '', updated: 'unknown' },
        { child: 11, type: 'plan_review', completed: '20', plan: '' },
        ...[16, 17, 18].map((child) => ({ child, completed: '5' })),
        ...[19, 20, 21, 22].map((child) => ({ child, completed: '8' })),
      ].map((row, i) => ({
        assessment_key: `${i}`,
        case_key: `${row.child}`,
        assessment_type: 'individual_needs',
        completed_offset_d: row.completed,
        plan_made: 'yes',
        plan_updated_offset_d: '',
        multidisciplinary: 'yes',
        child_heard: 'yes',
        ...('type' in row ? { assessment_type: row.type } : {}),
        ...('plan' in row ? { plan_made: row.plan } : {}),
        ...('updated' in row ? { plan_updated_offset_d: row.updated } : {}),
        ...('multi' in row ? { multidisciplinary: row.multi } : {}),
        ...('heard' in row ? { child_heard: row.heard } : {}),
      })),
      missing_episodes: [
        {
          episode_key: '1',
          case_key: '6',
          episode_type: 'missing',
          started_offset_h: '120',
        },
      ],
    },
    answer: [
      { measure: 'cif_14d', value: 9 / 22, numerator: 9, denominator: 22 },
      { measure: 'cif_30d', value: 10 / 22, numerator: 10 },
      { measure: 'cif_60d', value: 11 / 22, numerator: 11 },
      { measure: 'cif_30d_if_unknown_no', value: 10 / 23 },
      { measure: 'updated_180d_share', value: 6 / 14, numerator: 6, denominator: 14 },
      { measure: 'updated_180d_share_if_unknown_no', value: 6 / 16 },
      { measure: 'updated_180d_share_if_unknown_yes', value: 8 / 16 },
      { measure: 'updated_90d_share', value: 2 / 15, numerator: 2, denominator: 15 },
      { measure: 'multidisciplinary_and_heard_share', value: 0.9, numerator: 9, denominator: 10 },
      { measure: 'child_heard_share', value: 10 / 11, numerator: 10, denominator: 11 },
      { measure: 'multidisciplinary_share', value: 1, numerator: 10, denominator: 10 },
    ],
  },
};
