import { GateError, GateWorker } from '$lib/disclosure/gate-worker';
import { Ledger } from '$lib/disclosure/ledger';
import { releaseWorkerUrl } from '$lib/disclosure/release-worker-url';
import { solverWasmUrl } from '$lib/disclosure/solver-wasm';
import { airLock } from '$lib/engine/air-lock';
import { browserEngine } from '$lib/engine/browser';
import { EngineError, type Engine } from '$lib/engine/engine';
import type { FigureSource } from '$lib/measure/figure';
import { EstimateWorker, type AssessOptions } from '$lib/statistics/estimate-worker';
import type { MseAssessInput } from '$lib/statistics/mse-assess';
import type { MseAssessment } from '$lib/statistics/mse-assessment';
import { statisticsWorkerUrl } from '$lib/statistics/statistics-worker-url';

export { demoCountry } from '$lib/demo/demo-country';
export { markRevised } from '$lib/disclosure/mark-revised';
export { selfTest } from '$lib/engine/self-test';
export { cellPrint } from '$lib/ingest/cell-print';
export { lookAt } from '$lib/ingest/file-look';
export { importDrift, recipeJson } from '$lib/ingest/import-drift';
export { importFiles } from '$lib/ingest/import-files';
export { parseRecipe } from '$lib/ingest/recipe';
export { rejectedCsv } from '$lib/ingest/rejected-csv';
export { checkFiles } from '$lib/measure/check-files';
export { childBreakdowns } from '$lib/measure/child-table';
export { cubesOf } from '$lib/measure/cubes';
export { figure } from '$lib/measure/figure';
export { figureRows } from '$lib/measure/figure-rows';
export { importChanges } from '$lib/measure/import-changes';
export { importSummary } from '$lib/measure/import-summary';
export { pairRows } from '$lib/measure/pair-rows';
export { prepare } from '$lib/measure/prepare';
export { uniqueness } from '$lib/measure/uniqueness';

/** What every worker needs, once it is fetched and the page's network is closed. */
export const fetched = () =>
  airLock({ also: [solverWasmUrl, releaseWorkerUrl, statisticsWorkerUrl] });

/** The gate of one data set, and how to end it. */
export interface OpenGate extends Pick<FigureSource, 'gate' | 'judge' | 'solver'> {
  /** What left of these data, and the gate for what is to leave. */
  readonly ledger: Ledger;
  closeGate(): void;
}

/**
 * The gate in a worker of its own, made of what was fetched before the page closed its network. The
 * development server has no script that runs from a blob: there the gate stays on the page's thread.
 */
export async function openGate(): Promise<OpenGate> {
  const { also } = await fetched();
  const wasm = also.get(solverWasmUrl)!;
  if (import.meta.env.DEV)
    return {
      solver: { wasmBinary: wasm },
      ledger: new Ledger(),
      closeGate: () => undefined,
    };
  const script = new Blob([also.get(releaseWorkerUrl)!], { type: 'text/javascript' });
  const worker = new GateWorker(script, wasm);
  const judge: FigureSource['judge'] = (draft, options) =>
    worker.judge(draft, options).catch(inWords);
  const ledger = new Ledger(judge);
  return {
    ledger,
    judge,
    gate: (draft, options) => ledger.show(draft, options),
    closeGate: () => worker.close(),
  };
}

/** The page shows the words of an `EngineError`. */
function inWords(error: unknown): never {
  throw error instanceof GateError ? new EngineError('boot-failed', error.words) : error;
}

/** Fetches everything any worker will need, closes the page's network, then starts the engine. */
export async function startEngine(onEnded: (reason: EngineError) => void): Promise<Engine> {
  await fetched();
  return browserEngine({ onEnded });
}

/**
 * The estimate of hidden victims, in a worker made of what was fetched before the page closed its
 * network. In the development server it runs on the page's thread and cannot be ended.
 */
export async function assess(
  input: MseAssessInput,
  options: AssessOptions,
): Promise<MseAssessment> {
  const { also } = await fetched();
  const wasm = also.get(solverWasmUrl)!;
  if (import.meta.env.DEV) {
    const { assessHere } = await import('$lib/statistics/assess-here');
    return assessHere(input, wasm, options.onShare);
  }
  const script = new Blob([also.get(statisticsWorkerUrl)!], { type: 'text/javascript' });
  return new EstimateWorker(script, wasm).assess(input, options);
}
