import type { Issue } from '$lib/schema/issue';
import type { Table } from '$lib/schema/table';
import type { IdentifierFinding } from './import-report';
import { notFed, pointsToPerson } from './inspect-words';
import type { Binding } from './map-columns';

/** Required columns that no source column feeds. */
export function lacking(table: Table, bindings: readonly Binding[]): Issue[] {
  return table.columns
    .filter(({ requirement, name }) => {
      const fed = bindings.some(
        ({ column }) => column.name === name || column.standsInFor === name,
      );
      return requirement === 'R' && !fed;
    })
    .map((column) => ({
      level: 'warning',
      code: 'required-column-missing',
      column: column.name,
      count: 1,
      message: notFed(`${table.name}.${column.name}`),
    }));
}

/** A column that could point to a person keeps the file out. */
export const stopIssue = (found: IdentifierFinding): Issue => ({
  level: 'error',
  code: 'identifier',
  column: found.column,
  count: 1,
  message: pointsToPerson(found),
});
