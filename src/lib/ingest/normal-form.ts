const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  ß: 'ss',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
};

/** Prefixes that case systems put before every column and that say nothing. */
const prefixes = new Set(['prs', 'vic', 'cas', 'miss', 'clap']);

/**
 * A header or code in the form in which spellings are compared: camelCase and snake_case split,
 * lower case, accents and punctuation off, one blank between words. `yearOfRegistration` → `year of
 * registration`, `Kjønn` → `kjonn`.
 */
export function normalForm(text: string): string {
  if (/^[a-z\d]*$/.test(text)) return text;
  if (!/[^\0-\x7f]/.test(text))
    return text
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z\d]+/g, ' ')
      .trim();
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßœđł]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The normal form of a header without a system's prefix. */
export function headerForm(header: string): string {
  const words = normalForm(header).split(' ');
  return words.length > 1 && prefixes.has(words[0] ?? '')
    ? words.slice(1).join(' ')
    : words.join(' ');
}

/**
 * The form in which codes are compared: as `normalForm`, but signs that carry meaning (`<5`, `18+`,
 * `9--17`) stay.
 */
export const codeForm = (text: string): string =>
  /[<>+]|^[\W\d_]+$/.test(text.trim()) ? text.trim().toLowerCase() : normalForm(text);

/** A normal form without its blanks: `slutt dato` and `sluttdato` are one spelling. */
export const squashed = (form: string): string => form.replaceAll(' ', '');
