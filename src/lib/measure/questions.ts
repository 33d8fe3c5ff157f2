import type { Choice, Indicator, Population } from '$lib/schema/indicator';

/**
 * The questions of a definition that are asked under a choice, each as a definition of its own with the
 * measures it makes; the headline question first. The option `population` moves the headline and what
 * follows it.
 */
export function questionsOf(indicator: Indicator, choice: Choice): Indicator[] {
  const { further = [], when, ...definition } = indicator;
  const head: Indicator = {
    ...definition,
    population: (choice.options.population as Population | undefined) ?? indicator.population,
    measures: indicator.measures.filter((measure) => measure.in === undefined),
  };
  const { population, anyAge, period, unit } = head;
  const others = further
    .filter((question) => question.when?.(choice) ?? true)
    .map((question): Indicator => {
      const measures = indicator.measures.filter((measure) => measure.in === question.id);
      const inherited = { population, anyAge, period, unit, rows: undefined, events: undefined };
      return { ...head, ...inherited, ...question, id: indicator.id, measures };
    });
  return (when?.(choice) ?? true) ? [head, ...others] : others;
}
