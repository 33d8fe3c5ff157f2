import type { SolveLp } from './linear-program';
import type { Design } from './mse-loglinear';

/**
 * Answers whether the maximum-likelihood fit of a design exists: some strictly positive table has
 * the margins of the observed one. Linear program: maximise s with Xᵀx = Xᵀy and x ≥ s; the fit
 * exists when s > 0. The answer depends only on which cells are empty, so the program is posed with
 * y = 1 in every cell that is not, and answers are kept by design and empty cells.
 * Source: Fienberg & Rinaldo (2012) Ann Stat 40:996.
 */
export type FitExists = (design: Design) => boolean;

function program({ layers, shared }: Design): string {
  const rows: string[] = [];
  const floor: string[] = [];
  const row = (term: number, from: readonly number[]) => {
    let total = 0;
    const names: string[] = [];
    for (const layer of from)
      layers[layer]!.cells.forEach((inFit, cell) => {
        if (!inFit || (cell & term) !== term) return;
        names.push(`x${layer}_${cell}`);
        if (layers[layer]!.y[cell]! > 0) total++;
      });
    if (names.length > 0) rows.push(` r${rows.length}: ${names.join('\n + ')} = ${total}`);
  };
  layers.forEach(({ own, cells }, layer) => {
    own.forEach((term) => row(term, [layer]));
    cells.forEach((inFit, cell) => {
      if (inFit) floor.push(` f${layer}_${cell}: x${layer}_${cell} - s >= 0`);
    });
  });
  shared.forEach((term) => row(term, [...layers.keys()]));
  return `Maximize\n obj: s\nSubject To\n${[...rows, ...floor].join('\n')}\nEnd\n`;
}

/** Makes the question askable, with a memory of its answers. */
export function fitExists(solve: SolveLp): FitExists {
  const known = new Map<string, boolean>();
  return (design) => {
    const key = [
      ...design.layers.map(({ y, cells, own }) => {
        const state = Array.from(cells, (inFit, cell) => (inFit ? (y[cell]! > 0 ? 2 : 1) : 0));
        return `${state.join('')}:${own.join()}`;
      }),
      design.shared.join(),
    ].join(';');
    const answered = known.get(key);
    if (answered !== undefined) return answered;
    const answer = (solve(program(design)) ?? 0) > 1e-6;
    known.set(key, answer);
    return answer;
  };
}
