import { inverse, prime } from './prime-field';

/** The rank over a prime field of rows of whole numbers, as it grows row by row. */
export class PrimeRank {
  readonly #width: number;
  /** Reduced rows by the place of their first number, which is 1. */
  readonly #basis = new Map<number, Float64Array>();

  constructor(width: number) {
    this.#width = width;
  }

  get rank(): number {
    return this.#basis.size;
  }

  /** Adds a row, given as places and numbers; whether the rank rose. */
  add(entries: Iterable<readonly [place: number, value: number]>): boolean {
    const row = new Float64Array(this.#width);
    for (const [place, value] of entries)
      row[place] = (((row[place]! + value) % prime) + prime) % prime;
    for (let at = 0; at < row.length; at++) {
      const value = row[at]!;
      if (value === 0) continue;
      const own = this.#basis.get(at);
      if (!own) {
        const times = inverse(value);
        for (let to = at; to < row.length; to++) row[to] = (row[to]! * times) % prime;
        this.#basis.set(at, row);
        return true;
      }
      const times = prime - value;
      for (let to = at; to < row.length; to++)
        if (own[to]! !== 0) row[to] = (row[to]! + times * own[to]!) % prime;
    }
    return false;
  }
}
