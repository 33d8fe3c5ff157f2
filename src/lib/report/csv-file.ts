import type { Released } from '$lib/disclosure/released';
import { csvText } from './csv';
import { refuseWorking } from './report-refused';
import { rowsJson, type Filters } from './rows-json';

/**
 * The released figures as a CSV file in UTF-8 with a byte order mark, data only: what belongs to the
 * figures is in the notes file. It names the filters that the figures were made under. Throws `ReportRefused` for a Working view.
 */
export function csvFile(released: Released, where?: Filters): Blob {
  refuseWorking(released);
  return new Blob(['\uFEFF', csvText(rowsJson(released, where))], {
    type: 'text/csv;charset=utf-8',
  });
}
