/** Thrown into a run that its caller has cancelled. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** How a long run shares its thread and learns that it is no longer wanted. */
export interface Pace {
  /** Gives the thread back at most every 40 ms and throws `Cancelled` after an abort. */
  breathe(): Promise<void>;
  /** Milliseconds since the run began. */
  elapsed(): number;
  /** Steps since the run began: the same on every machine, unlike time. */
  steps(): number;
}

/** The pace of one run; `rest` is awaited between steps (default: the next task of the thread). */
export function startPace(signal?: AbortSignal, rest?: () => Promise<void>): Pace {
  const began = performance.now();
  let last = began;
  let steps = 0;
  const pause = rest ?? (() => new Promise<void>((resolve) => setTimeout(resolve, 0)));
  return {
    elapsed: () => performance.now() - began,
    steps: () => steps,
    async breathe() {
      steps++;
      if (signal?.aborted) throw new Cancelled('The run was cancelled.');
      if (!signal && !rest) return;
      if (performance.now() - last < 40) return;
      await pause();
      last = performance.now();
      if (signal?.aborted) throw new Cancelled('The run was cancelled.');
    },
  };
}
