import Papa from 'papaparse';
import type { Issue } from '$lib/schema/issue';
import type { Scanned } from './load-records';
import { nbNumber } from './nb-number';

const tailBytes = 64 << 10;
const lastRecords = 5;
const total =
  /^(grand total|i alt|sub-?total|totalt?s?|sum|summe|gesamt|insgesamt|totaal|ensemble)\b.{0,40}$/i;
const source = /^(source|kilde|quelle|bron|fuente|note|merknad|merk|anmerkung|nb|\*)\s?[:.*)]/i;

/**
 * Records at the end of a file that look like a total, a source line or a remark in a row of the table.
 * They are kept and pointed out, each with its line.
 */
export async function footerIssues({ blob, scan, delimiter, quote }: Scanned): Promise<Issue[]> {
  const [range] = scan.ranges.slice(-1);
  if (!range || scan.good < 2 || scan.fields < 2) return [];
  const from = Math.max(range[0], range[1] - tailBytes);
  let text = await blob.slice(from, range[1]).text();
  if (from > range[0]) text = text.slice(text.search(/[\r\n]/) + 1);
  const records = Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter,
    quoteChar: quote || '\u0000',
    newline: '\n',
    skipEmptyLines: true,
  }).data.filter((row) => row.length === scan.fields);
  const last = records.slice(-lastRecords);
  const lines = last.flatMap((row, i) => {
    const filled = row.map((cell) => cell.trim()).filter(Boolean);
    const [first = ''] = filled;
    const lone = filled.length === 1 && scan.fields > 2;
    const foot =
      // The account points out a key that is exactly a word for a total.
      (total.test(first) && (filled[0] !== row[0]?.trim() || /[^\p{L} ]/u.test(first))) ||
      source.test(first) ||
      (lone && /\s/.test(first));
    return foot ? [scan.lines.lineOf(scan.good - last.length + i)] : [];
  });
  if (!lines.length) return [];
  const count = lines.length;
  return [
    {
      level: 'warning',
      code: 'looks-like-footer',
      count,
      lines,
      message: {
        en: `${count} of the last records ${count === 1 ? 'looks' : 'look'} like a total, a source or a remark. ${count === 1 ? 'It is' : 'They are'} kept: remove at the source what is no record.`,
        nb: `${nbNumber(count)} av de siste postene ser ut som en sum, en kilde eller en merknad. ${count === 1 ? 'Den' : 'De'} beholdes: Fjern ved kilden det som ikke er en post.`,
      },
    },
  ];
}
