import type { Issue } from '$lib/schema/issue';
import type { Text } from '$lib/schema/text';
import { tables } from '$lib/schema/tables';
import type { Adapter } from './adapter';
import { adapters } from './adapters';
import { chooseTable } from './choose-table';
import { codeMatches, doubtsIn, withDoubts } from './code-matches';
import { waitingCodes, waitingColumns } from './confirm';
import { joinFixes } from './fixes';
import { mergedIn, mergedMeanings } from './merged-codes';
import { savedFixes } from './saved-fixes';
import { dateOrders } from './date-order';
import { formHeader, toolColumns } from './form-header';
import { splitLists, withLists } from './form-lists';
import { identifierGate } from './identifier-gate';
import type { ColumnMapping, Dialect } from './import-report';
import type { Scanned } from './load-records';
import type { Inspected } from './inspected';
import type { InspectOptions } from './file-proposal';
import { lacking, stopIssue } from './inspect-issues';
import { headerChanged, headerOf, inspectWords, leftOut } from './inspect-words';
import { leaveOut } from './leave-out';
import { readingOf } from './reading-of';
import { mapColumns } from './map-columns';
import type { Opened } from './open-files';
import { readRecords, type Unread } from './read-records';
import { recipeFor } from './recipe';
import { sampleRows } from './sample';
import { seenDates } from './seen';
import { shapeOf, type DayMonth, type DecimalMark } from './value-formats';
import type { Meaning } from './value-map';

/** Reads a file without an engine: bytes, records, table, columns, identifiers, formats. */
export async function inspectFile(file: Opened, options: InspectOptions): Promise<Inspected> {
  const read = await readRecords(file, options);
  if ('code' in read) {
    const out = options.decisions?.leaveOut?.findLast((one) => one.file === file.name);
    const unread = stopped(file, read);
    return out?.reason ? leaveOut(unread, out.reason) : unread;
  }
  const { scanned, header, encoding, reasons, joinedHeader, readAs } = read;
  const issues = [...read.issues];
  const inspected = await columns(file, scanned, header, encoding, reasons, issues, options);
  const { proposal, ready } = inspected;
  const told = Object.keys(readAs).length > 0;
  const whole = {
    proposal: { ...proposal, joinedHeader },
    ready: ready && told ? { ...ready, recipe: { ...ready.recipe, readAs } } : ready,
  };
  const saved = recipeFor(options.recipe, header, file.name)?.file.leftOut ?? null;
  const decided = options.decisions?.leaveOut?.findLast((one) => one.file === file.name);
  const reason = decided ? decided.reason : saved;
  return reason === null ? whole : leaveOut(whole, reason);
}

const bytesOf = ({ blob, sheet }: Opened) => (sheet?.whole ?? blob).size;

const stopped = (file: Opened, { code, message }: Unread): Inspected => ({
  proposal: {
    file: file.name,
    bytes: bytesOf(file),
    encoding: null,
    delimiter: null,
    quote: null,
    newline: null,
    headerRow: null,
    joinedHeader: null,
    records: 0,
    rejected: 0,
    blankLines: 0,
    table: null,
    adapter: null,
    mapping: [],
    codes: [],
    identifiers: [],
    warnings: [...(file.sheet?.notes ?? []), { level: 'error', code, count: 1, message }],
    reasons: [],
    cannotFeed: [],
    stops: true,
  },
  ready: null,
});

async function columns(
  file: Opened,
  scanned: Scanned,
  header: readonly string[],
  encoding: Dialect['encoding'],
  reasons: readonly Text[],
  issues: Issue[],
  { recipe, decisions, confirm = 'all', signal }: InspectOptions,
): Promise<Inspected> {
  const { scan: records } = scanned;
  const mine = <T extends { readonly file: string }>(list?: readonly T[]) =>
    (list ?? []).filter((one) => one.file === file.name);
  const rows = await sampleRows(scanned.blob, records, scanned.delimiter, scanned.quote);
  const cells = header.map((_, slot) => rows.map((row) => (row[slot] ?? '').slice(0, 400)));
  const shapes = cells.map(shapeOf);
  const values = cells.map((column) => new Set(column.filter((cell) => cell.length <= 80)));

  const known = recipeFor(recipe, header, file.name);
  if (known && (known.added.length || known.gone.length))
    issues.push({
      level: 'warning',
      code: 'header-changed',
      count: known.added.length + known.gone.length,
      message: headerChanged(known.added.length, known.gone.length),
    });
  const form = formHeader(header, values);
  const drops = [...(known?.file.drop ?? []), ...mine(decisions?.drop).map(({ column }) => column)];
  const wanted = mine(decisions?.table).at(-1)?.table ?? known?.file.table;
  // A table that is wanted for the file wins over an adapter that would feed nothing from it.
  const planned = (one: Adapter) => one.plan(header, file.name);
  const adapter = adapters.find((one) => (wanted ? planned(one)?.table : planned(one))) ?? null;
  const plan = adapter && planned(adapter);
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
      : chooseTable(form?.names ?? header, file.name);
  const { table } = chosen;
  const sameTable = !known?.file.table || known.file.table === table?.name;
  const decided = byName<string | null>(
    Object.entries((sameTable && known?.file.columns) || {}),
    mine(decisions?.column).map(({ column, target }) => [column, target]),
    drops.map((column) => [column, null]),
  );
  const mapped =
    table && !plan
      ? mapColumns(table, { header, shapes, values, form }, decided)
      : { columns: [], bindings: [], issues: [] };
  issues.push(...mapped.issues, ...(plan?.issues ?? []));
  const fedLists = new Set(mapped.bindings.map(({ column }) => column));
  const lists = table && !plan ? splitLists(table, form, header, fedLists, decided) : [];
  issues.push(...lists.flatMap(({ issues: own }) => own));
  const identifiers = identifierGate({
    header,
    names: form?.names,
    cells,
    shapes,
    atSigns: records.atSigns,
    bindings: mapped.bindings,
    drops: [...drops, ...toolColumns(form, header, decided)],
    handled: plan?.handled ?? null,
  });
  const { orders, issues: questions } = await dateOrders(
    { blob: scanned.blob, scan: records, delimiter: scanned.delimiter, quote: scanned.quote },
    mapped.bindings,
    shapes,
    byName<DayMonth>(
      mine(decisions?.dateOrder).map(({ column, order }) => [
        column,
        order === 'month-first' ? 'mdy' : 'dmy',
      ]),
    ),
    known?.file.dateOrder ?? {},
    signal,
  );
  issues.push(...questions);
  const marks = byName<DecimalMark>(
    Object.entries(known?.file.decimal ?? {}),
    mine(decisions?.decimal).map(({ column, mark }) => [column, mark]),
  );
  const meanings = byName<Record<string, Meaning>>(
    Object.entries(known?.file.values ?? {}).map(([column, own]) => [column, { ...own }]),
  );
  for (const { column, spelling, meaning } of mine(decisions?.value))
    meanings[column] = byName(Object.entries(meanings[column] ?? {}), [[spelling, meaning]]);
  const merged = mergedIn(known?.file.merged, mine(decisions?.merged), mine(decisions?.value));
  const fixes = joinFixes(known?.file.fixes ?? {}, {
    groups: mine(decisions?.groups).map(({ column, like, as }) => ({ column, like, as })),
    cells: mine(decisions?.cells).map(({ column, row, to }) => ({ column, row, to })),
  });
  const stopping = identifiers.filter(({ handling }) => handling === 'stops');
  const readings = mapped.bindings
    .filter(({ source }) => !stopping.some(({ column }) => column === source))
    .map((binding) =>
      readingOf(
        binding,
        orders[binding.source] ?? 'dmy',
        shapes[binding.slot],
        values[binding.slot],
        {
          mark: marks[binding.source],
          values: { ...meanings[binding.source], ...mergedMeanings(merged[binding.source]) },
          asks: confirm !== 'all',
        },
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
  const { mapping, issue: waiting } = waitingColumns(
    plan?.mapping ?? (table ? withLists(mapped.columns, lists) : header.map(unmapped)),
    confirm,
    mine(decisions?.confirmed),
  );
  if (waiting) issues.push(waiting);
  const doubtful = readings.map((reading) => doubtsIn(reading, values[reading.binding.slot]));
  const doubts = doubtful.reduce((sum, { length }) => sum + length, 0);
  const asks = confirm !== 'all';
  const codes = asks && (waiting || doubts) ? await codeMatches(scanned, readings, signal) : [];
  const open = codes.filter(({ waits }) => waits).length;
  if (asks && (doubts || open)) issues.push(waitingCodes(Math.max(doubts, open)));
  // What is applied without a word is said by the recipe, as it says how columns are read.
  const said = asks ? meanings : withDoubts(meanings, readings, doubtful);
  const stops = stopping.length > 0 || issues.some(({ level }) => level === 'error');
  return {
    proposal: {
      file: file.name,
      bytes: bytesOf(file),
      encoding,
      delimiter: scanned.delimiter as Dialect['delimiter'],
      quote: scanned.quote as Dialect['quote'],
      newline: records.newline,
      headerRow: scanned.headerRow,
      joinedHeader: null,
      records: records.records,
      rejected: records.rejected,
      blankLines: records.blankLines,
      table: table?.name ?? null,
      adapter: adapter?.id ?? null,
      mapping,
      codes,
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
      lists,
      adapter,
      plan,
      fixes,
      merged,
      recipe: {
        file: file.name,
        header,
        encoding,
        delimiter: scanned.delimiter as Dialect['delimiter'],
        quote: scanned.quote as Dialect['quote'],
        table: table?.name ?? null,
        adapter: adapter?.id ?? null,
        columns: Object.fromEntries(
          mapped.columns.flatMap(({ source, target }, at) =>
            lists.some((list) => list.mapping.has(at)) || mapping[at]?.waits
              ? []
              : [[source, target?.split('.')[1] ?? null]],
          ),
        ),
        dateOrder: byName(
          Object.entries(known?.file.dateOrder ?? {}).filter(
            ([column]) => !questions.some((one) => one.level === 'error' && one.column === column),
          ),
          Object.entries(orders),
        ),
        ...(Object.keys(marks).length ? { decimal: marks } : {}),
        ...(Object.keys(said).length ? { values: said } : {}),
        ...(Object.keys(merged).length ? { merged } : {}),
        ...savedFixes(fixes, readings),
        drop: drops.filter((column) => header.includes(column)),
        seen: seenDates(mapping, cells, orders),
      },
    },
  };
}

/** Values by column name; a column may be called `constructor` or `__proto__`. */
function byName<T>(...lists: readonly (readonly (readonly [string, T])[])[]): Record<string, T> {
  const found = Object.create(null) as Record<string, T>;
  for (const [name, value] of lists.flat()) found[name] = value;
  return found;
}

const unmapped = (source: string): ColumnMapping => ({
  source,
  target: null,
  tier: 'none',
  reason: inspectWords.fileLeftOut,
});
