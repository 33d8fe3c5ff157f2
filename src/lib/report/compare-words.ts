import type { Language, Text } from '$lib/schema/text';
import { formatNumber, plainNumber } from './number-format';

/** A difference with its sign, shares in percentage points: `−16.2 points`, `+3.1`. */
export function differenceText(value: number, unit: string, language: Language): string {
  const text = signed(value, unit, language);
  if (unit !== 'share') return text;
  return `${text} ${/^[−+]1$/.test(text) && language === 'en' ? 'point' : points[language]}`;
}

/** `−17.5 to −14.9`, in the unit of the difference. */
export const differenceRange = (
  low: number,
  high: number,
  unit: string,
  language: Language,
): string => `${signed(low, unit, language)} ${to[language]} ${signed(high, unit, language)}`;

/** A ratio: two decimals. */
export const ratioText = (value: number, language: Language): string =>
  plainNumber(value, language, 2, 2);

/** A p-value: two figures, and under 0.001 no more than that. */
export function pText(p: number, language: Language): string {
  if (p < 0.001) return `${{ en: 'under', nb: 'under' }[language]} ${plainNumber(0.001, language, 3)}`; // prettier-ignore
  return plainNumber(p, language, p < 0.1 ? 3 : 2, 2);
}

/** What an adjusted p-value says in words, never without the numbers beside it. */
export const verdict = (adjusted: number, language: Language): string =>
  (adjusted < 0.05 ? clear : chance)[language];

/** Whether a comparison is called a clear difference. */
export const isClear = (adjusted: number | null): boolean => adjusted !== null && adjusted < 0.05;

const clear: Text = { en: 'clear difference', nb: 'klar forskjell' };
const chance: Text = { en: 'could be chance', nb: 'kan være tilfeldig' };
const points: Text = { en: 'points', nb: 'prosentpoeng' };
const to: Text = { en: 'to', nb: 'til' };

function signed(value: number, unit: string, language: Language): string {
  const size = Math.abs(value);
  const text =
    unit === 'share'
      ? plainNumber(size * 100, language, 1, Number.isInteger(Math.round(size * 1e6) / 1e4) ? 0 : 1)
      : formatNumber(size, unit, language);
  if (/^[0.,]+$/.test(text)) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
