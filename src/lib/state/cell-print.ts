import { dataset } from './dataset.svelte';

/**
 * Print of the record that starts on a line of a file on the page, for a change of one of its cells;
 * null where none does.
 */
export async function cellPrint(report: number, line: number): Promise<string | null> {
  const { file, chosen } = dataset.reports[report] ?? {};
  const source = dataset.files[chosen ?? report];
  if (!source || !file) return null;
  const { cellPrint } = await import('./machinery');
  return cellPrint({ name: source.name, blob: source }, file, line, dataset.reading);
}
