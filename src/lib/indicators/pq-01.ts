import type { Indicator, Measure } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { otherMoney } from './other-money';

const items = Array.from({ length: 10 }, (_, i) => `C10-${String(i + 1).padStart(2, '0')}`);

const apart: readonly Measure[] = (
  [
    ['not_applicable', 'Items that do not apply', 'Punkter som ikke er aktuelle'],
    ['not_recorded', 'Items without a recorded score', 'Punkter uten registrert poeng'],
    ['not_assessed', 'Items never assessed', 'Punkter som aldri er vurdert'],
    [
      'expired',
      'Items assessed more than 24 months ago',
      'Punkter vurdert for over 24 måneder siden',
    ],
  ] as const
).map(([id, en, nb]) => ({
  id: `${id}_count`,
  unit: 'items',
  reads: 'items',
  of: id.replaceAll('_', ' '),
  label: { en, nb },
}));

/** PQ-01: Child10 ten-point profile. */
export const definition: Indicator = {
  id: 'PQ-01',
  revision: 2,
  area: 'quality',
  core: true,
  title: { en: 'Child10 ten-point profile', nb: 'Child10-profil med ti punkter' },
  question: {
    en: 'Is the work built on the rights of the child?',
    nb: 'Bygger arbeidet på barnets rettigheter?',
  },
  users: ['coalition', 'donor'],
  unit: 'programme',
  population: 'programmes',
  period: 'stock',
  numerator: {
    en: 'Items in practice: scored 3, with a document, data, an observation or children as evidence',
    nb: 'Punkter i praksis: 3 poeng, med dokument, data, observasjon eller barn som belegg',
  },
  denominator: {
    en: 'Items of the ten that apply and have a score not older than 24 months',
    nb: 'Punkter av de ti som er aktuelle og har poeng som ikke er eldre enn 24 måneder',
  },
  statistic: { kind: 'profile', items },
  measures: [
    {
      id: 'in_practice_count',
      unit: 'items',
      reads: 'items',
      of: 'in practice',
      label: { en: 'Items in practice', nb: 'Punkter i praksis' },
    },
    {
      id: 'share',
      unit: 'share',
      reads: 'share',
      label: {
        en: 'In practice, share of items answered',
        nb: 'I praksis, andel av besvarte punkter',
      },
    },
    ...apart,
    {
      id: 'score',
      unit: 'score 0–3',
      reads: 'score',
      label: { en: 'Score of the item', nb: 'Poeng for punktet' },
    },
    {
      id: 'lowest_score',
      unit: 'score 0–3',
      reads: 'score',
      of: 'lowest',
      label: { en: 'Lowest item', nb: 'Laveste punkt' },
    },
    {
      id: 'average_score',
      unit: 'score 0–3',
      reads: 'score',
      of: 'average',
      label: { en: 'Average score', nb: 'Gjennomsnittlig poeng' },
    },
  ],
  rows: () => sql`
    SELECT programme_key AS programme, item::VARCHAR AS checklist_item,
      CASE WHEN assessor__missing::VARCHAR = 'not_asked' THEN 'not_asked' WHEN assessor IS NULL THEN 'unknown' WHEN assessor::VARCHAR = 'self' THEN 'self' ELSE 'others' END AS assessor,
      score, coalesce(evidence::VARCHAR IN ('document', 'data', 'observed', 'children'), FALSE) AS evidence,
      score__missing::VARCHAR AS state, strftime(assessed, '%Y-%m') AS assessed
    FROM checklist WHERE instrument::VARCHAR = 'child10' AND item::VARCHAR LIKE 'C10-%'`,
  unknownRule: 'U-KNOWN',
  openRules: [],
  breakdowns: ['programme', 'assessor', 'checklist_item'],
  options: [
    {
      id: 'average',
      label: { en: 'Average over items', nb: 'Gjennomsnitt over punkter' },
      choices: [
        { id: 'off', label: { en: 'No average', nb: 'Uten gjennomsnitt' } },
        { id: 'on', label: { en: 'With the average', nb: 'Med gjennomsnitt' } },
      ],
    },
  ],
  chart: 'profile',
  needs: [
    'checklist.instrument',
    'checklist.item',
    'checklist.score',
    'checklist.evidence',
    'checklist.assessed',
  ],
  reduced: [],
  basis: [
    {
      source: { en: 'Convention on the Rights of the Child', nb: 'Barnekonvensjonen' },
      checked: false,
    },
  ],
  seeds: ['000_5f0d237e131fc327.txt:18-52, 70-83', '003_1ddd8fff02038057.txt:2-18'],
  standards: [
    {
      en: 'The Child10 checklist has no scale; the scores 0 to 3 are a proposal to test with users',
      nb: 'Child10-sjekklisten har ingen skala; poengene 0 til 3 er et forslag som må prøves ut med brukere',
    },
  ],
  otherDefinitions: otherMoney['PQ-01'],
  caveats: [
    {
      en: 'The latest answer to each item stands, apart for the programme itself and for others; without a split, whoever gave it. Of two answers of one month the lower stands, and of two 3s the one without evidence. Does not apply, not recorded and never assessed are out of the share and counted apart (ruling PQ-01).',
      nb: 'Siste svar på hvert punkt gjelder, for seg for tiltaket selv og for andre; uten oppdeling uansett hvem som ga det. Av to svar samme måned gjelder det laveste, og av to 3-ere den uten belegg. Ikke aktuelt, ikke registrert og aldri vurdert er utenfor andelen og telles for seg (avklaring PQ-01).',
    },
    {
      en: 'An answer older than 24 months at the end of the period has expired: its score is shown with that mark and is not counted. A score of 3 without recorded evidence is not in practice.',
      nb: 'Et svar som er eldre enn 24 måneder ved periodens slutt er utløpt: poenget vises med det merket og telles ikke. 3 poeng uten registrert belegg er ikke i praksis.',
    },
    {
      en: 'Scores are places on a scale, not amounts: they are not averaged unless asked, and programmes are not ranked by them (ruling S2).',
      nb: 'Poeng er plasser på en skala, ikke mengder: de slås ikke sammen til gjennomsnitt uten at det er valgt, og tiltak rangeres ikke etter dem (avklaring S2).',
    },
  ],
  cannotTell: {
    en: 'Whether children are better off: the list asks what a programme does.',
    nb: 'Om barna har det bedre: listen spør hva et tiltak gjør.',
  },
  example: {
    words: {
      en: 'One programme assessed itself: items 1 to 6 are at 3, but one of them only by a statement of its staff and one without evidence; items 7 and 8 are at 1, 9 does not apply, 10 has an empty score. Funders answered item 10 in 2022, which has expired, and later an item 1 of 2. Whoever assessed last: of eight items answered three are in practice. Worked by hand.',
      nb: 'Ett tiltak vurderte seg selv: punkt 1 til 6 har 3 poeng, men ett bare etter de ansattes ord og ett uten belegg; punkt 7 og 8 har 1, 9 er ikke aktuelt, 10 mangler poeng. Givere svarte på punkt 10 i 2022, som er utløpt, og senere 2 på punkt 1. Uansett hvem som sist vurderte: av åtte besvarte punkter er tre i praksis. Regnet for hånd.',
    },
    tables: {
      meta: [
        {
          dataset_key: 'x',
          country: 'XX',
          extract_month: '2025-12',
          period_start: '2020-01',
          period_end: '2025-12',
          date_mode: 'exact',
          linkage_level: 'across_orgs',
        },
      ],
      checklist: [
        ['C10-01', '2025-03', '3', 'document', 'self'],
        ['C10-02', '2025-03', '3', 'data', 'self'],
        ['C10-03', '2025-03', '3', 'observed', 'self'],
        ['C10-04', '2025-03', '3', 'children', 'self'],
        ['C10-05', '2025-03', '3', 'statement', 'self'],
        ['C10-06', '2025-03', '3', '', 'self'],
        ['C10-07', '2025-03', '1', 'none', 'self'],
        ['C10-08', '2025-03', '1', 'document', 'self'],
        ['C10-08', '2024-03', '3', 'document', 'self'],
        ['C10-09', '2025-03', 'na', 'none', 'self'],
        ['C10-10', '2025-03', '', 'none', 'self'],
        ['C10-10', '2022-03', '3', 'document', 'funder'],
        ['C10-01', '2025-06', '2', 'document', 'funder'],
      ].map(([item = '', assessed = '', score = '', evidence = '', assessor = ''], i) => ({
        response_key: `${i}`,
        programme_key: 'a',
        instrument: 'child10',
        item,
        assessed,
        score,
        evidence,
        assessor,
      })),
    },
    answer: [
      { measure: 'in_practice_count', value: 3 },
      { measure: 'share', value: null, numerator: 3, denominator: 8, status: 'too_few' },
      { measure: 'not_applicable_count', value: 1 },
      { measure: 'not_recorded_count', value: 1 },
      { measure: 'not_assessed_count', value: 0 },
      { measure: 'in_practice_count', by: { programme: 'a', assessor: 'self' }, value: 4 },
      { measure: 'expired_count', by: { programme: 'a', assessor: 'others' }, value: 1 },
      { measure: 'not_assessed_count', by: { programme: 'a', assessor: 'others' }, value: 8 },
      {
        measure: 'score',
        by: { programme: 'a', assessor: 'self', checklist_item: 'C10-08' },
        value: 1,
      },
      {
        measure: 'lowest_score',
        by: { programme: 'a', assessor: 'others', checklist_item: 'C10-01' },
        value: 2,
      },
    ],
  },
};
