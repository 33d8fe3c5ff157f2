import type { Released, ReleasedRow } from '$lib/disclosure/released';
import type { Indicator, Measure, Statistic } from '$lib/schema/indicator';

/** Which figures of a release a table or sentence speaks of. */
export interface Picked {
  readonly measures: readonly Measure[];
  readonly periods: readonly string[];
  readonly groups: readonly Readonly<Record<string, string>>[];
  /** The row of a measure, period and group, if there is one. */
  at(measure: string, period: string, by: Readonly<Record<string, string>>): ReleasedRow | null;
}

/** Columns that rows of a kind may have without being asked: its items, columns, currencies, pairs. */
const mayHave: Partial<Record<Statistic['kind'], readonly string[]>> = {
  profile: ['programme', 'assessor', 'checklist_item'],
  completeness: ['table', 'column'],
  'money-shares': ['currency'],
  succession: ['form_first', 'form_later', 'group_first', 'group_later'],
};

/**
 * Rows of the measures of a question split by exactly the breakdown columns `by`, with measures in
 * the order of the definition and periods and groups in the order met, the unknown of one column
 * after the known. Shares of a composition always have its own column too. With `total` the group
 * `{}` stands after the others.
 */
export function pickRows(
  released: Released,
  indicator: Indicator,
  by: readonly string[] = [],
  { measures, total = false }: { measures?: readonly string[]; total?: boolean } = {},
): Picked {
  const own = indicator.statistic.kind === 'composition' ? [indicator.statistic.of] : [];
  const wanted = [...new Set([...by, ...own])];
  const free = (mayHave[indicator.statistic.kind] ?? []).filter((one) => !by.includes(one));
  const ids = new Set(measures ?? indicator.measures.map(({ id }) => id));
  const rows = released.rows.filter((row) => {
    if (!ids.has(row.measure.replace(/_(if_unknown_(no|yes)|fewest|most)$/, ''))) return false;
    const columns = Object.keys(row.by).filter((column) => !free.includes(column));
    if (columns.length === 0 && total) return true;
    return columns.length === wanted.length && wanted.every((column) => column in row.by);
  });
  const key = (measure: string, period: string, group: Readonly<Record<string, string>>) =>
    JSON.stringify([measure, period, ...[...wanted, ...free].map((column) => group[column])]);
  const found = new Map(rows.map((row) => [key(row.measure, row.period, row.by), row]));
  const groups = new Map(rows.map((row) => [key('', '', row.by), row.by]));
  return {
    measures: indicator.measures.filter(
      ({ id }) =>
        (measures === undefined || measures.includes(id)) && rows.some((row) => row.measure === id),
    ),
    periods: [...new Set(rows.map((row) => row.period))],
    groups: [...groups.values()].sort((a, b) => late(a) - late(b)),
    at: (measure, period, group) => found.get(key(measure, period, group)) ?? null,
  };
}

/** Groups stand as they are met, of one column the unknown after the known, and the total last. */
function late(by: Readonly<Record<string, string>>): number {
  const [code, ...others] = Object.values(by);
  if (code === undefined) return 2;
  return Number(others.length === 0 && code === 'unknown');
}
