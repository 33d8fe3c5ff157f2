import type { Highs } from 'highs';
import type { Case } from './capacity';
import { bridges, fullRoom, relationCuts, separate } from './cuts';
import type { Cut } from './cuts';
import type { Pace } from './pace';
import type { Program } from './program';
import { costOf, giveBack, repair, suppressLoose } from './secondary';
import type { Pattern } from './secondary';
import type { Table } from './table';

const OPTIMAL = 7;
const INFEASIBLE = 8;
/** A relaxation is always solved: its bound is what is left to say when time is out. */
const LEAST_SECONDS = 5;

/** The 0-1 program over patterns, to which cuts are added as the attacker finds them. */
class Master {
  private readonly model: ReturnType<Highs['createModel']>;
  readonly cells: readonly number[];
  private readonly place = new Map<number, number>();

  constructor(
    private readonly highs: Highs,
    private readonly given: Case,
    sensitive: Uint8Array,
    pairs: readonly { cell: number; company: readonly number[] }[],
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
    for (const { cell, company } of pairs)
      this.row(0, [...company, cell], [...company.map(() => 1), -1]);
  }

  private row(side: number, cells: readonly number[], coefs: readonly number[]): void {
    this.model.addRow(side, this.highs.infinity, {
      indices: Int32Array.from(cells, (cell) => this.place.get(cell)!),
      values: Float64Array.from(coefs),
    });
  }

  add(cut: Cut): void {
    this.row(1, cut.cells, cut.coefs);
  }

  /** Extent to which each cell is withheld, and a bound on the cost of every safe pattern. */
  solve(
    whole: boolean,
    seconds: number,
    sensitive: Uint8Array,
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
      sensitive[cell] ? 1 : 0,
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

/** Cells that every pattern of at least this cost withholds: the rest of the cost is only weights. */
const cellsOf = (cost: number): number => Math.max(0, Math.ceil(cost - 0.5 - 1e-4));

/**
 * Looks for the pattern of least cost by cutting planes, first over fractions, then over whole
 * patterns (Fischetti & Salazar 2001), within a time limit. Returns the best pattern met and a
 * lower bound on its number of further cells. `program` repairs, `attacker` must give multipliers.
 * Without `deep` only the bound is looked for, by fractions: a wide table has no time for patterns.
 */
export async function improve(
  table: Table,
  given: Case,
  highs: Highs,
  program: Program,
  attacker: Program,
  start: Pattern,
  sensitive: Uint8Array,
  pace: Pace,
  stopAt: number,
  deep: boolean,
): Promise<{ pattern: Pattern; bound: number }> {
  const lost = new Set(start.unreachable);
  const goals = given.requirements.filter((goal) => !goal.orZero && !lost.has(goal));
  const base = costOf(given, sensitive);
  const full = fullRoom(given);
  const master = new Master(highs, given, sensitive, bridges(given, sensitive));
  for (const cut of relationCuts(given, sensitive)) master.add(cut);
  let best = start;
  let bound = 0;
  const seconds = () => (stopAt - pace.elapsed()) / 1000;
  const settled = () => cellsOf(bound) >= cellsOf(costOf(given, best.withheld) - base);
  const offer = async (share: Float64Array) => {
    const prices = given.weight.map((weight, cell) => weight * (1.02 - share[cell]!));
    const grown = await repair(given, program, sensitive, goals, prices, pace);
    const found = await giveBack(
      given,
      program,
      grown,
      sensitive,
      goals,
      pace,
      () => seconds() < 0,
    );
    const full = { ...found, unreachable: start.unreachable };
    const settled = await suppressLoose(given, program, full, pace);
    if (costOf(given, settled.withheld) < costOf(given, best.withheld) - 1e-9) best = settled;
  };
  try {
    for (let whole = false, round = 0, fresh = true; fresh && !settled(); round++) {
      await pace.breathe();
      const answer = master.solve(whole, seconds(), sensitive);
      fresh = false;
      if (!answer) break;
      bound = Math.max(bound, answer.bound);
      if (answer.share.length === 0 || settled() || seconds() < 0) break;
      if (deep && !whole && round % 3 === 0) await offer(answer.share);
      if (settled()) break;
      let cuts = 0;
      for (const goal of goals) {
        if (seconds() < 0) break;
        await pace.breathe();
        const seek = (least: number) =>
          separate(given, attacker, full, sensitive, goal, answer.share, least);
        const cut = seek(1e-5) ?? (whole ? seek(0) : undefined);
        if (!cut) continue;
        master.add(cut);
        cuts++;
      }
      fresh = cuts > 0 && (!whole || seconds() > 0);
      if (seconds() < 0) continue;
      if (whole) await offer(answer.share);
      if (whole || !deep || (cuts > 0 && round <= 40)) continue;
      whole = true;
      fresh = true;
    }
  } finally {
    master.dispose();
  }
  return { pattern: best, bound: cellsOf(bound) };
}
