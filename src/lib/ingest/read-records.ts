import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import { barnevernWords } from './barnevern-words';
import { byteContexts } from './byte-contexts';
import { judgeBytes, toUtf8, unpack } from './decode';
import { proposeDialect, type DialectChoice, type ProposedDialect } from './dialect';
import { damagedCharacters, doubtIssues, encodingDoubt, otherEncoding } from './encoding-doubt';
import { guessEncoding } from './encoding-guess';
import type { InspectOptions } from './file-proposal';
import { footerIssues } from './footer-issues';
import type { Dialect } from './import-report';
import { isMarkup, startOf } from './is-markup';
import { inspectWords } from './inspect-words';
import type { Scanned } from './load-records';
import type { Opened } from './open-files';
import type { ReadAs } from './read-as';
import { savedReading } from './saved-reading';
import { scan } from './scan';
import { scanIssues } from './scan-issues';
import { TooLarge } from './unpacked';
import { workbookWords } from './workbook-words';

/** The records of a file, and how they were found. */
export interface Records {
  readonly scanned: Scanned;
  readonly header: readonly string[];
  readonly joinedHeader: ProposedDialect['joinedHeader'];
  readonly encoding: Dialect['encoding'];
  readonly reasons: readonly Text[];
  readonly issues: readonly Issue[];
  /** What was decided about it, now or in the recipe. */
  readonly readAs: ReadAs;
}

/** Why a file has no records that could be read. */
export interface Unread {
  readonly code: string;
  readonly message: Text;
}

const headBytes = 256 << 10;
const mostHeadBytes = 16 << 20;
/** How the CSV of a sheet is written. */
const sheetDialect = { delimiter: ',', quote: '"' } as const;

/** Bytes to records: unpacks, decides encoding and dialect, scans. */
export async function readRecords(
  file: Opened,
  { recipe, decisions, signal, onProgress }: InspectOptions,
): Promise<Records | Unread> {
  const mine = <T extends { readonly file: string }>(list?: readonly T[]) =>
    (list ?? []).filter((one) => one.file === file.name);
  const issues: Issue[] = [...(file.sheet?.notes ?? [])];
  let { blob, path } = file;
  if (file.sheet?.bad) return file.sheet.bad;
  let head = await headOf(blob);
  let bytes = judgeBytes(head);
  if (bytes.is === 'gzip') {
    try {
      blob = await unpack(blob, signal);
    } catch (thrown) {
      signal?.throwIfAborted();
      return thrown instanceof TooLarge
        ? { code: 'too-large', message: workbookWords.tooLarge }
        : { code: 'damaged', message: inspectWords.damaged };
    }
    if (isMarkup(await startOf(blob)))
      return { code: 'not-a-table', message: barnevernWords.packed };
    path = undefined;
    head = await headOf(blob);
    bytes = judgeBytes(head);
  }
  if (bytes.is === 'empty') return { code: 'empty', message: inspectWords.empty };
  if (bytes.is !== 'text')
    return {
      code: 'not-a-table',
      message: bytes.is === 'other' ? bytes.sentence : inspectWords.packedTwice,
    };
  const saved = savedReading(recipe, head, bytes.encoding);
  const told =
    mine(decisions?.encoding).at(-1)?.encoding ?? (file.sheet ? undefined : saved?.encoding);
  let encoding = told ?? bytes.encoding;
  let { bom } = bytes;
  const reasons = [
    file.sheet
      ? (file.sheet.read ?? workbookWords.read)
      : told
        ? inspectWords.encodingDecided
        : bytes.reason,
  ];
  const original = blob;
  let repaired = false;
  for (;;) {
    if (encoding === 'windows-1252' && !told) {
      const doubt = await encodingDoubt(original, signal);
      repaired = doubt.sequences > doubt.strays;
      if (repaired) {
        encoding = 'utf-8';
        reasons[0] = inspectWords.mostlyUtf8;
      }
      issues.push(...doubtIssues(doubt, repaired ? 'utf-8' : 'windows-1252'));
      const other = repaired ? null : guessEncoding(await byteContexts(original, signal));
      if (other) issues.push(otherEncoding(other, doubt.strays));
    }
    if (encoding !== 'utf-8' || repaired) {
      let damaged = 0;
      blob = await toUtf8(original, encoding, signal, (signs) => (damaged += signs));
      if (damaged && !repaired) issues.push(damagedCharacters(damaged));
      path = undefined;
      if (!repaired) bom = 0;
      head = await headOf(blob);
    }
    if (head.length < blob.size && !head.includes(10) && !head.includes(13))
      return { code: 'not-a-table', message: inspectWords.noLines };
    const whole = head.length === blob.size;
    let readAs = decidedReading(saved, mine(decisions?.dialect).at(-1), told);
    const choice = { ...readAs, ...(file.sheet ? sheetDialect : {}) };
    let dialect = proposeDialect(head, bom, whole, choice);
    const joined = dialect.joinedHeader;
    if (joined && recipe?.files.some(({ header }) => same(header, joined.names))) {
      readAs = { ...readAs, headerRows: joined.rows };
      dialect = proposeDialect(head, bom, whole, { ...choice, headerRows: joined.rows });
    }
    const { delimiter, quote, headerRow, header } = dialect;
    const found = await scan(blob, {
      delimiter,
      quote,
      start: dialect.start,
      startLine: headerRow,
      fields: header.length,
      signal,
      onProgress,
    });
    if (found.invalidUtf8At !== null && encoding === 'utf-8') {
      if (told) return { code: 'not-utf-8', message: inspectWords.notUtf8Decided };
      encoding = 'windows-1252';
      reasons[0] = inspectWords.notUtf8;
      continue;
    }
    const scanned: Scanned = { blob, path, headerRow, scan: found, delimiter, quote };
    issues.push(...dialect.issues, ...scanIssues(found), ...(await footerIssues(scanned)));
    return {
      scanned,
      header,
      joinedHeader: dialect.joinedHeader,
      encoding,
      reasons: [...reasons, ...(file.sheet ? [] : dialect.reasons)],
      issues,
      readAs,
    };
  }
}

/** What a recipe says of the bytes of a file, and over it what was decided about this one. */
function decidedReading(
  saved: ReadAs | null,
  own: DialectChoice | undefined,
  encoding: Dialect['encoding'] | undefined,
): ReadAs {
  const all: ReadAs = { ...saved, ...own, encoding };
  const parts = ['encoding', 'delimiter', 'quote', 'headerRow', 'headerRows'] as const;
  return Object.fromEntries(
    parts.flatMap((part) => (all[part] === undefined ? [] : [[part, all[part]]])),
  );
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** The first bytes: so many that some lines end in them, unless the first line is too long. */
async function headOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  for (let size = headBytes; ; size *= 4) {
    const head = new Uint8Array(await blob.slice(0, size).arrayBuffer());
    if (size >= mostHeadBytes || size >= blob.size || linesIn(head) > 20) return head;
  }
}

function linesIn(head: Uint8Array): number {
  let lines = 0;
  for (let i = 0; i < head.length && lines <= 20; i++)
    if (head[i] === 10 || head[i] === 13) lines++;
  return lines;
}
