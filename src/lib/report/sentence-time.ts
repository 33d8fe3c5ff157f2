import type { ReleasedRow } from '$lib/disclosure/released';
import type { Measure } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { countsRecords } from './counts-records';
import { formatNumber } from './number-format';
import {
  comparedWith,
  inPeriod,
  lowerFirst,
  plain,
  strong,
  withoutNumber,
  type Said,
  type SentencePiece,
} from './sentence-piece';
import { nounOf, theseWords } from './unit-nouns';

/**
 * The median where the indicator has one, then the share by the latest time that can be read. Both
 * are estimates that count children who still wait.
 */
export function timeSentence(said: Said): SentencePiece[] {
  const { indicator, language, period } = said;
  const median = indicator.measures.find(({ reads }) => reads === 'median');
  const medianRow = rowOf(said, median);
  const share = latestShare(said);
  const pieces: SentencePiece[] = [];
  if (median && medianRow?.value.is === 'value')
    pieces.push(
      plain(
        `${ofThose(said)}${language === 'nb' ? ':' : ','} ${lowerFirst(median.label[language])} `,
      ),
      strong(formatNumber(medianRow.value.value, median.unit, language)),
      ...earlier(said, median),
      plain('.'),
    );
  else if (medianRow?.value.is === 'missing' && medianRow.value.why === 'not reached')
    pieces.push(plain(notHalf(said)));
  else if (medianRow && medianRow.value.is !== 'value' && !share)
    pieces.push(...withoutNumber(medianRow.value, period, language));
  if (share) pieces.push(...shareSentence(said, share, pieces.length > 0));
  if (share && medianRow?.value.is === 'withheld') pieces.push(plain(noMedian[language]));
  if (pieces.length > 0) return pieces;
  const first = indicator.measures.map((measure) => rowOf(said, reading(measure))).find(Boolean);
  return first && first.value.is !== 'value' ? withoutNumber(first.value, period, language) : [];
}

const noMedian: Text = {
  en: ' Typical times are withheld to protect children.',
  nb: ' Typiske tider holdes tilbake for å verne barn.',
};

/** Shares by a fixed time: of those who had the event, or of those still without it. */
const shares: ReadonlySet<Measure['reads']> = new Set(['cif', 'over']);

const reading = (measure: Measure) => (shares.has(measure.reads) ? measure : undefined);

const rowOf = ({ picked, period }: Said, measure?: Measure): ReleasedRow | null =>
  measure ? picked.at(measure.id, period, {}) : null;

/** The period before; of missing children not, because no count stands beside a reading of a curve. */
const earlier = (
  { indicator, picked, before, language }: Said,
  { id }: Measure,
): SentencePiece[] =>
  before === null || indicator.area === 'missing'
    ? []
    : comparedWith(picked.at(id, before, {}), language);

/** The reading of the first question at the longest time that has a number. */
function latestShare(said: Said): Measure | undefined {
  const first = said.indicator.measures.find(reading);
  return said.indicator.measures.findLast(
    (measure) =>
      measure.reads === first?.reads &&
      measure.of === first.of &&
      rowOf(said, measure)?.value.is === 'value',
  );
}

/** `An estimated 72% were referred within 30 days`; a label that is no participle stands before it. */
function shareSentence(said: Said, measure: Measure, second: boolean): SentencePiece[] {
  const { language } = said;
  const row = rowOf(said, measure);
  if (row?.value.is !== 'value') return [];
  const number = strong(formatNumber(row.value.value, row.unit, language));
  const label = lowerFirst(measure.label[language]);
  const end = [...earlier(said, measure), plain('.')];
  const nb = language === 'nb';
  if (!isParticiple(measure))
    return [
      plain(second ? ` ${measure.label[language]}` : `${ofThose(said)}: ${label}`),
      plain(nb ? ' anslagsvis ' : ': an estimated '),
      number,
      ...end,
    ];
  if (nb)
    return [
      plain(second ? ' Anslagsvis ' : `${ofThose(said)} var anslagsvis `),
      number,
      plain(second ? ` var ${label}` : ` ${label}`),
      ...end,
    ];
  return [
    plain(second ? ' An estimated ' : `${ofThose(said)}, an estimated `),
    number,
    plain(` were ${label}`),
    ...end,
  ];
}

/** Whether the label of a measure can follow “were”. */
export const isParticiple = ({ label }: Measure): boolean =>
  /^(\w+ly )?\w+ed\b|^(in|missing) /i.test(label.en);

function ofThose({ released, indicator, language, period }: Said): string {
  const these = theseWords(countsRecords(released) ? 'records' : nounOf(indicator), language);
  return language === 'nb'
    ? `Av ${these} registrert ${inPeriod(period, language)}`
    : `Of ${these} recorded ${inPeriod(period, language)}`;
}

const notHalf = (said: Said): string =>
  said.language === 'nb'
    ? `${ofThose(said)} nådde færre enn halvparten dette mens de ble fulgt.`
    : `${ofThose(said)}, fewer than half reached this while they were followed.`;
