import type { Highs } from 'highs';
import type { Case } from './capacity';
import type { Cut } from './cuts';

const OPTIMAL = 7;
const INFEASIBLE = 8;
/** A relaxation is always solved: its bound is what is left to say when time is out. */
const LEAST_SECONDS = 5;

/** The 0-1 program over patterns by HiGHS, to which cuts are added as the attacker finds them. */
export class Master {
  private readonly model: ReturnType<Highs['createModel']>;
  private readonly cells: readonly number[];
  private readonly place = new Map<number, number>();

  constructor(
    private readonly highs: Highs,
    private readonly given: Case,
    private readonly sensitive: Uint8Array,
    cuts: readonly Cut[],
  ) {
    this.cells = given.system.cells
      .map((_, cell) => cell)
      .filter((cell) => given.selectable[cell] && !sensitive[cell]);
    this.cells.forEach((cell, at) => this.place.set(cell, at));
    const size = this.cells.length;
    this.model = highs.createModel({
      numCols: size,
      numRows: 0,
      colCost: Float64Array.from(this.cells, (cell) => given.weight[cell]!),
      colLower: new Float64Array(size),
      colUpper: new Float64Array(size).fill(1),
      rowLower: new Float64Array(0),
      rowUpper: new Float64Array(0),
      matrix: {
        format: 'csr' as const,
        numRows: 0,
        numCols: size,
        starts: Int32Array.of(0),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    });
    this.model.options.set({
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: 1e-6,
      mip_abs_gap: 1e-6,
    });
    for (const cut of cuts) this.add(cut);
  }

  add({ cells, coefs, side }: Cut): void {
    this.model.addRow(side, this.highs.infinity, {
      indices: Int32Array.from(cells, (cell) => this.place.get(cell)!),
      values: Float64Array.from(coefs),
    });
  }

  /** Extent to which each cell is withheld, and a bound on the cost of every safe pattern. */
  solve(
    whole: boolean,
    seconds: number,
  ): { share: Float64Array; bound: number; done: boolean } | undefined {
    const type = this.highs.constants.variableType;
    const kind = whole ? type.integer : type.continuous;
    this.model.changeColsIntegrality(
      { kind: 'range', from: 0, to: this.cells.length - 1 },
      this.cells.map(() => kind),
    );
    this.model.options.set('time_limit', Math.max(whole ? 0.05 : LEAST_SECONDS, seconds));
    this.model.zeroAllClocks();
    this.model.run();
    const status = this.model.getModelStatus();
    if (status === INFEASIBLE) return undefined;
    const usable =
      status === OPTIMAL || (whole && this.model.info.get('primal_solution_status') === 2);
    const bound =
      status === OPTIMAL
        ? this.model.getObjectiveValue()
        : whole
          ? Number(this.model.info.get('mip_dual_bound'))
          : 0;
    if (!usable) return { share: new Float64Array(0), bound, done: false };
    const { colValue } = this.model.getSolution();
    const share = Float64Array.from(this.given.system.cells, (_, cell) =>
      this.sensitive[cell] ? 1 : 0,
    );
    this.cells.forEach((cell, at) => {
      share[cell] = whole ? Math.round(colValue[at]!) : colValue[at]!;
    });
    return { share, bound, done: status === OPTIMAL };
  }

  dispose(): void {
    this.model.dispose();
  }
}
