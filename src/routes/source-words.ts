import type { Language, Text } from '$lib/schema/text';
import { periodWords } from '$lib/schema/period-words';

const madeUp: Text = { en: 'made-up data set', nb: 'oppdiktet datasett' };
const files: Text = { en: 'files loaded in this tab', nb: 'filer lastet inn i denne fanen' };
const dataTo: Text = { en: 'data to', nb: 'data til' };

/** What a figure was made from: `files loaded in this tab, data to June 2026`. */
export function sourceWords(
  facts: {
    readonly synthetic: boolean;
    readonly meta: { readonly extractMonth?: string | null };
  } | null,
  language: Language,
): string {
  const month = facts?.meta.extractMonth;
  const from = (facts?.synthetic ? madeUp : files)[language];
  return month ? `${from}, ${dataTo[language]} ${periodWords(month, language)}` : from;
}
