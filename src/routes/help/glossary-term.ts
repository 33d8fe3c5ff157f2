import type { Text } from '$lib/schema/text';

/** A word that figures use, told in plain language. */
export interface GlossaryTerm {
  /** Kebab-case; the fragment of the term on the help page. */
  readonly id: string;
  /** The word as a reader meets it. */
  readonly name: Text;
  /** What it means here; at most four short sentences. */
  readonly meaning: Text;
  /** The law, standard or paper that defines it, where one does. */
  readonly source?: Text;
}

type Pair = readonly [en: string, nb: string];
const text = ([en, nb]: Pair): Text => ({ en, nb });

/** A term from pairs of English and Bokmål. */
export const term = (id: string, name: Pair, meaning: Pair, source?: Pair): GlossaryTerm => ({
  id,
  name: text(name),
  meaning: text(meaning),
  ...(source ? { source: text(source) } : {}),
});
