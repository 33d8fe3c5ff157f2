import type { Language } from '$lib/schema/text';
import { judgeBytes, toUtf8, unpack } from './decode';
import type { ImportReport } from './import-report';
import { openFiles } from './open-files';

/**
 * The rejected records of a file as CSV: line, reason in `language`, original text. Read from the file the user
 * still holds; nothing of it is kept.
 */
export async function rejectedCsv(
  file: Blob,
  report: ImportReport,
  language: Language = 'en',
): Promise<Blob> {
  let blob = file;
  const tables = await openFiles([{ name: report.file.replace(/\/[^/]*$/, ''), blob }]);
  blob = (tables.find(({ name }) => name === report.file) ?? tables[0])?.blob ?? blob;
  const head = new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
  if (judgeBytes(head).is === 'gzip') blob = await unpack(blob);
  const encoding = report.dialect?.encoding ?? 'utf-8';
  const damaged = report.issues.some(({ code }) => code === 'damaged-characters');
  if (encoding !== 'utf-8' || damaged) blob = await toUtf8(blob, encoding);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const parts: string[] = ['line,reason,text\r\n'];
  for (const { line, reason, byteStart, byteEnd } of report.rejects) {
    const text = (await blob.slice(byteStart, byteEnd).text()).replace(/[\r\n]+$/, '');
    parts.push(`${line},${quoted(reason[language])},${quoted(text)}\r\n`);
  }
  return new Blob(parts, { type: 'text/csv' });
}
