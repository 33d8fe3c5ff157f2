import type { DialectChoice } from './dialect';
import { encodings, type Dialect } from './import-report';

/** How the bytes of a file were read by decision, where the proposal was wrong. */
export interface ReadAs extends DialectChoice {
  readonly encoding?: Dialect['encoding'];
}

/** True for what `FileRecipe.readAs` may hold; a recipe comes from a file that anybody can write. */
export function isReadAs(value: unknown): value is ReadAs {
  if (typeof value !== 'object' || value === null) return false;
  const { encoding, delimiter, quote, headerRow, headerRows } = value as Record<string, unknown>;
  const oneOf = (one: unknown, list: readonly string[]) =>
    one === undefined || list.some((known) => known === one);
  const line = (one: unknown, most: number) =>
    one === undefined || (Number.isInteger(one) && Number(one) >= 1 && Number(one) <= most);
  return (
    oneOf(encoding, encodings) &&
    oneOf(delimiter, [',', ';', '\t', '|']) &&
    oneOf(quote, ['"', "'", '']) &&
    line(headerRow, 1e6) &&
    line(headerRows, 5)
  );
}
