import { aim, cellAt, room } from './capacity';
import type { Case } from './capacity';
import type { Requirement } from './requirement';
import { UNBOUNDED } from './program';
import type { Program, Question } from './program';

/** Σ coefs·(cell withheld) ≥ side, true of every safe pattern. */
export interface Cut {
  readonly cells: readonly number[];
  readonly coefs: readonly number[];
  readonly side: number;
}

/** Gathers the capacity that an attacker's bound grants to withheld cells. */
class Gather {
  readonly byCell = new Map<number, number>();
  fixed = 0;
  constructor(
    readonly given: Case,
    readonly sensitive: Uint8Array,
  ) {}

  add(cell: number, amount: number): void {
    if (amount <= 0) return;
    if (cell >= 0 && !this.sensitive[cell]) {
      if (this.given.selectable[cell]) this.byCell.set(cell, (this.byCell.get(cell) ?? 0) + amount);
    } else this.fixed += amount;
  }

  /** Coefficients above what is still needed say no more than that. */
  cut(need: number): Cut | undefined {
    const rest = need - this.fixed;
    if (rest < 1e-6) return undefined;
    const cells = [...this.byCell.keys()];
    const coefs = cells.map((cell) => Math.min(1, this.byCell.get(cell)! / rest));
    return { cells, coefs, side: 1 };
  }
}

/** Room when every cell is withheld to the extent `share`, and to `least` to sharpen the cut. */
function partialRoom(given: Case, full: Question, share: Float64Array, least: number): Question {
  const question: Question = {
    gain: full.gain.slice(),
    price: new Float64Array(full.price.length),
    lower: full.lower.slice(),
    upper: full.upper.slice(),
  };
  for (let at = 0; at < question.lower.length; at++) {
    const cell = cellAt(given, at);
    if (cell < 0 || share[cell]! >= 1) continue;
    const part = Math.max(share[cell]!, least);
    question.lower[at] = full.lower[at]! * part;
    question.upper[at] = Math.min(full.upper[at]!, 300) * part;
  }
  return question;
}

/** All the room there is: every selectable cell withheld. */
export const fullRoom = (given: Case): Question => room(given, Uint8Array.from(given.selectable));

/** Weak duality: for any row multipliers, what the withheld cells could at most contribute. */
function gatherDual(
  given: Case,
  full: Question,
  aimed: Question,
  dual: Float64Array,
  gather: Gather,
): void {
  const count = given.system.regions.length;
  const reduced = aimed.gain.slice();
  given.rows.forEach((row, at) => {
    const price = dual[at]!;
    if (price === 0) return;
    row.regions.forEach((region, k) => {
      reduced[region] = reduced[region]! - price * row.coefs[k]!;
    });
    reduced[count + at] = reduced[count + at]! + price;
  });
  reduced.forEach((value, at) => {
    if (Math.abs(value) < 1e-9) return;
    const held = aimed.gain[at] !== 0;
    const room = value > 0 ? (held ? aimed : full).upper[at]! : -(held ? aimed : full).lower[at]!;
    gather.add(cellAt(given, at), Math.abs(value) * room);
  });
}

/**
 * Tries to break a requirement where cells are withheld to the extent `share` (Fischetti & Salazar
 * 2001). Returns the cut that the attacker's bound gives, if it is violated.
 */
export function separate(
  given: Case,
  program: Program,
  full: Question,
  sensitive: Uint8Array,
  goal: Requirement,
  share: Float64Array,
  least: number,
): Cut | undefined {
  const gathers = [1, -1].map(() => new Gather(given, sensitive));
  const [plus, minus] = [gathers[0]!, gathers[1]!];
  let reached = 0;
  for (const up of goal.kind === 'move' ? [true, false] : [true]) {
    const aimed = aim(partialRoom(given, full, share, least), goal, 1, up);
    const answer = program.maximise(aimed);
    if (!answer.solved || !answer.rowDual) return undefined;
    reached += answer.value;
    gatherDual(given, full, aimed, answer.rowDual, plus);
    gatherDual(
      given,
      full,
      aimed,
      answer.rowDual.map((y) => -y),
      minus,
    );
  }
  if (reached >= goal.need - 1e-3) return undefined;
  const cuts = gathers.map((gather) => gather.cut(goal.need)).filter((cut) => cut !== undefined);
  const left = (cut: Cut) =>
    cut.cells.reduce((sum, cell, k) => sum + cut.coefs[k]! * share[cell]!, 0);
  const violated = cuts.filter((cut) => left(cut) < 1 - 1e-4).sort((a, b) => left(a) - left(b));
  return violated[0];
}

/** What one relation alone already demands: capacity for the sensitive, company for the rest. */
export function relationCuts(given: Case, sensitive: Uint8Array): Cut[] {
  const needs = new Map<number, Requirement>();
  for (const goal of given.requirements) if (goal.cell >= 0) needs.set(goal.cell, goal);
  const drop = (cell: number) =>
    given.selectable[cell] ? Math.max(0, given.system.cells[cell]!.value - given.floor[cell]!) : 0;
  const cuts: Cut[] = [];
  for (const { total, parts } of given.relations)
    for (const cell of [total, ...parts]) {
      const others = [total, ...parts].filter((other) => other !== cell);
      const goal = needs.get(cell);
      if (goal) {
        const gather = new Gather(given, sensitive);
        for (const other of others)
          gather.add(
            other,
            goal.kind === 'move' || cell === total || other === total ? UNBOUNDED : drop(other),
          );
        const cut = gather.cut(goal.need);
        if (cut && cut.cells.length > 0) cuts.push(cut);
      }
    }
  return cuts;
}

/** A further cell alone in a relation hides nothing: cells that need company, and the company. */
export function bridges(given: Case, sensitive: Uint8Array): Cut[] {
  return given.relations.flatMap(({ total, parts }) => {
    const all = [total, ...parts].filter((cell) => given.selectable[cell]);
    if (all.some((cell) => sensitive[cell])) return [];
    return all.map((cell) => ({
      cells: all,
      coefs: all.map((other) => (other === cell ? -1 : 1)),
      side: 0,
    }));
  });
}
