import type { Indicator } from '$lib/schema/indicator';
import { changeRows, formRows, grouped, hasPairs, mainOnly, pairRows } from './exploitation-forms';
import { formMeasures } from './form-measures';
import { otherIdentification } from './other-identification';

const prostitution = 'sexual_prostitution';

/** ID-12: forms of exploitation, several forms, and movement between forms. */
export const definition: Indicator = {
  id: 'ID-12',
  revision: 2,
  area: 'identification',
  core: true,
  title: {
    en: 'Forms of exploitation, several forms, and movement between forms',
    nb: 'Former for utnyttelse, flere former, og bevegelse mellom former',
  },
  question: {
    en: 'Which exploitation, and how do children move through the market?',
    nb: 'Hvilken utnyttelse, og hvordan flyttes barn gjennom markedet?',
  },
  users: ['rapporteur', 'coalition', 'donor'],
  unit: 'child',
  population: 'P-REG',
  period: 'cohort',
  numerator: {
    en: 'Registered children with the form among all forms found or as main form; those with two or more forms; those whose form changed between periods of exploitation',
    nb: 'Registrerte barn med formen blant alle former som er funnet eller som hovedform; de med to eller flere former; de der formen endret seg mellom perioder med utnyttelse',
  },
  denominator: {
    en: 'Registered children with at least one known form, each counted once in the denominator; for the change, those with two or more periods of exploitation',
    nb: 'Registrerte barn med minst én kjent form, talt én gang hver i nevneren; for endringen, de med to eller flere perioder med utnyttelse',
  },
  statistic: { kind: 'composition', of: 'form', multiple: true },
  measures: formMeasures,
  rows: formRows,
  when: (choice) => !grouped(choice) && !mainOnly(choice),
  further: [
    {
      id: 'groups',
      statistic: { kind: 'composition', of: 'form_group', multiple: true },
      when: (choice) => grouped(choice) && !mainOnly(choice),
      rows: formRows,
    },
    {
      id: 'main',
      statistic: { kind: 'composition', of: 'form' },
      when: (choice) => !grouped(choice) && mainOnly(choice),
      rows: formRows,
    },
    {
      id: 'main_groups',
      statistic: { kind: 'composition', of: 'form_group' },
      when: (choice) => grouped(choice) && mainOnly(choice),
      rows: formRows,
    },
    {
      id: 'changes',
      statistic: { kind: 'shares', of: ['changed'] },
      when: ({ has }) => has('exploitation_spells', 'form'),
      rows: changeRows,
    },
    {
      id: 'pairs',
      statistic: { kind: 'succession', of: ['form_first', 'form_later'], tells: 'changed' },
      when: (choice) => !grouped(choice) && hasPairs(choice),
      rows: pairRows,
    },
    {
      id: 'group_pairs',
      statistic: { kind: 'succession', of: ['group_first', 'group_later'], tells: 'changed' },
      when: (choice) => grouped(choice) && hasPairs(choice),
      rows: pairRows,
    },
  ],
  unknownRule: 'U-CAT',
  openRules: [],
  breakdowns: ['gender', 'age_band'],
  options: [
    {
      id: 'view',
      label: { en: 'Forms', nb: 'Former' },
      choices: [
        { id: 'all', label: { en: 'All forms found', nb: 'Alle former som er funnet' } },
        { id: 'main', label: { en: 'Main form only', nb: 'Bare hovedform' } },
        {
          id: 'groups',
          label: {
            en: 'Groups: sexual, labour, criminal, begging, marriage/adoption/surrogacy, other',
            nb: 'Grupper: seksuell, arbeid, kriminalitet, tigging, ekteskap/adopsjon/surrogati, annet',
          },
        },
      ],
    },
  ],
  chart: 'composition',
  needs: [
    'cases.victim_status',
    'cases.main_form',
    'cases.forms',
    'exploitation_spells.form',
    'exploitation_spells.sequence',
  ],
  reduced: [
    {
      lacks: 'cases.forms',
      words: {
        en: 'Reduced form: only the main form is recorded, so several forms of one child are not seen.',
        nb: 'Forenklet form: bare hovedformen er registrert, så flere former hos ett barn ses ikke.',
      },
    },
    {
      lacks: 'exploitation_spells.form',
      words: {
        en: 'Reduced form: without periods of exploitation, movement between forms is not seen.',
        nb: 'Forenklet form: uten perioder med utnyttelse ses ikke bevegelse mellom former.',
      },
    },
    {
      lacks: 'exploitation_spells.sequence',
      words: {
        en: 'Reduced form: without the order of the periods, which form follows which is not seen.',
        nb: 'Forenklet form: uten rekkefølgen på periodene ses det ikke hvilken form som følger hvilken.',
      },
    },
  ],
  basis: [
    {
      source: {
        en: 'Directive 2011/36/EU, Article 2, with the additions of 2024: forced marriage, illegal adoption, exploitation of surrogacy',
        nb: 'Direktiv 2011/36/EU, artikkel 2, med tilleggene fra 2024: tvangsekteskap, ulovlig adopsjon, utnyttelse av surrogati',
      },
      checked: true,
    },
  ],
  seeds: ['001_8d8e18f00d468cb8.txt:59-70', '002_af4e03b3a31b6f4b.txt:965-975'],
  standards: [
    {
      en: 'Eurostat counts sexual, labour and other; United Kingdom tables count combinations; HTCDS has no code for forced criminality',
      nb: 'Eurostat teller seksuell, arbeid og annet; britiske tabeller teller kombinasjoner; HTCDS har ingen kode for tvunget kriminalitet',
    },
  ],
  otherDefinitions: otherIdentification['ID-12'],
  caveats: [
    {
      en: 'A child with several forms counts in each, so shares may exceed 100 % together; a child with only a main form recorded counts as having one.',
      nb: 'Et barn med flere former teller i hver av dem, så andelene kan bli mer enn 100 % til sammen; et barn der bare hovedformen er registrert regnes med én.',
    },
    {
      en: 'Two or more forms are two codes; the group view counts again in groups, where domestic servitude is labour, and removal of organs, armed groups and benefit fraud are other (ruling ID-12).',
      nb: 'To eller flere former er to koder; gruppevisningen teller på nytt i grupper, der tvunget husarbeid er arbeid, og fjerning av organer, væpnede grupper og trygdesvindel er annet (avklaring ID-12).',
    },
    {
      en: 'Change is among children with two or more recorded periods of exploitation (ruling ID-12). Of which form follows which, each child is in one pair: the form recorded first and the first other form after it; later changes of the same child are not in it.',
      nb: 'Endring er blant barn med to eller flere registrerte perioder med utnyttelse (avklaring ID-12). I tabellen over hvilken form som følger hvilken, er hvert barn med i ett par: formen registrert først og den første andre formen etter den; senere endringer hos samme barn er ikke med.',
    },
    {
      en: 'Where “other” is above 20 %, ask what it holds before comparing.',
      nb: 'Der «annet» er over 20 %, spør hva det inneholder før du sammenligner.',
    },
  ],
  cannotTell: {
    en: 'Forms that nobody looked for, or why a child was moved from one form to another.',
    nb: 'Former ingen lette etter, eller hvorfor et barn ble flyttet fra én form til en annen.',
  },
  example: {
    words: {
      en: 'Counted by hand. Fourteen registered children, two of unknown form: of twelve known seven are in prostitution, six in labour, two in begging and one in criminality; two have two forms and one, known from two files, has three, of which one is only the main form. Twelve have two or more periods: five changed form, six did not, one is not known. By the order of their periods two went from labour on (one to prostitution, one to begging), two from begging to criminality and one from prostitution to labour; a thirteenth child has one period.',
      nb: 'Talt for hånd. Fjorten registrerte barn, to med ukjent form: av tolv kjente er sju i prostitusjon, seks i arbeid, to i tigging og ett i kriminalitet; to har to former og ett, kjent fra to saker, har tre, der én bare er hovedform. Tolv har to eller flere perioder: fem endret form, seks ikke, ett er ukjent. Etter rekkefølgen på periodene gikk to videre fra arbeid (ett til prostitusjon, ett til tigging), to fra tigging til kriminalitet og ett fra prostitusjon til arbeid; et trettende barn har én periode.',
    },
    tables: {
      meta: [
        {
          dataset_key: 'x',
          country: 'XX',
          extract_month: '2026-01',
          period_start: '2025-01',
          period_end: '2025-12',
          date_mode: 'offset',
          linkage_level: 'across_orgs',
        },
      ],
      cases: [
        ...[0, 1, 2, 3, 4].map((child) => [child, prostitution, prostitution] as const),
        ...[5, 6].map((child) => [child, 'labour', `labour;${prostitution}`] as const),
        ...[7, 8, 9].map((child) => [child, 'labour', ''] as const),
        [10, 'begging', 'labour'] as const,
        [10, 'unknown', 'criminal'] as const,
        [11, 'begging', 'begging'] as const,
        ...[12, 13].map((child) => [child, 'unknown', ''] as const),
      ].map(([child, main_form, forms], i) => ({
        case_key: `${i}`,
        child_key: `c${child}`,
        index_month: '2025-03',
        detected_offset_h: child === 10 && forms === 'criminal' ? '48' : '0',
        victim_status: 'identified',
        age_at_detection: '15',
        main_form,
        forms,
      })),
      exploitation_spells: [
        [0, prostitution, 'labour'],
        [1, 'labour', 'unknown'],
        [2, 'labour', 'unknown', prostitution],
        ...[3, 4, 5, 6, 7].map((child) => [child, 'labour', 'labour'] as const),
        [8, 'begging', 'criminal', 'begging'],
        [9, 'labour', 'begging'],
        [10, 'labour', 'labour', 'labour'],
        [12, 'begging', 'criminal'],
        [14, 'begging'],
      ].flatMap(([child, ...forms]) =>
        forms.map((form, i) => ({
          spell_key: `${child}-${i}`,
          case_key: `${child}`,
          sequence: `${i + 1}`,
          form: `${form}`,
        })),
      ),
    },
    answer: [
      {
        measure: 'share',
        by: { form: prostitution },
        value: 0.5833,
        numerator: 7,
        denominator: 12,
      },
      { measure: 'share', by: { form: 'labour' }, value: 0.5, numerator: 6, denominator: 12 },
      { measure: 'share', by: { form: 'begging' }, value: 0.1667, numerator: 2, denominator: 12 },
      { measure: 'unknown_share', by: { form: 'unknown' }, value: 0.1429, denominator: 14 },
      { measure: 'several_share', value: 0.25, numerator: 3, denominator: 12 },
      { measure: 'changed_share', value: 0.4545, numerator: 5, denominator: 11 },
      { measure: 'changed_share_if_unknown_yes', value: 0.5, denominator: 12 },
      ...(
        [
          [prostitution, 'labour', 1],
          ['labour', prostitution, 1],
          ['labour', 'begging', 1],
          ['labour', 'none', 6],
          ['labour', 'unknown', 1],
          ['begging', 'criminal', 2],
          ['begging', 'labour', 0],
        ] as const
      ).map(([form_first, form_later, value]) => ({
        measure: 'pairs_count',
        by: { form_first, form_later },
        value,
      })),
      { measure: 'pairs_count', by: { form_first: 'labour' }, value: 9 },
      { measure: 'pairs_count', by: { form_later: 'criminal' }, value: 2 },
      { measure: 'pairs_count', by: { form_later: 'once' }, value: 1 },
      { measure: 'pairs_count', value: 13 },
    ],
  },
};
