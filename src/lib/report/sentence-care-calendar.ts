import type { Measure } from '$lib/schema/indicator';
import { formatNumber, plainNumber } from './number-format';
import { periodWords } from '$lib/schema/period-words';
import {
  lowerFirst,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';

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
    ...(share?.value.is === 'value'
      ? [
          plain(`; ${label('share of child-months')} `),
          strong(formatNumber(share.value.value, 'share', language)),
          plain('.'),
        ]
      : [
          plain('. '),
          ...(share?.value.is === 'withheld'
            ? [
                plain(
                  nb
                    ? 'Hvor mange barn det gjaldt i alle måneder samlet, holdes tilbake for å verne barn.'
                    : 'How many children that concerned over all months is withheld to protect children.',
                ),
              ]
            : [plain(nb ? 'Barn i omsorg er ikke telt.' : 'Children in care were not counted.')]),
        ]),
  ];
}
