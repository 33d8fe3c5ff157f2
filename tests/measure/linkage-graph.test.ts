import { describe, expect, it } from 'vitest';
import {
  contradicts,
  fewerAtMost,
  fewestAndMost,
  joined,
  mostNodes,
  tanglesOf,
  type LinkPair,
} from '$lib/measure/linkage-graph';

/** Numbers from a seed, 0 to 1 (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function randomPairs(draw: () => number, nodes: number): LinkPair[] {
  const pairs: LinkPair[] = [];
  for (let a = 0; a < nodes; a++)
    for (let b = a + 1; b < nodes; b++) {
      const at = draw();
      if (at < 0.3) pairs.push({ a, b, same: null });
      else if (at < 0.36) pairs.push({ a, b, same: true });
      else if (at < 0.42) pairs.push({ a, b, same: false });
    }
  return pairs;
}

/** Every way to part the numbers 0 … n − 1. */
function* partitions(n: number, at = 0, blocks: number[][] = []): Generator<number[][]> {
  if (at === n) {
    yield blocks.map((block) => [...block]);
    return;
  }
  for (const block of [...blocks]) {
    block.push(at);
    yield* partitions(n, at + 1, blocks);
    block.pop();
  }
  blocks.push([at]);
  yield* partitions(n, at + 1, blocks);
  blocks.pop();
}

/** Whether pairs that are not decided otherwise lead from the first of a block to all of it. */
function isJoined(block: readonly number[], pairs: readonly LinkPair[]): boolean {
  const reached = new Set(block.slice(0, 1));
  for (const one of reached)
    for (const { a, b, same } of pairs) {
      const other = same === false ? undefined : a === one ? b : b === one ? a : undefined;
      if (other !== undefined && block.includes(other)) reached.add(other);
    }
  return reached.size === block.length;
}

/** The partitions that the decisions and the undecided pairs allow. */
const allowed = (n: number, pairs: readonly LinkPair[]) =>
  [...partitions(n)].filter((blocks) => {
    const of = (one: number) => blocks.findIndex((block) => block.includes(one));
    return (
      blocks.every((block) => isJoined(block, pairs)) &&
      pairs.every(({ a, b, same }) => same === null || same === (of(a) === of(b)))
    );
  });

describe('children that may be fewer', () => {
  it('agree with every partition of small random graphs', () => {
    const draw = drawn(20_261);
    let told = 0;
    for (let round = 0; round < 250; round++) {
      const n = 2 + Math.floor(draw() * 6);
      const pairs = randomPairs(draw, n);
      const all = allowed(n, pairs);
      expect(all.length === 0).toBe(contradicts(pairs));
      if (!all.length) continue;
      told += 1;
      const tangles = tanglesOf(pairs);
      const root = joined(pairs.filter(({ same }) => same === true));
      const apart = new Set(Array.from({ length: n }, (_, i) => root(i))).size;
      const { fewer, exact } = fewerAtMost(tangles);
      expect(exact).toBe(true);
      expect(apart - fewer).toBe(Math.min(...all.map((blocks) => blocks.length)));
      expect(apart).toBe(Math.max(...all.map((blocks) => blocks.length)));

      // A figure that counts some sets of numbers and not others, in no order at all.
      const counts = (block: readonly number[]) =>
        (block.reduce((sum, one) => sum * 31 + one * 7 + 3, round) >> 1) % 2 === 0;
      const inFigure = all.map((blocks) => blocks.filter(counts).length);
      const outside = Array.from({ length: n }, (_, i) => i)
        .filter((i) => root(i) === i)
        .map((i) => Array.from({ length: n }, (_, j) => j).filter((j) => root(j) === i))
        .filter((block) => !tangles.some(({ nodes }) => nodes.some((node) => node[0] === block[0])))
        .filter(counts).length;
      const sums = tangles.map((tangle) =>
        fewestAndMost(tangle, (set) =>
          counts(
            tangle.nodes
              .filter((_, i) => set & (1 << i))
              .flat()
              .sort((a, b) => a - b),
          ),
        ),
      );
      expect(outside + sums.reduce((sum, { fewest }) => sum + fewest, 0)).toBe(
        Math.min(...inFigure),
      );
      expect(outside + sums.reduce((sum, { most }) => sum + most, 0)).toBe(Math.max(...inFigure));
    }
    expect(told).toBeGreaterThan(120);
  });

  it('are one less for an undecided pair and none for a decided one', () => {
    const pair = (same: boolean | null) => fewerAtMost(tanglesOf([{ a: 4, b: 9, same }])).fewer;
    expect([pair(null), pair(true), pair(false)]).toEqual([1, 0, 0]);
  });

  it('are not joined through two who are decided to be different', () => {
    const pairs: LinkPair[] = [
      { a: 1, b: 2, same: null },
      { a: 2, b: 3, same: null },
      { a: 1, b: 3, same: false },
    ];
    expect(fewerAtMost(tanglesOf(pairs))).toEqual({ fewer: 1, exact: true });
    expect(contradicts(pairs.map((one) => ({ ...one, same: one.same ?? true })))).toBe(true);
  });

  it('of many in one tangle are told as one child and as not exact', () => {
    const chain = Array.from({ length: mostNodes }, (_, i) => ({ a: i, b: i + 1, same: null }));
    expect(fewerAtMost(tanglesOf(chain))).toEqual({ fewer: mostNodes, exact: false });
    expect(fewerAtMost(tanglesOf(chain.slice(1))).exact).toBe(true);
  });
});
