import type { ReleasedRow } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';

/** Columns whose codes are forms of exploitation: many, in no order that a sentence could keep. */
const forms: ReadonlySet<string> = new Set(['form', 'form_group']);

const mostForms = 3;

/** What a sentence says of the forms that it does not name. */
export const otherForms: Text = { en: 'other forms', nb: 'andre former' };

/** Whether a figure is of forms of exploitation. */
export const ofForms = ({ statistic }: Indicator): boolean =>
  statistic.kind === 'composition' && forms.has(statistic.of);

/**
 * The groups of a composition that words name, of those that are shown. Of forms of exploitation the
 * three with the largest shares; `others` says that there are more. Ages, genders and places keep the
 * order of their codes and are never put in an order of size: they are not compared with each other.
 */
export function namedGroups<Item>(
  indicator: Indicator,
  shown: readonly Item[],
  rowOf: (item: Item) => ReleasedRow,
): { readonly named: readonly Item[]; readonly others: boolean } {
  if (!ofForms(indicator)) return { named: shown, others: false };
  const size = (item: Item) => {
    const { value } = rowOf(item);
    if (value.is === 'value') return value.value;
    return value.is === 'withheld' ? (value.between?.[0] ?? 0) : 0;
  };
  const named = [...shown].sort((a, b) => size(b) - size(a)).slice(0, mostForms);
  return { named, others: shown.length > mostForms };
}
