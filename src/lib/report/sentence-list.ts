import type { ReleasedRow } from '$lib/disclosure/released';
import type { Measure } from '$lib/schema/indicator';
import type { Language, Text } from '$lib/schema/text';
import { formatNumber, plainNumber } from './number-format';
import {
  canBeSaid,
  comparedByCounts,
  comparedWith,
  lowerFirst,
  numberOrLimits,
  plain,
  strong,
  whenWords,
  withheldEnd,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';

/** Figures of the latest period that a list may name. */
export interface Listed {
  readonly measure: Measure;
  readonly row: ReleasedRow;
}

const most = 4;
const some: Text = {
  en: ' Some numbers are withheld to protect children.',
  nb: ' Noen tall holdes tilbake for å verne barn.',
};
const more: Text = { en: ' The table has the rest.', nb: ' Resten står i tabellen.' };

/** Totals of the measures that read one of these, in the order of the definition. */
export const totalsOf = (
  { indicator, picked, period }: Said,
  ...reads: readonly Measure['reads'][]
): Listed[] =>
  indicator.measures.flatMap((measure) => {
    const row = reads.includes(measure.reads) ? picked.at(measure.id, period, {}) : null;
    return row ? [{ measure, row }] : [];
  });

/** `Recorded in 2024: `, and for a stock the day. */
export const recordedIn = ({ indicator, language, period }: Said): string =>
  `${language === 'nb' ? 'Registrert' : 'Recorded'} ${whenWords(indicator, period, language)}: `;

/**
 * `Recorded in 2024: a 62% (74 of 120; 95% range 53% to 70%), compared with 55% in 2023; b 40%.` The
 * first number has its range and the one before; a withheld one its limits; at most four are named.
 */
export function listSentence(said: Said, all: readonly Listed[], counts = false): SentencePiece[] {
  const { language, period } = said;
  const shown = all.filter(({ row }) => canBeSaid(row));
  const first = all[0];
  if (!first) return [];
  if (shown.length === 0)
    return first.row.value.is === 'value' ? [] : withoutNumber(first.row.value, period, language);
  return [
    plain(recordedIn(said)),
    ...shown.slice(0, most).flatMap((one, index) => itemPieces(said, one, index, counts)),
    plain('.'),
    plain(shown.length > most ? more[language] : ''),
    ...withheldEnd(
      all.map(({ row }) => row.value),
      some,
      language,
    ),
  ];
}

function itemPieces(
  { indicator, language, picked, before }: Said,
  { measure, row }: Listed,
  index: number,
  counts: boolean,
): SentencePiece[] {
  const label = lowerFirst(measure.label[language]);
  const inside = [counts ? outOf(row, language) : '', rangeWords(row, language)].filter(Boolean);
  return [
    plain(`${index === 0 ? '' : '; '}${label} `),
    strong(numberOrLimits(row, language)),
    plain(index === 0 && inside.length > 0 ? ` (${inside.join('; ')})` : ''),
    ...(index > 0 || before === null || row.value.is !== 'value'
      ? []
      : indicator.area === 'missing'
        ? comparedByCounts([row, picked.at(measure.id, before, row.by)], language, (one) =>
            counts ? outOf(one, language) : '',
          )
        : comparedWith(picked.at(measure.id, before, row.by), language)),
  ];
}

function outOf({ numerator, denominator }: ReleasedRow, language: Language): string {
  if (numerator.is !== 'value' || denominator.is !== 'value') return '';
  const of = language === 'nb' ? 'av' : 'of';
  return `${plainNumber(numerator.value, language)} ${of} ${plainNumber(denominator.value, language)}`;
}

/** `95% range 53% to 70%`; empty where the figure has none. */
function rangeWords({ value, unit }: ReleasedRow, language: Language): string {
  if (value.is !== 'value' || value.low === undefined || value.high === undefined) return '';
  const [low, high] = [value.low, value.high].map((one) => formatNumber(one, unit, language));
  return language === 'nb' ? `95 %-område ${low} til ${high}` : `95% range ${low} to ${high}`;
}
