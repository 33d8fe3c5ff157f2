import { checkAmounts, inSteps, isRuled, withAmounts } from './amounts';
import { intervals, witnessOf } from './audit';
import type { Case } from './capacity';
import { caseOf, truthOf } from './case';
import { collisions } from './collisions';
import { knownBefore, withEarlier } from './earlier';
import { startPace } from './pace';
import { sensitiveCells } from './primary';
import type { Program } from './program';
import { assemble } from './protected-table';
import type { ProtectedTable, ProtectOptions } from './protected-table';
import { checkRates } from './rates';
import { checkRounding, printedOf } from './rounding';
import { auditProgram, prove, search } from './search';
import type { Run } from './search';
import type { Pattern } from './secondary';
import { simplexProgram } from './simplex';
import { buildSystem } from './system';
import type { System } from './system';
import { allTables, checkTable, isAudit, keyText, TableError } from './table';
import type { Table } from './table';

/**
 * Protects a table and its linked tables as one system: sensitive cells, the further cells that hide
 * them, and a proof by whole-number tables. With `suppressed` it only audits that pattern. Nothing
 * of the result may be shown unless `audit.status` is `proven`. Throws `TableError` for a
 * contradictory table and `Cancelled` after an abort.
 */
export async function protect(table: Table, options: ProtectOptions = {}): Promise<ProtectedTable> {
  const programs: Program[] = [];
  const keep = <Kept extends Program>(program: Kept) => {
    programs.push(program);
    return program;
  };
  const pace = startPace(options.signal, options.rest);
  try {
    const result = await protectWith({ table, options, pace, keep });
    const { earlier = [] } = table;
    if (earlier.length === 0 || result.audit.status === 'proven' || isAudit(table)) return result;
    const run = { table, options, pace, keep };
    return { ...result, audit: { ...result.audit, collides: await collisions(run) } };
  } finally {
    for (const program of programs) program.dispose();
  }
}

async function protectWith(asked: Run): Promise<ProtectedTable> {
  const { options, pace } = asked;
  checkTable(asked.table);
  const auditing = isAudit(asked.table);
  // What is safe unrounded is safe rounded, because rounding adds nothing that is not shown.
  let table = withEarlier(asked.table);
  checkTable(table);
  checkAmounts(table);
  const exact = table;
  const { table: stepped, step } = inSteps(table);
  table = stepped;
  if (!auditing) table = { ...table, rounding: undefined };
  let run = { ...asked, table };
  allTables(table).forEach(checkRates);
  const system = buildSystem(table);
  const truth = await truthOf(system, options.solver);
  const sensitive = sensitiveCells(table, system);
  const before = knownBefore(table, system);
  const firm = sensitive.map((each, cell) => (each || before.hidden[cell] ? 1 : 0));
  const forced = new Uint8Array(system.cells.length);
  for (const key of options.forceVisible ?? []) {
    const cell = system.cellOf(0, key);
    if (cell < 0) throw new TableError(`${key.join(' × ')} is to stay visible but is no cell.`);
    forced[cell] = 1;
  }

  if (!auditing) checkRounding(asked.table);
  let given = caseOf(table, system, truth, forced);
  let bound = 0;
  let program: Program;
  let rounded: Awaited<ReturnType<typeof printedOf>> | undefined;
  let pattern: Pattern = { withheld: firm, changes: [], unreachable: [] };
  if (auditing) {
    const withheld = suppressedBy(table, system);
    pattern = { ...pattern, withheld };
    rounded = table.rounding && (await printedOf(table.rounding, system, withheld, options.solver));
    if (rounded) table = { ...table, rounding: rounded.rounding };
    run = { ...run, table };
    given = caseOf(table, system, truth, forced, { withheld, printed: rounded?.printed });
    program = await auditProgram(run, given, withheld);
  } else if (given.requirements.length === 0) {
    program = simplexProgram(system.regions.length, given.rows);
  } else {
    let found = await search(run, given, firm);
    const order = system.cells.map((_, at) => at).filter((at) => forced[at]);
    order.sort((a, b) => given.weight[a]! - given.weight[b]!);
    while (found.pattern.unreachable.length > 0 && order.length > 0) {
      forced[order.shift()!] = 0;
      given = caseOf(table, system, truth, forced);
      found = await search(run, given, firm);
    }
    ({ pattern, bound, program } = found);
  }
  const proof = await prove(run, given, pattern, program, rounded?.printed);
  const { withheld } = proof.pattern;
  const { rounding } = asked.table;
  rounded ??= rounding && (await printedOf(rounding, system, withheld, options.solver));
  // A secret stays with whoever rounds.
  if (rounded) table = { ...table, rounding: { ...rounded.rounding, secret: undefined } };
  const { findings } = proof;
  const ranges = options.intervals
    ? rangesOf(table, given, withheld, proof.program, step)
    : undefined;
  const tables = allTables(table);
  const current = (names: readonly { readonly table: number }[]) =>
    names.filter((name) => !tables[name.table]!.before).length;
  const count = (chosen: (cell: number) => boolean) =>
    system.cells.reduce((sum, { names }, at) => (chosen(at) ? sum + current(names) : sum), 0);
  const notForced = (options.forceVisible ?? []).filter((key) => withheld[system.cellOf(0, key)]);
  const printed = assemble(table, system, withheld, rounded?.printed);
  return {
    ...(isRuled(table) ? withAmounts(printed, exact) : printed),
    audit: {
      status: findings.status,
      exact: findings.exact,
      belowThreshold: findings.belowThreshold,
      secondary: count((at) => withheld[at] === 1 && !firm[at]),
      lowerBound: bound,
      witnesses: findings.changes.length + 1,
      ms: Math.round(pace.elapsed()),
      ...(notForced.length > 0 && { notForced }),
      ...(ranges && { intervals: ranges }),
      ...(options.witnessTables && {
        witnessTables: [undefined, ...findings.changes].map((change) =>
          witnessOf(given, change, step),
        ),
      }),
    },
  };
}

/** The given pattern. A figure with two names is withheld only where each name is. */
function suppressedBy(table: Table, system: System): Uint8Array {
  const hidden = allTables(table).map((each) => {
    if (!each.before) return new Set(each.suppressed?.map(keyText));
    return new Set(
      each.cells.map(({ key }) => keyText(key)).filter((key) => !each.before!.has(key)),
    );
  });
  return Uint8Array.from(system.cells, ({ names }) =>
    names.every((name) => hidden[name.table]!.has(keyText(name.key))) ? 1 : 0,
  );
}

/**
 * Explicit sensitive cells, and those of sensitive dimensions, may be zeros, so that an attacker cannot
 * count on at least 1 there.
 */
function rangesOf(table: Table, given: Case, withheld: Uint8Array, program: Program, step: number) {
  const zeros = allTables(table).some(
    (each) => each.primary ?? each.dims.some((dim) => dim.sensitive),
  );
  const known = zeros ? { ...given, floor: given.floor.map(() => 0) } : given;
  return intervals(known, withheld, program, isRuled(table) ? step : undefined).flatMap(
    ({ cell, low, high }) =>
      given.system.cells[cell]!.names.filter((name) => !allTables(table)[name.table]!.before).map(
        ({ key, table: number }) => ({
          key,
          table: number,
          lo: low,
          hi: high,
        }),
      ),
  );
}
