import type { Row } from '$lib/engine/engine';

/** Why a child cannot be timed: nothing, no T0 or an event of unknown time, a time before its entry. */
export const problems = { none: 0, unknown: 1, invalid: 2 } as const;

/** Outcomes and times of a time definition by columns, each once, without how many children have it. */
export interface TimeKeys {
  /** One of `problems`. */
  readonly problem: Uint8Array;
  /** 1 the event, 2 something that competes came first, 0 still waiting when followed last. */
  readonly cause: Uint8Array;
  /** 1 still waiting when transferred or lost from sight; always 0 where no figure says it. */
  readonly moved: Uint8Array;
  /** Whether the event ever happened, before T0 included: 1 yes, 0 no, −1 not known. */
  readonly ever: Int8Array;
  /** All times at which a child leaves or comes under observation, in minutes, rising. */
  readonly moments: Float64Array;
  /** Place of the child's time among the moments; −1 where it cannot be timed. */
  readonly exit: Int32Array;
  /** Place of the moment at which it came under observation; −1 from the start of the clock. */
  readonly entry: Int32Array;
  /** Which of the questions it belongs to. */
  readonly question: Int32Array;
  readonly questions: readonly { readonly slice: number; readonly of: string }[];
}

const known = new WeakMap<readonly Row[], TimeKeys>();

/** Keys of a time statement by columns; of the same list of rows the same. */
export function timeKeys(rows: readonly Row[]): TimeKeys {
  const found = known.get(rows) ?? read(rows);
  known.set(rows, found);
  return found;
}

function read(rows: readonly Row[]): TimeKeys {
  const minutesOf = (value: unknown) => (value === null ? NaN : Number(value));
  const problem = Uint8Array.from(rows, (row) =>
    row.problem === null
      ? problems.none
      : row.problem === 'invalid'
        ? problems.invalid
        : problems.unknown,
  );
  const minutes = Float64Array.from(rows, (row, i) => (problem[i] ? NaN : minutesOf(row.minutes)));
  const entries = Float64Array.from(rows, (row, i) =>
    Number.isNaN(minutes[i]) ? NaN : minutesOf(row.entry),
  );
  const moments = Float64Array.from(
    new Set([...minutes, ...entries].filter((moment) => !Number.isNaN(moment))),
  ).sort();
  const places = new Map([...moments].map((moment, place) => [moment, place]));
  const placeOf = (moment: number) => places.get(moment) ?? -1;
  const questions: { slice: number; of: string }[] = [];
  const numbers = new Map<string, number>();
  const question = Int32Array.from(rows, (row) => {
    const one = { slice: Number(row.slice), of: String(row.of) };
    const key = `${one.slice} ${one.of}`;
    if (!numbers.has(key)) numbers.set(key, questions.push(one) - 1);
    return numbers.get(key)!;
  });
  return {
    problem,
    cause: Uint8Array.from(rows, (row) => Number(row.cause)),
    moved: Uint8Array.from(rows, (row) => Number(row.moved === true)),
    ever: Int8Array.from(rows, (row) => (row.ever === null ? -1 : Number(row.ever === true))),
    moments,
    exit: Int32Array.from(minutes, placeOf),
    entry: Int32Array.from(entries, placeOf),
    question,
    questions,
  };
}
