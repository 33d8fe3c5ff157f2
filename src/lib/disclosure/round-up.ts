import type { Case } from './capacity';
import type { Cut } from './cuts';

const TINY = 1e-6;

/** A pattern under construction: what every cut still lacks. */
class Cover {
  readonly lacks: Float64Array;
  readonly chosen: Uint8Array;

  constructor(
    readonly cuts: readonly Cut[],
    /** For every cell the cuts it is in, with its coefficients. */
    readonly cutsOf: readonly (readonly (readonly [number, number])[])[],
    from?: Cover,
  ) {
    this.lacks = from?.lacks.slice() ?? Float64Array.from(cuts, ({ side }) => side);
    this.chosen = from?.chosen.slice() ?? new Uint8Array(cutsOf.length);
  }

  flip(cell: number): void {
    const sign = this.chosen[cell] ? 1 : -1;
    this.chosen[cell] = this.chosen[cell] ? 0 : 1;
    for (const [at, coef] of this.cutsOf[cell]!) this.lacks[at] = this.lacks[at]! + sign * coef;
  }

  /** Chooses cells until no cut lacks anything, each time what meets most for its price. */
  grow(prices: Float64Array, not = -1): boolean {
    const worth = new Float64Array(prices.length);
    for (;;) {
      worth.fill(0);
      let open = false;
      this.cuts.forEach(({ cells, coefs }, at) => {
        const lack = this.lacks[at]!;
        if (lack <= TINY) return;
        open = true;
        for (let k = 0; k < cells.length; k++) {
          const cell = cells[k]!;
          if (!this.chosen[cell] && coefs[k]! > 0 && cell !== not)
            worth[cell] = worth[cell]! + Math.min(coefs[k]!, lack) / prices[cell]!;
        }
      });
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
    for (const cell of order) {
      if (!this.chosen[cell]) continue;
      if (this.cutsOf[cell]!.every(([at, coef]) => this.lacks[at]! + coef <= TINY)) this.flip(cell);
    }
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
  const { weight } = given;
  const cutsOf = Array.from(prices, () => [] as [number, number][]);
  cuts.forEach(({ cells, coefs }, at) =>
    cells.forEach((cell, k) => cutsOf[cell]!.push([at, coefs[k]!])),
  );
  const order = Array.from(prices.keys()).sort((a, b) => prices[b]! - prices[a]! || a - b);
  const costOf = (cover: Cover) =>
    cover.chosen.reduce((sum, each, cell) => (each ? sum + weight[cell]! : sum), 0);
  let best = new Cover(cuts, cutsOf);
  if (!best.grow(prices)) return undefined;
  best.prune(order);
  for (let better = true; better;) {
    better = false;
    for (const cell of order) {
      if (!best.chosen[cell]) continue;
      const other = new Cover(cuts, cutsOf, best);
      other.flip(cell);
      if (!other.grow(prices, cell)) continue;
      other.prune(order);
      if (costOf(other) > costOf(best) - 1e-9) continue;
      best = other;
      better = true;
    }
  }
  return best.chosen;
}
