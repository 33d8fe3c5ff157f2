import { questionsIn } from '$lib/charts/questions-in';
import type { Released } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import { pickRows } from './pick-rows';

/** The first question of an indicator that has figures without a breakdown; the headline one if none has. */
export function shownQuestion(released: Released, indicator: Indicator): Indicator {
  const questions = questionsIn(indicator);
  const shown = questions.find((question) => pickRows(released, question).periods.length > 0);
  return shown ?? questions[0] ?? indicator;
}
