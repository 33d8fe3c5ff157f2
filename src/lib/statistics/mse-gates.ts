import { mseChapman } from './mse-chapman';
import { overlaps, repeated, size, type MseTable } from './mse-table';
import type { Status } from './status';

/** Why an estimate of hidden victims is not shown. */
export type GateReason =
  | 'fewer_than_two_lists'
  | 'nobody_on_two_lists'
  | 'fewer_than_50_persons'
  | 'fewer_than_10_on_two_lists'
  | 'fewer_than_11_on_two_lists'
  | 'a_list_with_fewer_than_5_persons';

export interface Gates {
  readonly status: Status;
  readonly reasons: readonly GateReason[];
}

/** The sentence prints how many persons the lists share: never fewer than the disclosure threshold. */
const fewestShown = 11;

/**
 * Whether the data may carry an estimate at all. `not_estimable` without overlap, `too_few` when
 * it would rest on a handful of children: merge lists first. Source: project contract, 7.4.
 */
export function mseGates(table: MseTable): Gates {
  if (size(table.active) < 2) return { status: 'not_estimable', reasons: ['fewer_than_two_lists'] };
  if (repeated(table) === 0) return { status: 'not_estimable', reasons: ['nobody_on_two_lists'] };
  const on = overlaps(table.counts);
  const smallList = Array.from({ length: table.lists }, (_, list) => 1 << list).some(
    (bit) => table.active & bit && on[bit]! < 5,
  );
  const shared = repeated(table);
  const reasons: GateReason[] = [
    ...(table.observed < 50 ? (['fewer_than_50_persons'] as const) : []),
    ...(shared < 10
      ? (['fewer_than_10_on_two_lists'] as const)
      : shared < fewestShown
        ? (['fewer_than_11_on_two_lists'] as const)
        : []),
    ...(smallList ? (['a_list_with_fewer_than_5_persons'] as const) : []),
  ];
  return { status: reasons.length > 0 ? 'too_few' : 'ok', reasons };
}

/** Two lists: Chapman's total, and Chao's lower bound f₁² / (4 f₂) of the hidden persons. */
export function twoListTable(table: MseTable, conf: number) {
  const on = overlaps(table.counts);
  const [a, b] = Array.from({ length: table.lists }, (_, list) => 1 << list).filter(
    (bit) => table.active & bit,
  );
  const [n1, n2, m] = [on[a ?? 0]!, on[b ?? 0]!, on[(a ?? 0) | (b ?? 0)]!];
  const once = n1 + n2 - 2 * m;
  return {
    chapman: mseChapman({ n1, n2, m, conf }),
    lowerBound: m > 0 ? n1 + n2 - m + (once * once) / (4 * m) : null,
  };
}
