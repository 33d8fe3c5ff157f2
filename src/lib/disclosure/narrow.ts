import { room } from './capacity';
import type { Case } from './capacity';
import { emptyQuestion } from './program';
import type { Answer, Program, Question } from './program';
import { openRows, partsOf } from './sparse';
import type { SystemRow } from './system';

/** A program in parts that nothing joins: a question is asked of those parts alone that it is about. */
export interface NarrowProgram extends Program {
  /** The part that a variable belongs to, −1 where it cannot move. */
  readonly partOf: Int32Array;
}

/** Variables and rows of one part; its regions come first. */
interface Part {
  readonly kept: number[];
  readonly rows: SystemRow[];
}

/**
 * The same program without what a pattern holds still: regions that cannot move, shown totals in
 * other sums, and rows that repeat. What is left falls into parts. Valid for the pattern and for
 * fewer cells.
 */
export function narrow(
  given: Case,
  withheld: Uint8Array,
  program: Program,
  whole: boolean,
): NarrowProgram {
  const count = given.system.regions.length;
  const size = count + given.rows.length;
  const { lower, upper } = room(given, withheld);
  const moves = (at: number) => lower[at]! < 0 || upper[at]! > 0;
  const moving = given.rows.map(({ regions, coefs, ...row }) => {
    const kept = regions.map((region, k) => [region, coefs[k]!] as const);
    const left = kept.filter(([region]) => moves(region));
    return { ...row, regions: left.map(([at]) => at), coefs: left.map(([, coef]) => coef) };
  });
  const rows = openRows(
    count,
    moving,
    moving.map((_, at) => !moves(count + at)),
  );
  const partOf = partsOf(count, rows).map((part, at) => (moves(at) ? part : -1));
  const parts = new Map<number, Part>();
  const places = new Int32Array(count);
  partOf.forEach((part, at) => {
    if (part < 0) return;
    if (!parts.has(part)) parts.set(part, { kept: [], rows: [] });
    places[at] = parts.get(part)!.kept.push(at) - 1;
  });
  const all = new Int32Array(size).fill(-1);
  all.set(partOf);
  const seen = new Set<string>();
  rows.forEach((row, at) => {
    if (!row) return;
    const print = row.regions.map((region, k) => `${region}*${row.coefs[k]}`).join();
    if (!moves(count + at)) {
      if (seen.has(print)) return;
      seen.add(print);
    }
    const number = partOf[row.regions[0]!]!;
    const part = parts.get(number)!;
    all[count + at] = number;
    part.kept.push(count + at);
    part.rows.push({ ...row, regions: row.regions.map((region) => places[region]!) });
  });
  const programs = new Map<number, Program>();
  const programOf = (number: number, part: Part) => {
    const known = programs.get(number);
    if (known) return known;
    const made = program.like(part.kept.length - part.rows.length, part.rows, whole);
    programs.set(number, made);
    return made;
  };
  const answer = (question: Question, ask: (program: Program, question: Question) => Answer) => {
    const asked = new Set<number>();
    for (let at = 0; at < size; at++)
      if (question.gain[at] !== 0 && all[at]! >= 0) asked.add(all[at]!);
    const change = emptyQuestion(size).gain;
    let [solved, late, value] = [true, false, 0];
    for (const number of asked) {
      const part = parts.get(number)!;
      const { kept } = part;
      const own = emptyQuestion(kept.length);
      const { gain, price, lower: low, upper: high } = question;
      for (let to = 0; to < kept.length; to++) {
        const at = kept[to]!;
        // What is held still here stays so, even where the question would let it move.
        if (!moves(at)) continue;
        own.gain[to] = gain[at]!;
        own.price[to] = price[at]!;
        own.lower[to] = low[at]!;
        own.upper[to] = high[at]!;
      }
      const found = ask(programOf(number, part), own);
      for (let to = 0; to < kept.length; to++) change[kept[to]!] = found.change[to]!;
      solved &&= found.solved;
      late ||= found.late ?? false;
      value += found.value;
    }
    return { solved, change, value, ...(late && { late }) };
  };
  return {
    regions: count,
    rows: given.rows,
    partOf: all,
    maximise: (question) => answer(question, (one, own) => one.maximise(own)),
    ...(whole &&
      program.maximiseWhole && {
        maximiseWhole: (question: Question, nodes: number) =>
          answer(question, (one, own) => one.maximiseWhole!(own, nodes)),
      }),
    like: (regions, other, integers) => program.like(regions, other, integers),
    dispose: () => programs.forEach((made) => made.dispose()),
  };
}
