import { size } from './mse-table';

const numbers = (cell: number): number[] =>
  Array.from({ length: 32 - Math.clz32(cell) }, (_, list) => list + 1).filter(
    (list) => cell & (1 << (list - 1)),
  );

/** Interaction of lists as a bit mask, from `"1-3"`; null unless it names two or more known lists. */
export function parseTerm(text: string, lists: number): number | null {
  if (!/^\d+(-\d+)+$/.test(text)) return null;
  const named = text.split('-').map(Number);
  if (named.some((list) => list < 1 || list > lists)) return null;
  const cell = named.reduce((mask, list) => mask | (1 << (list - 1)), 0);
  return size(cell) === named.length ? cell : null;
}

const formatTerm = (cell: number): string => numbers(cell).join('-');

/** Terms as texts, in the order 1-2, 1-3, …, 2-3, …, 1-2-3. */
export const formatTerms = (terms: readonly number[]): string[] =>
  terms
    .toSorted((a, b) => size(a) - size(b) || (formatTerm(a) < formatTerm(b) ? -1 : 1))
    .map(formatTerm);

/** Hierarchical model by its generators, for example `"[123,14,34]"`. */
export function formatModel(active: number, terms: readonly number[]): string {
  const mains = numbers(active).map((list) => 1 << (list - 1));
  const all = [...mains, ...terms];
  const generators = all.filter(
    (term) => !all.some((other) => other !== term && (other & term) === term),
  );
  return `[${generators
    .map((term) => numbers(term).join(''))
    .sort()
    .join(',')}]`;
}
