import type { Indicator } from '$lib/schema/indicator';
import { endings, firstContact, reasons, support } from './aftercare-rows';
import { d0 } from './breakdown-sets';
import { otherRecovery } from './other-recovery';
import { readings } from './readings';

/** RR-04: aftercare. */
export const definition: Indicator = {
  id: 'RR-04',
  revision: 2,
  area: 'recovery',
  core: true,
  title: {
    en: 'Aftercare: begun, and for how long',
    nb: 'Ettervern: påbegynt, og hvor lenge',
  },
  question: {
    en: 'Does help go on after a child victim leaves care?',
    nb: 'Fortsetter hjelpen etter at et barn som er offer forlater omsorgen?',
  },
  users: ['coalition', 'donor', 'rapporteur'],
  unit: 'child',
  population: 'P-EXIT',
  period: 'cohort',
  numerator: {
    en: 'Children with a first contact in the aftercare phase; time from exit to the last day with support',
    nb: 'Barn med en første kontakt i ettervernsfasen; tid fra omsorgen sluttet til siste dag med støtte',
  },
  denominator: {
    en: 'Registered children of the cohort whose last continuous stay in care has ended',
    nb: 'Registrerte barn i kohorten der siste sammenhengende opphold i omsorg er slutt',
  },
  statistic: {
    kind: 'time',
    code: 'S-CIF',
    of: ['contact'],
    clock: 'days',
    columns: ['origin_h', 'entry_h'],
    ends: { left: 'censors', eighteen: 'ignored' },
  },
  measures: [
    ...readings('contact', ['30d'], {
      cif: { en: 'Contacted after leaving care within', nb: 'Kontaktet etter omsorgen innen' },
    }),
    {
      id: 'not_timed_count',
      unit: 'children',
      reads: 'unknown',
      label: {
        en: 'Children for whom the first contact is not known',
        nb: 'Barn der første kontakt ikke er kjent',
      },
    },
    {
      id: 'support_median_days',
      in: 'support',
      unit: 'days',
      reads: 'median',
      label: { en: 'Support ended for half within', nb: 'Støtten var slutt for halvparten innen' },
    },
    ...([6, 12, 24] as const).map((months) => ({
      id: `supported_share_${months}m`,
      in: 'support',
      unit: 'share' as const,
      reads: 'over' as const,
      atHours: months * 730.5,
      label: {
        en: `Still supported after ${months} months`,
        nb: `Fortsatt støtte etter ${months} måneder`,
      },
    })),
    {
      id: 'support_unknown_count',
      in: 'support',
      unit: 'children',
      reads: 'unknown',
      label: {
        en: 'Children for whom the end of support is not known',
        nb: 'Barn der slutten på støtten ikke er kjent',
      },
    },
    {
      id: 'support_end_share',
      in: 'end',
      unit: 'share',
      reads: 'share',
      label: { en: 'How the last service ended', nb: 'Hvordan siste tiltak sluttet' },
    },
    {
      id: 'support_end_unknown_share',
      in: 'end',
      unit: 'share',
      reads: 'unknown',
      label: {
        en: 'How the last service ended is not known, share of all',
        nb: 'Ikke kjent hvordan siste tiltak sluttet, andel av alle',
      },
    },
    {
      id: 'stop_reason_share',
      in: 'reason',
      unit: 'share',
      reads: 'share',
      label: { en: 'Why a service stopped early', nb: 'Hvorfor et tiltak stoppet før tiden' },
    },
    {
      id: 'stop_reason_unknown_share',
      in: 'reason',
      unit: 'share',
      reads: 'unknown',
      label: {
        en: 'Why a service stopped early is not known, share of all',
        nb: 'Ikke kjent hvorfor et tiltak stoppet før tiden, andel av alle',
      },
    },
  ],
  rows: firstContact,
  further: [
    {
      id: 'support',
      sameChildren: true,
      statistic: {
        kind: 'time',
        code: 'S-KM',
        of: ['support'],
        clock: 'days',
        columns: ['origin_h', 'entry_h', 'until_h'],
        ends: { left: 'censors', eighteen: 'ignored' },
      },
      rows: support,
    },
    {
      id: 'end',
      statistic: { kind: 'composition', of: 'support_end' },
      rows: () => endings,
      when: ({ has }) => has('services', 'status'),
    },
    {
      id: 'reason',
      statistic: { kind: 'composition', of: 'unmet_reason', multiple: true },
      rows: () => reasons,
      when: ({ has }) => has('services', 'status') && has('services', 'unmet_reason'),
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: ['C-OPEN', 'C-MOVE'],
  breakdowns: d0,
  options: [
    {
      id: 'contact',
      label: { en: 'First contact', nb: 'Første kontakt' },
      choices: [
        { id: 'any', label: { en: 'Any contact made', nb: 'Enhver oppnådd kontakt' } },
        { id: 'service', label: { en: 'A service delivered', nb: 'Et tiltak gitt' } },
      ],
    },
  ],
  chart: 'cumulative-incidence',
  needs: ['placements.ended', 'followups.held', 'followups.support_active', 'services.phase'],
  reduced: [
    {
      lacks: 'followups.held',
      words: {
        en: 'Reduced form: without follow-ups, first contact is the first service of the aftercare phase, and support is what the services say.',
        nb: 'Forenklet form: uten oppfølginger er første kontakt det første tiltaket i ettervernsfasen, og støtte er det tiltakene sier.',
      },
    },
    {
      lacks: 'followups.support_active',
      words: {
        en: 'Reduced form: no follow-up says whether support went on, so its length is what the services say.',
        nb: 'Forenklet form: ingen oppfølging sier om støtten fortsatte, så lengden er det tiltakene sier.',
      },
    },
    {
      lacks: 'followups.phase',
      words: {
        en: 'Reduced form: no follow-up has a phase, so every contact made after exit counts as aftercare.',
        nb: 'Forenklet form: ingen oppfølging har fase, så enhver oppnådd kontakt etter omsorgen regnes som ettervern.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Support as long as the child needs it',
        nb: 'Støtte så lenge barnet trenger den',
      },
      checked: false,
    },
  ],
  seeds: [
    '004_adf34ffd825f0e63.txt:410-416, 795-826, 1324-1325',
    '002_af4e03b3a31b6f4b.txt:776-778, 935-936',
  ],
  standards: [
    {
      en: 'Norway: aftercare offered and accepted, offered and declined, ended on own wish',
      nb: 'Norge: ettervern tilbudt og akseptert, tilbudt og avslått, avsluttet etter eget ønske',
    },
  ],
  otherDefinitions: otherRecovery['RR-04'],
  caveats: [
    {
      en: 'A contact counts only if it was made. Contacts before the last exit belong to an earlier one and do not count.',
      nb: 'En kontakt teller bare hvis den ble oppnådd. Kontakter før siste utskriving hører til en tidligere og teller ikke.',
    },
    {
      en: 'No support after exit is day 0. A last yes without a later no is followed to that day only; a service that still runs, to the end of follow-up (ruling RR-04). Support still running is never read as its length so far.',
      nb: 'Ingen støtte etter omsorgen er dag 0. Et siste ja uten et senere nei følges bare til den dagen; et tiltak som fortsatt løper, til oppfølgingen slutter (avklaring RR-04). Støtte som fortsatt gis leses aldri som varigheten så langt.',
    },
    {
      en: 'An end because help is no longer needed is a good end and stands apart from help that stopped early for age, money or lost contact.',
      nb: 'En slutt fordi hjelpen ikke lenger trengs er en god slutt, og står for seg fra hjelp som stoppet før tiden på grunn av alder, penger eller brutt kontakt.',
    },
    {
      en: 'Leaving the country ends observation, turning 18 does not (rulings S1, RR-04). A child who died in care is not in the figure. Care that ended before detection is entered at detection.',
      nb: 'Utreise avslutter observasjonen, fylte 18 år gjør det ikke (avklaring S1, RR-04). Et barn som døde i omsorg er ikke med. Omsorg som sluttet før oppdagelsen følges fra oppdagelsen.',
    },
  ],
  cannotTell: {
    en: 'Whether the help was enough, or what the child would have wanted.',
    nb: 'Om hjelpen var nok, eller hva barnet ønsket.',
  },
  example: {
    words: {
      en: 'Forty children leave care on day 100 and are followed to day 900, by hand. Ten are contacted on day 110, two on day 130 (30 days, included), two on day 150; a call without contact does not count: 12 of 40 within 30 days. Support: 18 have none (day 0); four have a service that ended on day 200, no longer needed; four said yes on day 500 and no later no, so they leave observation there; 14 have a service that still runs. After 100 days 18 of 40 are left, and nobody ends later: 45 %.',
      nb: 'Førti barn forlater omsorgen dag 100 og følges til dag 900, regnet for hånd. Ti kontaktes dag 110, to dag 130 (30 dager, medregnet), to dag 150; et forsøk uten kontakt teller ikke: 12 av 40 innen 30 dager. Støtte: 18 har ingen (dag 0); fire har et tiltak som sluttet dag 200 fordi det ikke trengtes lenger; fire svarte ja dag 500 uten et senere nei og går ut av observasjon der; 14 har et tiltak som fortsatt løper. Etter 100 dager er 18 av 40 igjen, og ingen slutter senere: 45 %.',
    },
    tables: {
      cases: Array.from({ length: 40 }, (_, i) => ({
        case_key: `${i}`,
        index_month: '2022-01',
        victim_status: 'identified',
        age_at_detection: '16',
        detected_offset_h: '0',
        turned_18_offset_d: '400',
        followup_end_offset_d: '900',
      })),
      placements: Array.from({ length: 40 }, (_, i) => ({
        placement_key: `${i}`,
        case_key: `${i}`,
        placement_type: 'residential_specialised',
        started_offset_h: '0',
        ended_offset_h: '2400',
        end_reason: 'planned',
      })),
      followups: [
        ...[...Array<number>(10).fill(110), 130, 130, 150, 150].map((day, i) => ({
          followup_key: `c${i}`,
          case_key: `${i}`,
          held_offset_d: `${day}`,
          contact_made: 'yes',
          phase: 'aftercare',
          support_active: 'no',
        })),
        {
          followup_key: 'call',
          case_key: '14',
          held_offset_d: '105',
          contact_made: 'no',
          phase: 'aftercare',
          support_active: '',
        },
        ...[18, 19, 20, 21].map((child) => ({
          followup_key: `y${child}`,
          case_key: `${child}`,
          held_offset_d: '500',
          contact_made: 'yes',
          phase: 'after_18',
          support_active: 'yes',
        })),
      ],
      services: Array.from({ length: 18 }, (_, i) => ({
        service_key: `${i}`,
        case_key: `${22 + i}`,
        service_type: 'mental_health',
        needed: 'yes',
        phase: 'aftercare',
        status: i < 4 ? 'no_longer_needed' : 'in_progress',
        started_offset_d: '101',
        ended_offset_d: i < 4 ? '200' : '',
      })),
    },
    answer: [
      { measure: 'cif_30d', value: 12 / 40, numerator: 12, denominator: 40 },
      { measure: 'supported_share_6m', value: 0.45, denominator: 40 },
      { measure: 'supported_share_24m', value: 0.45 },
      { measure: 'support_median_days', value: 100, numerator: 22 },
      {
        measure: 'support_end_share',
        by: { support_end: 'no_longer_needed' },
        value: null,
        numerator: 4,
        denominator: 4,
        status: 'too_few',
      },
    ],
  },
};
