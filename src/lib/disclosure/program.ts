import type { SystemRow } from './system';

/**
 * One question about moving away from the true table. Variables are the changes of the regions,
 * then of the rows; each may go from `lower` ≤ 0 to `upper` ≥ 0, so standing still is always allowed.
 * Maximises Σ gain·change − price·|change|.
 */
export interface Question {
  readonly gain: Float64Array;
  readonly price: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface Answer {
  /** False where the method gave up; a limit of time or steps, never infeasibility. */
  readonly solved: boolean;
  readonly change: Float64Array;
  readonly value: number;
  /** The solver's time ran out, so that the answer could differ on another machine. */
  readonly late?: boolean;
  /** One multiplier a row, where no whole numbers were asked for. */
  readonly rowDual?: Float64Array;
}

/** Regions and rows of a system with a way to answer questions about them. */
export interface Program {
  readonly regions: number;
  readonly rows: readonly SystemRow[];
  maximise(question: Question): Answer;
  /** The same over whole numbers, within a time limit in seconds; undefined where not available. */
  maximiseWhole?(question: Question, nodes: number): Answer;
  /** Another program by the same means; `whole` where whole numbers will be asked for. */
  like(regions: number, rows: readonly SystemRow[], whole: boolean): Program;
  dispose(): void;
}

/** Entries of a dense table up to which the built-in solver is the faster one. */
export const MOST_DENSE = 90_000;

/** Larger than any change that matters, smaller than what disturbs a solver. */
export const UNBOUNDED = 1e6;

/** An empty question: nothing may move. */
export function emptyQuestion(size: number): Question {
  const zeros = () => new Float64Array(size);
  return { gain: zeros(), price: zeros(), lower: zeros(), upper: zeros() };
}
