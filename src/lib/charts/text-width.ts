/** Size of all chart text in pixels. */
export const textSize = 14;
/** Height of a line of chart text in pixels. */
export const lineHeight = 17;

const em = (character: string): number => {
  if (/[ijltf.,:;|!()[\]'’·\s]/.test(character)) return 0.32;
  if (/[mwMW%@]/.test(character)) return 0.86;
  if (/[A-ZÆØÅ–—]/.test(character)) return 0.66;
  return 0.55;
};

/** Width of a text in pixels, estimated from above: charts are drawn where nothing can be measured. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + em(character), 0) * textSize;

/** Breaks a text at its spaces into lines of at most `width` pixels; a longer word stands alone. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
