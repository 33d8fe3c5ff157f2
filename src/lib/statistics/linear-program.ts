import type { InitOptions } from 'highs';

/** Maximum of a linear program in CPLEX LP text, or null when it has none. */
export type SolveLp = (problem: string) => number | null;

/** highs 1.15.3 documents `wasmBinary` but does not read it: it would fetch. The hook is read. */
async function optionsOf(wasm: ArrayBuffer): Promise<InitOptions> {
  // Compiled here, so that bytes that cannot be compiled are an error that the caller gets.
  const module = await WebAssembly.compile(wasm);
  const instantiateWasm = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ) => {
    void WebAssembly.instantiate(module, imports).then(done);
    return {};
  };
  return { instantiateWasm } as InitOptions;
}

/**
 * Loads the HiGHS solver, only now and not with this file. In a browser whose policy forbids
 * fetching, hand over the bytes of `highs.wasm`; Node finds its own copy. Each call of the result
 * is a fresh solver, so one loaded copy may serve any number of estimates.
 */
export async function loadLinearProgram(wasm?: ArrayBuffer): Promise<SolveLp> {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs(wasm ? await optionsOf(wasm) : {});
  return (problem) => {
    const solution = highs.solve(problem, { output_flag: false });
    return solution.Status === 'Optimal' ? solution.ObjectiveValue : null;
  };
}
