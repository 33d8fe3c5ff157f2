import type { Issue } from '$lib/schema/issue';
import type { Scan } from './scan';

/** What the scanner saw, as issues: rejected records by reason, blank lines, cells over several lines. */
export function scanIssues(scan: Scan): Issue[] {
  const issues: Issue[] = [];
  const kinds: readonly (readonly [string, RegExp, string])[] = [
    ['wrong-field-count', /^\d+ fields/, 'have another number of fields than the header'],
    ['quote-never-closed', /^a quote/, 'hold a quote that is not closed properly'],
    ['text-after-quote', /^text after/, 'hold text after a closing quote'],
  ];
  for (const [code, test, words] of kinds) {
    const found = scan.rejects.filter(({ reason }) => test.test(reason));
    if (found.length)
      issues.push({
        level: 'reject',
        code,
        count: found.length,
        lines: found.slice(0, 20).map(({ line }) => line),
        message: `${found.length} ${found.length === 1 ? 'record' : 'records'} ${words} and were not loaded.`,
      });
  }
  if (!scan.records)
    issues.push({
      level: 'warning',
      code: 'no-records',
      count: 0,
      message: 'The file has a header and no record.',
    });
  if (scan.blankLines)
    issues.push({
      level: 'note',
      code: 'blank-lines',
      count: scan.blankLines,
      message: `${scan.blankLines} blank ${scan.blankLines === 1 ? 'line is' : 'lines are'} not counted as records.`,
    });
  if (scan.multiline.count)
    issues.push({
      level: 'note',
      code: 'cell-over-several-lines',
      count: scan.multiline.count,
      lines: scan.multiline.lines,
      message: `${scan.multiline.count} records have a quoted cell that spans several lines. If such cells are not expected, a quote may be missing there.`,
    });
  if (scan.nul.count)
    issues.push({
      level: 'warning',
      code: 'nul-bytes',
      count: scan.nul.count,
      lines: scan.nul.lines,
      message: `${scan.nul.count} records contain NUL bytes, a sign of a damaged export.`,
    });
  if (scan.newline === 'mixed')
    issues.push({
      level: 'note',
      code: 'mixed-newlines',
      count: 1,
      message: 'The file mixes several kinds of line ends; all were read as line ends.',
    });
  return issues;
}
