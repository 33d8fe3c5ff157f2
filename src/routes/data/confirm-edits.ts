import type { Decisions, ImportReport } from '$lib/state/dataset.svelte';

import { chooseMeaning, type Meaning } from './mapping-edits';

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

/** A word of a file that is read as a code. */
export type ReadWord = ImportReport['codes'][number] & { readonly file: string };

/** Words that are read as codes, of the files that wait to be confirmed. */
export const codesIn = (
  reports: readonly Pick<ImportReport, 'file' | 'codes'>[],
): readonly { readonly file: string; readonly codes: readonly ReadWord[] }[] =>
  reports
    .map(({ file, codes }) => ({ file, codes: codes.map((one) => ({ ...one, file })) }))
    .filter(({ codes }) => codes.length > 0);

const sameWord =
  ({ file, source, spelling }: ReadWord) =>
  (one: { readonly file: string; readonly column: string; readonly spelling: string }) =>
    one.file === file && one.column === source && one.spelling === spelling;

/** What a word stands for by the last decision, else as it was proposed; null for several things. */
export function meaningNow(one: ReadWord, decisions: Decisions): Meaning | null {
  if (decisions.merged?.some(sameWord(one))) return null;
  return decisions.value?.findLast(sameWord(one))?.meaning ?? { code: one.code };
}

/** What was said about a word since; null while nobody said what it stands for. */
export function codeAnswer(one: ReadWord, decisions: Decisions): 'confirmed' | 'changed' | null {
  if (decisions.merged?.some(sameWord(one))) return 'changed';
  const said = decisions.value?.findLast(sameWord(one))?.meaning;
  if (said) return 'code' in said && said.code === one.code ? 'confirmed' : 'changed';
  const column = { ...one, column: one.source, tier: 'synonym' } as const;
  return answerTo(column, decisions) === 'changed' ? 'changed' : null;
}

/** Confirms words as they were proposed. */
export const confirmCodes = (decisions: Decisions, codes: readonly ReadWord[]): Decisions =>
  codes
    .filter((one) => codeAnswer(one, decisions) === null)
    .reduce(
      (all, { file, source, spelling, code }) =>
        chooseMeaning(all, file, source, spelling, { code }),
      decisions,
    );

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
