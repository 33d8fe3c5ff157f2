import type { Indicator, Measure } from '$lib/schema/indicator';
import { coreColumns } from './core-columns';
import { otherMoney } from './other-money';

const labels: readonly Measure[] = (
  [
    ['not_recorded', 'Not recorded', 'Ikke registrert'],
    ['unknown', 'Recorded as unknown', 'Registrert som ukjent'],
    ['not_asked', 'Not asked', 'Ikke spurt om'],
    ['unreadable', 'Not readable, or hidden by the source', 'Ikke lesbart, eller skjult av kilden'],
    ['refused', 'Refused to answer, no fault', 'Ville ikke svare, ingen feil'],
    ['not_applicable', 'Does not apply', 'Ikke aktuelt'],
  ] as const
).map(([id, en, nb]) => ({
  id: `${id}_count`,
  unit: 'records',
  reads: 'count',
  of: id,
  label: { en, nb },
}));

const empty = (count: number, value: string) => Array.from({ length: count }, () => value);

/** DQ-01: completeness. */
export const definition: Indicator = {
  id: 'DQ-01',
  revision: 2,
  area: 'quality',
  core: true,
  title: { en: 'Completeness', nb: 'Kompletthet' },
  question: { en: 'Can we believe the rest?', nb: 'Kan vi stole på resten?' },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'cell',
  population: 'files',
  period: 'flow',
  numerator: {
    en: 'Cells with a known value',
    nb: 'Celler med kjent verdi',
  },
  denominator: {
    en: 'Cells that should hold a value: rows of the column without those that do not apply and those the child refused to answer',
    nb: 'Celler som skulle hatt en verdi: kolonnens rader uten dem som ikke er aktuelle og dem barnet ikke ville svare på',
  },
  statistic: { kind: 'completeness', core: coreColumns },
  measures: [
    {
      id: 'share',
      unit: 'share',
      reads: 'share',
      label: { en: 'Known, share of cells', nb: 'Kjent, andel av cellene' },
    },
    ...labels,
  ],
  unknownRule: 'U-CAT',
  openRules: [],
  breakdowns: ['table', 'column', 'organisation'],
  options: [
    {
      id: 'columns',
      label: { en: 'Columns', nb: 'Kolonner' },
      choices: [
        {
          id: 'core',
          label: {
            en: 'Those that the core indicators need',
            nb: 'De som kjerneindikatorene trenger',
          },
        },
        { id: 'all', label: { en: 'All loaded columns', nb: 'Alle innleste kolonner' } },
      ],
    },
  ],
  chart: 'completeness',
  needs: [],
  reduced: [],
  basis: [
    {
      source: {
        en: 'Comparable statistics; no numeric standard',
        nb: 'Sammenlignbar statistikk; ingen tallfestet standard',
      },
      checked: false,
    },
  ],
  seeds: ['004_adf34ffd825f0e63.txt:438-441', '002_af4e03b3a31b6f4b.txt:1113-1126'],
  standards: [
    {
      en: 'United Kingdom: age unknown in none of the referrals until about 2018, in 5.6 % in 2023',
      nb: 'Storbritannia: ukjent alder i ingen henvisninger til om lag 2018, i 5,6 % i 2023',
    },
  ],
  otherDefinitions: otherMoney['DQ-01'],
  caveats: [
    {
      en: 'These figures are about rows of the files, duplicate files included, not about children. Unknown and not asked count against completeness; refused does not (ruling DQ-01).',
      nb: 'Tallene gjelder rader i filene, også doble saker, ikke barn. Ukjent og ikke spurt om teller mot kompletthet; ville ikke svare gjør det ikke (avklaring DQ-01).',
    },
    {
      en: 'Columns such as an end or a reason are missed only in rows where another column says that there should be one: closed, closure reason, turned 18, started, ended, why it ended, resolved, decided, why not identified, why a need was not met. One that nothing else in the files can tell of (the end of detention, exploitation, programmes, disruptions and grants, and where the telling column was not sent) is not judged.',
      nb: 'Kolonner som en slutt eller en grunn savnes bare i rader der en annen kolonne sier at den skulle vært der: avsluttet, grunn til avslutning, fylt 18, start, slutt, hvorfor det sluttet, avgjort, hvorfor ikke identifisert, hvorfor et behov ikke ble dekket. Det ingenting annet i filene kan fortelle om (slutten på frihetsberøvelse, utnyttelse, tiltak, avbrudd og tilskudd, og der kolonnen som forteller det ikke er sendt), vurderes ikke.',
    },
    {
      en: 'A column that no file has is not here: the indicators that need it say so. Rows about a child belong to the month of the child’s file, and are left out where the files do not claim to cover it (ruling M9).',
      nb: 'En kolonne som ingen fil har, er ikke med: indikatorene som trenger den, sier fra. Rader om et barn hører til måneden for barnets sak, og utelates der filene ikke sier at de dekker den (avklaring M9).',
    },
  ],
  cannotTell: {
    en: 'Whether what is filled in is true (DQ-04), or who was never recorded at all.',
    nb: 'Om det som er fylt ut er sant (DQ-04), eller hvem som aldri ble registrert.',
  },
  example: {
    words: {
      en: 'Twelve files. Gender is known in eight, unknown in two, refused in one and not asked in one: 8 ÷ 11. Twelve placements of which four say how they ended and three of these also when: 3 ÷ 4, too few for a share. Worked by hand.',
      nb: 'Tolv saker. Kjønn er kjent i åtte, ukjent i to, nektet i én og ikke spurt om i én: 8 ÷ 11. Tolv plasseringer, der fire sier hvordan de sluttet og tre av disse også når: 3 ÷ 4, for få til en andel. Regnet for hånd.',
    },
    tables: {
      cases: [
        ...empty(8, 'female'),
        ...empty(2, 'unknown'),
        ...empty(1, 'refused'),
        ...empty(1, 'not_asked'),
      ].map((gender, i) => ({
        case_key: `${i}`,
        index_month: '2025-01',
        victim_status: 'identified',
        age_at_detection: '15',
        detected_offset_h: '0',
        gender,
      })),
      placements: Array.from({ length: 12 }, (_, i) => ({
        placement_key: `${i}`,
        case_key: `${i}`,
        placement_type: 'foster',
        started_offset_h: '0',
        ended_offset_h: i < 3 ? '48' : '',
        end_reason: i < 4 ? 'planned' : '',
      })),
    },
    answer: [
      {
        measure: 'share',
        by: { table: 'cases', column: 'gender' },
        value: 0.7273,
        numerator: 8,
        denominator: 11,
      },
      { measure: 'unknown_count', by: { table: 'cases', column: 'gender' }, value: 2 },
      { measure: 'not_asked_count', by: { table: 'cases', column: 'gender' }, value: 1 },
      { measure: 'refused_count', by: { table: 'cases', column: 'gender' }, value: 1 },
      {
        measure: 'share',
        by: { table: 'placements', column: 'ended' },
        value: null,
        numerator: 3,
        denominator: 4,
        status: 'too_few',
      },
    ],
  },
};
