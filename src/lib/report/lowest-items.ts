import type { Indicator } from '$lib/schema/indicator';
import type { Picked } from './pick-rows';

/** Items of a profile with its lowest score. */
export interface LowestItems {
  readonly score: number;
  /** Codes of the items, in the order of the rows, and how many items have a score. */
  readonly items: readonly string[];
  readonly of: number;
}

/** The lowest score of a period; null where there is none, or more than one profile: none is compared. */
export function lowestItems(
  { groups, at }: Picked,
  { measures }: Indicator,
  period: string,
): LowestItems | null {
  const measure = measures.find(({ reads }) => reads === 'score')?.id ?? '';
  const scored = groups.flatMap((group) => {
    const { checklist_item: item, ...profile } = group;
    const value = at(measure, period, group)?.value;
    return item !== undefined && value?.is === 'value'
      ? [{ item, score: value.value, profile: JSON.stringify(profile) }]
      : [];
  });
  if (new Set(scored.map(({ profile }) => profile)).size !== 1) return null;
  const score = Math.min(...scored.map((one) => one.score));
  const items = scored.filter((one) => one.score === score).map(({ item }) => item);
  return { score, of: scored.length, items };
}
