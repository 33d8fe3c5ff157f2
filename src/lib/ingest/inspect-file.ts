import type { Issue } from '$lib/schema/issue';
import type { Table } from '$lib/schema/table';
import type { Text } from '$lib/schema/text';
import { tables } from '$lib/schema/tables';
import type { Adapter, AdapterPlan } from './adapter';
import { adapters } from './adapters';
import { chooseTable } from './choose-table';
import type { Reading } from './column-sql';
import { dateOrders } from './date-order';
import { judgeBytes, toUtf8, unpack } from './decode';
import { proposeDialect } from './dialect';
import { identifierGate } from './identifier-gate';
import type { ColumnMapping, Dialect } from './import-report';
import type { Scanned } from './load-records';
import type { ChosenFile, FileProposal, InspectOptions } from './file-proposal';
import { lacking, stopIssue } from './inspect-issues';
import { headerChanged, headerOf, inspectWords, leftOut } from './inspect-words';
import { readingOf } from './reading-of';
import { mapColumns } from './map-columns';
import { recipeFor, type FileRecipe } from './recipe';
import { sampleRows } from './sample';
import { scan } from './scan';
import { scanIssues } from './scan-issues';
import { shapeOf, type DayMonth } from './value-formats';

/** A proposal with all that is needed to load the file. */
export interface Inspected {
  readonly proposal: FileProposal;
  readonly ready: {
    readonly scanned: Scanned;
    readonly header: readonly string[];
    readonly table: Table | null;
    readonly readings: readonly Reading[];
    readonly adapter: Adapter | null;
    readonly plan: AdapterPlan | null;
    readonly recipe: FileRecipe;
  } | null;
}

const headBytes = 256 << 10;

/** Reads a file without an engine: bytes, records, table, columns, identifiers, formats. */
export async function inspectFile(file: ChosenFile, options: InspectOptions): Promise<Inspected> {
  const issues: Issue[] = [];
  const stopped = (code: string, message: Text): Inspected => ({
    proposal: {
      file: file.name,
      bytes: file.blob.size,
      encoding: null,
      delimiter: null,
      quote: null,
      newline: null,
      headerRow: null,
      records: 0,
      rejected: 0,
      blankLines: 0,
      table: null,
      adapter: null,
      mapping: [],
      identifiers: [],
      warnings: [...issues, { level: 'error', code, count: 1, message }],
      reasons: [],
      cannotFeed: [],
      stops: true,
    },
    ready: null,
  });
  const { decisions, signal } = options;
  const mine = <T extends { readonly file: string }>(list?: readonly T[]) =>
    (list ?? []).filter((one) => one.file === file.name);
  let { blob, path } = file;
  let head = await headOf(blob);
  let bytes = judgeBytes(head);
  if (bytes.is === 'gzip') {
    try {
      blob = await unpack(blob, signal);
    } catch {
      signal?.throwIfAborted();
      return stopped('damaged', inspectWords.damaged);
    }
    path = undefined;
    head = await headOf(blob);
    bytes = judgeBytes(head);
  }
  if (bytes.is === 'empty') return stopped('empty', inspectWords.empty);
  if (bytes.is !== 'text')
    return stopped('not-a-table', bytes.is === 'other' ? bytes.sentence : inspectWords.packedTwice);
  let encoding = mine(decisions?.encoding)[0]?.encoding ?? bytes.encoding;
  let { bom } = bytes;
  const reasons = [bytes.reason];
  const original = blob;
  for (;;) {
    if (encoding !== 'utf-8') {
      blob = await toUtf8(original, encoding, signal);
      path = undefined;
      bom = 0;
      head = await headOf(blob);
    }
    const dialect = proposeDialect(head, bom, head.length === blob.size, {});
    const scanned = await scan(blob, {
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      start: dialect.start,
      startLine: dialect.headerRow,
      fields: dialect.header.length,
      signal,
      onProgress: options.onProgress,
    });
    if (scanned.invalidUtf8At !== null && encoding === 'utf-8') {
      encoding = 'windows-1252';
      reasons[0] = inspectWords.notUtf8;
      continue;
    }
    issues.push(...dialect.issues, ...scanIssues(scanned));
    const { delimiter, quote, headerRow, header } = dialect;
    const input: Scanned = { blob, path, headerRow, scan: scanned, delimiter, quote };
    return await columns(
      file,
      input,
      header,
      encoding,
      [...reasons, ...dialect.reasons],
      issues,
      options,
    );
  }
}

async function headOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
}

async function columns(
  file: ChosenFile,
  scanned: Scanned,
  header: readonly string[],
  encoding: Dialect['encoding'],
  reasons: readonly Text[],
  issues: Issue[],
  { recipe, decisions, signal }: InspectOptions,
): Promise<Inspected> {
  const { scan: records } = scanned;
  const mine = <T extends { readonly file: string }>(list?: readonly T[]) =>
    (list ?? []).filter((one) => one.file === file.name);
  const rows = await sampleRows(scanned.blob, records, scanned.delimiter, scanned.quote);
  const cells = header.map((_, slot) => rows.map((row) => (row[slot] ?? '').slice(0, 400)));
  const shapes = cells.map(shapeOf);
  const values = cells.map((column) => new Set(column.filter((cell) => cell.length <= 80)));

  const known = recipeFor(recipe, header);
  if (known && (known.added.length || known.gone.length))
    issues.push({
      level: 'warning',
      code: 'header-changed',
      count: known.added.length + known.gone.length,
      message: headerChanged(known.added.length, known.gone.length),
    });
  const drops = [...(known?.file.drop ?? []), ...mine(decisions?.drop).map(({ column }) => column)];
  const adapter = adapters.find((one) => one.plan(header, file.name)) ?? null;
  const plan = adapter?.plan(header, file.name) ?? null;
  const wanted = mine(decisions?.table)[0]?.table ?? known?.file.table;
  const chosen = plan
    ? {
        table: tables.find(({ name }) => name === plan.table) ?? null,
        reason: headerOf(adapter?.name),
      }
    : wanted
      ? {
          table: tables.find(({ name }) => name === wanted) ?? null,
          reason: inspectWords.decided,
        }
      : chooseTable(header, file.name);
  const { table } = chosen;
  const decided: Record<string, string | null> = {
    ...known?.file.columns,
    ...Object.fromEntries(mine(decisions?.column).map(({ column, target }) => [column, target])),
    ...Object.fromEntries(drops.map((column) => [column, null])),
  };
  const mapped =
    table && !plan
      ? mapColumns(table, { header, shapes, values }, decided)
      : { columns: [], bindings: [], issues: [] };
  issues.push(...mapped.issues, ...(plan?.issues ?? []));
  const identifiers = identifierGate({
    header,
    cells,
    shapes,
    atSigns: records.atSigns,
    bindings: mapped.bindings,
    drops,
    handled: plan?.handled ?? null,
  });
  const { orders, issues: questions } = await dateOrders(
    { blob: scanned.blob, scan: records, delimiter: scanned.delimiter, quote: scanned.quote },
    mapped.bindings,
    shapes,
    {
      ...known?.file.dateOrder,
      ...Object.fromEntries(
        mine(decisions?.dateOrder).map(({ column, order }): [string, DayMonth] => [
          column,
          order === 'month-first' ? 'mdy' : 'dmy',
        ]),
      ),
    },
    signal,
  );
  issues.push(...questions);
  const stopping = identifiers.filter(({ handling }) => handling === 'stops');
  const readings = mapped.bindings
    .filter(({ source }) => !stopping.some(({ column }) => column === source))
    .map((binding) =>
      readingOf(
        binding,
        orders[binding.source] ?? 'dmy',
        shapes[binding.slot],
        values[binding.slot],
      ),
    );
  if (!table && !plan)
    issues.push({
      level: 'warning',
      code: 'table-not-recognised',
      count: records.records,
      message: leftOut(chosen.reason),
    });
  issues.push(...(table && !plan ? lacking(table, mapped.bindings) : []));
  issues.push(...stopping.map(stopIssue));
  const mapping = plan?.mapping ?? (table ? mapped.columns : header.map(unmapped));
  const stops = stopping.length > 0 || issues.some(({ level }) => level === 'error');
  return {
    proposal: {
      file: file.name,
      bytes: file.blob.size,
      encoding,
      delimiter: scanned.delimiter as Dialect['delimiter'],
      quote: scanned.quote as Dialect['quote'],
      newline: records.newline,
      headerRow: scanned.headerRow,
      records: records.records,
      rejected: records.rejected,
      blankLines: records.blankLines,
      table: table?.name ?? null,
      adapter: adapter?.id ?? null,
      mapping,
      identifiers,
      warnings: issues,
      reasons: [...reasons, chosen.reason],
      cannotFeed: plan?.cannotFeed ?? [],
      stops,
    },
    ready: {
      scanned,
      header,
      table,
      readings,
      adapter,
      plan,
      recipe: {
        file: file.name,
        header,
        encoding,
        delimiter: scanned.delimiter as Dialect['delimiter'],
        quote: scanned.quote as Dialect['quote'],
        table: table?.name ?? null,
        adapter: adapter?.id ?? null,
        columns: Object.fromEntries(
          mapped.columns.map(({ source, target }) => [source, target?.split('.')[1] ?? null]),
        ),
        dateOrder: orders,
        drop: drops.filter((column) => header.includes(column)),
      },
    },
  };
}

const unmapped = (source: string): ColumnMapping => ({
  source,
  target: null,
  tier: 'none',
  reason: inspectWords.fileLeftOut,
});
