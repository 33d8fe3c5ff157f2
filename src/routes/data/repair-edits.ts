import type { Indicator } from '$lib/schema/indicator';
import type { Column } from '$lib/schema/table';
import type { Decisions, ImportReport } from '$lib/state/dataset.svelte';
import { tableOf } from './mapping-labels';

/** Cells that cannot be read and look alike. */
export type Problem = ImportReport['problems'][number];

/** The column of the data model that a problem is in. */
function columnOf({ target }: Pick<Problem, 'target'>): Column | null {
  const [table = '', field] = target.split('.');
  const columns = tableOf(table)?.columns ?? [];
  return columns.find(({ fields }) => fields.some(({ name }) => name === field)) ?? null;
}

/** Indicators that need the column, by their ids. */
export function touched(problem: Pick<Problem, 'target'>, all: readonly Indicator[]): string[] {
  const column = columnOf(problem);
  const path = column && `${column.table}.${column.name}`;
  return all.filter(({ needs }) => path && needs.includes(path)).map(({ id }) => id);
}

/** What can be done about a problem beside leaving its rows out. */
export function repairsOf(problem: Problem): {
  readonly codes: Column['codes'];
  /** Day and month may have been taken for each other. */
  readonly order: boolean;
  readonly unknown: boolean;
} {
  const column = columnOf(problem);
  const coded = problem.spelling && column !== null && ['code', 'list'].includes(column.type);
  return {
    codes: coded ? column.codes : [],
    order: /^9{1,2}([/.-])9{1,2}\1(?:9{4})/.test(problem.like) && !problem.spelling,
    unknown: column !== null,
  };
}

/** How a problem is shown and decided about: a code by its spelling, everything else by its form. */
export const likeOf = ({ like, spelling }: Pick<Problem, 'like' | 'spelling'>): string =>
  spelling?.() ?? like;

/** Sets the cells of a problem as unknown, or leaves their rows out. */
export const fixGroup = (
  decisions: Decisions,
  file: string,
  problem: Problem,
  as: 'unknown' | 'exclude',
): Decisions => ({
  ...decisions,
  groups: [
    ...(decisions.groups ?? []).filter(
      (one) => one.file !== file || one.column !== problem.column || one.like !== likeOf(problem),
    ),
    { file, column: problem.column, like: likeOf(problem), as },
  ],
});

/** Gives one cell another content, null for an unknown value. */
export const fixCell = (
  decisions: Decisions,
  file: string,
  column: string,
  row: string,
  to: string | null,
): Decisions => ({
  ...decisions,
  cells: [
    ...(decisions.cells ?? []).filter(
      (one) => one.file !== file || one.column !== column || one.row !== row,
    ),
    { file, column, row, to },
  ],
});
