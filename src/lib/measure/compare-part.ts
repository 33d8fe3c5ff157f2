import { breakdownLabel, codesOf } from '$lib/schema/breakdowns';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { asOf, compareRows } from './compare';
import { compareCurves } from './compare-curves';
import { compareFunnel } from './compare-funnel';
import type { Part } from './part';
import type { Request } from './request';
import type { View } from './view';

/** A view that has a reference group is split by the breakdown of that group. */
export function withReference(view: View): View {
  const { compare, by } = view;
  if (!compare || by.some((crossed) => crossed.join() === compare.column)) return view;
  return { ...view, by: [...by, [compare.column]] };
}

/**
 * A figure with the comparisons that the view asks for: every other group against the reference
 * group and, for regions, the limits of a funnel. They rest on cells that the figure cites already.
 */
export async function withComparisons(part: Part, requests: readonly Request[]): Promise<Part> {
  const [first] = requests;
  if (!first?.view.compare || !first.indicator.breakdowns.includes(first.view.compare.column))
    return part;
  const { view } = first;
  const { compare } = first.view;
  const questions = requests.map(({ indicator }) => indicator);
  const curves: Part['rows'][number][] = [];
  for (const request of requests)
    curves.push(...(await compareCurves(request, part.rows, compare)));
  const compared = (measure: string) => {
    const question = questions.find(({ measures }) => measures.some(({ id }) => id === measure));
    const found = question?.measures.find(({ id }) => id === measure);
    const as = question && found ? asOf(found, question) : null;
    return as === 'share' || as === 'rate' ? as : null;
  };
  return {
    ...part,
    rows: [
      ...part.rows,
      ...compareRows(part.rows, questions, compare, view),
      ...curves,
      ...(compare.column === 'region' ? compareFunnel(part.rows, compared, view) : []),
    ],
  };
}

/** Says which group the others are held against, and which way round; empty without a comparison. */
export function referenceNotes({ breakdowns }: Indicator, { compare }: View): readonly Text[] {
  if (!compare || !breakdowns.includes(compare.column)) return [];
  const { column, code } = compare;
  const label = codesOf(column)?.find((one) => one.code === code)?.label ?? { en: code, nb: code };
  const name = breakdownLabel(column);
  return [
    {
      en: `Differences and ratios are each group against the reference group ${label.en} (${name.en}): group minus reference, group divided by reference.`,
      nb: `Forskjeller og forholdstall er hver gruppe mot referansegruppen ${label.nb} (${name.nb}): gruppe minus referanse, gruppe delt på referanse.`,
    },
  ];
}
