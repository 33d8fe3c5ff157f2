/** The places of each number from 0 up to `most`, rising; a negative number is in no list. */
export function listsOf(
  numbers: Uint8Array | Uint16Array | Int32Array,
  most: number,
): Int32Array[] {
  const from = new Int32Array(most + 1);
  for (let at = 0; at < numbers.length; at++) if (numbers[at]! >= 0) from[numbers[at]! + 1]!++;
  for (let number = 0; number < most; number++) from[number + 1]! += from[number]!;
  const all = new Int32Array(from[most]!);
  const next = from.slice();
  for (let at = 0; at < numbers.length; at++)
    if (numbers[at]! >= 0) all[next[numbers[at]!]!++] = at;
  return Array.from({ length: most }, (_, number) => all.subarray(from[number], from[number + 1]));
}
