import { availability } from '$lib/measure/availability';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Indicator } from '$lib/schema/indicator';

/** Core figures that a table or column is missing for. */
export interface SwitchedOff {
  readonly table: string;
  /** Without one the whole table is missing. */
  readonly column?: string;
  readonly indicators: readonly Indicator[];
}

/** Core figures that cannot be computed from these files, by what they need. */
export function switchedOff(
  catalogue: readonly Indicator[],
  facts: DatasetFacts,
): readonly SwitchedOff[] {
  const found = new Map<string, SwitchedOff>();
  for (const indicator of catalogue.filter(({ core }) => core)) {
    const { missing } = availability(indicator, facts);
    if (!missing) continue;
    const key = `${missing.table}.${missing.column ?? ''}`;
    const before = found.get(key)?.indicators ?? [];
    found.set(key, { ...missing, indicators: [...before, indicator] });
  }
  return [...found.values()];
}

/** Reports of one table that were due and did not come. */
export interface Unreported {
  readonly table: string;
  /** Reports of an organisation for a month. */
  readonly due: number;
  readonly absent: number;
  /** Months in which at least one of them is absent, and all months with one due. */
  readonly months: number;
  readonly ofMonths: number;
  readonly first: string;
  readonly last: string;
}

/** Tables for which coverage knows of reports that did not come, in the order of the facts. */
export const unreported = ({ coverage }: DatasetFacts): readonly Unreported[] =>
  Object.entries(coverage).flatMap(([table, all]): Unreported[] => {
    const months = all.filter(({ due }) => due > 0);
    const lacking = months.filter(({ due, dueAndSubmitted }) => dueAndSubmitted < due);
    const [first] = lacking;
    if (!first) return [];
    return [
      {
        table,
        due: months.reduce((sum, { due }) => sum + due, 0),
        absent: lacking.reduce((sum, { due, dueAndSubmitted }) => sum + due - dueAndSubmitted, 0),
        months: lacking.length,
        ofMonths: months.length,
        first: first.month,
        last: lacking.at(-1)?.month ?? first.month,
      },
    ];
  });
