import type { Case } from './capacity';
import { alwaysShown, floorOf, requirementsOf, sensitiveCells } from './primary';
import { rateRows } from './rates';
import { roundedValue, roundingSlack } from './rounding';
import { loadSolver, someTable } from './solver';
import type { SolverSource } from './solver';
import type { System } from './system';
import { allTables, TableError } from './table';
import type { Table } from './table';
import { regionValues } from './truth';

/** Whether a pattern is given and only to be audited. */
export const isAudit = (table: Table) => allTables(table).some((each) => each.suppressed);

/** A whole-number table that agrees with all cells; refuses cells that contradict each other. */
export async function truthOf(system: System, source?: SolverSource): Promise<Float64Array> {
  const known = regionValues(system);
  const truth = known ?? someTable(await loadSolver(source), system);
  if (!truth) throw new TableError('The figures of the linked tables contradict each other.');
  return truth;
}

/** The system with its rules; `forced` cells are kept visible. */
export function caseOf(
  table: Table,
  system: System,
  truth: Float64Array,
  forced: Uint8Array,
): Case {
  const shown = alwaysShown(table, system);
  const sensitive = sensitiveCells(table, system);
  const size = (value: number) => (table.kind === 'count' ? Math.log1p(value) : value);
  const total = system.cells.reduce((sum, { value }) => sum + size(value), 1);
  const auditing = isAudit(table);
  const rows = auditing
    ? [...system.rows, ...allTables(table).flatMap((each, at) => rateRows(system, each, at))]
    : system.rows;
  return {
    system,
    rows,
    truth,
    requirements: requirementsOf(table, system, truth),
    selectable: shown.map((each, cell) => (each || (forced[cell] && !sensitive[cell]) ? 0 : 1)),
    floor: Float64Array.from(system.cells, ({ value }) => floorOf(table, value)),
    slack: system.cells.map((cell) =>
      table.rounding && auditing
        ? roundingSlack(table.rounding, cell.value, roundedValue(table.rounding, cell))
        : { down: 0, up: 0 },
    ),
    weight: Float64Array.from(
      system.cells,
      ({ value, names }) => names.length + (0.5 * size(value)) / total,
    ),
  };
}
