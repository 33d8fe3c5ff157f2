import { run } from '$lib/statistics/methods';
import type { Services } from '$lib/statistics/method';
import { differences, type Tolerance } from './expect-close';

/** A file of reference cases, as JSON. */
export interface ReferenceCases {
  readonly cases: readonly ReferenceCase[];
}

/** One input of the contract with the output it must give. */
export interface ReferenceCase {
  readonly id: string;
  readonly method: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
}

/** Runs a case, wherever this runs, and answers every place where the output is not as expected. */
export const deviations = async (
  { method, input, expected, tolerance }: ReferenceCase,
  services: Services = {},
): Promise<string[]> => differences(await run(method, input, services), expected, tolerance);
