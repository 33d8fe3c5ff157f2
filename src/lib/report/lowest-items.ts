import type { ReleasedRow } from '$lib/disclosure/released';
import type { Picked } from './pick-rows';

/** The rows of a profile with the lowest score of a period, in the order of the rows. */
export function lowestItems(
  { groups, at }: Picked,
  measure: string,
  period: string,
): { readonly score: number; readonly of: number; readonly rows: readonly ReleasedRow[] } | null {
  const scored = groups.flatMap((group) => {
    const row = at(measure, period, group);
    return row?.value.is === 'value' && Object.keys(group).length > 0
      ? [{ row, score: row.value.value }]
      : [];
  });
  if (scored.length === 0) return null;
  const score = Math.min(...scored.map((one) => one.score));
  const rows = scored.filter((one) => one.score === score).map(({ row }) => row);
  return { score, of: scored.length, rows };
}
