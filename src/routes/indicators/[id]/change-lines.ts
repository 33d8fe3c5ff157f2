import type { ChangeParts } from '$lib/measure/change-parts';
import { fromSteps } from '$lib/measure/figure-steps';
import { periodWords } from '$lib/schema/period-words';
import { plainNumber } from '$lib/report/number-format';
import type { Language } from '$lib/schema/text';
import type { ChangeAsked, ChangeColumn } from './change-columns';
import { changeWords } from './change-words';

/** One line of the split: what it is, its number in each column, and what that means. */
export interface ChangeLine {
  readonly is: 'from' | 'revision' | 'definition' | 'recorded' | 'total' | 'to';
  readonly label: string;
  readonly texts: readonly (string | null)[];
  readonly why: string;
}

/** Whole steps of a unit as they are printed; shares in per cent. */
export function stepsText(steps: number, unit: string, language: Language): string {
  const { number, decimals } = fromSteps(steps, unit);
  const text = plainNumber(number, language, decimals, decimals);
  return unit === 'share' ? `${text}${language === 'nb' ? '\u00A0%' : '%'}` : text;
}

/** A difference of whole steps with its sign; of shares in points. */
export function signedSteps(steps: number, unit: string, language: Language): string {
  const { number, decimals } = fromSteps(Math.abs(steps), unit);
  const size = plainNumber(number, language, decimals, decimals);
  const text = steps === 0 ? size : `${steps < 0 ? '−' : '+'}${size}`;
  return unit === 'share' ? changeWords[language].points(text) : text;
}

/** The lines of the split, from the first figure to the last. */
export function changeLines(
  columns: readonly ChangeColumn[],
  { earlier, later, order }: ChangeAsked,
  two: boolean,
  language: Language,
): ChangeLine[] {
  const told = changeWords[language];
  const [before, after] = [periodWords(earlier, language), periodWords(later, language)];
  const state = (of: 'from' | 'to') =>
    columns.map(({ parts, unit }) => parts && stepsText(parts[of], unit, language));
  const moved = (of: Exclude<keyof ChangeParts, 'from' | 'to'>) =>
    columns.map(({ parts, unit }) => {
      const steps = parts?.[of] ?? null;
      return steps === null ? null : signedSteps(steps, unit, language);
    });
  const has = (of: 'revision' | 'definition') =>
    columns.some(({ parts }) => parts && parts[of] !== null);
  const start = has('revision') ? told.startBefore(before) : two ? told.start(before) : before;
  const definition: ChangeLine = {
    is: 'definition',
    label: told.ofDefinition,
    texts: moved('definition'),
    why: told.definitionWhy(order === 'definition' ? before : after),
  };
  const recorded: ChangeLine = {
    is: 'recorded',
    label: told.recorded,
    texts: moved('recorded'),
    why: told.recordedWhy(before, after),
  };
  const both = order === 'definition' ? [definition, recorded] : [recorded, definition];
  return [
    { is: 'from', label: start, texts: state('from'), why: '' },
    ...(has('revision')
      ? [
          {
            is: 'revision' as const,
            label: told.revision,
            texts: moved('revision'),
            why: told.revisionWhy(before),
          },
        ]
      : []),
    ...(has('definition') ? both : [recorded]),
    { is: 'total', label: told.total, texts: moved('total'), why: told.totalWhy },
    { is: 'to', label: told.end(after, two), texts: state('to'), why: '' },
  ];
}
