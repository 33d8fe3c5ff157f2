/** Sums of one group: the keys that have a cell, rising, and each number added up, in the same order. */
export interface KeySums {
  /** Codes of the group, in the order of the columns asked for. */
  readonly codes: readonly (string | null)[];
  readonly keys: Int32Array;
  readonly numbers: Readonly<Record<string, Float64Array>>;
}

/** Several groups of keys added up into one, its keys rising. */
export function addedKeySums(
  parts: readonly KeySums[],
  keys: number,
  codes: KeySums['codes'],
): KeySums {
  const [only] = parts;
  if (only && parts.length === 1) return { ...only, codes };
  const met = new Uint8Array(keys);
  for (const part of parts) for (let i = 0; i < part.keys.length; i++) met[part.keys[i]!] = 1;
  let length = 0;
  for (let key = 0; key < keys; key++) length += met[key]!;
  const all = new Int32Array(length);
  for (let key = 0, at = 0; key < keys; key++) if (met[key]) all[at++] = key;
  const numbers = Object.keys(only?.numbers ?? {}).map((count) => {
    const sums = new Float64Array(keys);
    for (const part of parts) {
      const own = part.numbers[count]!;
      for (let i = 0; i < own.length; i++) sums[part.keys[i]!]! += own[i]!;
    }
    const values = new Float64Array(length);
    for (let at = 0; at < length; at++) values[at] = sums[all[at]!]!;
    return [count, values] as const;
  });
  return { codes, keys: all, numbers: Object.fromEntries(numbers) };
}
