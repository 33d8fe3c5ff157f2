import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { airLock, airLockSteps, type AirLockSteps, type Started } from './air-lock';
import { type Engine, EngineError } from './engine';
import { trapped } from './failure';
import { openConfiguration } from './lock-configuration';
import { WasmEngine } from './wasm-engine';

/** How to start the engine of the browser. */
export interface BrowserOptions {
  /** Memory in MiB that DuckDB may use; by the device unless given. */
  memoryLimitMiB?: number;
  /** Time the engine has to start once its parts are downloaded. */
  startLimitMs?: number;
  /** Told once if the engine dies of a trap; a new one must be started and the data imported again. */
  onEnded?: (reason: EngineError) => void;
  /** For the test of the air-lock alone. */
  steps?: AirLockSteps;
}

/**
 * Starts DuckDB in a worker behind the air-lock. If other workers need files too, call `airLock` with
 * their addresses first. Rejects with `EngineError` `boot-timeout` or `boot-failed`.
 */
export async function browserEngine({
  memoryLimitMiB = defaultMemoryLimitMiB(),
  startLimitMs = 30_000,
  onEnded,
  steps = airLockSteps,
}: BrowserOptions = {}): Promise<Engine> {
  const parts = await airLock({}, steps);
  const started = steps.startWorker(parts);
  let fail: (reason: EngineError) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  const timer = setTimeout(() => fail(tooLate(startLimitMs)), startLimitMs);
  started.worker.addEventListener('error', () => fail(blocked()));
  try {
    const engine = await Promise.race([open(started, onEnded), failed]);
    started.worker.addEventListener('error', () => engine.die(trapped()));
    await Promise.race([
      steps.lockConfiguration((statement) => engine.run(statement), memoryLimitMiB),
      failed,
    ]);
    return engine;
  } catch (error) {
    started.worker.terminate();
    throw error instanceof EngineError && error.code.startsWith('boot') ? error : blocked();
  } finally {
    clearTimeout(timer);
    started.loaded();
  }
}

async function open(
  { worker, wasmUrl }: Started,
  onEnded: BrowserOptions['onEnded'],
): Promise<WasmEngine> {
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(wasmUrl);
  await db.open(openConfiguration);
  const connection = await db.connect();
  return new WasmEngine({
    kind: 'browser',
    connection: connection.useUnsafe((_, id) => id),
    queries: db,
    addFile: (path, file) =>
      db.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true),
    dropFile: async (path) => void (await db.dropFile(path)),
    terminate: () => db.terminate(),
    onEnded,
  });
}

/** Half of what the device says it has, at most 3 GiB; 2 GiB where the browser does not say. */
function defaultMemoryLimitMiB(): number {
  const { deviceMemory: gigabytes } = navigator as { deviceMemory?: number };
  return gigabytes ? Math.min(3072, gigabytes * 512) : 2048;
}

const tooLate = (ms: number) =>
  new EngineError('boot-timeout', {
    en: `The calculation engine did not start within ${Math.round(ms / 1000)} seconds. Close other tabs and reload the page. If that does not help, use a current Chrome, Edge, Firefox or Safari, or ask whoever runs this site whether its security policy blocks WebAssembly.`,
    nb: `Regnemotoren startet ikke innen ${Math.round(ms / 1000)} sekunder. Lukk andre faner og last siden på nytt. Hvis det ikke hjelper, bruk en ny utgave av Chrome, Edge, Firefox eller Safari, eller spør dem som driver nettstedet, om sikkerhetsreglene der stanser WebAssembly.`,
  });
const blocked = () =>
  new EngineError('boot-failed', {
    en: 'The calculation engine could not be started. Reload the page; if that does not help, use a current Chrome, Edge, Firefox or Safari.',
    nb: 'Regnemotoren kunne ikke startes. Last siden på nytt; hvis det ikke hjelper, bruk en ny utgave av Chrome, Edge, Firefox eller Safari.',
  });
