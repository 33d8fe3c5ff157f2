import type { Released } from '$lib/disclosure/released';
import type { Indicator, Statistic } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import { pickRows } from './pick-rows';
import { shownQuestion } from './shown-question';
import { careCalendarSentence } from './sentence-care-calendar';
import { completenessSentence } from './sentence-completeness';
import { compositionSentence } from './sentence-composition';
import { countSentence } from './sentence-count';
import { distributionSentence } from './sentence-distribution';
import { fundedDaysSentence } from './sentence-funded-days';
import { incidenceSentence } from './sentence-incidence';
import { meanCountSentence } from './sentence-mean-count';
import { moneySharesSentence } from './sentence-money-shares';
import type { SentencePiece, Said } from './sentence-piece';
import { profileSentence } from './sentence-profile';
import { rateSentence } from './sentence-rate';
import { shareOfTimeSentence } from './sentence-share-of-time';
import { sharesSentence } from './sentence-shares';
import { timeSentence } from './sentence-time';
import { toldPeriods } from './told-periods';

const kinds: Record<Statistic['kind'], (said: Said) => SentencePiece[]> = {
  count: countSentence,
  rate: rateSentence,
  composition: compositionSentence,
  succession: countSentence,
  shares: sharesSentence,
  'flow-shares': sharesSentence,
  time: timeSentence,
  'mean-count': meanCountSentence,
  'share-of-time': shareOfTimeSentence,
  distribution: distributionSentence,
  incidence: incidenceSentence,
  'funded-days': fundedDaysSentence,
  'money-shares': moneySharesSentence,
  'care-calendar': careCalendarSentence,
  profile: profileSentence,
  completeness: completenessSentence,
};

/**
 * What the total says, in a few sentences: the latest whole period, and the one before it where the
 * two compare. Speaks of the first question that has figures. Reads nothing but the released figures; withheld and unavailable figures are said in words.
 */
export function sentence(
  released: Released,
  indicator: Indicator,
  language: Language,
): SentencePiece[] {
  if (released.unavailable) return unavailable(released.unavailable, language);
  const question = shownQuestion(released, indicator);
  const picked = pickRows(released, question);
  const told = toldPeriods(released, picked);
  if (!told) return [{ text: nothing[language], strong: false }];
  const pieces = kinds[question.statistic.kind]({
    released,
    indicator: question,
    language,
    picked,
    period: told.period,
    before: told.before,
  });
  return [...pieces, ...told.words(language, pieces)].filter(({ text }) => text !== '');
}

const nothing = {
  en: 'There is no figure for this choice.',
  nb: 'Det finnes ikke noe tall for dette valget.',
};

function unavailable(
  { table, column }: NonNullable<Released['unavailable']>,
  language: Language,
): SentencePiece[] {
  const [start, between, end] = {
    en: [
      'This figure cannot be computed from these files: it needs the ',
      ' of the table ',
      column === undefined ? '.' : ', which no file has.',
    ],
    nb: [
      'Tallet kan ikke regnes ut fra disse filene: det trenger ',
      ' i tabellen ',
      column === undefined ? '.' : ', som ingen fil har.',
    ],
  }[language] as [string, string, string];
  const words = {
    en: { column: 'column ', table: 'table ' },
    nb: { column: 'kolonnen ', table: 'tabellen ' },
  }[language];
  return column === undefined
    ? [
        { text: `${start}${words.table}`, strong: false },
        { text: table, strong: true },
        { text: end, strong: false },
      ]
    : [
        { text: `${start}${words.column}`, strong: false },
        { text: column, strong: true },
        { text: between, strong: false },
        { text: table, strong: true },
        { text: end, strong: false },
      ];
}
