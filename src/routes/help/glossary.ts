import type { Language } from '$lib/schema/text';
import type { GlossaryTerm } from './glossary-term';
import { termsOfChildren } from './terms-of-children';
import { termsOfFigures } from './terms-of-figures';
import { termsOfProtection } from './terms-of-protection';

const all: readonly GlossaryTerm[] = [...termsOfChildren, ...termsOfFigures, ...termsOfProtection];
const byId = new Map(all.map((one) => [one.id, one]));

/** Every term in the order of the alphabet of a language. */
export const glossary = (language: Language): readonly GlossaryTerm[] =>
  all.toSorted((a, b) => a.name[language].localeCompare(b.name[language], language));

/** A term by its id. Throws on an id that the glossary does not have. */
export function glossaryTerm(id: string): GlossaryTerm {
  const found = byId.get(id);
  if (!found) throw new Error(`no such term: ${id}`);
  return found;
}
