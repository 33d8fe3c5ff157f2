import type { Cell, Released } from '$lib/disclosure/released';
import { ageUnknownStep } from '$lib/measure/steps';
import type { Indicator } from '$lib/schema/indicator';
import type { ReadingLine } from './reading-lines';

/**
 * How many are of unknown age and not presumed to be children: beside a count, else a step on the way to
 * the figure, where no such step means none. Null where the figure does not tell.
 */
export function unknownAge(
  { steps }: Released,
  { statistic }: Indicator,
  lines: readonly ReadingLine[],
): Cell | null {
  const step = steps.find(({ words }) => words.en === ageUnknownStep.en);
  if (step) return step.count;
  if (statistic.kind === 'count') return lines[0]?.row.unknown ?? null;
  return statistic.kind === 'rate' || !steps.length ? null : { is: 'value', value: 0 };
}
