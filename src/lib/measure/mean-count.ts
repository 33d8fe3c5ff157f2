import type { DraftRow } from '$lib/disclosure/draft';
import type { Status } from '$lib/disclosure/released';
import type { Row } from '$lib/engine/engine';
import { mccEstimate, type MccInput } from '$lib/statistics/mcc-estimate';
import { meanCumulativeCount, type CountRow } from '$lib/statistics/mean-cumulative-count';
import { countTables } from './count-tables';
import { counted } from './counted';
import { countedKeys } from './counted-keys';
import { countTable, countedChildrenSql, meanCountTally } from './mean-count-sql';
import { everyone, type Part } from './part';
import { breakdownsOf, byOf, groupsOf, type Request } from './request';
import { mostlyUnknown } from './share-gates';
import { Tally, type TallyRow } from './tally';

/** Replicates of the bootstrap, and the most children of a group for which it is run. */
const replicates = 1000;
const mostChildren = 500;

interface Curve {
  readonly table: readonly CountRow[];
  readonly children: MccInput['children'] | null;
}

/**
 * S-MCC: mean number of events per child by fixed times since the start of the clock, open cases
 * censored; death alone ends the count for good (ruling VW-01). Limits: percentile bootstrap over children
 * with a fixed seed, for groups up to 500 children; larger ones have none. Ten children must be at risk, and
 * no more than 30 % untimed (ruling M13).
 * In Release view means are whole tenths without limits, and rest on the children with a first event.
 */
export async function meanCount(request: Request): Promise<Part> {
  const { engine, indicator, slices, signal } = request;
  const horizons = [
    ...new Set(indicator.measures.flatMap(({ atHours }) => (atHours === undefined ? [] : atHours))),
  ].sort((a, b) => a - b);
  const reached = (hours: number) => `by ${hours} h`;
  const leaf = (hours: number) => `first by ${hours} h`;
  const cumulative = Object.fromEntries(
    horizons.map((hours, i) => [reached(hours), horizons.slice(0, i + 1).map(leaf)]),
  );
  const parts = {
    total: ['timed', 'not timed'],
    [everyone]: ['timed', 'not timed'],
    timed: [...horizons.map(leaf), 'none'],
    ...cumulative,
  };
  const rows: DraftRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    const keyOf = (row: Row) =>
      JSON.stringify([slices[Number(row.slice)]?.id ?? '', byOf(columns, row)]);
    const firsts = await counted(request, columns, meanCountTally(horizons));
    const found = firsts.rows.map((row): TallyRow => ({
      period: slices[Number(row.slice)]?.id ?? '',
      by: byOf(columns, row),
      part: row.first_by === null ? String(row.part) : leaf(Number(row.first_by)),
      count: Number(row.children),
    }));
    const index = tallies.length;
    const tally = new Tally({
      ...{ index, columns, slices, rows: found, parts, name: 'first event' },
      figures: ['timed', 'not timed', everyone, ...horizons.map(reached)],
    });
    tallies.push(tally);
    const moments = await countedKeys(request, columns, countTable);
    const tables = countTables(moments, (slice, codes) =>
      JSON.stringify([
        slices[slice]?.id ?? '',
        Object.fromEntries(columns.map((column, i) => [column, String(codes[i])])),
      ]),
    );
    queries.push(firsts.query, moments.query);
    const single = countedChildrenSql(request, columns, mostChildren);
    const drawn = request.view.mode !== 'release' && someAreFew(firsts.rows, keyOf);
    if (drawn) queries.push(String(single));
    const observed = drawn
      ? childrenOf(await engine.query(single, { signal }), keyOf)
      : new Map<string, MccInput['children']>();
    const groups = groupsOf(
      columns,
      found.map((row) => row.by),
    );
    for (const { id: period } of slices)
      for (const by of groups) {
        const key = JSON.stringify([period, by]);
        const curve = { table: tables.get(key) ?? [], children: observed.get(key) ?? null };
        rows.push(...rowsOf(request, tally, { period, by }, curve, horizons, reached));
      }
  }
  const first = tallies[0]!;
  const cells = slices.flatMap(({ id }) => ['timed', 'not timed'].map((part) => ({ id, part })));
  return {
    rows,
    tables: tallies.map((tally) => tally.table),
    whole: cells.map(({ id, part }) => first.ref(id, {}, part)),
    asked: cells.reduce((sum, { id, part }) => sum + first.at(id, {}, part), 0),
    queries,
  };
}

function rowsOf(
  { indicator, view }: Request,
  tally: Tally,
  place: { period: string; by: Record<string, string> },
  { table, children }: Curve,
  horizons: readonly number[],
  reached: (hours: number) => string,
): DraftRow[] {
  const { period, by } = place;
  const release = view.mode === 'release';
  const timed = tally.at(period, by, 'timed');
  const untimed = tally.at(period, by, 'not timed');
  const hidden = mostlyUnknown(untimed, timed);
  // A number hidden for its unknown says something of how many they are.
  const telling = hidden || mostlyUnknown(view.threshold - 1, timed) ? ['not timed'] : [];
  const plain = meanCumulativeCount(table, horizons) ?? [];
  const limits = children ? mccEstimate({ children, times: horizons, replicates }).at : [];
  const base = { ...place, ...(release ? {} : { n: timed + untimed, unknown: untimed }) };
  return indicator.measures.map((measure): DraftRow => {
    const { id, unit, reads, atHours = 0 } = measure;
    const refs = (...labels: string[]) => labels.map((label) => tally.ref(period, by, label));
    if (reads === 'unknown')
      return {
        ...base,
        measure: id,
        unit,
        value: untimed,
        numerator: untimed,
        status: 'ok',
        statistic: 'S-N',
        counts: refs('not timed'),
      };
    const at = plain.find(({ time }) => time === atHours);
    const interval = limits.find(({ time }) => time === atHours);
    const few = (at?.n_risk ?? 0) < 10;
    const found = at?.status ?? 'undefined';
    const gate = hidden ? 'bounds_only' : few ? 'too_few' : 'ok';
    const status = (found === 'ok' ? gate : found) as Status;
    const shown = status === 'ok' && at?.mcc != null;
    const tenth = (value: number) => (release ? Math.round(value * 10) / 10 : value);
    const events = table.reduce((sum, row) => sum + (row.t <= atHours ? row.episodes : 0), 0);
    return {
      ...base,
      measure: id,
      unit,
      value: shown ? tenth(at.mcc ?? 0) : null,
      low: shown ? (interval?.lower ?? null) : null,
      high: shown ? (interval?.upper ?? null) : null,
      // Between two readings events are those of single children: in Release view only their mean is shown.
      ...(release ? {} : { numerator: events }),
      denominator: timed,
      status,
      statistic: 'S-MCC',
      marks: timed < 30 ? ['unstable'] : [],
      counts: refs('timed', reached(atHours), ...telling),
      // “Too few at risk” would say that fewer than ten children are left.
      withhold: release && few,
    };
  });
}

/** Whether a group has timed children, and few enough for the bootstrap. */
function someAreFew(firsts: readonly Row[], keyOf: (row: Row) => string): boolean {
  const timed = new Map<string, number>();
  for (const row of firsts)
    if (row.first_by !== null || row.part === 'none')
      timed.set(keyOf(row), (timed.get(keyOf(row)) ?? 0) + Number(row.children));
  return [...timed.values()].some((children) => children <= mostChildren);
}

/** Children in an order that does not depend on how the rows were stored, so that the bootstrap repeats. */
function childrenOf(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, MccInput['children']> {
  const groups = new Map<
    string,
    Map<string, { events: number[]; end: number; end_type: number }>
  >();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? new Map<string, never>();
    groups.set(keyOf(row), group);
    const key = String(row.child);
    const child = group.get(key) ?? {
      events: [],
      end: Number(row.until_h),
      end_type: row.died === true ? 1 : 0,
    };
    if (row.t !== null) child.events.push(Number(row.t));
    group.set(key, child);
  }
  const text = (child: { events: number[]; end: number; end_type: number }) =>
    JSON.stringify([child.end, child.end_type, child.events]);
  return new Map(
    [...groups].map(([key, group]) => {
      const children = [...group.values()];
      for (const child of children) child.events.sort((a, b) => a - b);
      return [key, children.sort((a, b) => (text(a) < text(b) ? -1 : 1))];
    }),
  );
}
