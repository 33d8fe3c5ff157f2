import type { Rounding } from './table';
import type { SystemCell } from './system';

/** FNV-1a with a final mix, as a number from 0 up to 1: the same text always draws the same. */
function drawOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** The figure shown for a cell: to the nearest multiple (halves up), or at random without bias. */
export function roundedValue(rounding: Rounding, cell: SystemCell): number {
  const { base, method, secret = '' } = rounding;
  const { value } = cell;
  if (method === 'nearest') return Math.floor(value / base + 0.5) * base;
  const low = Math.floor(value / base) * base;
  const name = cell.names[0]!;
  const draw = drawOf(JSON.stringify([secret, name.table, name.key, value]));
  return draw < (value - low) / base ? low + base : low;
}

/** How far the true figure of a shown, rounded cell may lie below and above the true one. */
export function roundingSlack(
  rounding: Rounding,
  value: number,
  shown: number,
): { down: number; up: number } {
  const { base, method } = rounding;
  const low = method === 'nearest' ? Math.ceil(shown - base / 2) : shown - (base - 1);
  const high = method === 'nearest' ? Math.ceil(shown + base / 2) - 1 : shown + (base - 1);
  return { down: value - Math.max(0, low), up: high - value };
}
