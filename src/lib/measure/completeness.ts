import type { DraftRow } from '$lib/disclosure/draft';
import type { Row } from '$lib/engine/engine';
import { proportionWilson } from '$lib/statistics/proportion-wilson';
import { cellsOfSums } from './cell-patterns';
import {
  cellChildrenSql,
  cellCountsSql,
  cellStates,
  judgedTables,
  mostRowsSql,
  type JudgedTable,
} from './completeness-sql';
import { total, type Part } from './part';
import { breakdownsOf, type Request } from './request';
import { shareMarks, shareStatus } from './share-gates';
import { Tally, type TallyRow } from './tally';

/** Cells of one column, period and organisation, by state. */
interface Cells {
  readonly period: string;
  readonly organisation: string;
  readonly table: string;
  readonly column: string;
  readonly ofChildren: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** The value, or its lack, stands on fewer children than the threshold. */
  readonly few: boolean;
}

type Level = readonly ('organisation' | 'table' | 'column')[];
const always: readonly Level[] = [[], ['table'], ['table', 'column']];

/**
 * S-P of cells: known ÷ (rows − not applicable − refused) for each column of the loaded tables, each
 * table and all of them, also by organisation (ruling DQ-01). The period of a row about a child is the
 * index month of its file, of another row its own month. In Release view the cells of tables about
 * children are protected as counts, and a column that stands on few children is kept back; the kinds of
 * lack are then shown for the other tables alone.
 */
export async function completeness(request: Request): Promise<Part> {
  const levels = levelsOf(request);
  const tallies: Tally[] = [];
  const rows: DraftRow[] = [];
  const queries: string[] = [];
  for (const organisation of [false, true]) {
    const own = levels.filter((level) => level.includes('organisation') === organisation);
    if (!own.length) continue;
    const read = await cellsOf(request, organisation);
    const tally = tallyOf(request, read.cells, organisation, tallies.length);
    if (tally) tallies.push(tally);
    rows.push(...own.flatMap((level) => rowsOf(request, read.cells, level, tally)));
    queries.push(...read.queries);
  }
  return {
    rows,
    tables: tallies.map((tally) => tally.table),
    whole: [],
    queries,
  };
}

/** What is shown: everything, tables and columns always; with organisations as asked. */
function levelsOf(request: Request): Level[] {
  const asked = breakdownsOf(request).map((columns): Level => {
    const has = (one: Level[number]) => columns.includes(one);
    return [
      ...(has('organisation') ? (['organisation'] as const) : []),
      ...(has('table') || has('column') ? (['table'] as const) : []),
      ...(has('column') ? (['column'] as const) : []),
    ];
  });
  const levels = [...always, ...asked];
  return [...new Map(levels.map((level) => [level.join(), level])).values()];
}

async function cellsOf(
  request: Request,
  organisation: boolean,
): Promise<{ cells: Cells[]; queries: string[] }> {
  const { engine, signal, slices, view } = request;
  const { period } = view;
  const split = {
    periods: period.kind !== 'all' || period.from !== undefined || period.to !== undefined,
    organisation,
  };
  const cells: Cells[] = [];
  const queries: string[] = [];
  for (const judged of judgedTables(request)) {
    const statement = cellCountsSql(request, judged, split);
    if (!statement) continue;
    queries.push(String(statement));
    const sums = judged.ofChildren ? await cellsOfSums(request, judged, split) : null;
    const found = sums ?? (await engine.query(statement, { signal }));
    const few = await fewOf(request, judged, split, found);
    for (const row of found)
      judged.columns.forEach((column, i) => {
        const counts = Object.fromEntries(
          cellStates.map((state) => [state, Number(row[`c${i}_${state}`])]),
        );
        cells.push({
          period: slices[Number(row.slice)]?.id ?? '',
          organisation: String(row.organisation),
          table: judged.table,
          column,
          ofChildren: judged.ofChildren,
          counts,
          few: few(row, column),
        });
      });
  }
  return { cells, queries };
}

const lackOf = (counts: Cells['counts']) =>
  ['not_recorded', 'unknown', 'not_asked', 'unreadable'].reduce(
    (sum, state) => sum + (counts[state] ?? 0),
    0,
  );

/** Which columns of a result row stand on few children; looked up only where so few rows make it possible. */
async function fewOf(
  request: Request,
  judged: JudgedTable,
  split: { periods: boolean; organisation: boolean },
  found: readonly Row[],
): Promise<(row: Row, column: string) => boolean> {
  const { engine, signal, view } = request;
  if (view.mode !== 'release' || !judged.ofChildren) return () => false;
  const [rows] = await engine.query(mostRowsSql(judged), { signal });
  const most = Number(rows?.most ?? 0);
  const possible = (cells: number) => cells > 0 && cells < view.threshold * most;
  const doubtful = judged.columns.filter((_, i) =>
    found.some((row) => {
      const counts = Object.fromEntries(
        cellStates.map((state) => [state, Number(row[`c${i}_${state}`])]),
      );
      return possible(counts.known ?? 0) || possible(lackOf(counts));
    }),
  );
  const statement = doubtful.length && cellChildrenSql(request, judged, split, doubtful);
  if (!statement) return () => false;
  const small = (children: unknown) => Number(children) > 0 && Number(children) < view.threshold;
  const few = new Set(
    (await engine.query(statement, { signal })).flatMap((row) =>
      doubtful
        .filter((_, i) => small(row[`c${i}_with`]) || small(row[`c${i}_without`]))
        .map((column) => JSON.stringify([Number(row.slice), row.organisation, column])),
    ),
  );
  return (row, column) => few.has(JSON.stringify([Number(row.slice), row.organisation, column]));
}

const label = (cell: { table: string; column?: string }, part?: string) =>
  [cell.column ? `${cell.table}.${cell.column}` : cell.table, ...(part ? [part] : [])].join(' ');

/** Cells of the tables about children as counts to be protected; null where none was loaded. */
function tallyOf(
  { slices }: Request,
  all: readonly Cells[],
  organisation: boolean,
  index: number,
): Tally | null {
  const cells = all.filter(({ ofChildren }) => ofChildren);
  if (!cells.length) return null;
  const tables = [...new Set(cells.map(({ table }) => table))];
  const columns = [...new Map(cells.map((cell) => [label(cell), cell])).values()];
  const parts: Record<string, string[]> = { [total]: tables };
  for (const table of tables) {
    const own = columns.filter((cell) => cell.table === table);
    parts[table] = own.map((cell) => label(cell));
    parts[label({ table }, 'known')] = own.map((cell) => label(cell, 'known'));
    for (const cell of own) parts[label(cell)] = [label(cell, 'known'), label(cell, 'lack')];
  }
  parts.known = tables.map((table) => label({ table }, 'known'));
  const rows = cells.flatMap((cell): TallyRow[] => {
    const by: Record<string, string> = organisation ? { organisation: cell.organisation } : {};
    return [
      { period: cell.period, by, part: label(cell, 'known'), count: cell.counts.known ?? 0 },
      { period: cell.period, by, part: label(cell, 'lack'), count: lackOf(cell.counts) },
    ];
  });
  const by = organisation ? (['organisation'] as const) : [];
  return new Tally({ index, columns: by, slices, rows, parts, name: 'cells' });
}

function rowsOf(
  { indicator, slices, view }: Request,
  cells: readonly Cells[],
  level: Level,
  tally: Tally | null,
): DraftRow[] {
  const release = view.mode === 'release';
  const groups = new Map<string, Cells[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.period, level.map((one) => [one, cell[one]])]);
    const group = groups.get(key) ?? [];
    group.push(cell);
    groups.set(key, group);
  }
  if (!level.length)
    for (const { id } of slices) {
      const key = JSON.stringify([id, []]);
      if (!groups.has(key)) groups.set(key, []);
    }
  return [...groups].flatMap(([key, own]) => {
    const [period, columns] = JSON.parse(key) as [string, [string, string][]];
    const by = Object.fromEntries(columns);
    const sum = (read: (counts: Cells['counts']) => number) =>
      own.reduce((all, { counts }) => all + read(counts), 0);
    const known = sum((counts) => counts.known ?? 0);
    const applicable = known + sum(lackOf);
    const ofChildren = own.some((cell) => cell.ofChildren);
    const { table, column, ...place } = by;
    const part = table === undefined ? undefined : label({ table, ...(column ? { column } : {}) });
    const labels =
      part === undefined
        ? ['known', total]
        : column === undefined
          ? [`${part} known`, part]
          : [`${part} known`, `${part} lack`, part];
    const counts = ofChildren && tally ? labels.map((one) => tally.ref(period, place, one)) : [];
    // Over several columns whole per cents, which must blur a column kept back by as many cells as k.
    const whole = release && column === undefined;
    const few = own.some((cell) => cell.few) && !(whole && applicable * 0.005 >= view.threshold);
    return indicator.measures.flatMap((measure): DraftRow[] => {
      const base = { measure: measure.id, unit: measure.unit, period, by, counts };
      if (measure.reads === 'count') {
        if (release && ofChildren) return [];
        const value = sum((counts) => counts[measure.of ?? 'known'] ?? 0);
        return [{ ...base, value, status: 'ok', statistic: 'S-N' }];
      }
      const share = proportionWilson({ x: known, n: applicable });
      const status = shareStatus(applicable, share.status);
      const shown = status === 'ok';
      // Cells of several columns of one row are not independent: no interval.
      const interval = shown && column !== undefined;
      return [
        {
          ...base,
          value: shown ? (whole ? Math.round((share.value ?? 0) * 100) / 100 : share.value) : null,
          low: interval ? share.lower : null,
          high: interval ? share.upper : null,
          ...(whole && ofChildren ? {} : { numerator: known, denominator: applicable }),
          status,
          statistic: 'S-P',
          marks: shareMarks(known, applicable),
          withhold: release && few,
        },
      ];
    });
  });
}
