import type { DatasetFacts } from '$lib/schema/dataset';

/** What `coverage` says of one table over all its months; the units are monthly reports of organisations. */
export interface Reporting {
  readonly table: string;
  /** `YYYY-MM`, both inclusive. */
  readonly first: string;
  readonly last: string;
  readonly due: number;
  readonly dueAndSubmitted: number;
  /** Reports of organisations that were not meant to send one. */
  readonly undue: number;
  /** Months in which a report that was due did not come, ascending. */
  readonly gaps: readonly string[];
}

/** The account of monthly reports, in the order of the files' tables. */
export const reportingOf = ({ coverage }: Pick<DatasetFacts, 'coverage'>): readonly Reporting[] =>
  Object.entries(coverage).flatMap(([table, months]) => {
    const [first, last] = [months[0], months.at(-1)];
    if (!first || !last) return [];
    const sum = (read: (month: (typeof months)[number]) => number) =>
      months.reduce((all, month) => all + read(month), 0);
    return [
      {
        table,
        first: first.month,
        last: last.month,
        due: sum(({ due }) => due),
        dueAndSubmitted: sum(({ dueAndSubmitted }) => dueAndSubmitted),
        undue: sum(({ submitted, dueAndSubmitted }) => submitted - dueAndSubmitted),
        gaps: months
          .filter(({ due, dueAndSubmitted }) => dueAndSubmitted < due)
          .map(({ month }) => month),
      },
    ];
  });
