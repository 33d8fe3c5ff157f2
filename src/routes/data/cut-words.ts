import { defaultView, viewWords, type View } from '$lib/measure/view';
import { periodWords } from '$lib/schema/period-words';
import type { Language } from '$lib/schema/text';

/** Filters of a figure in words; empty without any. */
export const filterWords = (
  where: Readonly<Record<string, readonly string[]>>,
  language: Language,
): string =>
  viewWords({ ...defaultView, where: where as View['where'] }, language)
    .slice(1)
    .join('; ');

/** The first and the last of some periods in words. */
export const spanWords = (periods: readonly string[], language: Language): string =>
  [...new Set([periods[0] ?? '', periods.at(-1) ?? ''])]
    .map((period) => periodWords(period, language))
    .join(' – ');
