import { audit } from './audit';
import type { Findings } from './audit';
import { isWhole, room } from './capacity';
import type { Case } from './capacity';
import { Hunt } from './hunt';
import { improve } from './optimum';
import type { Pace } from './pace';
import { MOST_DENSE } from './program';
import type { Program } from './program';
import { narrow } from './narrow';
import { publishedOf } from './protected-table';
import type { ProtectOptions } from './protected-table';
import { open, reach } from './secondary';
import type { Pattern } from './secondary';
import { simplexProgram } from './simplex';
import { highsProgram, loadSolver } from './solver';
import { suppress } from './suppress';
import { isAudit } from './table';
import type { Table } from './table';

/**
 * Cells between which patterns near fractions are enough where no time is given (design.md, section
 * 13). Of fewer cells the best pattern is found at once.
 */
const NEAR = [61, 150] as const;
/** Cells up to which whole patterns are looked for; above, only a bound on their number. */
const MOST_OPTIMAL = 1300;
/** Of the time for a smaller pattern, what giving cells back may take. */
const CLEANING = 0.75;

/** Default time for a smaller pattern, by number of cells (design.md, section 13). */
const budgetOf = (cells: number): number => (cells <= 330 ? 1500 : cells <= 2000 ? 12_000 : 60_000);

/** One run of the gate. */
export interface Run {
  readonly table: Table;
  readonly options: ProtectOptions;
  readonly pace: Pace;
  /** Remembers a program, to be disposed of when the run ends, however it ends. */
  readonly keep: <Kept extends Program>(program: Kept) => Kept;
}

/** A pattern that is whole-number safe: what linear programming passed is completed by whole moves. */
export async function prove(
  run: Run,
  given: Case,
  start: Pattern,
  program: Program,
  printed?: Float64Array,
): Promise<{ pattern: Pattern; findings: Findings; program: Program }> {
  const { table, options, pace } = run;
  let pattern = start;
  let solver = program;
  for (let round = 0; ; round++) {
    const stopAt = pace.elapsed() + 20_000 + 30 * given.system.cells.length;
    const published = publishedOf(table, given.system, pattern.withheld, printed);
    const found = pattern.changes.filter((change) => isWhole({ change }));
    const lean = run.keep(
      narrow(given, pattern.withheld, solver, solver.maximiseWhole !== undefined),
    );
    const { withheld: hidden } = pattern;
    const result = await audit(table, given, hidden, published, lean, found, pace, stopAt);
    const bad = [...result.broken, ...result.open];
    const fixed = isAudit(table);
    if (result.late) return { pattern, findings: result, program: solver };
    if (bad.length === 0 || round === 6 || (fixed && (solver.maximiseWhole || !result.open.length)))
      return { pattern, findings: result, program: solver };
    if (!solver.maximiseWhole) {
      const highs = await loadSolver(options.solver);
      solver = run.keep(highsProgram(highs, given.system.regions.length, given.rows));
      continue;
    }
    const withheld = pattern.withheld.slice();
    const changes = [...result.changes];
    const whole = solver.maximiseWhole.bind(solver);
    for (const goal of bad) {
      await pace.breathe();
      const change = reach(given, solver, withheld, goal, given.weight, (question) =>
        whole(question, 1000),
      );
      if (!change) continue;
      open(given, withheld, change);
      changes.push(change);
    }
    pattern = { ...pattern, withheld, changes };
  }
}

/**
 * When the looking for fewer cells ends. What is released must not depend on the speed of the
 * machine: two patterns of one figure, laid over each other, would show what each withholds. So `fast`
 * counts steps. Time ends it only where a clean-up runs once: it gives cells back in a fixed order, so
 * that an earlier end withholds those of a later one and more, and laid over it shows nothing new.
 */
export function enoughOf(
  pace: Pick<Pace, 'elapsed' | 'steps'>,
  best: boolean,
  starts: number,
  cells: number,
  budget: number,
): () => boolean {
  const stopAt = pace.elapsed() + budget;
  if (best) return () => pace.elapsed() > stopAt;
  const most = 4000 + 10 * cells;
  let since: number | undefined;
  return () => {
    since ??= pace.elapsed();
    return pace.steps() > most || (starts === 1 && pace.elapsed() > since + budget);
  };
}

/** A safe pattern of few cells with a lower bound on their number. */
export async function search(
  run: Run,
  given: Case,
  sensitive: Uint8Array,
): Promise<{ pattern: Pattern; bound: number; program: Program }> {
  const { options, pace } = run;
  const { regions, cells } = given.system;
  const dense = (regions.length + given.rows.length) * given.rows.length;
  const small = dense <= MOST_DENSE;
  const best = options.effort !== 'fast';
  const program = run.keep(
    small
      ? simplexProgram(regions.length, given.rows)
      : highsProgram(await loadSolver(options.solver), regions.length, given.rows),
  );
  const budget = options.timeBudgetMs ?? budgetOf(cells.length);
  const starts = cells.length <= 60 ? 8 : cells.length <= 110 ? 4 : small && !best ? 2 : 1;
  const stopAt = pace.elapsed() + budget;
  const cleaning = best ? CLEANING * budget : budget;
  const enough = enoughOf(pace, best, starts, cells.length, cleaning);
  const pattern = await suppress(
    given,
    program,
    sensitive,
    starts,
    pace,
    enough,
    !small,
    options.orNothing,
  );
  const extra = pattern.withheld.reduce(
    (sum, each, at) => sum + (each && !sensitive[at] ? 1 : 0),
    0,
  );
  if (extra === 0 || !best) return { pattern, bound: extra === 0 ? 0 : 1, program };
  const hunt = new Hunt(given, program, pattern, sensitive, pace, stopAt);
  const [least, most] = NEAR;
  const near = options.timeBudgetMs === undefined && cells.length >= least && cells.length <= most;
  const deep = near ? 'near' : cells.length <= MOST_OPTIMAL ? 'whole' : 'bound';
  await improve(hunt, () => loadSolver(options.solver), small, deep);
  return { pattern: hunt.best, bound: Math.max(1, hunt.least()), program };
}

/** The built-in solver where the open part of a pattern is small, HiGHS elsewhere. */
export async function auditProgram(run: Run, given: Case, withheld: Uint8Array): Promise<Program> {
  const count = given.system.regions.length;
  const { lower, upper } = room(given, withheld);
  const moving = lower.reduce((sum, each, at) => sum + (each < 0 || upper[at]! > 0 ? 1 : 0), 0);
  if (moving * given.rows.length <= MOST_DENSE) return simplexProgram(count, given.rows);
  return run.keep(highsProgram(await loadSolver(run.options.solver), count, given.rows));
}
