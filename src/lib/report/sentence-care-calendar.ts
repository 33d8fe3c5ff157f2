import type { Measure } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { formatNumber, plainNumber } from './number-format';
import { periodWords } from '$lib/schema/period-words';
import {
  canBeSaid,
  lowerFirst,
  numberOrLimits,
  plain,
  strong,
  withheldEnd,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';

const noShare: Text = {
  en: 'How many children that concerned over all months is withheld to protect children.',
  nb: 'Hvor mange barn det gjaldt i alle måneder samlet, holdes tilbake for å verne barn.',
};

/** Days without money of all programmes together, and how much of the care of children fell in months with such days. */
export function careCalendarSentence({ indicator, language, released }: Said): SentencePiece[] {
  const rowOf = (reads: Measure['reads']) => {
    const measure = indicator.measures.find((one) => one.reads === reads);
    return released.rows.find(
      (row) => row.measure === measure?.id && Object.keys(row.by).length === 0,
    );
  };
  const label = (reads: Measure['reads']) =>
    lowerFirst(indicator.measures.find((one) => one.reads === reads)?.label[language] ?? '');
  const [days, share] = [rowOf('days'), rowOf('share of child-months')];
  if (!days) return [];
  if (days.value.is !== 'value') return withoutNumber(days.value, days.period, language);
  const nb = language === 'nb';
  const count =
    days.denominator.is === 'value'
      ? `${plainNumber(days.value.value, language)} ${nb ? 'av' : 'of'} ${formatNumber(days.denominator.value, 'days', language)}`
      : formatNumber(days.value.value, 'days', language);
  return [
    plain(
      `${nb ? 'Registrert for' : 'Recorded for'} ${periodWords(days.period, language)}, ${nb ? 'alle tiltak samlet' : 'all programmes together'}: ${label('days')} `,
    ),
    strong(count),
    ...(share && canBeSaid(share)
      ? [
          plain(`; ${label('share of child-months')} `),
          strong(numberOrLimits(share, language)),
          plain('.'),
          ...withheldEnd([share.value], noShare, language),
        ]
      : [
          plain('. '),
          ...(share?.value.is === 'withheld'
            ? [plain(noShare[language])]
            : [plain(nb ? 'Barn i omsorg er ikke telt.' : 'Children in care were not counted.')]),
        ]),
  ];
}
