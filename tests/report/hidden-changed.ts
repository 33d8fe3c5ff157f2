import type { Draft, DraftRow, DraftStep } from '$lib/disclosure/draft';
import type { Released } from '$lib/disclosure/released';
import { sequence } from '../disclosure/attacker';

const statuses = ['ok', 'undefined', 'too_few', 'not_reached', 'constant'] as const;
const reasons = ['no rows', 'not recorded', 'beyond follow-up', undefined] as const;

/**
 * The draft of a figure as it would be if every number that came out withheld were another one, of any size,
 * status and mark, under the same pattern. What `released` shows stays.
 */
export function hiddenChanged(draft: Draft, released: Released, seed: number): Draft {
  const draw = sequence(seed);
  const number = () => [0, 1, 3, 7, 29, 0.37, 6007, 9e5][Math.floor(draw() * 8)]!;
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const row = (own: DraftRow, at: number): DraftRow => {
    const seen = released.rows[at]!;
    if (seen.value.is === 'withheld')
      return {
        ...own,
        value: draw() < 0.2 ? null : number(),
        low: number(),
        high: number(),
        numerator: number(),
        denominator: number(),
        n: number(),
        unknown: number(),
        status: one(statuses),
        missing: one(reasons),
        marks: [
          ...(own.marks ?? []).filter((mark) => mark !== 'unstable'),
          ...(draw() < 0.5 ? ['unstable'] : []),
        ],
        withhold: true,
      };
    // A value alone is shown: its interval and its counts are not, however large they are.
    if (own.show === 'value only') {
      const large = () => draft.threshold + number();
      const parts = { numerator: large(), denominator: large(), n: large(), unknown: large() };
      return { ...own, ...parts, low: number(), high: number() };
    }
    return own;
  };
  const step = (own: DraftStep, at: number): DraftStep =>
    released.steps[at]!.count.is === 'withheld' ? { ...own, count: number(), withhold: true } : own;
  return { ...draft, rows: draft.rows.map(row), steps: draft.steps.map(step) };
}
