import type { Text } from '$lib/schema/text';
import type { CheckCounts, CrossFileRule, RuleUnit } from './cross-file-rule';

/** One and several of each unit. */
const units: Record<RuleUnit, { en: [string, string]; nb: [string, string] }> = {
  rows: { en: ['row', 'rows'], nb: ['rad', 'rader'] },
  keys: { en: ['key', 'keys'], nb: ['nøkkel', 'nøkler'] },
  children: { en: ['child', 'children'], nb: ['barn', 'barn'] },
  programmes: { en: ['programme', 'programmes'], nb: ['program', 'programmer'] },
  totals: { en: ['total', 'totals'], nb: ['total', 'totaler'] },
  values: { en: ['value', 'values'], nb: ['verdi', 'verdier'] },
};

const numbers = { en: new Intl.NumberFormat('en-GB'), nb: new Intl.NumberFormat('nb-NO') };

/** What came of a rule, in numbers: how many break it, of how many, and how many could not be tested. */
export function checkSentence(
  { unit }: Pick<CrossFileRule, 'unit'>,
  { tested, failing, untestable }: CheckCounts,
): Text {
  const of = (count: number, language: 'en' | 'nb') =>
    `${numbers[language].format(count)} ${units[unit][language][count === 1 ? 0 : 1]}`;
  if (!tested && !untestable)
    return { en: 'Nothing in these files to test.', nb: 'Ingenting i disse filene å prøve.' };
  const en = !tested
    ? 'None could be tested'
    : failing
      ? `${numbers.en.format(failing)} of ${of(tested, 'en')} ${failing === 1 ? 'breaks' : 'break'} this`
      : `All of ${of(tested, 'en')} keep this`;
  const nb = !tested
    ? 'Ingen kunne prøves'
    : failing
      ? `${numbers.nb.format(failing)} av ${of(tested, 'nb')} bryter dette`
      : `Alle av ${of(tested, 'nb')} holder dette`;
  return untestable
    ? {
        en: `${en}; ${of(untestable, 'en')} could not be tested because a value is missing.`,
        nb: `${nb}; ${of(untestable, 'nb')} kunne ikke prøves fordi en verdi mangler.`,
      }
    : { en: `${en}.`, nb: `${nb}.` };
}
