import wasmUrl from 'highs/runtime?url';
import { loadLinearProgram } from '$lib/statistics/linear-program';
import { deviations, type ReferenceCase } from '../statistics/reference-case';

/** Runs the cases in this page and answers those that deviate, by their id. */
async function deviating(cases: readonly ReferenceCase[]): Promise<Record<string, string[]>> {
  const wasm = await (await fetch(wasmUrl)).arrayBuffer();
  const services = { solveLp: await loadLinearProgram(wasm) };
  const found: Record<string, string[]> = {};
  for (const one of cases) {
    const places = await deviations(one, services);
    if (places.length) found[one.id] = places;
  }
  return found;
}

/** What the page offers to the test that drives it. */
interface StatisticsPage {
  readonly deviating: typeof deviating;
}
declare global {
  interface Window {
    statistics: StatisticsPage;
  }
}
window.statistics = { deviating };
