import { columnWords, groupWords } from '$lib/report/group-words';
import { formatNumber, plainNumber } from '$lib/report/number-format';
import { isBreakdown } from '$lib/schema/breakdowns';
import type { Indicator } from '$lib/schema/indicator';
import type { Language } from '$lib/schema/text';
import type { FigureRow } from '$lib/state/looked-rows.svelte';
import { rowsWords } from './rows-words';

type Tells = FigureRow['tells'];

/**
 * How the statement of a figure counts one row, in words; columns that have none of their own by the
 * names they have in the statement.
 */
export function rowTells(tells: Tells, indicator: Indicator, language: Language): string[] {
  const say = rowsWords[language].tells;
  if ('known' in tells) return [tells.known ? say.child : say.ageUnknown];
  if ('cause' in tells) return [timeWords(tells, language)];
  if (typeof tells.vector === 'string') return answers(tells.vector, indicator, language);
  const { statistic } = indicator;
  const of = 'of' in statistic && typeof statistic.of === 'string' ? statistic.of : '';
  return Object.entries(tells).flatMap(([column, value]) => {
    // One row a child is what every other line says.
    if (value === null || ((column === 'children' || column === 'rows') && value === 1)) return [];
    if (column === 'code' && of)
      return [
        `${columnWords(of, language)}: ${String(value)
          .split('+')
          .map((code) => groupWords({ [of]: code }, language))
          .join(', ')}`,
      ];
    if (isBreakdown(column))
      return [
        `${columnWords(column, language)}: ${groupWords({ [column]: String(value) }, language)}`,
      ];
    const text = typeof value === 'number' ? plainNumber(value, language, 2) : String(value);
    return [column === 'value' ? say.value(text) : `${column}: ${text}`];
  });
}

function timeWords({ problem, cause, moved, minutes }: Tells, language: Language): string {
  const say = rowsWords[language].tells;
  if (problem === 'invalid') return say.invalid;
  if (problem !== null || minutes === null) return say.untimed;
  const time = formatNumber(Number(minutes) / 60, 'hours', language);
  if (cause === 1) return say.event(time);
  if (cause === 2) return say.other(time);
  return moved ? say.moved(time) : say.open(time);
}

/** Answers to the sub-questions, under the words of the first measure that reads each. */
function answers(vector: string, indicator: Indicator, language: Language): string[] {
  const say = rowsWords[language].tells;
  const { statistic } = indicator;
  const [first] = 'of' in statistic && Array.isArray(statistic.of) ? statistic.of : [];
  return vector.split(';').map((one) => {
    const [of = '', answer = ''] = one.split('=');
    const measure = indicator.measures.find(
      (each) => each.of === of || (each.of === undefined && of === first),
    );
    const told = answer === 'yes' || answer === 'no' ? say[answer] : say.unknown;
    return `${measure?.label[language] ?? of}: ${told}`;
  });
}
