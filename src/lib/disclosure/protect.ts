import { audit, intervals, witnessOf } from './audit';
import type { Findings } from './audit';
import { isWhole, room } from './capacity';
import type { Case } from './capacity';
import { improve } from './optimum';
import { startPace } from './pace';
import type { Pace } from './pace';
import { alwaysShown, floorOf, requirementsOf, sensitiveCells } from './primary';
import type { Program } from './program';
import { checkRates, rateIsShown, rateRows } from './rates';
import { roundedValue, roundingSlack } from './rounding';
import { open, reach, suppress } from './secondary';
import type { Pattern } from './secondary';
import { simplexProgram } from './simplex';
import { highsProgram, loadSolver, someTable } from './solver';
import type { SolverSource } from './solver';
import { buildSystem } from './system';
import type { System } from './system';
import { allTables, checkTable, keyText, levelOf, TableError } from './table';
import type { Key, LinkedTable, Rate, Table } from './table';
import { regionValues } from './truth';
import type { Witness } from './witness';

export interface ProtectOptions {
  /** `fast`: built-in solver and heuristics where they suffice. `best`: also look for the least. */
  readonly effort?: 'fast' | 'best';
  /** Cells of the main table to keep visible where a safe pattern allows it. */
  readonly forceVisible?: readonly Key[];
  /** Milliseconds for looking for a smaller pattern; safety and proof are not cut short by it. */
  readonly timeBudgetMs?: number;
  readonly intervals?: boolean;
  /** Hands out the tables of the proof: they hold true figures and never leave the machine. */
  readonly witnessTables?: boolean;
  readonly solver?: SolverSource;
  readonly signal?: AbortSignal;
  /** Awaited between steps, to let the thread breathe. */
  readonly rest?: () => Promise<void>;
}

export interface Audit {
  readonly status: 'proven' | 'unsafe' | 'not proven';
  /** Sensitive figures that can be computed from what is shown. */
  readonly exact: number;
  /** Sensitive figures that can be shown to lie below the threshold, exact ones included. */
  readonly belowThreshold: number;
  /** Withheld figures that are not sensitive by themselves. */
  readonly secondary: number;
  /** No safe pattern has fewer of them. */
  readonly lowerBound: number;
  /** Whole-number tables of the proof, the true one included. */
  readonly witnesses: number;
  readonly ms: number;
  /** Cells asked to stay visible that could not. */
  readonly notForced?: readonly Key[];
  readonly intervals?: readonly { key: Key; table: number; lo: number; hi: number | null }[];
  readonly witnessTables?: readonly Witness[];
}

export type ProtectedCells<T extends LinkedTable> = Omit<T, 'cells' | 'rates' | 'linked'> & {
  readonly cells: readonly { readonly key: Key; readonly value: number | null }[];
  readonly rates?: readonly (Omit<Rate, 'value'> & { readonly value: number | null })[];
};

/** The table as given, `value: null` where withheld, with the audit of its pattern. */
export type ProtectedTable = ProtectedCells<Table> & {
  readonly linked?: readonly ProtectedCells<LinkedTable>[];
  readonly audit: Audit;
};

const isAudit = (table: Table) => allTables(table).some((each) => each.suppressed);

const MOST_SMALL = 90_000;
const MOST_OPTIMAL = 1200;

/** Default time for a smaller pattern, by number of cells (design.md, section 13). */
const budgetOf = (cells: number): number => (cells <= 150 ? 1000 : cells <= 330 ? 1500 : 12_000);

async function truthOf(system: System, source?: SolverSource): Promise<Float64Array> {
  const known = regionValues(system);
  const truth = known ?? someTable(await loadSolver(source), system);
  if (!truth) throw new TableError('The figures of the linked tables contradict each other.');
  return truth;
}

function caseOf(table: Table, system: System, truth: Float64Array, forced: Uint8Array): Case {
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

const publishedOf = (table: Table, system: System, withheld: Uint8Array) =>
  allTables(table).map(
    (each, number) =>
      new Map(
        each.cells.map(({ key }) => {
          const at = system.cellOf(number, key);
          const cell = system.cells[at]!;
          const shown = table.rounding ? roundedValue(table.rounding, cell) : cell.value;
          return [keyText(key), withheld[at] ? null : shown] as const;
        }),
      ),
  );

interface Run {
  readonly table: Table;
  readonly options: ProtectOptions;
  readonly pace: Pace;
}

/** A pattern that is whole-number safe: what linear programming passed is completed by whole moves. */
async function prove(
  run: Run,
  given: Case,
  start: Pattern,
  program: Program,
): Promise<{ pattern: Pattern; findings: Findings; program: Program }> {
  const { table, options, pace } = run;
  let pattern = start;
  let solver = program;
  for (let round = 0; ; round++) {
    const stopAt = pace.elapsed() + 20_000 + 30 * given.system.cells.length;
    const published = publishedOf(table, given.system, pattern.withheld);
    const found = pattern.changes.filter((change) => isWhole({ change }));
    const result = await audit(
      table,
      given,
      pattern.withheld,
      published,
      solver,
      found,
      pace,
      stopAt,
    );
    const bad = [...result.broken, ...result.open];
    const fixed = isAudit(table);
    if (bad.length === 0 || round === 6 || (fixed && (solver.maximiseWhole || !result.open.length)))
      return { pattern, findings: result, program: solver };
    if (!solver.maximiseWhole) {
      solver.dispose();
      solver = highsProgram(
        await loadSolver(options.solver),
        given.system.regions.length,
        given.rows,
      );
      continue;
    }
    const withheld = pattern.withheld.slice();
    const changes = [...result.changes];
    const whole = solver.maximiseWhole.bind(solver);
    for (const goal of bad) {
      await pace.breathe();
      const change = reach(given, solver, withheld, goal, given.weight, (question) =>
        whole(question, 5),
      );
      if (!change) continue;
      open(given, withheld, change);
      changes.push(change);
    }
    pattern = { ...pattern, withheld, changes };
  }
}

async function search(
  run: Run,
  given: Case,
  sensitive: Uint8Array,
): Promise<{ pattern: Pattern; bound: number; program: Program }> {
  const { options, pace, table } = run;
  const { regions, cells } = given.system;
  const dense = (regions.length + given.rows.length) * given.rows.length;
  const small = dense <= MOST_SMALL;
  const best = options.effort !== 'fast';
  const program = small
    ? simplexProgram(regions.length, given.rows)
    : highsProgram(await loadSolver(options.solver), regions.length, given.rows);
  const budget = options.timeBudgetMs ?? budgetOf(cells.length);
  const starts = cells.length <= 60 ? 12 : cells.length <= 160 ? 4 : small ? 2 : 1;
  const stopAt = pace.elapsed() + budget;
  const pattern = await suppress(given, program, sensitive, starts, pace, stopAt);
  const extra = pattern.withheld.reduce(
    (sum, each, at) => sum + (each && !sensitive[at] ? 1 : 0),
    0,
  );
  if (extra === 0 || !best || cells.length > MOST_OPTIMAL)
    return { pattern, bound: extra === 0 ? 0 : 1, program };
  const highs = await loadSolver(options.solver);
  const attacker = program.maximiseWhole
    ? program
    : highsProgram(highs, regions.length, given.rows);
  const better = await improve(
    table,
    given,
    highs,
    program,
    attacker,
    pattern,
    sensitive,
    pace,
    stopAt,
  );
  if (attacker !== program) program.dispose();
  return { ...better, program: attacker };
}

function assemble(
  table: Table,
  system: System,
  withheld: Uint8Array,
): Omit<ProtectedTable, 'audit'> {
  const published = publishedOf(table, system, withheld);
  const each = <T extends LinkedTable>(one: T, number: number) => {
    const { cells, rates, ...rest } = one;
    return {
      ...rest,
      cells: cells.map(({ key }) => ({ key, value: published[number]!.get(keyText(key)) ?? null })),
      ...(rates && {
        rates: rates.map((rate) =>
          rateIsShown(
            system,
            withheld,
            number,
            rate,
            levelOf(table) === 'exact' ? 0 : table.threshold,
          )
            ? rate
            : { ...rate, value: null },
        ),
      }),
    };
  };

  const main = each(table, 0);
  return {
    ...main,
    ...(table.linked && { linked: table.linked.map((one, at) => each(one, at + 1)) }),
  };
}

/**
 * Protects a table and its linked tables as one system: sensitive cells, the further cells that hide
 * them, and a proof by whole-number tables. With `suppressed` it only audits that pattern. Nothing
 * of the result may be shown unless `audit.status` is `proven`. Throws `TableError` for a
 * contradictory table and `Cancelled` after an abort.
 */
export async function protect(table: Table, options: ProtectOptions = {}): Promise<ProtectedTable> {
  const pace = startPace(options.signal, options.rest);
  checkTable(table);
  allTables(table).forEach(checkRates);
  const system = buildSystem(table);
  const truth = await truthOf(system, options.solver);
  const sensitive = sensitiveCells(table, system);
  const run = { table, options, pace };
  const auditing = isAudit(table);
  const forced = new Uint8Array(system.cells.length);
  for (const key of options.forceVisible ?? []) {
    const cell = system.cellOf(0, key);
    if (cell < 0) throw new TableError(`${key.join(' × ')} is to stay visible but is no cell.`);
    forced[cell] = 1;
  }

  let given = caseOf(table, system, truth, forced);
  let bound = 0;
  let program: Program;
  let pattern: Pattern = { withheld: sensitive, changes: [], unreachable: [] };
  if (auditing) {
    const withheld = new Uint8Array(system.cells.length);
    allTables(table).forEach((each, number) => {
      for (const key of each.suppressed ?? []) withheld[system.cellOf(number, key)] = 1;
    });
    pattern = { ...pattern, withheld };
    program = await auditProgram(given, withheld, options);
  } else if (given.requirements.length === 0) {
    program = simplexProgram(system.regions.length, given.rows);
  } else {
    let found = await search(run, given, sensitive);
    const order = system.cells.map((_, at) => at).filter((at) => forced[at]);
    order.sort((a, b) => given.weight[a]! - given.weight[b]!);
    while (found.pattern.unreachable.length > 0 && order.length > 0) {
      forced[order.shift()!] = 0;
      given = caseOf(table, system, truth, forced);
      found.program.dispose();
      found = await search(run, given, sensitive);
    }
    ({ pattern, bound, program } = found);
  }
  const proof = await prove(run, given, pattern, program);
  const { withheld } = proof.pattern;
  const { findings } = proof;
  const ranges = options.intervals ? rangesOf(table, given, withheld, proof.program) : undefined;
  proof.program.dispose();
  const count = (chosen: (cell: number) => boolean) =>
    system.cells.reduce((sum, { names }, at) => (chosen(at) ? sum + names.length : sum), 0);
  const notForced = (options.forceVisible ?? []).filter((key) => withheld[system.cellOf(0, key)]);
  return {
    ...assemble(table, system, withheld),
    audit: {
      status: findings.status,
      exact: findings.exact,
      belowThreshold: findings.belowThreshold,
      secondary: count((at) => withheld[at] === 1 && !sensitive[at]),
      lowerBound: bound,
      witnesses: findings.changes.length + 1,
      ms: Math.round(pace.elapsed()),
      ...(notForced.length > 0 && { notForced }),
      ...(ranges && { intervals: ranges }),
      ...(options.witnessTables && {
        witnessTables: [undefined, ...findings.changes].map((change) => witnessOf(given, change)),
      }),
    },
  };
}

/** The built-in solver where the open part of a pattern is small, HiGHS elsewhere. */
async function auditProgram(given: Case, withheld: Uint8Array, options: ProtectOptions) {
  const { lower, upper } = room(given, withheld);
  const moving = lower.reduce((sum, each, at) => sum + (each < 0 || upper[at]! > 0 ? 1 : 0), 0);
  if (moving * given.rows.length <= MOST_SMALL)
    return simplexProgram(given.system.regions.length, given.rows);
  return highsProgram(await loadSolver(options.solver), given.system.regions.length, given.rows);
}

/** Explicit sensitive cells may be zeros, so that an attacker cannot count on at least 1 there. */
function rangesOf(table: Table, given: Case, withheld: Uint8Array, program: Program) {
  const explicit = allTables(table).some((each) => each.primary);
  const known = explicit ? { ...given, floor: given.floor.map(() => 0) } : given;
  return intervals(known, withheld, program).flatMap(({ cell, low, high }) =>
    given.system.cells[cell]!.names.map(({ key, table: number }) => ({
      key,
      table: number,
      lo: low,
      hi: high,
    })),
  );
}
