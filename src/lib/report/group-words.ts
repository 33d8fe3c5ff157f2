import { assessorLabel } from '$lib/charts/assessor-label';
import { columnLabel, tableLabel } from '$lib/charts/column-label';
import { anotherGenderCode, breakdownLabel, codesOf, isBreakdown } from '$lib/schema/breakdowns';
import type { Language, Text } from '$lib/schema/text';

const total: Text = { en: 'Total', nb: 'I alt' };

/** Label of a breakdown column; a column the schema does not know keeps its name. */
export const columnWords = (column: string, language: Language): string =>
  isBreakdown(column) ? breakdownLabel(column)[language] : column;

/** Label of one code of a breakdown; open sets (regions, programmes) show the code. */
function codeWords(column: string, code: string, language: Language, table = ''): string {
  if (column === 'table') return tableLabel(code, language);
  if (column === 'column') return columnLabel(table, code, language);
  if (column === 'assessor') return assessorLabel(code, language);
  if (!isBreakdown(column)) return code;
  const codes = [...(codesOf(column) ?? []), anotherGenderCode];
  return codes.find((one) => one.code === code)?.label[language] ?? code;
}

/** Label of a group: its codes in order, `Total` for `{}`. */
export function groupWords(by: Readonly<Record<string, string>>, language: Language): string {
  const words = Object.entries(by).map(([column, code]) =>
    codeWords(column, code, language, by.table),
  );
  return words.length > 0 ? words.join(', ') : total[language];
}
