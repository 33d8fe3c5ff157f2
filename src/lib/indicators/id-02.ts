import type { Indicator } from '$lib/schema/indicator';
import { otherIdentification } from './other-identification';

const populationRow = (sex: string, from: number, to: number, people: number, point: string) => ({
  pop_key: `${sex} ${from} ${to} ${point}`,
  area: 'XX',
  year: '2025',
  sex,
  age_from: `${from}`,
  age_to: `${to}`,
  population: `${people}`,
  reference_point: point,
});

/** ID-02: registered child victims per 100,000 children. */
export const definition: Indicator = {
  id: 'ID-02',
  revision: 2,
  area: 'identification',
  core: true,
  title: {
    en: 'Registered child victims per 100,000 children',
    nb: 'Registrerte barn som er ofre, per 100 000 barn',
  },
  question: {
    en: 'How large is the known problem for the size of the child population?',
    nb: 'Hvor stort er det kjente problemet i forhold til antall barn i befolkningen?',
  },
  users: ['rapporteur', 'donor'],
  unit: 'child',
  population: 'P-REG',
  period: 'flow',
  numerator: {
    en: 'Distinct children, presumed or identified as victims, first detected in whole calendar years',
    nb: 'Ulike barn, antatt eller identifisert som ofre, først oppdaget i hele kalenderår',
  },
  denominator: {
    en: 'Children aged 0–17 who live in the country, same years and sex; for several years the sum of the yearly populations (child-years)',
    nb: 'Barn i alderen 0–17 år som bor i landet, samme år og kjønn; for flere år summen av folketallene per år (barneår)',
  },
  statistic: { kind: 'rate' },
  measures: [
    {
      id: 'rate_per_100000',
      unit: 'per 100,000 children',
      reads: 'rate',
      label: {
        en: 'Registered child victims per 100,000 children a year',
        nb: 'Registrerte barn som er ofre, per 100 000 barn i året',
      },
    },
    {
      id: 'age_unknown_count',
      unit: 'children',
      reads: 'unknown',
      label: {
        en: 'Persons whose age is not known, not in the rate',
        nb: 'Personer med ukjent alder, ikke med i raten',
      },
    },
  ],
  unknownRule: 'U-CAT',
  openRules: [],
  breakdowns: ['gender', 'age_band', 'region'],
  options: [
    {
      id: 'base',
      label: { en: 'Divided by', nb: 'Delt på' },
      choices: [
        { id: 'children', label: { en: 'Children aged 0–17', nb: 'Barn 0–17 år' } },
        {
          id: 'total',
          label: {
            en: 'The whole population, as SDG 16.2.2',
            nb: 'Hele befolkningen, som bærekraftsindikator 16.2.2',
          },
        },
      ],
    },
    {
      id: 'reference',
      label: { en: 'Population counted', nb: 'Folketall per' },
      choices: [
        {
          id: 'midyear',
          label: {
            en: 'Mid-year, else 1 January',
            nb: 'Midt i året, ellers 1. januar',
          },
        },
        {
          id: 'jan1',
          label: { en: '1 January, else mid-year', nb: '1. januar, ellers midt i året' },
        },
      ],
    },
  ],
  chart: 'rates',
  needs: [
    'cases.victim_status',
    'cases.index_month',
    'population.population',
    'population.age_from',
    'population.age_to',
  ],
  reduced: [],
  basis: [
    { source: { en: 'SDG indicator 16.2.2', nb: 'FNs bærekraftsindikator 16.2.2' }, checked: true },
  ],
  seeds: ['004_adf34ffd825f0e63.txt:438-441'],
  standards: [
    {
      en: 'SDG 16.2.2: detected victims ÷ resident population × 100,000, by sex, age and form; a file of children alone can fill only the rows for children',
      nb: 'Bærekraftsindikator 16.2.2: oppdagede ofre ÷ folketall × 100 000, etter kjønn, alder og form; en fil med bare barn kan bare fylle radene for barn',
    },
  ],
  otherDefinitions: otherIdentification['ID-02'],
  caveats: [
    {
      en: 'The population is that of the country named in the file about the extract; a region is that of the same code. The ages must fill 0–17 exactly and a single row is preferred; both sexes together if counted so, else girls and boys added (ruling ID-02).',
      nb: 'Folketallet er for landet som står i filen om uttrekket; en region er den med samme kode. Aldersgruppene må fylle 0–17 år nøyaktig, helst i én rad; begge kjønn samlet om det er talt slik, ellers jenter og gutter lagt sammen (avklaring ID-02).',
    },
    {
      en: 'Children whose gender is not known, and trans and non-binary children, are in the total rate and not in those of girls and boys, because no population is counted for them. Persons of unknown age are in no rate.',
      nb: 'Barn med ukjent kjønn, og trans og ikke-binære barn, er med i den samlede raten og ikke i ratene for jenter og gutter, fordi ingen befolkning er talt for dem. Personer med ukjent alder er ikke med i noen rate.',
    },
    {
      en: 'A year of which the files cover only a part has no rate, nor has a period with such a year or with a year whose population is not known. Rates have age bands of their own: 0–11, 12–14 and 15–17 (ruling M15); children of a coarser recorded band are in the total alone. The whole population, where chosen, is of all ages for every band.',
      nb: 'Et år som filene bare dekker en del av, har ingen rate, og heller ikke en periode med et slikt år eller med et år uten kjent folketall. Rater har egne aldersgrupper: 0–11, 12–14 og 15–17 (avklaring M15); barn med en grovere registrert gruppe er bare med i den samlede raten. Hele befolkningen, der den er valgt, er alle aldre for hver gruppe.',
    },
    {
      en: 'Wherever the number of children is withheld the rate is too, because rate × population gives the number back.',
      nb: 'Der antall barn holdes tilbake, holdes også raten tilbake, fordi raten ganget med folketallet gir antallet.',
    },
  ],
  cannotTell: {
    en: 'How common exploitation is: a higher rate may mean that more is noticed.',
    nb: 'Hvor vanlig utnyttelse er: en høyere rate kan bety at mer blir lagt merke til.',
  },
  example: {
    words: {
      en: 'Fourteen registered children of 2025 – eight girls, five boys, one non-binary child – and a person of unknown age, in a country of 200,000 children at mid-year (90,000 girls and 110,000 boys). 14 ÷ 200,000 × 100,000 = 7; the one 0–17 row is taken, not the bands beside it, and not 1 January. Girls 8 ÷ 90,000; three children under 12 among 130,000. Worked by hand.',
      nb: 'Fjorten registrerte barn i 2025 – åtte jenter, fem gutter og ett ikke-binært barn – og en person med ukjent alder, i et land med 200 000 barn midt i året (90 000 jenter og 110 000 gutter). 14 ÷ 200 000 × 100 000 = 7; den ene raden 0–17 brukes, ikke gruppene ved siden av, og ikke 1. januar. Jenter 8 ÷ 90 000; tre barn under 12 blant 130 000. Regnet for hånd.',
    },
    tables: {
      meta: [
        {
          dataset_key: 'x',
          country: 'XX',
          extract_month: '2026-01',
          period_start: '2025-01',
          period_end: '2025-12',
          date_mode: 'exact',
          linkage_level: 'across_orgs',
        },
      ],
      cases: Array.from({ length: 15 }, (_, i) => ({
        case_key: `${i}`,
        child_key: `${i}`,
        index_month: `2025-${String((i % 12) + 1).padStart(2, '0')}`,
        detected_at: `2025-${String((i % 12) + 1).padStart(2, '0')}-05`,
        victim_status: i % 2 ? 'presumed' : 'identified',
        gender: i < 8 ? 'female' : i < 13 ? 'male' : i < 14 ? 'nonbinary' : 'female',
        age_at_detection: i === 14 ? 'unknown' : (['7', '10', '11'][i] ?? (i < 9 ? '13' : '16')),
      })),
      population: [
        populationRow('female', 0, 17, 90_000, 'midyear'),
        populationRow('male', 0, 17, 110_000, 'midyear'),
        populationRow('female', 0, 17, 80_000, 'jan1'),
        populationRow('male', 0, 17, 80_000, 'jan1'),
        populationRow('female', 0, 11, 60_000, 'midyear'),
        populationRow('male', 0, 11, 70_000, 'midyear'),
        populationRow('total', 12, 17, 71_000, 'midyear'),
      ],
    },
    answer: [
      { measure: 'rate_per_100000', value: 7, numerator: 14, denominator: 200_000 },
      { measure: 'age_unknown_count', value: 1 },
    ],
  },
};
