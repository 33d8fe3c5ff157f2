import type { Released } from '$lib/disclosure/released';
import type { Language } from '$lib/schema/text';
import { periodWords } from '$lib/schema/period-words';
import type { Picked } from './pick-rows';
import { inPeriod, plain, type SentencePiece } from './sentence-piece';

/** Which periods a sentence tells. */
export interface Told {
  /** The latest whole one; the latest one where none is whole. */
  readonly period: string;
  /** The one before it, where the two may be held against each other. */
  readonly before: string | null;
  /** Why it stands alone, or with what caution it is held against the one before; often empty. */
  words(language: Language, said: readonly SentencePiece[]): SentencePiece[];
}

/**
 * The periods that a sentence compares: a period that the files do not wholly cover is never held
 * against another, nor one without a body that reported in both; then the words say so.
 */
export function toldPeriods(released: Released, picked: Picked): Told | null {
  const ids = new Set(picked.measures.map(({ id }) => id));
  const cut = new Set(
    released.rows
      .filter((row) => ids.has(row.measure) && row.marks.includes('incomplete'))
      .map((row) => row.period),
  );
  const whole = picked.periods.filter((one) => !cut.has(one));
  const period = whole.at(-1) ?? picked.periods.at(-1);
  if (period === undefined) return null;
  const at = picked.periods.indexOf(period);
  const earlier = picked.periods[at - 1] ?? null;
  const near = earlier !== null && !cut.has(earlier) ? earlier : null;
  const found = released.comparisons?.find((one) => one.earlier === near && one.later === period);
  const apart = found?.verdict === 'not comparable';
  const leftOut = picked.periods.filter((one, i) => cut.has(one) && (i > at || one === period));
  return {
    period,
    before: apart ? null : near,
    words: (language, said) => [
      ...(found &&
      near &&
      (apart || said.some(({ text }) => text.includes(inPeriod(near, language))))
        ? [plain(` ${verdictWords(found, near, language)}`)]
        : []),
      ...(leftOut.length > 0 ? [plain(` ${leftOutWords(leftOut, language)}`)] : []),
    ],
  };
}

function verdictWords(
  { verdict, reasons }: NonNullable<Released['comparisons']>[number],
  earlier: string,
  language: Language,
): string {
  const nb = language === 'nb';
  const why = reasons.map((reason) => reason[language]).join('; ');
  if (verdict === 'comparable') return nb ? `Sammenlignbart: ${why}.` : `Comparable: ${why}.`;
  if (verdict === 'with caution')
    return nb ? `Sammenlign med varsomhet: ${why}.` : `Compare with caution: ${why}.`;
  const words = periodWords(earlier, language);
  return nb ? `Ikke sammenlignbart med ${words}: ${why}.` : `Not comparable with ${words}: ${why}.`;
}

function leftOutWords(periods: readonly string[], language: Language): string {
  const names = periods.map((one) => periodWords(one, language)).join(', ');
  return language === 'nb'
    ? `Ikke hele perioden er i filene (${names}): ikke sammenlignet.`
    : `Not the whole period is in the files (${names}): not compared.`;
}
