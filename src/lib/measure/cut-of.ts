import type { Cut } from '$lib/disclosure/cut';
import type { Indicator } from '$lib/schema/indicator';
import { formatKind, type Slice } from './period';
import type { View } from './view';

/** Kinds that count children in the month in which they were first detected, though the question is a flow. */
const byFirstMonth = new Set<Indicator['statistic']['kind']>(['count', 'rate']);

/**
 * Where a figure stands among those of its release. A child of a cohort has one month, so that the
 * periods of a cohort are sums of months; events of a flow may happen to one child in several.
 */
export function cutOf(
  questions: readonly Indicator[],
  slices: readonly Slice[],
  { where, period, options }: View,
): Cut {
  const [first] = questions;
  const sums = questions.every(
    (question) => question.period === 'cohort' || byFirstMonth.has(question.statistic.kind),
  );
  const grain = sums ? '' : `${formatKind(period)} ${period.from ?? ''}..${period.to ?? ''}`;
  const choices = Object.entries(options).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    indicator: first!.id,
    family: JSON.stringify([first!.id, choices, grain]),
    sums,
    where: Object.fromEntries(
      Object.entries(where).flatMap(([column, codes]) => (codes?.length ? [[column, codes]] : [])),
    ),
    periods: Object.fromEntries(slices.map(({ id, first, last }) => [id, [first, last]])),
  };
}
