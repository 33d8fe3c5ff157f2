/** What a second table changes in each part of the system; nothing else than that moves. */
export function pieces(change: Float64Array, partOf: Int32Array): Map<number, Float64Array> {
  const found = new Map<number, Float64Array>();
  change.forEach((value, at) => {
    if (value === 0) return;
    const part = partOf[at]!;
    const piece = found.get(part) ?? new Float64Array(change.length);
    piece[at] = value;
    found.set(part, piece);
  });
  return found;
}

/** Adds second tables of different parts up, so that one table stands for one of each part. */
export function pack(changes: readonly Float64Array[], partOf: Int32Array): Float64Array[] {
  const packed: { readonly sum: Float64Array; readonly taken: Set<number> }[] = [];
  for (const change of changes) {
    const own = [...pieces(change, partOf).keys()];
    const into = packed.find(({ taken }) => own.every((part) => !taken.has(part)));
    if (!into) {
      packed.push({ sum: change.slice(), taken: new Set(own) });
      continue;
    }
    change.forEach((value, at) => {
      into.sum[at] = into.sum[at]! + value;
    });
    for (const part of own) into.taken.add(part);
  }
  return packed.map(({ sum }) => sum);
}
