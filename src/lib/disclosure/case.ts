import type { Case } from './capacity';
import { knownBefore } from './earlier';
import { oneCodeRows } from './one-code';
import { alwaysShown, floorOf, requirementsOf, sensitiveCells } from './primary';
import { rateRows } from './rates';
import { roundingSlack } from './rounding';
import { relationsOf } from './relations';
import { loadSolver, someTable } from './solver';
import type { SolverSource } from './solver';
import type { System } from './system';
import { allTables, isAudit, TableError } from './table';
import type { Table } from './table';
import { regionValues } from './truth';

/** A whole-number table that agrees with all cells; refuses cells that contradict each other. */
export async function truthOf(system: System, source?: SolverSource): Promise<Float64Array> {
  const known = regionValues(system);
  const truth = known ?? someTable(await loadSolver(source), system);
  if (!truth) throw new TableError('The figures of the linked tables contradict each other.');
  return truth;
}

/** Whether a reader can rely on every small figure being withheld. */
const followsRule = (table: Table, sensitive: Uint8Array, withheld: Uint8Array): boolean =>
  table.kind === 'count' &&
  table.zeros === 'published' &&
  !allTables(table).some((each) => each.primary) &&
  sensitive.every((each, cell) => !each || withheld[cell] === 1);

/** The system with its rules; `forced` cells are kept visible, `audited` is the given pattern. */
export function caseOf(
  table: Table,
  system: System,
  truth: Float64Array,
  forced: Uint8Array,
  audited?: { readonly withheld: Uint8Array; readonly printed?: Float64Array },
): Case {
  const shown = alwaysShown(table, system);
  const before = knownBefore(table, system);
  const tables = allTables(table);
  const sensitive = sensitiveCells(table, system);
  const size = (value: number) => (table.kind === 'count' ? Math.log1p(value) : value);
  const total = system.cells.reduce((sum, { value }) => sum + size(value), 1);
  const auditing = isAudit(table);
  const rule = audited !== undefined && followsRule(table, sensitive, audited.withheld);
  const groups = oneCodeRows(table, system, system.rows.length);
  const rates = auditing ? allTables(table).flatMap((each, at) => rateRows(system, each, at)) : [];
  const rows =
    groups.rows.length + rates.length > 0
      ? [...system.rows, ...groups.rows, ...rates]
      : system.rows;
  return {
    system,
    rows,
    truth,
    relations: relationsOf(table, system),
    requirements: [...requirementsOf(table, system, truth), ...groups.requirements],
    selectable: shown.map((each, cell) =>
      each || before.shown[cell] || (forced[cell] && !sensitive[cell]) ? 0 : 1,
    ),
    // What was withheld when zeros were shown was none; what only earlier tables have follows their rule.
    floor: Float64Array.from(system.cells, ({ value, names }, cell) =>
      names.every((name) => tables[name.table]!.before)
        ? Math.min(value, before.least[cell]!)
        : Math.max(floorOf(table, value), Math.min(value, before.least[cell]!)),
    ),
    slack: system.cells.map(({ value }, cell) =>
      table.rounding && audited?.printed && !before.shown[cell]
        ? roundingSlack(table.rounding, value, audited.printed[cell]!, table.threshold, rule)
        : { down: 0, up: 0 },
    ),
    weight: Float64Array.from(
      system.cells,
      ({ value, names }, cell) =>
        names.filter((name) => !tables[name.table]!.before).length +
        (before.held[cell] ? 0 : (0.5 * size(value)) / total),
    ),
  };
}
