/** XML and pages of the web; `<TICKER>,<PER>` is a header of a table. */
const markup = /^\s*<([?!]|([a-z]\w*:)?barnevern|[a-z][\w:.-]*(\s[^>]*)?>(?!\s*[,;\t|]))/i;

/** The first letters of a file, of UTF-16 too. */
export const startOf = async (blob: Blob): Promise<string> =>
  (await blob.slice(0, 400).text()).replace(/[\0\ufeff\ufffd]/g, '');

/** True for text that is markup and no table: its first line would be shown as the name of a column. */
export const isMarkup = (start: string): boolean => markup.test(start);
