import { demoCountry } from '$lib/demo/demo-country';
import { solverWasmUrl } from '$lib/disclosure/solver-wasm';
import { airLock } from '$lib/engine/air-lock';
import { browserEngine } from '$lib/engine/browser';
import { sql } from '$lib/schema/sql';
import { Workload } from './workload';

const fetched = () => airLock({ also: [solverWasmUrl] });
const solver = async () => ({ wasmBinary: (await fetched()).also.get(solverWasmUrl) });
const start = async () => {
  await fetched();
  return browserEngine();
};
const input = document.createElement('input');
input.type = 'file';
input.multiple = true;
document.body.append(input);

const chosen = new Workload(
  start,
  async () => [...(input.files ?? [])].map((file) => ({ name: file.name, blob: file })),
  solver,
);

/** Milliseconds since navigation at which the engine answered, and the first demo figure stood. */
async function coldStart(): Promise<{ answered: number; figure: number }> {
  const engine = await start();
  await engine.query(sql`SELECT 42 AS answer`);
  const answered = performance.now();
  const files = demoCountry().map(({ name, text }) => ({ name, blob: new File([text], name) }));
  const demo = new Workload(
    async () => engine,
    async () => files,
    solver,
  );
  await demo.import();
  await demo.figures('release', 1);
  const figure = performance.now();
  await demo.close();
  return { answered, figure };
}

/**
 * What the page offers to who drives it: the workload over the chosen files, and a first visit.
 * @public
 */
export interface BenchPage {
  readonly chosen: Workload;
  readonly coldStart: () => Promise<{ answered: number; figure: number }>;
}
declare global {
  interface Window {
    bench: BenchPage;
  }
}
window.bench = { chosen, coldStart };
