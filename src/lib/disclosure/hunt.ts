import type { Case } from './capacity';
import { bridges, fullRoom, relationCuts, separate } from './cuts';
import type { Cut } from './cuts';
import type { Pace } from './pace';
import type { Question, Program } from './program';
import type { Requirement } from './requirement';
import { costOf, giveBack, repair, suppressLoose } from './secondary';
import type { Pattern } from './secondary';

/** Cells that every pattern of at least this cost withholds: the rest of the cost is only weights. */
const cellsOf = (cost: number): number => Math.max(0, Math.ceil(cost - 0.5 - 1e-4));

/** The looking for a pattern of least cost: the best one met, what bounds it, and the cuts so far. */
export class Hunt {
  best: Pattern;
  readonly cuts: Cut[];
  readonly #goals: readonly Requirement[];
  readonly #full: Question;
  #bound = 0;

  constructor(
    readonly given: Case,
    private readonly program: Program,
    private readonly start: Pattern,
    readonly sensitive: Uint8Array,
    readonly pace: Pace,
    private readonly stopAt: number,
  ) {
    const lost = new Set(start.unreachable);
    this.best = start;
    this.#goals = given.requirements.filter((goal) => !goal.orZero && !lost.has(goal));
    this.#full = fullRoom(given);
    this.cuts = [...bridges(given, sensitive), ...relationCuts(given, sensitive)];
  }

  seconds(): number {
    return (this.stopAt - this.pace.elapsed()) / 1000;
  }

  /** No pattern costs less. */
  raise(bound: number): void {
    this.#bound = Math.max(this.#bound, bound);
  }

  /** Fewest further cells that any pattern has. */
  least(): number {
    return cellsOf(this.#bound);
  }

  /** What the best pattern costs beyond its sensitive cells. */
  cost(): number {
    return costOf(this.given, this.best.withheld) - costOf(this.given, this.sensitive);
  }

  settled(): boolean {
    return this.least() >= cellsOf(this.cost());
  }

  /** Prices that make the cells of a share cheap. */
  pricesNear(share: Float64Array): Float64Array {
    return this.given.weight.map((weight, cell) => weight * (1.02 - share[cell]!));
  }

  /** A pattern near a share, kept where it is the cheapest. */
  async offer(share: Float64Array): Promise<void> {
    const { given, program, sensitive, pace } = this;
    const goals = this.#goals;
    const grown = await repair(given, program, sensitive, goals, this.pricesNear(share), pace);
    const late = () => this.seconds() < 0;
    const found = await giveBack(given, program, grown, sensitive, goals, pace, late);
    const full = { ...found, unreachable: this.start.unreachable };
    const settled = await suppressLoose(given, program, full, pace);
    if (costOf(given, settled.withheld) < costOf(given, this.best.withheld) - 1e-9)
      this.best = settled;
  }

  /** Cuts that a share violates: how many were found before time was out. */
  async cutOff(share: Float64Array, master: { add(cut: Cut): void }, whole: boolean) {
    let count = 0;
    for (const goal of this.#goals) {
      if (this.seconds() < 0) break;
      await this.pace.breathe();
      const seek = (least: number) =>
        separate(this.given, this.program, this.#full, this.sensitive, goal, share, least);
      const cut = seek(1e-5) ?? (whole ? seek(0) : undefined);
      if (!cut) continue;
      this.cuts.push(cut);
      master.add(cut);
      count++;
    }
    return count;
  }
}
