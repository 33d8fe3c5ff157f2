import type { Table } from '$lib/schema/table';
import { tables } from '$lib/schema/tables';
import type { Language } from '$lib/schema/text';

/** A table by its name, or null. */
export const tableOf = (name: string | null): Table | null =>
  tables.find((table) => table.name === name) ?? null;

/** A field by its label with its name behind it; the name alone where the table lacks it. */
export function fieldLabel(table: Table | null, name: string, language: Language): string {
  const field = table?.columns.flatMap(({ fields }) => fields).find((one) => one.name === name);
  return field ? `${field.labels[language]} (${name})` : name;
}
