import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import { barnevernTables } from './barnevern';
import type { ChosenFile, Sheet } from './file-proposal';
import { sheetCsv } from './sheet-csv';
import { Allowance, TooLarge } from './unpacked';
import { openWorkbook } from './workbook';
import { sheetIssues, workbookWords } from './workbook-words';
import { zipEntries } from './zip-entries';

/** A file that is read as one table: what was chosen, or one sheet of it. */
export interface Opened extends ChosenFile {
  /** Position of the chosen file, from 0. */
  readonly chosen: number;
  readonly sheet?: Sheet;
}

/** The most that one workbook may unpack to, in bytes. */
const most = 1 << 30;
const mostSheets = 200;

/**
 * Files as tables: a workbook becomes one table a sheet, the XML of Norway's reporting on child
 * protection one a kind of row, every other file stays what it is. The only
 * sheet with cells keeps the name of the file; several are called `book.xlsx/sheet`. Never throws on
 * a bad file: what cannot be opened carries the sentence that says so.
 */
export async function openFiles(
  files: readonly ChosenFile[],
  signal?: AbortSignal,
): Promise<Opened[]> {
  const opened: Opened[] = [];
  const met = { children: new Map<string, string>(), cases: new Set<string>() };
  for (const [chosen, file] of files.entries()) {
    const zip = new Uint8Array(await file.blob.slice(0, 4).arrayBuffer());
    const isZip = [0x50, 0x4b, 3, 4].every((byte, i) => zip[i] === byte);
    const sheets = isZip ? await sheetsOf(file, signal) : await barnevernTables(file, met, signal);
    if (!sheets) opened.push({ ...file, chosen });
    else for (const sheet of sheets) opened.push({ ...sheet, chosen });
  }
  return opened;
}

/** The sheets of a workbook, or null when the archive is something else. */
async function sheetsOf(
  file: ChosenFile,
  signal?: AbortSignal,
): Promise<Omit<Opened, 'chosen'>[] | null> {
  const bad = (code: string, message: Text) => [
    {
      name: file.name,
      blob: file.blob,
      sheet: { whole: file.blob, notes: [], bad: { code, message } },
    },
  ];
  try {
    const entries = await zipEntries(file.blob);
    if (!entries) return bad('damaged', workbookWords.damaged);
    const allowance = new Allowance(most);
    const book = await openWorkbook(entries, allowance, signal);
    if (!book) return null;
    if (book.sheets.length > mostSheets) return bad('too-large', workbookWords.tooLarge);
    const filled = [];
    for (const { name, hidden, part } of book.sheets) {
      const csv = part && (await sheetCsv(part, book, allowance, signal));
      if (csv?.rows) filled.push({ name, hidden, csv });
    }
    if (!filled.length) return bad('empty', workbookWords.noSheet);
    const left = book.sheets.length - filled.length;
    const note = (code: string, count: number, message: Text, level: Issue['level'] = 'note') =>
      count ? [{ level, code, count, message }] : [];
    return filled.map(({ name, hidden, csv }, i) => ({
      name: filled.length === 1 ? file.name : `${file.name}/${name}`,
      blob: csv.blob,
      sheet: {
        whole: file.blob,
        notes: [
          ...note('hidden-sheet', Number(hidden), workbookWords.hidden, 'warning'),
          ...sheetIssues(csv),
          ...note('external-links', Number(book.externalLinks), workbookWords.links),
          ...note('macros', Number(book.macros), workbookWords.macros),
          ...(i === 0 ? note('sheets-left-out', left, workbookWords.leftOut(left)) : []),
        ],
      },
    }));
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown instanceof TooLarge) return bad('too-large', workbookWords.tooLarge);
    return bad('damaged', workbookWords.damaged);
  }
}
