import { childrenOf } from '$lib/disclosure/kept-numbers';
import type { Released } from '$lib/disclosure/released';
import { isBreakdown, isRowBreakdown } from '$lib/schema/breakdowns';
import type { Indicator } from '$lib/schema/indicator';

/** Of one breakdown, which share of the children a reader finds in a group that is shown. */
export interface ChildrenTold {
  readonly columns: readonly string[];
  /** 0–1, of the children in the totals that are shown. */
  readonly share: number;
}

/**
 * The share of children in shown groups, a breakdown each. Both sides are sums of cells that are shown,
 * in periods whose total is shown, so that the share says nothing that they do not; a breakdown without
 * such a total has none. Columns of which a child may have several codes have none either.
 */
export function childrenTold(
  { rows }: Pick<Released, 'rows'>,
  { unit }: Pick<Indicator, 'unit'>,
): ChildrenTold[] {
  if (unit !== 'child') return [];
  const of = rows.filter(({ measure }) => measure === rows[0]?.measure);
  const totals = new Map<string, number>();
  for (const row of of) {
    const children = Object.keys(row.by).length === 0 ? childrenOf(row) : null;
    if (children !== null) totals.set(row.period, children);
  }
  const whole = [...totals.values()].reduce((sum, one) => sum + one, 0);
  const names = new Set(of.map(({ by }) => Object.keys(by).join()).filter(Boolean));
  return [...names].flatMap((name) => {
    const columns = name.split(',');
    if (!columns.every((one) => isBreakdown(one) && !isRowBreakdown(one))) return [];
    const groups = of.filter(
      ({ by, period, value }) =>
        Object.keys(by).join() === name && totals.has(period) && value.is === 'value',
    );
    const counts = groups.map(childrenOf);
    if (whole === 0 || counts.includes(null)) return [];
    const part = counts.reduce((sum: number, one) => sum + (one ?? 0), 0);
    return part > whole ? [] : [{ columns, share: part / whole }];
  });
}
