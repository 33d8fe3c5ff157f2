import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { EngineError } from './engine';
import { lockConfiguration } from './lock-configuration';

/** DuckDB's worker writes its errors to the console, and they may quote a cell. */
const silentConsole = `for (const word of ['debug', 'error', 'info', 'log', 'warn']) console[word] = () => {};\n`;

/**
 * What is fetched while the page still may. The engine can be started from it again and again.
 * `also` holds the bytes of everything else that was asked for, by its address.
 */
export interface Parts {
  wasm: Blob;
  workerScript: Blob;
  also: ReadonlyMap<string, ArrayBuffer>;
}

/** A started worker and the address of the wasm that it is to load. */
export interface Started {
  worker: Worker;
  wasmUrl: string;
  /** Frees the addresses once the engine has loaded. */
  loaded(): void;
}

/**
 * Step 1: the page, under its own policy, fetches the wasm, the worker's script and what other
 * workers will need. `also` lists their addresses.
 */
async function fetchParts(also: readonly string[] = []): Promise<Parts> {
  const blob = (response: Response) => response.blob();
  const [wasm, workerScript, others] = await Promise.all([
    fetched(wasmUrl, blob),
    fetched(workerUrl, blob),
    Promise.all(also.map((url) => fetched(url, (response) => response.arrayBuffer()))),
  ]);
  return {
    wasm: wasm.slice(0, wasm.size, 'application/wasm'),
    workerScript: new Blob([silentConsole, workerScript], { type: 'text/javascript' }),
    also: new Map(also.map((url, i) => [url, others[i]!])),
  };
}

/** Step 2: from here neither the page nor a worker that inherits its policy can reach any server. */
function shutDoor(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = 'connect-src blob:';
  document.head.append(policy);
}

/** Step 3: a worker made from a blob inherits both policies; one loaded from an address has none. */
function startWorker({ wasm, workerScript }: Parts): Started {
  const script = URL.createObjectURL(workerScript);
  const wasmUrl = URL.createObjectURL(wasm);
  const loaded = () => [script, wasmUrl].forEach((url) => URL.revokeObjectURL(url));
  return { worker: new Worker(script), wasmUrl, loaded };
}

/** The four steps by name, so that a test can take any one of them away. */
export interface AirLockSteps {
  fetchParts: typeof fetchParts;
  shutDoor: typeof shutDoor;
  startWorker: typeof startWorker;
  lockConfiguration: typeof lockConfiguration;
}

/** The four steps as they are. */
export const airLockSteps: AirLockSteps = { fetchParts, shutDoor, startWorker, lockConfiguration };

let passed: Promise<Parts> | undefined;

/**
 * Steps 1 and 2, once in the life of a page: fetches all that will be needed, then shuts the door.
 * Name in `also` every further file (wasm or worker script) that a later worker needs; afterwards
 * nothing can be fetched. A download that fails can be tried again.
 */
export async function airLock(
  { also = [] }: { also?: readonly string[] } = {},
  steps: AirLockSteps = airLockSteps,
): Promise<Parts> {
  passed ??= steps.fetchParts(also).then(
    (parts) => {
      steps.shutDoor();
      return parts;
    },
    (error: unknown) => {
      passed = undefined;
      throw error;
    },
  );
  const parts = await passed;
  const late = also.find((url) => !parts.also.has(url));
  if (late) throw new Error(`named after the door was shut: ${late}`);
  return parts;
}

async function fetched<T>(url: string, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    const response = await fetch(url);
    if (response.ok) return await read(response);
  } catch {
    // A network failure and a missing file need the same words.
  }
  throw new EngineError('boot-failed', {
    en: 'A part of the calculation engine could not be downloaded. Check the connection and reload the page.',
    nb: 'En del av regnemotoren kunne ikke hentes. Kontroller forbindelsen og last siden på nytt.',
  });
}
