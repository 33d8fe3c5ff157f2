import type { Case } from './capacity';
import { inverse, prime } from './prime-field';

/** A row whose first number is 1, by the places of its numbers. */
interface Row {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

function reduce(line: Float64Array, { places, values }: Row): void {
  const times = prime - line[places[0]!]!;
  for (let k = 0; k < places.length; k++) {
    const at = places[k]!;
    line[at] = (line[at]! + times * values[k]!) % prime;
  }
}

function rowOf(line: Float64Array): Row | undefined {
  const places: number[] = [];
  for (let at = 0; at < line.length; at++) if (line[at] !== 0) places.push(at);
  if (places.length === 0) return undefined;
  const times = inverse(line[places[0]!]!);
  return { places, values: places.map((at) => (line[at]! * times) % prime) };
}

/** Whether a line is a multiple of a row, so that the row would give it away. */
function isTold(line: Float64Array, { places, values }: Row): boolean {
  const times = line[places[0]!]!;
  if (times === 0 || places.some((at, k) => line[at] !== (times * values[k]!) % prime))
    return false;
  return line.reduce((count, each) => (each === 0 ? count : count + 1), 0) === places.length;
}

/**
 * A pattern to start from: cells are shown from the largest on, as long as no sensitive one is a sum of
 * shown ones, by elimination over a prime field and so without rounding (Langsrud 2024). It hides
 * exact figures only; bounds and what ties linked tables are left to the repair.
 */
export function eliminate(given: Case, sensitive: Uint8Array): Uint8Array {
  const { cells, regions } = given.system;
  const lineOf = (cell: number) => {
    const line = new Float64Array(regions.length);
    for (const at of cells[cell]!.regions) line[at] = 1;
    return line;
  };
  const secrets = cells.flatMap(({ value }, cell) =>
    sensitive[cell] && value > 0 ? [lineOf(cell)] : [],
  );
  const shown = new Map<number, Row>();
  const withheld = sensitive.slice();
  const order = cells
    .map((_, cell) => cell)
    .filter((cell) => !sensitive[cell])
    .sort(
      (a, b) =>
        given.selectable[a]! - given.selectable[b]! || cells[b]!.value - cells[a]!.value || a - b,
    );
  for (const cell of order) {
    const line = lineOf(cell);
    for (let at = 0; at < line.length; at++) {
      const known = line[at] === 0 ? undefined : shown.get(at);
      if (known) reduce(line, known);
    }
    const row = rowOf(line);
    if (!row) continue;
    if (given.selectable[cell] && secrets.some((secret) => isTold(secret, row))) {
      withheld[cell] = 1;
      continue;
    }
    const [first] = row.places;
    shown.set(first!, row);
    for (const secret of secrets) if (secret[first!] !== 0) reduce(secret, row);
  }
  return withheld;
}
