import type { ImportReport } from '$lib/state/dataset.svelte';

/** Whether a problem of a file is that one child may stand in it twice: the reader may review such records. */
export const asksForReview = (
  { table }: Pick<ImportReport, 'table'>,
  { code }: Pick<ImportReport['issues'][number], 'code'>,
): boolean => code === 'child-twice' || (code === 'key-twice' && table === 'cases');
