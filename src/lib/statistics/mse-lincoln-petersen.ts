import { twoLists, type TwoListsInput } from './mse-chapman';
import type { Status } from './status';

/**
 * Total from two lists, n1 × n2 / m: for comparison with older publications only. `infinite`
 * without a shared person. Source: Petersen (1896); Lincoln (1930).
 */
export function mseLincolnPetersen(input: TwoListsInput): {
  readonly estimate: number | null;
  readonly status: Status;
} {
  const { n1, n2, m } = input;
  if (!twoLists(input)) return { estimate: null, status: 'invalid' };
  if (n1 === 0 || n2 === 0) return { estimate: null, status: 'not_estimable' };
  if (m === 0) return { estimate: null, status: 'infinite' };
  return { estimate: (n1 * n2) / m, status: 'ok' };
}
