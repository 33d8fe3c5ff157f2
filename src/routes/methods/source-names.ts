/** Titles of the documents, which are in English, by their number. */
const titles = [
  'Best practices in programming for child victims',
  'Holistic approach, lessons learnt from field experience',
  'Special and additional measures for child trafficking victims',
  'Best practices in programming for child victims',
  'Submission on care and recovery of child victims',
] as const;

/** The name of a document: its title, and what stands before and after it in the language of the page. */
interface SourceName {
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

/**
 * The documents that a definition answers, each once. A place is `001_….txt:59-70`; the number in front is
 * that of the document, whose name in `names` has `{}` for the title.
 */
export const sourceNames = (
  places: readonly string[],
  names: readonly string[],
): readonly SourceName[] =>
  [...new Set(places.map((place) => Number.parseInt(place, 10)))].flatMap((document) => {
    const title = titles[document];
    const [before = '', after = ''] = (names[document] ?? '').split('{}');
    return title ? [{ before, title, after }] : [];
  });
