import { breakdownLabel } from '$lib/schema/breakdowns';
import type { Indicator, Population, Statistic } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';
import { lowerFirst } from './sentence-piece';

const populations: Record<Population, Text> = {
  'P-DET': {
    en: 'children detected, whatever their status',
    nb: 'oppdagede barn, uansett status',
  },
  'P-REG': {
    en: 'children registered as presumed or identified victims',
    nb: 'barn registrert som antatte eller identifiserte ofre',
  },
  'P-IDENT': {
    en: 'children formally identified as victims',
    nb: 'barn formelt identifisert som ofre',
  },
  'P-DEPR': {
    en: 'registered children without parental care, or with a parent implicated',
    nb: 'registrerte barn uten foreldreomsorg, eller der en forelder er innblandet',
  },
  'P-CARE': {
    en: 'registered children with a day or more in care away from home',
    nb: 'registrerte barn med minst én dag i omsorg utenfor hjemmet',
  },
  'P-PROC': {
    en: 'registered children with criminal proceedings or testimony',
    nb: 'registrerte barn med straffesak eller forklaring',
  },
  'P-EXIT': {
    en: 'registered children whose care away from home has ended',
    nb: 'registrerte barn der omsorgen utenfor hjemmet er avsluttet',
  },
  programmes: { en: 'programmes', nb: 'tiltak' },
  files: { en: 'rows of the loaded files', nb: 'rader i filene' },
};

const periods: Record<Indicator['period'], Text> = {
  cohort: { en: 'first detected in the period', nb: 'først oppdaget i perioden' },
  flow: { en: 'what happened in the period', nb: 'det som skjedde i perioden' },
  stock: { en: 'on the last day of the period', nb: 'på periodens siste dag' },
};

const kinds: Record<Exclude<Statistic['kind'], 'composition'>, Text> = {
  count: { en: 'Counts', nb: 'Antall' },
  rate: { en: 'Rates', nb: 'Rater' },
  succession: { en: 'What follows what', nb: 'Hva som følger hva' },
  shares: { en: 'Shares', nb: 'Andeler' },
  'flow-shares': { en: 'Shares of the period', nb: 'Andeler i perioden' },
  time: { en: 'Times', nb: 'Tider' },
  'mean-count': { en: 'Events per child', nb: 'Hendelser per barn' },
  'share-of-time': { en: 'Shares of time', nb: 'Andeler av tiden' },
  distribution: { en: 'Distribution', nb: 'Fordeling' },
  incidence: { en: 'Rates over time at risk', nb: 'Rater over tid' },
  'funded-days': { en: 'Days of money', nb: 'Dager med penger' },
  'money-shares': { en: 'Shares of money', nb: 'Andeler av pengene' },
  'care-calendar': { en: 'Care and money', nb: 'Omsorg og penger' },
  profile: { en: 'Profile', nb: 'Profil' },
  completeness: { en: 'Completeness', nb: 'Fullstendighet' },
};

/** Who a question is about, in words; the words about its period follow. */
export function populationWords(
  { population, anyAge, period }: Pick<Indicator, 'population' | 'anyAge' | 'period'>,
  language: Language,
): string {
  const age = anyAge ? { en: ', persons of any age', nb: ', personer i alle aldre' }[language] : '';
  const who = `${populations[population][language]}${age}`;
  return population === 'programmes' || population === 'files'
    ? who
    : `${who} (${periods[period][language]})`;
}

/** What kind of number a question gives: “Shares”, “By gender”. */
function kindWords({ statistic }: Indicator, language: Language): string {
  if (statistic.kind !== 'composition') return kinds[statistic.kind][language];
  const of = lowerFirst(breakdownLabel(statistic.of)[language]);
  return `${{ en: 'By', nb: 'Etter' }[language]} ${of}`;
}

/**
 * Caption of each question of an indicator: the title for the headline one, the label of the measure
 * where there is one only, else what kind of number it is and who it is about. No two are the same.
 */
export function questionCaptions(
  title: string,
  questions: readonly Indicator[],
  language: Language,
): readonly string[] {
  const first = questions.map((question, index) => {
    if (index === 0) return title;
    const [only, ...others] = question.measures;
    if (only && others.length === 0 && question.statistic.kind !== 'composition')
      return only.label[language];
    return `${kindWords(question, language)}: ${populationWords(question, language)}`;
  });
  return first.map((caption, index) =>
    first.indexOf(caption) === first.lastIndexOf(caption)
      ? caption
      : `${caption}, ${lowerFirst(questions[index]?.measures[0]?.label[language] ?? String(index + 1))}`,
  );
}
