import type { Uniqueness } from '$lib/measure/uniqueness';
import { columnWords, listWords, stepWords, uniquenessWords } from '$lib/measure/uniqueness-words';

/** The counts as lines of text: classes, combinations, what to make coarser. */
export function uniquenessLines(found: Uniqueness): string {
  const { lead, advice, caution } = uniquenessWords(found);
  const made = found.made.length
    ? `with ${listWords(found.made.map(stepWords)).en}`
    : 'the same, nothing to make coarser';
  const sizes = (title: string, counts: Uniqueness['asLoaded']) => [
    `  ${title}`,
    ...counts.map(
      ({ size, records, children }) =>
        `    class of ${size}: ${records} records${children === null ? '' : `, ${children} children`}`,
    ),
  ];
  return [
    lead.en,
    ...sizes('as the files hold them', found.asLoaded),
    ...sizes(made, found.grouped),
    ...found.combinations.map(
      ({ columns, unique }) =>
        `  alone by ${listWords(columns.map(columnWords)).en}: ${unique} ${found.unit}`,
    ),
    advice.en,
    caution.en,
  ].join('\n');
}
