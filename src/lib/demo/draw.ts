import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A value and how often it comes, in any unit. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/**
 * Random draws that are the same in every engine: integers of xoroshiro128+ and plain arithmetic,
 * nothing whose last digit an engine may choose.
 */
export class Draw {
  readonly #generator;
  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
    for (let i = 0; i < 20; i++) this.#generator.next();
  }
  /** A number from 0 up to, not including, 1. */
  share(): number {
    return (this.#generator.next() >>> 0) / 4294967296;
  }
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1));
  }
  chance(probability: number): boolean {
    return this.share() < probability;
  }
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[Math.floor(this.share() * items.length)] ?? items[0];
  }
  /** One value of a table of weights. */
  weighted<T>(table: Weighted<T>): T {
    let left = this.share() * table.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of table) if ((left -= weight) < 0) return value;
    const last = table.at(-1);
    if (!last) throw new Error('nothing to draw from');
    return last[0];
  }
  /** A whole number between equally likely quantiles: `spread([0, 10, 100])` is below 10 half the time. */
  spread(quantiles: readonly number[]): number {
    const position = this.share() * (quantiles.length - 1);
    const index = Math.floor(position);
    const from = quantiles[index] ?? 0;
    return Math.floor(from + ((quantiles[index + 1] ?? from) - from) * (position - index));
  }
  /** Up to `most` different items, at least one. */
  some<T>(items: readonly [T, ...T[]], most: number): T[] {
    const count = this.between(1, most);
    const chosen = new Set<T>();
    for (let i = 0; i < count; i++) chosen.add(this.pick(items));
    return [...chosen];
  }
}
