/** How a unit is cut into whole steps: so many to one of the number, printed with so many decimals. */
interface Steps {
  readonly toOne: number;
  readonly decimals: number;
}

const counted = new Set([
  ...['children', 'persons', 'records', 'episodes', 'spells', 'needs', 'programmes', 'cells'],
]);

/** Whether figures of a unit are numbers of things, not rates, shares or durations. */
export const isCount = (unit: string): boolean => counted.has(unit);

/** Shares are steps of a tenth of a point; counts are what they are; all else has one decimal or two. */
const stepsOf = (unit: string): Steps => {
  if (unit === 'share') return { toOne: 1000, decimals: 1 };
  if (isCount(unit)) return { toOne: 1, decimals: 0 };
  const fine = unit.startsWith('per 100,000') || unit === 'events per child';
  return { toOne: fine ? 100 : 10, decimals: fine ? 2 : 1 };
};

/** A figure as whole steps of its unit, rounded as it is printed. */
export const inSteps = (value: number, unit: string): number =>
  Math.round(unit === 'share' ? value * 100 * 10 : value * stepsOf(unit).toOne) + 0;

/** Steps as the number that is printed, shares in per cent, with its decimals. */
export function fromSteps(
  steps: number,
  unit: string,
): { readonly number: number; readonly decimals: number } {
  const { toOne, decimals } = stepsOf(unit);
  return { number: (steps / toOne) * (unit === 'share' ? 100 : 1), decimals };
}
