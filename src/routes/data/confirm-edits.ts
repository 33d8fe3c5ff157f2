import type { Decisions, ImportReport } from '$lib/state/dataset.svelte';

/** A column that was matched by more than its exact name and waits for a word. */
export interface Waiting {
  readonly file: string;
  readonly column: string;
  readonly target: string;
  readonly tier: ImportReport['mapping'][number]['tier'];
  readonly reason: ImportReport['mapping'][number]['reason'];
}

/** Columns that the last reading left waiting, file by file; a file that waits for none is not there. */
export const waitingIn = (
  reports: readonly Pick<ImportReport, 'file' | 'mapping'>[],
): readonly { readonly file: string; readonly columns: readonly Waiting[] }[] =>
  reports
    .map(({ file, mapping }) => ({
      file,
      columns: mapping.flatMap(({ source, target, tier, reason, waits }) =>
        waits && target !== null ? [{ file, column: source, target, tier, reason }] : [],
      ),
    }))
    .filter(({ columns }) => columns.length > 0);

/** What was said about a waiting column since; null while it waits. */
export function answerTo(
  { file, column, target }: Waiting,
  decisions: Decisions,
): 'confirmed' | 'changed' | null {
  const own = (one: { readonly file: string; readonly column?: string }) =>
    one.file === file && (one.column === undefined || one.column === column);
  if (decisions.confirmed?.some((one) => own(one) && one.target === target)) return 'confirmed';
  const lists = [decisions.column, decisions.drop, decisions.leaveOut, decisions.table];
  return lists.some((list) => list?.some(own)) ? 'changed' : null;
}

/** Confirms columns as they were proposed. */
export const confirm = (decisions: Decisions, columns: readonly Waiting[]): Decisions => ({
  ...decisions,
  confirmed: [
    ...(decisions.confirmed ?? []),
    ...columns
      .filter((one) => answerTo(one, decisions) === null)
      .map(({ file, column, target }) => ({ file, column, target })),
  ],
});

/** Leaves a whole file out, or takes it back (`null`). */
export const leaveFileOut = (
  decisions: Decisions,
  file: string,
  reason: string | null,
): Decisions => ({
  ...decisions,
  leaveOut: [...(decisions.leaveOut ?? []).filter((one) => one.file !== file), { file, reason }],
});
