import type { Status } from '$lib/disclosure/released';

/** A percentage needs ten children under it (stats.md section 6, gate 2); the counts stay visible. */
export const shareStatus = (denominator: number, status: string): Status =>
  denominator > 0 && denominator < 10 ? 'too_few' : (status as Status);

/** `unstable` under 30 children or under 10 with the trait (indicators 0.8). */
export const shareMarks = (numerator: number, denominator: number): readonly string[] =>
  denominator < 30 || numerator < 10 ? ['unstable'] : [];

/** More than 30 % unknown hides the point estimate (ruling M13). */
export const mostlyUnknown = (unknown: number, known: number): boolean =>
  unknown > 0.3 * (known + unknown);
