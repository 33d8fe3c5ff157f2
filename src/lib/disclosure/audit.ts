import { Boxes, WIDE } from './box';
import { aim, isWhole, meets, room } from './capacity';
import type { Case } from './capacity';
import type { NarrowProgram } from './narrow';
import { pack, pieces } from './pack';
import type { Pace } from './pace';
import type { Requirement } from './requirement';
import type { Program } from './program';
import { reach } from './secondary';
import { readder } from './witness';
import type { Witness } from './witness';
import type { System } from './system';
import type { Table } from './table';

/** From so many open requirements on, whole tables are looked for before anything else. */
const MANY = 100;

/** What an audit found. Counts are of sensitive figures, each once. */
export interface Findings {
  readonly status: 'proven' | 'unsafe' | 'not proven';
  /** Sensitive figures that can be computed. */
  readonly exact: number;
  /** Sensitive figures that can be shown to be below the threshold, exact ones included. */
  readonly belowThreshold: number;
  /** Second tables, re-added; with the true table the proof. */
  readonly changes: readonly Float64Array[];
  /** Sensitive figures that no whole-number table was found for, though none is excluded. */
  readonly open: readonly Requirement[];
  readonly broken: readonly Requirement[];
  /** Time ran out: the verdict stands, but another machine might have found more. */
  readonly late: boolean;
}

/** The key of every region, written once: all witnesses of a system share them. */
const keysOf = new WeakMap<System, readonly (readonly string[])[]>();

function regionKeys(system: System): readonly (readonly string[])[] {
  const known = keysOf.get(system);
  if (known) return known;
  const keys = system.regions.map((region) => {
    const { leaves } = system.blocks[region.block]!;
    const key: string[] = [];
    for (let rest = region.leaf, dim = leaves.length - 1; dim >= 0; dim--) {
      const size = leaves[dim]!.length;
      key[dim] = leaves[dim]![rest % size]!;
      rest = Math.floor(rest / size);
    }
    return key;
  });
  keysOf.set(system, keys);
  return keys;
}

/** The table that a change leads to, in the finest groups; amounts in their own unit by `step`. */
export function witnessOf(given: Case, change?: Float64Array, step = 1): Witness {
  const { blocks, regions } = given.system;
  const keys = regionKeys(given.system);
  const parts = blocks.map(({ dims }) => ({
    dims,
    cells: [] as { key: readonly string[]; value: number }[],
  }));
  regions.forEach((region, at) => {
    const value = given.truth[at]! + (change?.[at] ?? 0);
    if (value === 0) return;
    parts[region.block]!.cells.push({ key: keys[at]!, value: value * step });
  });
  return parts;
}

/** Figures that some requirements are about: a figure counts once, in however many tables it stands. */
const figures = (goals: readonly Requirement[]): number =>
  new Set(goals.map(({ cell, target }) => (cell < 0 ? `group ${target}` : cell))).size;

/** Fewest of the found tables that meet what they all meet, greedily. */
function cover(goals: readonly Requirement[], changes: readonly Float64Array[]): Float64Array[] {
  const chosen: Float64Array[] = [];
  let left = goals.filter((goal) => changes.some((change) => meets(goal, change)));
  const met = new Map(
    changes.map((change) => [change, goals.filter((goal) => meets(goal, change))]),
  );
  while (left.length > 0) {
    const open = new Set(left);
    let best = changes[0]!;
    let most = -1;
    for (const change of changes) {
      const count = met.get(change)!.filter((goal) => open.has(goal)).length;
      if (count > most) [best, most] = [change, count];
    }
    chosen.push(best);
    left = left.filter((goal) => !meets(goal, best));
  }
  return chosen;
}

/** Whether only one whole number is possible. */
function isFixed(given: Case, program: Program, withheld: Uint8Array, goal: Requirement): boolean {
  const move = { ...goal, kind: 'move' as const, need: 1 };
  return !reach(given, program, withheld, move);
}

/**
 * Proves a pattern by whole-number tables, or shows why it is not safe. `found` brings second
 * tables that the search already has; each is re-added before it counts.
 */
export async function audit(
  table: Table,
  given: Case,
  withheld: Uint8Array,
  published: readonly ReadonlyMap<string, number | null>[],
  program: NarrowProgram,
  found: readonly Float64Array[],
  pace: Pace,
  stopAt: number,
): Promise<Findings> {
  const goals = given.requirements;
  const faultOf = readder(table, published);
  const holds = (change: Float64Array) =>
    isWhole({ change }) && faultOf(witnessOf(given, change)) === undefined;
  let changes = cover(
    goals,
    found.filter((change) => isWhole({ change })),
  ).filter(holds);
  const broken: Requirement[] = [];
  const open: Requirement[] = [];
  const keep = (change: Float64Array) => {
    if (!holds(change)) return false;
    changes.push(change);
    return true;
  };
  const met = (goal: Requirement) => changes.some((change) => meets(goal, change));
  let late = false;

  const whole = program.maximiseWhole?.bind(program);
  /** Whole tables that meet many at once, as long as one more is met. */
  const together = async (some: readonly Requirement[]) => {
    for (let progress = true; whole && progress;) {
      progress = false;
      const left = some.filter(
        (goal) => !met(goal) && goal.kind === 'rise' && goal.knows === undefined,
      );
      late ||= pace.elapsed() > stopAt;
      if (left.length < 2 || late) break;
      await pace.breathe();
      const question = room(given, withheld);
      for (const goal of left) aim(question, goal, 1 / goal.need);
      const { change, late: slow = false } = whole(question, 500);
      late ||= slow;
      if (left.some((goal) => meets(goal, change))) progress = keep(change);
    }
  };
  /** In a wide table: a whole table that differs around a goal only. */
  const boxes = new Boxes(given, program, withheld, WIDE, whole !== undefined);
  const nearby = (goal: Requirement): boolean => {
    const part = boxes.around(goal);
    if (!part) return false;
    const change = reach(given, part, withheld, goal);
    if (!change) return false;
    if (keep(change)) return true;
    if (!part.maximiseWhole || goal.kind !== 'rise') return false;
    const near = part.maximiseWhole(aim(room(given, withheld), goal, 1), 200).change;
    return meets(goal, near) && keep(near);
  };
  for (const goal of goals) {
    if (met(goal) || goal.orZero) continue;
    await pace.breathe();
    late ||= pace.elapsed() > stopAt;
    if (!late) nearby(goal);
  }
  boxes.dispose();
  const unmet = goals.filter((goal) => !met(goal) && !goal.orZero);
  if (unmet.length > MANY) await together(unmet);
  const waiting: Requirement[] = [];
  for (const goal of goals) {
    if (met(goal)) continue;
    await pace.breathe();
    const change = reach(given, program, withheld, goal);
    if (!change) {
      const most = goal.orZero
        ? program.maximise(aim(room(given, withheld), goal, 1)).change[goal.target]!
        : 1;
      if (most > 1 - 1e-6) broken.push(goal);
    } else if (!keep(change)) waiting.push(goal);
  }
  await together(waiting);
  for (const goal of waiting) {
    if (met(goal)) continue;
    late ||= pace.elapsed() > stopAt;
    if (!whole || late) {
      open.push(goal);
      continue;
    }
    let sure = true;
    for (const up of goal.kind === 'move' ? [true, false] : [true]) {
      await pace.breathe();
      const answer = whole(aim(room(given, withheld), goal, 1, up), 2000);
      late ||= answer.late ?? false;
      if (meets(goal, answer.change) && keep(answer.change)) break;
      sure &&= answer.solved && !meets(goal, answer.change);
    }
    if (!met(goal)) (sure ? broken : open).push(goal);
  }
  const apart = changes.flatMap((change) => [...pieces(change, program.partOf).values()]);
  const packed = pack(cover(goals, apart), program.partOf);
  changes = packed.every(holds) ? packed : cover(goals, changes);
  const exact = figures(broken.filter((goal) => isFixed(given, program, withheld, goal)));
  const status = broken.length > 0 ? 'unsafe' : open.length > 0 ? 'not proven' : 'proven';
  const belowThreshold = figures(
    broken.filter((goal) => goal.kind === 'rise' || table.threshold > 0),
  );
  return { status, exact, belowThreshold, changes, open, broken, late };
}

/**
 * What an attacker can bound every withheld cell to; `high` is null where nothing bounds it. Whole
 * numbers, except amounts counted in steps.
 */
export function intervals(
  given: Case,
  withheld: Uint8Array,
  program: Program,
  step?: number,
): { cell: number; low: number; high: number | null }[] {
  const { cells, regions } = given.system;
  return cells.flatMap(({ value }, cell) => {
    if (!withheld[cell]) return [];
    const row = given.rows.findIndex((each) => each.cell === cell);
    const target = row < 0 ? cells[cell]!.regions[0]! : regions.length + row;
    const goal: Requirement = { target, cell, kind: 'move', need: Infinity, orZero: false };
    const moved = [true, false].map(
      (up) => program.maximise(aim(room(given, withheld), goal, 1, up)).change[target]!,
    );
    const [low, high] = [value + moved[1]!, value + moved[0]!];
    const open = moved[0]! > 5e5;
    if (step !== undefined)
      return [{ cell, low: Math.max(0, low) * step, high: open ? null : high * step }];
    const top = Math.floor(high + 1e-6);
    return [{ cell, low: Math.max(0, Math.ceil(low - 1e-6)), high: open ? null : top }];
  });
}
