import { questionsIn } from '$lib/charts/questions-in';
import type { Released } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';

const isPairs = ({ statistic }: Indicator) => statistic.kind === 'succession';

/** The questions of what follows what that have figures: each is a block of its own on the page. */
export const pairsOf = (indicator: Indicator, { rows }: Released): readonly Indicator[] =>
  questionsIn(indicator).filter(
    (question) =>
      isPairs(question) &&
      rows.some(({ measure }) => question.measures.some(({ id }) => id === measure)),
  );

/** Measures of the tables of a block: all but those that have a block of their own. */
export function measuresHere(indicator: Indicator): readonly string[] {
  const elsewhere = isPairs(indicator)
    ? []
    : questionsIn(indicator)
        .filter(isPairs)
        .flatMap(({ measures }) => measures.map(({ id }) => id));
  return indicator.measures.map(({ id }) => id).filter((id) => !elsewhere.includes(id));
}
