export interface DurationsInput {
  /** Time from the start of the clock to the event or to the end of observation. */
  readonly time: readonly (number | null)[];
  /** 0 censored; 1 event, or 1…K the cause. */
  readonly status: readonly (number | null)[];
  /** Delayed entry; 0, null or left out: at risk from the start. */
  readonly entry?: readonly (number | null)[];
}

export interface CleanDurations {
  readonly kept: number;
  readonly excluded_missing_time: number;
  readonly excluded_missing_status: number;
  readonly excluded_negative_time: number;
  readonly excluded_entry_not_before_exit: number;
  /** Places of the kept rows, from 0. */
  readonly kept_rows: readonly number[];
}

/**
 * Which durations may enter a curve, and why the others may not. Negative durations are errors of
 * the data and are never clipped to 0; time 0 is legal. Each row is counted under the first reason
 * that applies. Source: project contract, section 4.1.
 */
export function kmClean({ time, status, entry }: DurationsInput): CleanDurations {
  const kept_rows: number[] = [];
  const excluded = { missingTime: 0, missingStatus: 0, negative: 0, entry: 0 };
  time.forEach((exit, row) => {
    const from = entry?.[row] ?? 0;
    if (exit === null) excluded.missingTime++;
    else if ((status[row] ?? null) === null) excluded.missingStatus++;
    else if (exit < 0) excluded.negative++;
    else if (from > 0 && from >= exit) excluded.entry++;
    else kept_rows.push(row);
  });
  return {
    kept: kept_rows.length,
    excluded_missing_time: excluded.missingTime,
    excluded_missing_status: excluded.missingStatus,
    excluded_negative_time: excluded.negative,
    excluded_entry_not_before_exit: excluded.entry,
    kept_rows,
  };
}
