/** What a change is made of, in the order in which one state is turned into the other. */
export type Order = 'definition' | 'period';

/** Figures of two periods under two definitions, as whole steps (`figure-steps.ts`); null where there is none. */
export interface FourCells {
  /** The earlier period by the first definition in the import before; null without one that holds it. */
  readonly before: number | null;
  readonly earlier: { readonly first: number | null; readonly second: number | null };
  readonly later: { readonly first: number | null; readonly second: number | null };
}

/** A change and its parts, in the same whole steps. `to - from` is `total`, and so is the sum of the parts. */
export interface ChangeParts {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Other data for the same period and definition; null where no import before holds the period. */
  readonly revision: number | null;
  /** Another definition of the same rows; null where both definitions are one. */
  readonly definition: number | null;
  /** What is left: the same definition, another period. */
  readonly recorded: number;
}

/**
 * Splits the change from the earlier period by the first definition to the later one by the second.
 * The definition is changed on the earlier period, or on the later one (`period`); where it also
 * changes what is recorded between the two, the orders give other parts with the same sum. Null where
 * a figure that the order needs is not there. Throws on anything but whole steps: only they add up exactly.
 */
export function changeParts(
  { before, earlier, later }: FourCells,
  order: Order,
  oneDefinition: boolean,
): ChangeParts | null {
  const to = oneDefinition ? later.first : later.second;
  const turn = oneDefinition || order === 'period' ? later.first : earlier.second;
  if (earlier.first === null || to === null || turn === null) return null;
  for (const one of [before, earlier.first, turn, to])
    if (one !== null && !Number.isSafeInteger(one)) throw new Error('a figure is not whole steps');
  const definition = order === 'period' ? to - turn : turn - earlier.first;
  const recorded = order === 'period' ? turn - earlier.first : to - turn;
  return {
    from: before ?? earlier.first,
    to,
    total: to - (before ?? earlier.first),
    revision: before === null ? null : earlier.first - before,
    definition: oneDefinition ? null : definition,
    recorded: oneDefinition ? to - earlier.first : recorded,
  };
}
