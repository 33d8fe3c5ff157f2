import type { Case } from './capacity';
import type { Cut } from './cuts';

const TINY = 1e-6;

/** Cuts by the cells that are in them. */
interface Grid {
  readonly cuts: readonly Cut[];
  /** For every cell the cuts it is in, and its coefficients there. */
  readonly cutsOf: readonly (readonly number[])[];
  readonly coefsOf: readonly (readonly number[])[];
}

/** A pattern under construction: what every cut still lacks. */
class Cover {
  readonly lacks: Float64Array;
  readonly chosen: Uint8Array;
  cost: number;

  constructor(
    readonly grid: Grid,
    readonly weight: Float64Array,
    from?: Cover,
  ) {
    this.lacks = from?.lacks.slice() ?? Float64Array.from(grid.cuts, ({ side }) => side);
    this.chosen = from?.chosen.slice() ?? new Uint8Array(weight.length);
    this.cost = from?.cost ?? 0;
  }

  flip(cell: number): void {
    const sign = this.chosen[cell] ? 1 : -1;
    const cuts = this.grid.cutsOf[cell]!;
    const coefs = this.grid.coefsOf[cell]!;
    this.chosen[cell] = this.chosen[cell] ? 0 : 1;
    this.cost -= sign * this.weight[cell]!;
    for (let k = 0; k < cuts.length; k++) {
      const at = cuts[k]!;
      this.lacks[at] = this.lacks[at]! + sign * coefs[k]!;
    }
  }

  /** Chooses cells until no cut lacks anything, each time what meets most for its price. */
  grow(prices: Float64Array, not = -1): boolean {
    const worth = new Float64Array(prices.length);
    for (;;) {
      let open = false;
      for (let at = 0; at < this.lacks.length; at++) {
        const lack = this.lacks[at]!;
        if (lack <= TINY) continue;
        if (!open) worth.fill(0);
        open = true;
        const { cells, coefs } = this.grid.cuts[at]!;
        for (let k = 0; k < cells.length; k++) {
          const cell = cells[k]!;
          const coef = coefs[k]!;
          if (coef > 0 && cell !== not && !this.chosen[cell])
            worth[cell] = worth[cell]! + (coef < lack ? coef : lack) / prices[cell]!;
        }
      }
      if (!open) return true;
      let best = -1;
      for (let cell = 0; cell < worth.length; cell++)
        if (worth[cell]! > (best < 0 ? 0 : worth[best]!)) best = cell;
      if (best < 0) return false;
      this.flip(best);
    }
  }

  /** Leaves cells that no cut needs, in the given order. */
  prune(order: readonly number[]): void {
    for (const cell of order) if (this.chosen[cell] && !this.needs(cell)) this.flip(cell);
  }

  private needs(cell: number): boolean {
    const cuts = this.grid.cutsOf[cell]!;
    const coefs = this.grid.coefsOf[cell]!;
    for (let k = 0; k < cuts.length; k++) if (this.lacks[cuts[k]!]! + coefs[k]! > TINY) return true;
    return false;
  }
}

/**
 * A cheap whole pattern that meets all cuts, sensitive cells left out: greedily by `prices`, then by
 * doing without one cell at a time. Undefined where the greedy way ends with a cut unmet.
 */
export function roundUp(
  given: Case,
  cuts: readonly Cut[],
  prices: Float64Array,
): Uint8Array | undefined {
  const cutsOf = Array.from(prices, () => [] as number[]);
  const coefsOf = Array.from(prices, () => [] as number[]);
  cuts.forEach(({ cells, coefs }, at) =>
    cells.forEach((cell, k) => {
      cutsOf[cell]!.push(at);
      coefsOf[cell]!.push(coefs[k]!);
    }),
  );
  const order = Array.from(prices.keys())
    .filter((cell) => given.selectable[cell])
    .sort((a, b) => prices[b]! - prices[a]! || a - b);
  let best = new Cover({ cuts, cutsOf, coefsOf }, given.weight);
  if (!best.grow(prices)) return undefined;
  best.prune(order);
  for (let better = true; better;) {
    better = false;
    for (const cell of order) {
      if (!best.chosen[cell]) continue;
      const other = new Cover(best.grid, given.weight, best);
      other.flip(cell);
      if (!other.grow(prices, cell)) continue;
      other.prune(order);
      if (other.cost > best.cost - 1e-9) continue;
      best = other;
      better = true;
    }
  }
  return best.chosen;
}
