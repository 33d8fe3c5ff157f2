import type { Released } from '$lib/disclosure/released';
import type { Indicator, Measure } from '$lib/schema/indicator';

/** Numbers of a figure whose rows can be listed. */
export interface RowChoices {
  /** One measure for each question that the figure asks: others of it read the same rows. */
  readonly measures: readonly Measure[];
  readonly periods: readonly string[];
  /** Groups as in the rows, everyone first. */
  readonly groups: readonly Readonly<Record<string, string>>[];
}

/** What a list of rows can be asked for; no measure where the figure is not about children. */
export function numbersOf(indicator: Indicator, released: Released): RowChoices {
  const { population, statistic } = indicator;
  const about = population !== 'programmes' && population !== 'files';
  const listed = about && statistic.kind !== 'care-calendar' && statistic.kind !== 'profile';
  const shown = new Set(released.rows.map(({ measure }) => measure));
  const questions = new Map<string, Measure>();
  // A figure that is counted by group alone has its measures in other rows than the total.
  const byQuestion = statistic.kind === 'time';
  for (const measure of listed ? indicator.measures : []) {
    const question = `${measure.in ?? ''} ${byQuestion ? (measure.of ?? '') : ''}`;
    if (shown.has(measure.id) && !questions.has(question)) questions.set(question, measure);
  }
  const groups = new Map<string, RowChoices['groups'][number]>([['{}', {}]]);
  for (const { by } of released.rows)
    if (!(statistic.kind === 'rate' && 'age_band' in by)) groups.set(JSON.stringify(by), by);
  return {
    measures: [...questions.values()],
    periods: [...new Set(released.rows.map(({ period }) => period))],
    groups: [...groups.values()],
  };
}
