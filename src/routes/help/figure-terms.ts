import type { Indicator, Statistic } from '$lib/schema/indicator';

const share = ['denominator', 'confidence-interval', 'limits'];
const time = ['kaplan-meier', 'median', 'at-risk', 'censored'];

/** Words that belong to a kind of figure, by id of the glossary. */
const ofKind: Partial<Record<Statistic['kind'], readonly string[]>> = {
  count: [],
  composition: ['denominator', 'limits'],
  shares: share,
  'flow-shares': share,
  time,
  incidence: ['cumulative-incidence', 'competing-event', 'at-risk', 'censored'],
  rate: ['person-time-rate', 'denominator', 'confidence-interval'],
  'money-shares': ['core-money', 'denominator'],
  'funded-days': ['gap-day', 'programme'],
  'care-calendar': ['gap-day', 'programme', 'placement'],
};

/** Ids of the words that a reader of this figure is likely to look up. */
export const termsOfFigure = ({ statistic, population }: Indicator): readonly string[] => [
  ...(population === 'P-REG' ? ['registered'] : []),
  ...(ofKind[statistic.kind] ?? ['denominator']),
  'unknown',
  'withheld',
];
