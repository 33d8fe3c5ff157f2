import type { Indicator } from '$lib/schema/indicator';
import { funding } from './funding';
import { identification } from './identification';
import { liberty } from './liberty';
import { missing } from './missing';
import { referral } from './referral';

/** Every indicator, in the order of a child's path. Adding one changes its group's file alone. */
export const catalogue: readonly Indicator[] = [
  ...identification,
  ...referral,
  ...liberty,
  ...missing,
  ...funding,
];

/** The definition with that id, or null. */
export const indicatorOf = (id: string): Indicator | null =>
  catalogue.find((indicator) => indicator.id === id) ?? null;
