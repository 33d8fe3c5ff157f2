import type { ChartSpec } from './chart-spec';
import { limitsWords } from './limits-words';
import { numberWords, reasonWords } from './number-words';
import type { Figure } from './picture';

/** A figure in words, with its interval and its marks. */
export function figureWords(figure: Figure, { unit, language }: ChartSpec): string {
  if (!figure.shown) return reasonWords[figure.gap ?? 'no rows'][language];
  const withheld = figure.gap === 'withheld';
  const { low, high } = figure.shown;
  const unsure = withheld ? undefined : figure.shown.unsure;
  const say = (value: number) => numberWords(value, unit, language);
  const nb = language === 'nb';
  return [
    withheld
      ? `${reasonWords.withheld[language]}, ${limitsWords(figure.shown.unsure ?? [0, 1], language)}`
      : figure.shown.bandOnly
        ? nb
          ? 'for mye ukjent'
          : 'too much unknown'
        : figure.words,
    low !== undefined && high !== undefined
      ? `${nb ? '95 % intervall' : '95% interval'} ${say(low)} ${nb ? 'til' : 'to'} ${say(high)}`
      : '',
    unsure
      ? `${nb ? 'mulig med ukjente' : 'possible with the unknown'} ${say(unsure[0])} ${nb ? 'til' : 'to'} ${say(unsure[1])}`
      : '',
    figure.signs.includes('[m]') ? (nb ? 'måneder mangler' : 'months missing') : '',
    figure.signs.includes('[p]') ? (nb ? 'foreløpig' : 'provisional') : '',
    figure.signs.includes('[r]') ? (nb ? 'revidert' : 'revised') : '',
    figure.broken ? (nb ? 'brudd i serien' : 'break in the series') : '',
    figure.unstable ? (nb ? 'usikkert, få barn' : 'unstable, few children') : '',
  ]
    .filter(Boolean)
    .join('; ');
}
