import type { Language } from '$lib/schema/text';
import type { MseAssessment } from '$lib/state/estimate.svelte';
import { about, exactly } from './estimated';
import { resultWords } from './result-words';

/** What the estimate of two lists says; no sentence of its own comes with it. */
export function twoListSentence(got: MseAssessment, language: Language): string {
  const say = resultWords[language].twoLists;
  const estimate = about(got.estimate, language);
  const range =
    got.lower80 === null || got.upper80 === null
      ? say.alone(estimate)
      : say.range(about(got.lower80, language), about(got.upper80, language), estimate);
  return `${range}${say.rest(exactly(got.observed, language), exactly(got.persons_on_two_or_more, language))}`;
}
