import type { DatasetFacts } from '$lib/schema/dataset';
import type { Choice, Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';

/** What the loaded files allow: nothing missing, or the first table or column that is. */
export interface Availability {
  readonly missing: { readonly table: string; readonly column?: string } | null;
  /** Reduced forms in force, to be said beside the figure. */
  readonly reduced: readonly Text[];
}

/** Whether files of this dataset fed a table, or one of its logical columns. */
export const hasColumn =
  (facts: DatasetFacts): Choice['has'] =>
  (table, column) => {
    const loaded = facts.tables[table];
    return loaded !== undefined && (column === undefined || loaded.columns.includes(column));
  };

/**
 * Checks a definition's inputs against the data. A need that a reduced form does without does not
 * stop it. Data about children who are not known victims (ruling S17) have no victim status: only
 * definitions with a reduced form for that run on them.
 */
export function availability(indicator: Indicator, facts: DatasetFacts): Availability {
  const has = hasColumn(facts);
  const lacks = (path: string) => {
    const [table = '', column] = path.split('.');
    return path === 'cases.victim_status'
      ? facts.population !== null || !has(table, column)
      : !has(table, column);
  };
  const reduced = indicator.reduced.filter((form) => lacks(form.lacks));
  const needs = [
    ...indicator.needs,
    ...(['programmes', 'files'].includes(indicator.population) ? [] : ['cases.victim_status']),
  ];
  const missing = needs.find((need) => lacks(need) && !reduced.some((form) => form.lacks === need));
  const [table = '', column] = (missing ?? '').split('.');
  return {
    missing: missing ? { table, ...(has(table) ? { column } : {}) } : null,
    reduced: reduced.map((form) => form.words),
  };
}
