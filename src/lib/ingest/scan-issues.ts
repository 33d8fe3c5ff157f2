import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import { nbNumber } from './nb-number';
import type { Scan } from './record-tally';

/** What the scanner saw, as issues: rejected records by reason, blank lines, cells over several lines. */
export function scanIssues(scan: Scan): Issue[] {
  const issues: Issue[] = [];
  const kinds: readonly (readonly [string, RegExp, Text])[] = [
    [
      'wrong-field-count',
      /^\d+ fields/,
      {
        en: 'have another number of fields than the header',
        nb: 'har et annet antall felt enn overskriftsraden',
      },
    ],
    [
      'quote-never-closed',
      /^a quote/,
      {
        en: 'hold a quote that is not closed properly',
        nb: 'har et anførselstegn som ikke er lukket riktig',
      },
    ],
    [
      'record-too-long',
      /^a record of/,
      {
        en: 'are longer than 16 MB',
        nb: 'er lengre enn 16 MB',
      },
    ],
    [
      'text-after-quote',
      /^text after/,
      {
        en: 'hold text after a closing quote',
        nb: 'har tekst etter et avsluttende anførselstegn',
      },
    ],
  ];
  for (const [code, test, words] of kinds) {
    const found = scan.rejects.filter(({ reason }) => test.test(reason.en));
    if (found.length)
      issues.push({
        level: 'reject',
        code,
        count: found.length,
        lines: found.slice(0, 20).map(({ line }) => line),
        message: {
          en: `${found.length} ${found.length === 1 ? 'record' : 'records'} ${words.en} and were not loaded.`,
          nb: `${nbNumber(found.length)} ${found.length === 1 ? 'post' : 'poster'} ${words.nb} og ble ikke lastet inn.`,
        },
      });
  }
  if (scan.headerOpen)
    issues.push({
      level: 'error',
      code: 'header-quote-open',
      count: 1,
      message: {
        en: 'A quote in the header row, or in a title above it, is not closed properly. Repair it at the source.',
        nb: 'Et anførselstegn i overskriftsraden, eller i en tittel over den, er ikke lukket riktig. Rett det ved kilden.',
      },
    });
  if (!scan.records)
    issues.push({
      level: 'warning',
      code: 'no-records',
      count: 0,
      message: {
        en: 'The file has a header and no record.',
        nb: 'Filen har en overskriftsrad og ingen poster.',
      },
    });
  if (scan.blankLines)
    issues.push({
      level: 'note',
      code: 'blank-lines',
      count: scan.blankLines,
      message: {
        en: `${scan.blankLines} blank ${scan.blankLines === 1 ? 'line is' : 'lines are'} not counted as records.`,
        nb: `${nbNumber(scan.blankLines)} ${scan.blankLines === 1 ? 'tom linje' : 'tomme linjer'} er ikke regnet som poster.`,
      },
    });
  if (scan.multiline.count)
    issues.push({
      level: 'note',
      code: 'cell-over-several-lines',
      count: scan.multiline.count,
      lines: scan.multiline.lines,
      message: {
        en: `${scan.multiline.count} records have a quoted cell that spans several lines. If such cells are not expected, a quote may be missing there.`,
        nb: `${nbNumber(scan.multiline.count)} ${scan.multiline.count === 1 ? 'post' : 'poster'} har en celle i anførselstegn som går over flere linjer. Hvis det ikke er ventet, kan det mangle et anførselstegn der.`,
      },
    });
  if (scan.nul.count)
    issues.push({
      level: 'warning',
      code: 'nul-bytes',
      count: scan.nul.count,
      lines: scan.nul.lines,
      message: {
        en: `${scan.nul.count} records contain NUL bytes, a sign of a damaged export.`,
        nb: `${nbNumber(scan.nul.count)} ${scan.nul.count === 1 ? 'post' : 'poster'} inneholder NUL-byte, et tegn på at uttrekket er skadet.`,
      },
    });
  if (scan.newline === 'mixed')
    issues.push({
      level: 'note',
      code: 'mixed-newlines',
      count: 1,
      message: {
        en: 'The file mixes several kinds of line ends; all were read as line ends.',
        nb: 'Filen blander flere slags linjeskift; alle ble lest som linjeskift.',
      },
    });
  return issues;
}
