/**
 * The documents that a definition answers, each once by name. A place is `001_….txt:59-70`; the number in
 * front is that of the document among `names`.
 */
export const sourceNames = (places: readonly string[], names: readonly string[]): string =>
  [...new Set(places.map((place) => names[Number.parseInt(place, 10)] ?? ''))]
    .filter(Boolean)
    .join('; ');
