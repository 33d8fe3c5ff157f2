import type { Language } from '$lib/schema/text';
import { tables } from '$lib/schema/tables';

/** Label of a table of the files; its name where the schema does not know it. */
export const tableLabel = (name: string, language: Language): string =>
  tables.find((table) => table.name === name)?.labels[language] ?? name;

/** Label of a column of a table; its name where the schema does not know it. */
export const columnLabel = (table: string, name: string, language: Language): string =>
  tables.find((one) => one.name === table)?.columns.find((one) => one.name === name)?.labels[
    language
  ] ?? name;
