import { indicatorOf } from '$lib/indicators/catalogue';
import { savedFigures } from '$lib/report/saved-figures';
import { WordedError } from '$lib/schema/worded-error';
import type { OpenedTable } from '$lib/state/published.svelte';

/** Tables that were saved in Release view. Throws a `WordedError` where one of the files is none. */
export async function readPublished(files: Iterable<File>): Promise<OpenedTable[]> {
  const read = [...files].map(async (file) =>
    savedFigures(await file.text()).map(({ indicator: id, revision, where, rows }): OpenedTable => {
      const indicator = indicatorOf(id);
      if (!indicator) throw new WordedError(unknown);
      return { indicator, revision, where, rows, time: file.lastModified };
    }),
  );
  return (await Promise.all(read)).flat();
}

const unknown = {
  en: 'This table is of an indicator that is not known here.',
  nb: 'Denne tabellen er av en indikator som ikke er kjent her.',
};
