import { room } from './capacity';
import type { Case } from './capacity';
import { emptyQuestion } from './program';
import type { Answer, Program, Question } from './program';
import type { SystemRow } from './system';

/**
 * The same program without what a pattern holds still: regions that cannot move, rows of such
 * regions, and shown totals of the same moving parts. Valid for the pattern and for fewer cells.
 */
export function narrow(
  given: Case,
  withheld: Uint8Array,
  program: Program,
  whole: boolean,
): Program {
  const count = given.system.regions.length;
  const { lower, upper } = room(given, withheld);
  const moves = (at: number) => lower[at]! < 0 || upper[at]! > 0;
  const kept: number[] = [];
  const place = new Map<number, number>();
  for (let at = 0; at < count; at++)
    if (moves(at)) {
      place.set(at, kept.length);
      kept.push(at);
    }
  const rows: SystemRow[] = [];
  const seen = new Set<string>();
  given.rows.forEach((row, at) => {
    const parts = row.regions
      .map((region, k) => ({ region: place.get(region), coef: row.coefs[k]! }))
      .filter((part): part is { region: number; coef: number } => part.region !== undefined);
    if (parts.length === 0) return;
    const print = parts.map(({ region, coef }) => `${region}*${coef}`).join();
    if (!moves(count + at)) {
      if (seen.has(print)) return;
      seen.add(print);
    }
    kept.push(count + at);
    rows.push({
      ...row,
      regions: parts.map(({ region }) => region),
      coefs: parts.map(({ coef }) => coef),
    });
  });
  const inner = program.like(kept.length - rows.length, rows, whole);
  const size = count + given.rows.length;
  const into = (question: Question): Question => ({
    gain: Float64Array.from(kept, (at) => question.gain[at]!),
    price: Float64Array.from(kept, (at) => question.price[at]!),
    lower: Float64Array.from(kept, (at) => question.lower[at]!),
    upper: Float64Array.from(kept, (at) => question.upper[at]!),
  });
  const back = ({ solved, change, value }: Answer): Answer => {
    const full = emptyQuestion(size).gain;
    kept.forEach((at, to) => {
      full[at] = change[to]!;
    });
    return { solved, change: full, value };
  };
  const ask = inner.maximiseWhole?.bind(inner);
  return {
    regions: count,
    rows: given.rows,
    maximise: (question) => back(inner.maximise(into(question))),
    ...(ask && {
      maximiseWhole: (question: Question, nodes: number) => back(ask(into(question), nodes)),
    }),
    like: (regions, other, integers) => program.like(regions, other, integers),
    dispose: () => inner.dispose(),
  };
}
