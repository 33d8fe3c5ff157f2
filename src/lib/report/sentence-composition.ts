import { multipleWords } from '$lib/charts/multiple-words';
import type { ReleasedRow } from '$lib/disclosure/released';
import { breakdownLabel } from '$lib/schema/breakdowns';
import type { Text } from '$lib/schema/text';
import { countsRecords } from './counts-records';
import { groupWords } from './group-words';
import { namedGroups, otherForms } from './named-groups';
import { formatNumber } from './number-format';
import {
  canBeSaid,
  inPeriod,
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
import { countedWords, manyWords, nounOf } from './unit-nouns';

const most = 6;
const inTable: Text = { en: ' are in the table', nb: ' står i tabellen' };
const more: Text = { en: ' The table has the rest.', nb: ' Resten står i tabellen.' };
const some: Text = {
  en: ' Some shares are withheld to protect children.',
  nb: ' Noen andeler holdes tilbake for å verne barn.',
};

/**
 * Shares of the known codes in the order of the code list, of forms the largest; withheld ones by the limits
 * they have, else they are said to be withheld.
 */
export function compositionSentence(said: Said): SentencePiece[] {
  const { indicator, language, picked, period } = said;
  const measure = indicator.measures.find(({ reads }) => reads === 'share')?.id ?? '';
  const rows = picked.groups.flatMap((group) => picked.at(measure, period, group) ?? []);
  const shown = rows.filter(canBeSaid);
  const first = rows[0];
  if (!first) return [];
  if (shown.length === 0)
    return first.value.is === 'value' ? [] : withoutNumber(first.value, period, language);
  const { statistic } = indicator;
  const multiple = statistic.kind === 'composition' && statistic.multiple;
  const { named, others } = namedGroups(indicator, shown, (row) => row);
  return [
    plain(opening(said, first)),
    ...named.slice(0, most).flatMap((row, index) => sharePieces(said, measure, row, index)),
    plain(others ? `; ${otherForms[language]}${inTable[language]}.` : '.'),
    plain(named.length > most ? more[language] : ''),
    plain(multiple ? ` ${multipleWords[language]}` : ''),
    ...withheldEnd(
      rows.map(({ value }) => value),
      some,
      language,
    ),
  ];
}

function opening({ released, indicator, language, period }: Said, { denominator }: ReleasedRow) {
  const of = indicator.statistic.kind === 'composition' ? indicator.statistic.of : 'gender';
  const column = lowerFirst(breakdownLabel(of)[language]);
  const noun = countsRecords(released) ? 'records' : nounOf(indicator);
  const counted =
    denominator.is === 'value'
      ? countedWords(denominator.value, noun, language, true)
      : manyWords(noun, language);
  const when = whenWords(indicator, period, language);
  return language === 'nb'
    ? `Av ${counted} registrert ${when} der ${column} er kjent: `
    : `Of ${counted} recorded ${when} with ${column} known: `;
}

function sharePieces(
  { language, picked, before }: Said,
  measure: string,
  row: ReleasedRow,
  index: number,
): SentencePiece[] {
  const sure = before !== null && row.value.is === 'value';
  const earlier = sure ? picked.at(measure, before, row.by) : null;
  return [
    plain(`${index === 0 ? '' : '; '}${lowerFirst(groupWords(row.by, language))} `),
    strong(numberOrLimits(row, language)),
    plain(
      earlier?.value.is === 'value'
        ? ` (${formatNumber(earlier.value.value, row.unit, language)} ${inPeriod(earlier.period, language)})`
        : '',
    ),
  ];
}
