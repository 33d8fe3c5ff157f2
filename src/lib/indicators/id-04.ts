import type { Indicator } from '$lib/schema/indicator';
import { sql } from '$lib/schema/sql';
import { firstKnownRows } from './first-known';
import { otherIdentification } from './other-identification';

/** Bands that the option counts in, from the finer or coarser codes of the child. */
const bands = {
  four: sql`CASE WHEN age_band::VARCHAR IN ('0_8', '9_11', '12_14', '15_17') THEN age_band::VARCHAR
    WHEN age_band::VARCHAR = 'not_asked' THEN 'not_asked' END`,
  two: sql`CASE WHEN age_band::VARCHAR IN ('0_8', '9_11', '0_11') THEN '0_11'
    WHEN age_band::VARCHAR IN ('12_14', '15_17', '12_17') THEN '12_17'
    WHEN age_band::VARCHAR = 'not_asked' THEN 'not_asked' END`,
};

/** ID-04: age at detection, and age when exploitation began. */
export const definition: Indicator = {
  id: 'ID-04',
  revision: 1,
  area: 'identification',
  core: true,
  title: {
    en: 'Age at detection and age when exploitation began',
    nb: 'Alder da barnet ble oppdaget og da utnyttelsen begynte',
  },
  question: {
    en: 'How old are the children, and how many adult victims were exploited as children?',
    nb: 'Hvor gamle er barna, og hvor mange voksne ofre ble utnyttet som barn?',
  },
  users: ['rapporteur', 'coalition'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Registered children in each age band when first detected; beside them, registered persons of any age whose exploitation began before 18, and those of them first detected at 18 or over',
    nb: 'Registrerte barn i hver aldersgruppe da de først ble oppdaget; ved siden av, registrerte personer i alle aldre der utnyttelsen begynte før 18 år, og de av dem som først ble oppdaget etter fylte 18',
  },
  denominator: {
    en: 'Registered children whose age is known; registered persons whose age when exploitation began is known; of those under 18 then, the ones whose age at detection is known',
    nb: 'Registrerte barn med kjent alder; registrerte personer med kjent alder da utnyttelsen begynte; av dem som da var under 18, de med kjent alder da de ble oppdaget',
  },
  statistic: { kind: 'composition', of: 'age_band' },
  measures: [
    {
      id: 'share',
      unit: 'share',
      reads: 'share',
      label: { en: 'Share of children with known age', nb: 'Andel av barn med kjent alder' },
    },
    {
      id: 'unknown_share',
      unit: 'share',
      reads: 'unknown',
      label: {
        en: 'Age not known, or known only in a coarser band, share of all',
        nb: 'Ukjent alder, eller bare kjent i en grovere gruppe, andel av alle',
      },
    },
    {
      id: 'exploited_before_18_share',
      unit: 'share',
      reads: 'share',
      of: 'before_18',
      in: 'begun',
      label: {
        en: 'Exploitation began before 18, persons of any age',
        nb: 'Utnyttelsen begynte før 18 år, personer i alle aldre',
      },
    },
    {
      id: 'exploited_before_18_count',
      unit: 'persons',
      reads: 'count',
      of: 'before_18',
      in: 'begun',
      label: {
        en: 'Persons of any age whose exploitation began before 18',
        nb: 'Personer i alle aldre der utnyttelsen begynte før 18 år',
      },
    },
    {
      id: 'exploitation_age_unknown_count',
      unit: 'persons',
      reads: 'unknown',
      of: 'before_18',
      in: 'begun',
      label: {
        en: 'Persons whose age when exploitation began is not known',
        nb: 'Personer med ukjent alder da utnyttelsen begynte',
      },
    },
    {
      id: 'detected_as_adult_share',
      unit: 'share',
      reads: 'share',
      of: 'found_adult',
      in: 'begun',
      label: {
        en: 'Of those exploited before 18, first detected at 18 or over',
        nb: 'Av dem som ble utnyttet før 18 år, først oppdaget etter fylte 18',
      },
    },
    ...(
      [
        ['p25', 'A quarter are no older than', 'En firedel er ikke eldre enn'],
        ['median', 'Half are no older than', 'Halvparten er ikke eldre enn'],
        ['p75', 'Three quarters are no older than', 'Tre firedeler er ikke eldre enn'],
        ['maximum', 'The oldest', 'Den eldste'],
      ] as const
    ).map(
      ([reads, en, nb]) =>
        ({
          id: `${reads}_years`,
          unit: 'years',
          reads,
          in: 'years',
          label: { en: `${en}, years at detection`, nb: `${nb}, år da barnet ble oppdaget` },
        }) as const,
    ),
  ],
  rows: ({ options }) =>
    sql`SELECT child, ${options.bands === 'two' ? bands.two : bands.four} AS age_band FROM child`,
  further: [
    {
      id: 'begun',
      statistic: { kind: 'shares', of: ['before_18', 'found_adult'] },
      anyAge: true,
      unit: 'child',
      when: ({ has }) => has('cases', 'age_at_first_exploitation'),
      rows: () => sql`
        WITH begun AS (SELECT child, value < 18 AS before_18 FROM (${firstKnownRows('age_at_first_exploitation')}))
        SELECT child, 'before_18' AS of, before_18 AS answer FROM begun
        UNION ALL SELECT child, 'found_adult', CASE WHEN age_band::VARCHAR NOT IN ('unknown', 'not_asked') THEN age_band::VARCHAR = '18plus' END
          FROM begun JOIN child USING (child) WHERE before_18`,
    },
    {
      id: 'years',
      sameChildren: true,
      statistic: { kind: 'distribution' },
      when: ({ has }) => has('cases', 'age_at_detection'),
      rows: () => firstKnownRows('age_at_detection'),
    },
  ],
  unknownRule: 'U-BOUNDS',
  openRules: [],
  breakdowns: ['gender', 'main_form'],
  options: [
    {
      id: 'bands',
      label: { en: 'Age bands', nb: 'Aldersgrupper' },
      choices: [
        { id: 'four', label: { en: '0–8, 9–11, 12–14, 15–17', nb: '0–8, 9–11, 12–14, 15–17' } },
        { id: 'two', label: { en: '0–11, 12–17', nb: '0–11, 12–17' } },
      ],
    },
  ],
  chart: 'composition',
  needs: ['cases.victim_status', 'cases.age_at_detection', 'cases.age_at_first_exploitation'],
  reduced: [
    {
      lacks: 'cases.age_at_detection',
      words: {
        en: 'Reduced form: ages at detection are known as bands only, so there is no median age.',
        nb: 'Forenklet form: alder da barnet ble oppdaget er bare kjent i grupper, så medianalder finnes ikke.',
      },
    },
    {
      lacks: 'cases.age_at_first_exploitation',
      words: {
        en: 'Reduced form: no file says how old the child was when exploitation began, so adults who were exploited as children are not seen.',
        nb: 'Forenklet form: ingen fil sier hvor gammelt barnet var da utnyttelsen begynte, så voksne som ble utnyttet som barn ses ikke.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Convention on the Rights of the Child, Article 1 (a child is under 18)',
        nb: 'Barnekonvensjonen, artikkel 1 (barn er den som er under 18 år)',
      },
      checked: false,
    },
  ],
  seeds: ['002_af4e03b3a31b6f4b.txt:1019-1027', '004_adf34ffd825f0e63.txt:947-952, 1088-1098'],
  standards: [
    {
      en: 'United Kingdom tables count by age at exploitation; CTDC holds age at registration, at exploitation and at entry',
      nb: 'Britiske tabeller teller etter alder ved utnyttelse; CTDC har alder ved registrering, ved utnyttelse og ved innreise',
    },
  ],
  otherDefinitions: otherIdentification['ID-04'],
  caveats: [
    {
      en: 'Children presumed to be minors, and children whose age is known only in a coarser band, are the unknown of the age bands; persons whose age is not known at all are not among the children (ruling ID-04).',
      nb: 'Barn som antas å være mindreårige, og barn med alder bare i en grovere gruppe, er de ukjente i aldersgruppene; personer med helt ukjent alder er ikke blant barna (avklaring ID-04).',
    },
    {
      en: 'The share first detected as adults is among those exploited before 18 whose age at detection is known (ruling S11).',
      nb: 'Andelen som først ble oppdaget som voksne er blant dem som ble utnyttet før 18 år og har kjent alder da de ble oppdaget (avklaring S11).',
    },
    {
      en: 'Age is that at first detection, of the first file that knows it (rulings M2, M15).',
      nb: 'Alder er alderen da barnet først ble oppdaget, fra første sak der den er kjent (avklaring M2, M15).',
    },
  ],
  cannotTell: {
    en: 'How old the children were who were never detected, or whether a recorded age is right.',
    nb: 'Hvor gamle barna som aldri ble oppdaget var, eller om en registrert alder er riktig.',
  },
  example: {
    words: {
      en: 'Counted by hand. Twenty children with known age, eight of them 15 to 17; two presumed minors and two known only as 12 to 17, so four of 24 are unknown. With them one person of unknown age and six adults: of 28 whose age when it began is known 27 were under 18; of 26 of these whose age at detection is known four were adults.',
      nb: 'Talt for hånd. Tjue barn med kjent alder, åtte av dem 15 til 17; to antatt mindreårige og to bare kjent som 12 til 17, så fire av 24 er ukjente. I tillegg en person med ukjent alder og seks voksne: av 28 med kjent alder da det begynte var 27 under 18; av 26 av disse med kjent alder da de ble oppdaget var fire voksne.',
    },
    tables: {
      cases: [
        ...[6, 7, 8, 9, 10, 11, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16, 16, 17, 17, 17].map(
          (age) => ({ age_at_detection: `${age}`, age_at_first_exploitation: `${age - 1}` }),
        ),
        ...[0, 1].map(() => ({ minority_basis: 'presumed' })),
        ...[0, 1].map(() => ({
          age_band_at_detection: '12_17',
          age_at_first_exploitation: '13',
        })),
        { age_at_first_exploitation: '16' },
        ...['15', '16', '16', '17', '19', 'unknown'].map((begun) => ({
          age_at_detection: '20',
          age_at_first_exploitation: begun,
        })),
      ].map((row, i) => ({
        case_key: `${i}`,
        index_month: '2025-03',
        victim_status: 'identified',
        ...row,
      })),
    },
    answer: [
      { measure: 'share', by: { age_band: '15_17' }, value: 0.4, numerator: 8, denominator: 20 },
      { measure: 'share', by: { age_band: '9_11' }, value: 0.15, numerator: 3, denominator: 20 },
      { measure: 'share_if_unknown_no', by: { age_band: '15_17' }, value: 0.3333 },
      { measure: 'share_if_unknown_yes', by: { age_band: '15_17' }, value: 0.5 },
      {
        measure: 'unknown_share',
        by: { age_band: 'unknown' },
        value: 0.1667,
        numerator: 4,
        denominator: 24,
      },
      { measure: 'exploited_before_18_share', value: 0.9643, numerator: 27, denominator: 28 },
      { measure: 'exploitation_age_unknown_count', value: 3 },
      { measure: 'detected_as_adult_share', value: 0.1538, numerator: 4, denominator: 26 },
      { measure: 'p25_years', value: 10.75, denominator: 20 },
      { measure: 'median_years', value: 13.5, denominator: 20 },
      { measure: 'maximum_years', value: 17 },
    ],
  },
};
