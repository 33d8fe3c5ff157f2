import type { Breakdown } from '$lib/schema/indicator';
import { counted } from './counted';
import { byOf, type Request } from './request';
import { times } from './time-sql';

/** Children of one group with one outcome at one time; `minutes` is null where `problem` is set. */
export interface TimeRow {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly of: string;
  /** Why the child cannot be timed: no T0, an event of unknown time, a time before T0. */
  readonly problem: 'no T0' | 'unknown' | 'invalid' | null;
  /** 1 the event, 2 something that competes came first, 0 still waiting when followed last. */
  readonly cause: 0 | 1 | 2;
  readonly minutes: number | null;
  /** Minutes on the clock at which the child came under observation; null = from its start. */
  readonly entry: number | null;
  /** Still waiting when transferred or lost from sight; always false where no figure says it. */
  readonly moved: boolean;
  /** Whether the event ever happened, before T0 included; null = not known. */
  readonly ever: boolean | null;
  readonly children: number;
}

/** Reads the rows of a time definition, counted by distinct time. */
export async function timeRows(
  request: Request,
  columns: readonly Breakdown[],
): Promise<{ rows: TimeRow[]; query: string }> {
  const { slices } = request;
  const { rows: result, query } = await counted(request, columns, times);
  const everybody = {};
  const rows = result.map((row) => ({
    period: slices[Number(row.slice)]?.id ?? '',
    by: columns.length ? byOf(columns, row) : everybody,
    of: String(row.of),
    problem: row.problem as TimeRow['problem'],
    cause: Number(row.cause) as TimeRow['cause'],
    minutes: row.minutes === null ? null : Number(row.minutes),
    entry: row.entry === null ? null : Number(row.entry),
    moved: row.moved === true,
    ever: row.ever === null ? null : row.ever === true,
    children: Number(row.children),
  }));
  return { rows, query };
}
