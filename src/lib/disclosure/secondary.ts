import { aim, cellAt, meets, room } from './capacity';
import type { Case } from './capacity';
import { Boxes } from './box';
import { Exposure } from './exposure';
import { narrow } from './narrow';
import type { Pace } from './pace';
import type { Requirement } from './requirement';
import type { Answer, Program } from './program';

/** A pattern with the second tables that show it to be safe, whole or not. */
export interface Pattern {
  readonly withheld: Uint8Array;
  readonly changes: readonly Float64Array[];
  /** Requirements that no pattern can meet. */
  readonly unreachable: readonly Requirement[];
}

const REACH = 1e4;
/** From so many requirements on, those that a pattern meets already are looked for together. */
const MANY = 40;
const EVERY = 16;

/** The cheapest second table that meets a requirement; undefined where none does. */
export function reach(
  given: Case,
  program: Program,
  withheld: Uint8Array,
  goal: Requirement,
  weights?: Float64Array,
  ask: (question: ReturnType<typeof room>) => Answer = (question) => program.maximise(question),
): Float64Array | undefined {
  let best: Answer | undefined;
  for (const up of goal.kind === 'move' ? [true, false] : [true]) {
    const answer = ask(aim(room(given, withheld, weights), goal, weights ? REACH : 1, up));
    if (meets(goal, answer.change) && (!best || answer.value > best.value + 1e-6)) best = answer;
    if (best && !weights) break;
  }
  return best?.change;
}

/** Withholds every cell that a second table changes. */
export function open(given: Case, withheld: Uint8Array, change: Float64Array): void {
  for (let at = 0; at < change.length; at++) {
    const cell = cellAt(given, at);
    if (cell >= 0 && given.selectable[cell] && Math.abs(change[at]!) > 1e-7) withheld[cell] = 1;
  }
}

/**
 * Second tables within a pattern, each meeting as many as it can of the goals that no `known` one
 * meets, until one meets none. What is met so needs no question of its own and no further cell.
 */
async function meetTogether(
  given: Case,
  program: Program,
  withheld: Uint8Array,
  goals: readonly Requirement[],
  known: readonly Float64Array[],
  pace: Pace,
): Promise<Float64Array[]> {
  const found: Float64Array[] = [];
  const plain = goals.filter(({ knows }) => knows === undefined);
  let left = plain.filter((goal) => !known.some((change) => meets(goal, change)));
  while (left.length > 1) {
    await pace.breathe();
    const question = room(given, withheld);
    for (const goal of left) aim(question, goal, 1 / goal.need);
    const { change } = program.maximise(question);
    const rest = left.filter((goal) => !meets(goal, change));
    if (rest.length === left.length) break;
    found.push(change);
    left = rest;
  }
  return found;
}

/** No pattern meets every requirement. */
export class NothingFits extends Error {
  override name = 'NothingFits';
}

/** Repair: one least-cost second table for every requirement that none of the found ones meets. */
export async function repair(
  given: Case,
  program: Program,
  start: Uint8Array,
  goals: readonly Requirement[],
  weights: Float64Array,
  pace: Pace,
  orNothing = false,
): Promise<Pattern> {
  const withheld = start.slice();
  const changes: Float64Array[] = [];
  const unreachable: Requirement[] = [];
  const many = goals.length > MANY;
  const boxes = new Boxes(given, program, given.selectable);
  let asked = 0;
  for (const goal of goals) {
    if (changes.some((change) => meets(goal, change))) continue;
    if (many && asked++ % EVERY === 0) {
      const lean = narrow(given, withheld, program, false);
      try {
        changes.push(...(await meetTogether(given, lean, withheld, goals, changes, pace)));
      } finally {
        lean.dispose();
      }
      if (changes.some((change) => meets(goal, change))) continue;
    }
    await pace.breathe();
    const part = boxes.around(goal);
    const change =
      (part && reach(given, part, withheld, goal, weights)) ??
      reach(given, program, withheld, goal, weights);
    if (!change) {
      unreachable.push(goal);
      if (orNothing) break;
      continue;
    }
    open(given, withheld, change);
    changes.push(change);
  }
  boxes.dispose();
  if (orNothing && unreachable.length > 0) throw new NothingFits();
  return { withheld, changes, unreachable };
}

/**
 * Clean-up: gives cells back, dearest first, where every requirement can be met without them, and with
 * each those that a single sum would then give away. The requirements that failed most are asked first.
 */
export async function giveBack(
  given: Case,
  program: Program,
  pattern: Pattern,
  fixed: Uint8Array,
  goals: readonly Requirement[],
  pace: Pace,
  enough: () => boolean = () => false,
): Promise<Pattern> {
  const withheld = pattern.withheld.slice();
  let changes = [...pattern.changes];
  const lost = new Set(pattern.unreachable);
  const kept = goals.filter((goal) => !lost.has(goal));
  const variables = given.system.cells.map(() => [] as number[]);
  for (let at = 0; at < given.system.regions.length + given.rows.length; at++) {
    const cell = cellAt(given, at);
    if (cell >= 0) variables[cell]!.push(at);
  }
  const lean = narrow(given, withheld, program, false);
  const boxes = new Boxes(given, program, withheld.slice());
  const failures = new Map<Requirement, number>();
  const exposure = new Exposure(given.relations, given.system.cells.length);
  const bound = new Set(kept.map(({ cell }) => cell));
  const order = given.system.cells
    .map((_, cell) => cell)
    .filter((cell) => withheld[cell] && !fixed[cell])
    .sort((a, b) => given.weight[b]! - given.weight[a]! || a - b);
  try {
    for (const cell of order) {
      if (enough()) break;
      if (!withheld[cell]) continue;
      const also = exposure.from(withheld, cell);
      if (also.some((each) => bound.has(each))) continue;
      const uses = (change: Float64Array) =>
        variables[cell]!.some((at) => Math.abs(change[at]!) > 1e-7);
      const left = changes.filter((change) => !uses(change));
      const open = kept
        .filter((goal) => !left.some((change) => meets(goal, change)))
        .sort((a, b) => (failures.get(b) ?? 0) - (failures.get(a) ?? 0));
      withheld[cell] = 0;
      let possible = true;
      for (const [at, goal] of open.entries()) {
        const part = boxes.around(goal);
        if (at === 2) left.push(...(await meetTogether(given, lean, withheld, open, left, pace)));
        if (left.some((change) => meets(goal, change))) continue;
        await pace.breathe();
        if (enough()) {
          possible = false;
          break;
        }
        // In a wide table a cell is given back only where its part of the table allows it.
        const change = reach(given, part ?? lean, withheld, goal);
        if (!change) {
          failures.set(goal, (failures.get(goal) ?? 0) + 1);
          possible = false;
          break;
        }
        left.push(change);
      }
      if (possible) {
        changes = left;
        for (const each of also) if (!fixed[each]) withheld[each] = 0;
      } else withheld[cell] = 1;
    }
  } finally {
    lean.dispose();
    boxes.dispose();
  }
  return { withheld, changes, unreachable: pattern.unreachable };
}

/** What a pattern costs beyond its sensitive cells. */
export const costOf = (given: Case, withheld: Uint8Array): number =>
  withheld.reduce((sum, each, cell) => (each ? sum + given.weight[cell]! : sum), 0);

/**
 * Groups without anyone that only differences of cells show: they may stay provably empty, or must
 * be able to hold k. A group in between is protected like a small one.
 */
export async function suppressLoose(
  given: Case,
  program: Program,
  pattern: Pattern,
  pace: Pace,
): Promise<Pattern> {
  const loose = given.requirements.filter((goal) => goal.orZero);
  let current = pattern;
  const unreachable = new Set(pattern.unreachable);
  for (let changed = true; changed;) {
    changed = false;
    for (const goal of loose) {
      if (unreachable.has(goal) || current.changes.some((change) => meets(goal, change))) continue;
      await pace.breathe();
      const { change } = program.maximise(aim(room(given, current.withheld), goal, 1));
      if (meets(goal, change)) current = { ...current, changes: [...current.changes, change] };
      else if (change[goal.target]! > 0.5) {
        const more = await repair(given, program, current.withheld, [goal], given.weight, pace);
        for (const each of more.unreachable) unreachable.add(each);
        current = {
          withheld: more.withheld,
          changes: [...current.changes, ...more.changes],
          unreachable: [...unreachable],
        };
        changed = true;
      }
    }
  }
  return current;
}
