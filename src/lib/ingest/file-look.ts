import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import { formOf, shownCell } from './cell-mask';
import { scoreTables } from './choose-table';
import { codeCounts, type ColumnCodes, type CountedColumns } from './code-counts';
import { columnCandidates, type ColumnCandidate } from './column-candidates';
import type { Reading } from './column-sql';
import { isDate } from './date-order';
import type { ChosenFile, FileProposal, InspectOptions } from './file-proposal';
import { contentFinding } from './identifier-content';
import type { ColumnMapping } from './import-report';
import { inspectFile } from './inspect-file';
import type { Binding } from './map-columns';
import { openFiles } from './open-files';
import { sampleRows } from './sample';
import type { ReadAs } from './read-as';
import { shapeOf, type DayMonth, type DecimalMark, type ValueShape } from './value-formats';

/** One source column as it would be read. */
export interface ColumnLook extends ColumnMapping {
  /** Its name, or the form of it where the header may be a record. */
  readonly shown: string;
  /** It could point to a person, so that nothing of its cells is shown. */
  readonly hidden: boolean;
  readonly candidates: readonly ColumnCandidate[];
  /** Order of day and month, where dates of the column need one; null while nobody said. */
  readonly dates: { readonly order: DayMonth | null; readonly proving: number } | null;
  /** Sign before the decimals, where numbers of the column have one. */
  readonly decimal: { readonly mark: DecimalMark; readonly proving: number } | null;
  /** Its spellings, where it is read as a column of codes. */
  readonly codes: ColumnCodes | null;
}

/** How a file would be read, with what a user needs to judge it. Cells are masked. */
export interface FileLook {
  readonly proposal: FileProposal;
  /** True for a sheet of a workbook, which has neither encoding nor delimiter. */
  readonly sheet: boolean;
  readonly reasons: {
    readonly encoding: Text | null;
    readonly records: readonly Text[];
    readonly table: Text | null;
  };
  /** Tables that the header suits, best first. */
  readonly tables: readonly { readonly name: string; readonly columns: number }[];
  readonly columns: readonly ColumnLook[];
  /** The first records, cell by cell as the columns stand. */
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly issues: readonly Issue[];
  /** What was decided about its bytes, now or in a saved mapping. */
  readonly readAs: ReadAs;
}

const [linesShown, tablesShown] = [3, 4];

/** Spellings counted before, as long as the page holds the file. */
const counted = new WeakMap<Blob, { readonly way: string; readonly columns: CountedColumns }>();

/** What was counted in a file that was read in the same way the last time. */
function countedIn(blob: Blob, way: string): CountedColumns {
  let last = counted.get(blob);
  if (last?.way !== way) counted.set(blob, (last = { way, columns: new Map() }));
  return last.columns;
}

/**
 * Looks at one file under some decisions without loading it; null when no file of the chosen one
 * goes by this name. Rejects with `AbortError` when `signal` aborts.
 */
export async function lookAt(
  chosen: ChosenFile,
  name: string,
  options: InspectOptions = {},
): Promise<FileLook | null> {
  const { signal } = options;
  const file = (await openFiles([chosen], signal)).find((one) => one.name === name);
  if (!file) return null;
  const { proposal, ready } = await inspectFile(file, options);
  signal?.throwIfAborted();
  const sheet = Boolean(file.sheet);
  const reasons = {
    encoding: proposal.reasons[0] ?? null,
    records: proposal.reasons.slice(1, -1),
    table: proposal.reasons.at(-1) ?? null,
  };
  const readAs = ready?.recipe.readAs ?? {};
  const bare = { proposal, sheet, reasons, issues: proposal.warnings, readAs };
  if (!ready) return { ...bare, tables: [], columns: [], lines: [] };
  const { scanned, header, table, readings, plan, recipe } = ready;
  const rows = await sampleRows(scanned.blob, scanned.scan, scanned.delimiter, scanned.quote);
  const cells = header.map((_, slot) => rows.map((row) => (row[slot] ?? '').slice(0, 400)));
  const shapes = cells.map(shapeOf);
  const values = cells.map((column) => new Set(column.filter((cell) => cell.length <= 80)));
  const risky = header.map(
    (column, slot) =>
      proposal.identifiers.some((found) => found.column === column) ||
      Boolean(contentFinding(cells[slot] ?? [], shapes[slot]!, scanned.scan.atSigns[slot] ?? 0)),
  );
  const open = readings.filter(({ binding }) => !risky[binding.slot]);
  const { encoding, delimiter, quote, headerRow } = proposal;
  const way = JSON.stringify([name, encoding, delimiter, quote, headerRow]);
  const codes = await codeCounts(scanned, open, countedIn(chosen.blob, way), signal);
  const shownName = nameMask(proposal, readAs);
  const columns = proposal.mapping.map((mapping, slot): ColumnLook => {
    const reading = readings.find(({ binding }) => binding.slot === slot);
    return {
      ...mapping,
      shown: shownName(mapping.source),
      hidden: risky[slot] ?? true,
      candidates: table && !plan ? columnCandidates(table, { header, shapes, values }, slot) : [],
      dates: datesOf(reading, shapes[slot], recipe.dateOrder),
      decimal: decimalOf(reading, shapes[slot]),
      codes: codes.get(slot) ?? null,
    };
  });
  const mask = header.map((_, slot) => {
    const binding = readings.find((one) => one.binding.slot === slot)?.binding;
    return risky[slot] ? () => '••••' : binding && plainCells(binding) ? shownCell : formOf;
  });
  return {
    ...bare,
    tables: scoreTables(header, file.name)
      .filter(({ names, synonyms }) => names + synonyms > 0)
      .slice(0, tablesShown)
      .map((one) => ({ name: one.table.name, columns: one.names + one.synonyms })),
    columns,
    lines: rows.slice(0, linesShown).map((row, i) => ({
      line: scanned.scan.lines.lineOf(i),
      cells: header.map((_, slot) => mask[slot]?.(row[slot] ?? '') ?? ''),
    })),
  };
}

/** Codes, numbers and dates of the data model may be shown; keys and texts by their form only. */
const plainCells = ({ column }: Binding): boolean =>
  column.deidentification !== 'K' && column.type !== 'string';

function datesOf(
  reading: Reading | undefined,
  shape: ValueShape | undefined,
  orders: Readonly<Record<string, DayMonth>>,
): ColumnLook['dates'] {
  if (!reading || !shape || !isDate(reading.binding)) return null;
  if (!shape.dmy && !shape.mdy && !shape.open) return null;
  const order = orders[reading.binding.source] ?? null;
  return { order, proving: order ? shape[order] : 0 };
}

function decimalOf(
  reading: Reading | undefined,
  shape: ValueShape | undefined,
): ColumnLook['decimal'] {
  if (!reading || !shape) return null;
  const { column, part } = reading.binding;
  const number = part ? part.startsWith('offset') : ['integer', 'number'].includes(column.type);
  if (!number || !(shape.commaDecimals || shape.pointDecimals || shape.openNumbers)) return null;
  const mark = reading.decimalComma ? ',' : '.';
  return { mark, proving: reading.decimalComma ? shape.commaDecimals : shape.pointDecimals };
}

/**
 * Names of columns, unless the header holds values. A header row chosen by hand may be a record: of
 * such a row, what could point to a person and what looks like a key is shown by its form.
 */
function nameMask(
  { warnings }: FileProposal,
  { headerRow, headerRows }: ReadAs,
): (name: string) => string {
  if (warnings.some(({ code }) => code === 'no-header')) return formOf;
  if (!headerRow && !headerRows) return (name) => name;
  return (name) => (/\d{3}/.test(name) ? formOf(name) : shownCell(name));
}
