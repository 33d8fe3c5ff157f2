import type { Indicator } from '$lib/schema/indicator';

/**
 * Every question of a definition as a definition of its own with the measures it makes, the headline
 * first: what a further question leaves out is as there. Which of them were asked shows in the rows.
 */
export function questionsIn(indicator: Indicator): readonly Indicator[] {
  const { further = [], ...definition } = indicator;
  const measuresOf = (id?: string) =>
    indicator.measures
      .filter((measure) => measure.in === id)
      .map((measure) => (id === undefined ? measure : { ...measure, in: undefined }));
  return [
    { ...definition, measures: measuresOf() },
    ...further.map((question): Indicator => ({
      ...definition,
      rows: undefined,
      events: undefined,
      ...question,
      id: indicator.id,
      measures: measuresOf(question.id),
    })),
  ];
}
