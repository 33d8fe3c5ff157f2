import type { Indicator } from '$lib/schema/indicator';
import { d0 } from './breakdown-sets';
import { allMet, asked, reasons, waits } from './need-rows';
import { otherRecovery } from './other-recovery';
import { openAndClosed, readings } from './readings';

/** SW-01: needs met. */
export const definition: Indicator = {
  id: 'SW-01',
  revision: 1,
  area: 'recovery',
  core: true,
  title: { en: 'Needs met', nb: 'Behov dekket' },
  question: {
    en: 'Of the help that child victims needed, how much came, and why not the rest?',
    nb: 'Av hjelpen barn som er ofre trengte, hvor mye kom, og hvorfor ikke resten?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'need',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Needs for which delivery had begun within 30 and 90 days of the day they were identified',
    nb: 'Behov der hjelpen var påbegynt innen 30 og 90 dager etter at behovet ble kartlagt',
  },
  denominator: {
    en: 'Recorded needs of registered children of the cohort: each type of service once for each recipient',
    nb: 'Registrerte behov hos registrerte barn i kohorten: hver type tiltak én gang for hver mottaker',
  },
  statistic: {
    kind: 'time',
    code: 'S-CIF',
    of: ['help'],
    clock: 'days',
    columns: ['origin_h', 'other_h', 'unit'],
    ends: { eighteen: 'ignored' },
  },
  measures: [
    {
      id: 'median_days',
      unit: 'days',
      reads: 'median',
      of: 'help',
      label: { en: 'Half are met within', nb: 'Halvparten er dekket innen' },
    },
    ...openAndClosed(
      'help',
      {
        closed: { en: 'Needs met', nb: 'Behov dekket' },
        open: {
          en: 'Needs still open when last followed',
          nb: 'Behov som var åpne da de sist ble fulgt',
        },
      },
      'needs',
    ),
    ...readings('help', ['30d', '90d'], {
      cif: { en: 'Needs met within', nb: 'Behov dekket innen' },
      waiting: { en: 'Needs still waiting after', nb: 'Behov som fortsatt venter etter' },
    }),
    {
      id: 'not_timed_count',
      unit: 'needs',
      reads: 'unknown',
      label: { en: 'Needs that cannot be timed', nb: 'Behov der tiden ikke kan måles' },
    },
    {
      id: 'all_met_share',
      in: 'children',
      unit: 'share',
      reads: 'share',
      label: {
        en: 'Children for whom every need was met',
        nb: 'Barn der alle behov ble dekket',
      },
    },
    {
      id: 'unmet_reason_share',
      in: 'reasons',
      unit: 'share',
      reads: 'share',
      label: {
        en: 'Children with an unmet need, by reason',
        nb: 'Barn med et udekket behov, etter grunn',
      },
    },
    {
      id: 'unknown_share',
      in: 'reasons',
      unit: 'share',
      reads: 'unknown',
      label: {
        en: 'Reason not known, share of children with an unmet need',
        nb: 'Ukjent grunn, andel av barn med et udekket behov',
      },
    },
    {
      id: 'asked_median_items',
      in: 'asked',
      unit: 'items',
      reads: 'median',
      label: {
        en: 'Types of service a child was asked about: half of the children at most',
        nb: 'Typer tiltak et barn ble spurt om: halvparten av barna høyst',
      },
    },
  ],
  rows: ({ options }) => waits(options.delivery === 'completed'),
  further: [
    {
      id: 'children',
      unit: 'child',
      statistic: { kind: 'shares', of: ['all_met'] },
      rows: ({ options }) => allMet(options.delivery === 'completed'),
    },
    {
      id: 'reasons',
      unit: 'child',
      statistic: { kind: 'composition', of: 'unmet_reason', multiple: true },
      rows: () => reasons,
    },
    {
      id: 'asked',
      unit: 'child',
      statistic: { kind: 'distribution' },
      rows: () => asked,
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN'],
  breakdowns: ['service_type', ...d0, 'legal_status'],
  options: [
    {
      id: 'delivery',
      label: { en: 'A need is met when help has', nb: 'Et behov er dekket når hjelpen er' },
      choices: [
        { id: 'begun', label: { en: 'Begun', nb: 'Påbegynt' } },
        { id: 'completed', label: { en: 'Been completed', nb: 'Fullført' } },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: [
    'services.service_type',
    'services.needed',
    'services.status',
    'services.need_identified',
    'services.started',
    'services.unmet_reason',
  ],
  reduced: [],
  basis: [
    {
      source: {
        en: 'Directive 2011/36/EU, Articles 11 and 14',
        nb: 'Direktiv 2011/36/EU, artikkel 11 og 14',
      },
      checked: false,
    },
    {
      source: {
        en: 'Council of Europe Convention on Action against Trafficking, Article 12',
        nb: 'Europarådets konvensjon om tiltak mot menneskehandel, artikkel 12',
      },
      checked: false,
    },
  ],
  seeds: [
    '004_adf34ffd825f0e63.txt:374-396, 1240-1276',
    '002_af4e03b3a31b6f4b.txt:762-784, 915-926, 1014-1018, 1299-1330',
  ],
  standards: [
    {
      en: 'Primero: services by the date on which they were implemented',
      nb: 'Primero: tiltak etter datoen de ble gjennomført',
    },
  ],
  otherDefinitions: otherRecovery['SW-01'],
  caveats: [
    {
      en: 'A service nobody asked about cannot be needed: read the figure beside the number of types a child was asked about.',
      nb: 'Et tiltak ingen spurte om kan ikke være et behov: les tallet sammen med hvor mange typer barnet ble spurt om.',
    },
    {
      en: 'A need still waiting is not unmet yet; one that was not provided waits to the end of follow-up. Declined, no longer needed, and the closing of the file end the wait without help (ruling SW-01).',
      nb: 'Et behov som venter er ikke udekket ennå; et som ikke ble dekket venter til oppfølgingen slutter. Avslått av barnet, ikke lenger nødvendig, og at saken lukkes avslutter ventetiden uten hjelp (avklaring SW-01).',
    },
    {
      en: 'Help that began before the need was written down counts as day 0 (ruling SW-01). Turning 18 does not end a need; leaving the country and death do (ruling S1).',
      nb: 'Hjelp som begynte før behovet ble skrevet ned teller som dag 0 (avklaring SW-01). Fylte 18 år avslutter ikke et behov; utreise og dødsfall gjør det (avklaring S1).',
    },
    {
      en: 'Every need met: children with at least one need; one that has waited under 90 days is left out of it.',
      nb: 'Alle behov dekket: barn med minst ett behov; et som har ventet under 90 dager holdes utenfor.',
    },
  ],
  cannotTell: {
    en: 'Whether the help was good, or met needs that nobody recorded.',
    nb: 'Om hjelpen var god, eller dekket behov som ingen registrerte.',
  },
  example: {
    words: {
      en: 'Forty needs of twenty children, followed 300 days, by hand. Health for all, identified on day 0: eight begun on day 10, two on day 30, two on day 60; one began before it was written (day 0); two children declined at once and one file was closed on day 20 (they compete); four were never provided. Legal help, identified on day 5: ten begun on day 10, nine not provided for lack of capacity, one in progress without a date, which cannot be timed. A second row of the same need does not count. Of 39 needs, 1 + 8 + 2 + 10 = 21 by 30 days and 23 by 90: half by day 30, 23 closed and 12 open at the end. Eleven children had both begun.',
      nb: 'Førti behov hos tjue barn, fulgt i 300 dager, regnet for hånd. Helse for alle, kartlagt dag 0: åtte påbegynt dag 10, to dag 30, to dag 60; ett begynte før det ble skrevet ned (dag 0); to barn takket nei med en gang, og én sak ble lukket dag 20 (de konkurrerer); fire ble aldri dekket. Juridisk hjelp, kartlagt dag 5: ti påbegynt dag 10, ni ikke dekket fordi det manglet kapasitet, én pågår uten dato og kan ikke måles. En rad til om samme behov teller ikke. Av 39 behov er det 1 + 8 + 2 + 10 = 21 innen 30 dager og 23 innen 90: halvparten innen dag 30, 23 lukket og 12 åpne til slutt. Hos elleve barn var begge påbegynt.',
    },
    tables: {
      cases: Array.from({ length: 20 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2024-01',
        victim_status: 'identified',
        age_at_detection: '16',
        detected_offset_h: '0',
        turned_18_offset_d: '25',
        followup_end_offset_d: '300',
        closed_offset_d: i === 15 ? '20' : '',
        closure_reason: i === 15 ? 'goals_met' : '',
      })),
      services: [
        ...Array.from({ length: 20 }, (_, i) => ({
          service_key: `h${i}`,
          case_key: `${i}`,
          service_type: 'health',
          recipient: 'child',
          needed: 'yes',
          need_identified_offset_d: '0',
          started_offset_d: i < 8 ? '10' : i < 10 ? '30' : i < 12 ? '60' : i === 12 ? '-5' : '',
          status: i < 13 ? 'in_progress' : i < 15 ? 'declined' : 'not_provided',
          unmet_reason: i < 13 ? '' : i < 15 ? 'child_declined' : 'money',
        })),
        ...Array.from({ length: 20 }, (_, i) => ({
          service_key: `l${i}`,
          case_key: `${i}`,
          service_type: 'legal',
          recipient: 'child',
          needed: 'yes',
          need_identified_offset_d: '5',
          started_offset_d: i < 10 ? '10' : '',
          status: i < 11 ? 'in_progress' : 'not_provided',
          unmet_reason: i < 11 ? '' : 'no_capacity',
        })),
        {
          service_key: 'again',
          case_key: '19',
          service_type: 'legal',
          recipient: 'child',
          needed: 'yes',
          need_identified_offset_d: '40',
          started_offset_d: '41',
          status: 'in_progress',
          unmet_reason: '',
        },
      ],
    },
    answer: [
      { measure: 'median_days', value: 30 },
      { measure: 'closed_count', value: 23 },
      { measure: 'open_count', value: 12 },
      { measure: 'cif_30d', value: 21 / 39, numerator: 21, denominator: 39 },
      { measure: 'cif_90d', value: 23 / 39, numerator: 23, denominator: 39 },
      { measure: 'not_timed_count', value: 1 },
      { measure: 'all_met_share', value: 11 / 20, numerator: 11, denominator: 20 },
      {
        measure: 'unmet_reason_share',
        by: { unmet_reason: 'no_capacity' },
        value: null,
        numerator: 9,
        denominator: 9,
        status: 'too_few',
      },
      { measure: 'asked_median_items', value: 2 },
    ],
  },
};
