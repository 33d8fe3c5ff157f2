import type { ReleasedRow } from '$lib/disclosure/released';
import { breakdownLabel } from '$lib/schema/breakdowns';
import { countsRecords } from './counts-records';
import { groupWords } from './group-words';
import { formatNumber, plainNumber } from './number-format';
import {
  inPeriod,
  lowerFirst,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';

/** Shares of the known codes in the order of the code list; withheld ones are said to be so. */
export function compositionSentence(said: Said): SentencePiece[] {
  const { indicator, language, picked, period } = said;
  const measure = indicator.measures.find(({ reads }) => reads === 'share')?.id ?? '';
  const rows = picked.groups.flatMap((group) => picked.at(measure, period, group) ?? []);
  const shown = rows.filter(({ value }) => value.is === 'value');
  const first = rows[0];
  if (!first) return [];
  if (shown.length === 0)
    return first.value.is === 'value' ? [] : withoutNumber(first.value, period, language);
  const withheld = rows.some(({ value }) => value.is === 'withheld');
  return [
    plain(opening(said, first)),
    ...shown.flatMap((row, index) => sharePieces(said, measure, row, index)),
    plain('.'),
    ...(withheld
      ? [
          plain(
            language === 'nb'
              ? ' Noen andeler holdes tilbake for å verne barn.'
              : ' Some shares are withheld to protect children.',
          ),
        ]
      : []),
  ];
}

function opening({ released, indicator, language, period }: Said, { denominator }: ReleasedRow) {
  const of = indicator.statistic.kind === 'composition' ? indicator.statistic.of : 'gender';
  const column = lowerFirst(breakdownLabel(of)[language]);
  const records = countsRecords(released);
  const number = denominator.is === 'value' ? denominator.value : null;
  const count = number === null ? '' : `${plainNumber(number, language)} `;
  if (language === 'nb')
    return `Av ${count}${records ? 'saker' : 'barn'} registrert med ${column} ${inPeriod(period, language)}: `;
  const noun = records ? 'record' : number === 1 ? 'child' : 'children';
  const plural = records && number !== 1 ? 's' : '';
  return `Of ${count}${noun}${plural} recorded with ${column} ${inPeriod(period, language)}: `;
}

function sharePieces(
  { language, picked, before }: Said,
  measure: string,
  row: ReleasedRow,
  index: number,
): SentencePiece[] {
  if (row.value.is !== 'value') return [];
  const earlier = before === null ? null : picked.at(measure, before, row.by);
  return [
    plain(`${index === 0 ? '' : '; '}${lowerFirst(groupWords(row.by, language))} `),
    strong(formatNumber(row.value.value, row.unit, language)),
    plain(
      earlier?.value.is === 'value'
        ? ` (${formatNumber(earlier.value.value, row.unit, language)} ${inPeriod(earlier.period, language)})`
        : '',
    ),
  ];
}
