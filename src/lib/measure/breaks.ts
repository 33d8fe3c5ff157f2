import type { DatasetFacts, MonthCoverage } from '$lib/schema/dataset';
import { extractsDiffer } from './break-elsewhere';
import type { Slice } from './period';

/** Breaks in the series of a table from one period to another, told by `coverage` (domain N-08). */
export interface Breaks {
  /** Months (`YYYY-MM`, ascending) with which a body that reported in both changed its rules. */
  readonly rules: readonly string[];
  /** Bodies that reported in both and note a break, and with which months. */
  readonly noted: { readonly bodies: number; readonly months: readonly string[] };
}

/** Breaks after the first month of the earlier period, up to the last month of the later one. */
export function breaksOf(facts: DatasetFacts, table: string, earlier: Slice, later: Slice): Breaks {
  const coverage = facts.coverage[table] ?? [];
  const [before, after] = [earlier, later].map(
    (slice) => new Set(monthsOf(coverage, slice).flatMap(({ reporters }) => reporters)),
  );
  const inBoth = (body: number) => before!.has(body) && after!.has(body);
  const months = coverage.filter(({ month }) => month > earlier.first && month <= later.last);
  const noted = months.filter(({ breaks }) => breaks.some(inBoth));
  return {
    rules: months.filter(({ changed }) => changed.some(inBoth)).map(({ month }) => month),
    noted: {
      bodies: new Set(noted.flatMap(({ breaks }) => breaks.filter(inBoth))).size,
      months: noted.map(({ month }) => month),
    },
  };
}

/**
 * Whether the series of a figure breaks at a period: with one of its months a body that reported also
 * in the period before changed its rules or notes a break, or those who reported in the one and those
 * who reported in the other used other rules, or their extracts name others. Where the break lies inside the earlier period, that one
 * has the mark.
 */
export function isBroken(
  facts: DatasetFacts,
  tables: readonly string[],
  earlier: Slice | undefined,
  later: Slice,
): boolean {
  if (!earlier) return false;
  if (extractsDiffer(facts, earlier, later)) return true;
  return tables.some((table) => {
    const { rules, noted } = breaksOf(facts, table, earlier, later);
    if ([...rules, ...noted.months].some((month) => month >= later.first)) return true;
    const coverage = facts.coverage[table] ?? [];
    return (
      rules.length === 0 && rulesDiffer(monthsOf(coverage, earlier), monthsOf(coverage, later))
    );
  });
}

/** Whether the bodies of one period recorded under other rules than those of another; false where nobody says. */
export function rulesDiffer(
  before: readonly MonthCoverage[],
  after: readonly MonthCoverage[],
): boolean {
  const [old, now] = [before, after].map(
    (months) => new Set(months.flatMap(({ rules }) => rules)),
  ) as [Set<number>, Set<number>];
  return (
    old.size > 0 && now.size > 0 && (old.size !== now.size || [...now].some((one) => !old.has(one)))
  );
}

const monthsOf = (coverage: readonly MonthCoverage[], { first, last }: Slice) =>
  coverage.filter(({ month }) => month >= first && month <= last);
