import { proposeDialect } from './dialect';
import type { Dialect } from './import-report';
import type { ReadAs } from './read-as';
import type { Recipe, FileRecipe } from './recipe';

/**
 * What was decided about a file of the same kind: read in that way, this one must have the header
 * that the recipe was made for. `head` are its first bytes, `own` the encoding proposed for them.
 */
export function savedReading(
  recipe: Recipe | undefined,
  head: Uint8Array,
  own: Dialect['encoding'],
): ReadAs | null {
  const suits = ({ readAs, header }: FileRecipe): boolean => {
    if (!readAs) return false;
    const text = new TextDecoder(readAs.encoding ?? own).decode(head);
    const found = proposeDialect(new TextEncoder().encode(text), 0, false, readAs).header;
    return found.length === header.length && header.every((name, i) => name === found[i]);
  };
  return recipe?.files.find(suits)?.readAs ?? null;
}
