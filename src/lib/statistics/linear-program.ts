/** Maximum of a linear program in CPLEX LP text, or null when it has none. */
export type SolveLp = (problem: string) => number | null;

/**
 * Loads the HiGHS solver, only now and not with this file. In a browser whose policy forbids
 * fetching, hand over the bytes of `highs.wasm`; Node finds its own copy. Each call of the result
 * is a fresh solver, so one loaded copy may serve any number of estimates.
 */
export async function loadLinearProgram(wasm?: ArrayBuffer): Promise<SolveLp> {
  const { default: loadHighs } = await import('highs');
  const highs = await loadHighs(wasm ? { wasmBinary: wasm } : {});
  return (problem) => {
    const solution = highs.solve(problem, { output_flag: false });
    return solution.Status === 'Optimal' ? solution.ObjectiveValue : null;
  };
}
