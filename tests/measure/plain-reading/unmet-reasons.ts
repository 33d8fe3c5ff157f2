import type { Child } from './children';
import { shareRows } from './curve';
import { gatedShare, groupBy, type PlainRow } from './figure-row';
import { isMet, needsOf } from './need-rows';
import { groupOfChild, type Months } from './populations';

/**
 * Children with a need that help never began for, by every reason given; the unknown stand apart. A
 * reason that anybody of the population gave is a row of every period and group.
 */
export function unmetReasons(
  population: readonly Child[],
  cohort: readonly Child[],
  months: Months,
  breakdown: string,
): PlainRow[] {
  const withUnmet = (children: readonly Child[]) =>
    children.flatMap((child) => {
      const reasons = reasonsOf(child);
      return reasons ? [{ child, reasons }] : [];
    });
  const unmet = withUnmet(cohort);
  const all = withUnmet(population).map(({ reasons }) => reasons);
  const codes = [...new Set(all.flat())];
  return groupBy(unmet, ({ child }) => groupOfChild(child, breakdown)).flatMap(({ by, units }) => {
    const at = (code: string) => ({ period: months.id, by: { ...by, unmet_reason: code } });
    const unknown = units.filter(({ reasons }) => reasons.length === 0).length;
    const nobody: PlainRow = {
      ...at('unknown'),
      measure: 'unknown_share',
      numerator: unknown,
      denominator: units.length,
      ...gatedShare(unknown, units.length),
    };
    const shares = codes.flatMap((code) =>
      shareRows(
        at(code),
        'unmet_reason_share',
        units.map(({ reasons }) => (reasons.length === 0 ? null : reasons.includes(code))),
      ),
    );
    return all.some((reasons) => reasons.length === 0) ? [...shares, nobody] : shares;
  });
}

/** Known reasons of the unmet needs of a child; null without such a need. */
function reasonsOf(child: Child): readonly string[] | null {
  const unmet = needsOf(child).filter(
    (need) =>
      isMet(need, 'begun') === false &&
      (['not_provided', 'declined'].includes(need.status ?? '') || need.reason !== null),
  );
  if (unmet.length === 0) return null;
  return [...new Set(unmet.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
}
