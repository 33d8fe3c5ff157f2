import { controlled } from './controlled';
import type { SolverSource } from './solver';
import type { System, SystemCell } from './system';
import { TableError } from './table';
import type { Rounding, Table } from './table';

/** FNV-1a with a final mix, as a number from 0 up to 1: the same text always draws the same. */
function drawOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

const nearest = (value: number, base: number): number => Math.floor(value / base + 0.5) * base;

/** The figure of one cell: to the nearest multiple (halves up), or at random without bias. */
export function roundedValue(rounding: Rounding, cell: SystemCell): number {
  const { base, method, secret = '' } = rounding;
  const { value } = cell;
  if (method !== 'random') return nearest(value, base);
  const low = Math.floor(value / base) * base;
  const name = cell.names[0]!;
  const draw = drawOf(JSON.stringify([secret, name.table, name.key, value]));
  return draw < (value - low) / base ? low + base : low;
}

/**
 * What is printed of every cell (of a withheld one nothing may be printed), and the rounding with
 * the further steps that additivity took. A function of the shown figures and the pattern alone, so
 * that it tells no more than they do. Refuses a table that cannot be rounded and stay additive.
 */
export async function printedOf(
  rounding: Rounding,
  system: System,
  withheld: Uint8Array,
  source?: SolverSource,
): Promise<{ rounding: Rounding; printed: Float64Array }> {
  if (rounding.method === 'controlled') {
    const { printed, steps } = await controlled(rounding.base, system, withheld, source);
    return { rounding: { ...rounding, steps }, printed };
  }
  const printed = Float64Array.from(system.cells, (cell) => roundedValue(rounding, cell));
  return { rounding, printed };
}

/**
 * How far the true figure of a shown, rounded cell may lie below and above the true one. Where
 * `rule` figures below k are known to be withheld, a shown one is 0 or at least k.
 */
export function roundingSlack(
  { base, method, steps = 0 }: Rounding,
  value: number,
  shown: number,
  threshold: number,
  rule: boolean,
): { down: number; up: number } {
  if (rule && value === 0) return { down: 0, up: 0 };
  const reach = base * (1 + steps) - 1;
  const low = method === 'nearest' ? Math.ceil(shown - base / 2) : shown - reach;
  const high = method === 'nearest' ? Math.ceil(shown + base / 2) - 1 : shown + reach;
  const least = rule ? Math.min(value, threshold) : 0;
  return { down: value - Math.max(least, low), up: high - value };
}

const BASES = [3, 5, 10];
const firstHalfBase = (base: number): number => Math.ceil(1.5 * base);
const leaks = (threshold: number, base: number): boolean =>
  threshold > base && threshold < firstHalfBase(base);

/**
 * Refuses "hide up to 5, round the rest to the nearest 5" and its like: a printed 5 could only be 6
 * or 7, so that rounding would promise what it does not give. Names combinations that fit.
 */
export function checkRounding({ rounding, threshold }: Table): void {
  if (rounding?.method !== 'nearest' || !leaks(threshold, rounding.base)) return;
  const { base } = rounding;
  const above = firstHalfBase(base);
  const left = Array.from({ length: above - threshold }, (_, at) => threshold + at);
  const other = BASES.filter((each) => each !== base && !leaks(threshold, each));
  throw new TableError(
    `Threshold ${threshold} with rounding to the nearest ${base} is refused: a printed ${base} could only be ` +
      `${left.join(' or ')}. Take threshold ${above}, or rounding to ${other.join(' or ')}.`,
  );
}
