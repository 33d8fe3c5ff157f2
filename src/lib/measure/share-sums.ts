import type { ShareOf, ShareSum } from '$lib/disclosure/share-limits';
import type { Tally } from './tally';

/** The counts of a place in a tally, by label, each with the groups that it is the sum of. */
export const shareSums = (
  tally: Pick<Tally, 'at' | 'has' | 'ref'>,
  { period, by }: { readonly period: string; readonly by: Readonly<Record<string, string>> },
  groups: Readonly<Record<string, readonly string[]>>,
): ShareSum[] =>
  Object.entries(groups).flatMap(([label, over]) =>
    tally.has(period, by, label)
      ? [{ count: tally.ref(period, by, label), value: tally.at(period, by, label), over }]
      : [],
  );

/** The groups of a yes/no question. */
export const answers = {
  yes: ['yes'],
  known: ['yes', 'no'],
  unknown: ['unknown'],
  all: ['yes', 'no', 'unknown'],
};

/** What a share of the known, and its band where all unknown are otherwise, are made of. */
export const shareAmong = (
  sums: readonly ShareSum[],
): Readonly<Record<'known' | 'no' | 'yes', ShareOf>> => ({
  known: { part: answers.yes, whole: answers.known, sums },
  no: { part: answers.yes, whole: answers.all, sums, plain: true },
  yes: { part: [...answers.yes, ...answers.unknown], whole: answers.all, sums },
});
