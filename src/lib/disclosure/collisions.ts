import { inSteps } from './amounts';
import { caseOf, truthOf } from './case';
import { withEarlier, withoutEach } from './earlier';
import { sensitiveCells } from './primary';
import { auditProgram, prove } from './search';
import type { Run } from './search';
import { reach } from './secondary';
import { buildSystem } from './system';
import type { Table } from './table';

/**
 * Whether any pattern can be safe. Withholding more is never less safe, so that it is enough to ask
 * the widest one: first by linear programming, which ends most of the answers, then as a proof.
 */
async function canBeSafe(run: Run, table: Table): Promise<boolean> {
  const system = buildSystem(table);
  const truth = await truthOf(system, run.options.solver);
  const given = caseOf(table, system, truth, new Uint8Array(system.cells.length));
  const sensitive = sensitiveCells(table, system);
  const withheld = Uint8Array.from(given.selectable, (each, at) => (each || sensitive[at] ? 1 : 0));
  const program = await auditProgram(run, given, withheld);
  for (const goal of given.requirements) {
    await run.pace.breathe();
    if (!goal.orZero && !reach(given, program, withheld, goal)) return false;
  }
  const widest = { withheld, changes: [], unreachable: [] };
  const { findings } = await prove({ ...run, table }, given, widest, program);
  return findings.status === 'proven';
}

/** Earlier tables, from 0, of which one, if it had not been published, would leave a safe pattern. */
export async function collisions(run: Run): Promise<number[]> {
  const found: number[] = [];
  for (const [at, earlier] of withoutEach(run.table.earlier ?? []).entries()) {
    const { table } = inSteps(withEarlier({ ...run.table, earlier, rounding: undefined }));
    if (await canBeSafe(run, table)) found.push(at);
  }
  return found;
}
