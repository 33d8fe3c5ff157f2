import { UNBOUNDED, emptyQuestion } from './program';
import type { Answer, Question } from './program';
import type { Requirement } from './requirement';
import type { Relation } from './relations';
import type { System, SystemRow } from './system';

/** What every step of protection needs to know about one report. */
export interface Case {
  readonly system: System;
  /** Rows of the system and of published rates. */
  readonly rows: readonly SystemRow[];
  /** One value a region: a table that agrees with every cell. */
  readonly truth: Float64Array;
  readonly requirements: readonly Requirement[];
  /** The tables' own sums. */
  readonly relations: readonly Relation[];
  /** Cells that may be withheld. */
  readonly selectable: Uint8Array;
  /** Least value an attacker grants a withheld cell. */
  readonly floor: Float64Array;
  /** How far the true figure may lie below and above a shown one: zeros unless rounded. */
  readonly slack: readonly { readonly down: number; readonly up: number }[];
  /** What withholding a cell costs. */
  readonly weight: Float64Array;
}

/** The cell whose change a variable is, or −1. */
export const cellAt = (given: Case, at: number): number => {
  const { regions } = given.system;
  return at < regions.length ? regions[at]!.unit : given.rows[at - regions.length]!.cell;
};

/**
 * Room to move under a pattern. With `weights`, shown cells may move at that price, which finds the
 * cheapest cells to withhold in addition.
 */
export function room(given: Case, withheld: Uint8Array, weights?: Float64Array): Question {
  const { system, truth, rows } = given;
  const count = system.regions.length;
  const question = emptyQuestion(count + rows.length);
  for (let at = 0; at < count + rows.length; at++) {
    const cell = cellAt(given, at);
    if (cell < 0) {
      const row = at < count ? undefined : rows[at - count]!;
      question.lower[at] = row ? -row.down : -Math.floor(truth[at]! + 1e-9);
      question.upper[at] = row ? row.up : UNBOUNDED;
      continue;
    }
    const open = withheld[cell] || (weights && given.selectable[cell]);
    if (open) {
      question.lower[at] = -Math.floor(Math.max(0, system.cells[cell]!.value - given.floor[cell]!));
      question.upper[at] = UNBOUNDED;
      if (!withheld[cell]) question.price[at] = weights![cell]!;
    } else {
      question.lower[at] = -given.slack[cell]!.down;
      question.upper[at] = given.slack[cell]!.up;
    }
  }
  return question;
}

/** Points a question at one requirement, upwards or (for `move`) downwards. */
export function aim(question: Question, goal: Requirement, gain: number, up = true): Question {
  const { target, need } = goal;
  question.gain[target] = up ? gain : -gain;
  question.price[target] = 0;
  if (up) question.upper[target] = Math.min(question.upper[target]!, need);
  else question.lower[target] = Math.max(question.lower[target]!, -need);
  if (goal.knows !== undefined) question.lower[goal.knows] = question.upper[goal.knows] = 0;
  return question;
}

/** Whether a second table meets a requirement. */
export function meets(goal: Requirement, change: Float64Array): boolean {
  const moved = change[goal.target]!;
  if (goal.knows !== undefined && Math.abs(change[goal.knows]!) > 1e-6) return false;
  return (goal.kind === 'rise' ? moved : Math.abs(moved)) >= goal.need - 1e-6;
}

/** Whether every change is a whole number. */
export const isWhole = (answer: Pick<Answer, 'change'>): boolean =>
  answer.change.every((each) => Number.isInteger(each));
