/** A text without accents and capitals, to compare what was typed with. */
export const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word of what was typed stands somewhere in the texts; true for nothing typed. */
export function finds(typed: string, texts: readonly string[]): boolean {
  const all = plain(texts.join(' '));
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => all.includes(word));
}
