import { solverWasmUrl } from '$lib/disclosure/solver-wasm';
import { airLock } from '$lib/engine/air-lock';
import { browserEngine } from '$lib/engine/browser';
import type { Engine, EngineError } from '$lib/engine/engine';

export { demoCountry } from '$lib/demo/demo-country';
export { selfTest } from '$lib/engine/self-test';
export { importFiles } from '$lib/ingest/import-files';
export { parseRecipe } from '$lib/ingest/recipe';
export { rejectedCsv } from '$lib/ingest/rejected-csv';
export { figure } from '$lib/measure/figure';
export { prepare } from '$lib/measure/prepare';

const fetched = () => airLock({ also: [solverWasmUrl] });

/** The solver's wasm, fetched before the page closed its network. */
export const solverBytes = async (): Promise<ArrayBuffer | undefined> =>
  (await fetched()).also.get(solverWasmUrl);

/** Fetches everything any worker will need, closes the page's network, then starts the engine. */
export async function startEngine(onEnded: (reason: EngineError) => void): Promise<Engine> {
  await fetched();
  return browserEngine({ onEnded });
}
