import type { KeySums } from './child-cells';

/** Several groups of keys added up into one, its keys rising. */
export function addedKeySums(
  parts: readonly KeySums[],
  keys: number,
  codes: KeySums['codes'],
): KeySums {
  const [only] = parts;
  if (only && parts.length === 1) return { ...only, codes };
  const met = new Uint8Array(keys);
  for (const part of parts) for (const key of part.keys) met[key] = 1;
  const all: number[] = [];
  for (let key = 0; key < keys; key++) if (met[key]) all.push(key);
  const numbers = Object.entries(only?.numbers ?? {}).map(([count]) => {
    const sums = new Float64Array(keys);
    for (const part of parts) {
      const own = part.numbers[count]!;
      for (let i = 0; i < own.length; i++) sums[part.keys[i]!]! += own[i]!;
    }
    return [count, all.map((key) => sums[key]!)] as const;
  });
  return { codes, keys: all, numbers: Object.fromEntries(numbers) };
}
