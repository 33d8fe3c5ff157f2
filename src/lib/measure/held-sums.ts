/** What is held in memory of relations, by what says what they rest on. */
const held = new WeakMap<object, { clear(): void }>();

/** Says that something is held of relations. */
export function holdSums(prepared: object, sums: { clear(): void }): void {
  held.set(prepared, sums);
}

/** Drops what is held of relations that were built anew, whoever still points to it. */
export function dropSums(prepared: object): void {
  held.get(prepared)?.clear();
}
