import type { Engine, Source } from '$lib/engine/engine';
import { untilAborted } from './until-aborted';

/**
 * Makes a source readable while `use` runs. After an abort neither its opening nor its end is waited
 * for: the engine forgets it when it comes to it.
 */
export async function withSource<T>(
  engine: Engine,
  source: Source,
  use: (path: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const opening = engine.register(source);
  try {
    return await use(await untilAborted(opening, signal));
  } finally {
    const gone = opening.then((path) => engine.release(path)).catch(() => undefined);
    if (!signal?.aborted) await gone;
  }
}
