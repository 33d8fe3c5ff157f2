import type { Comparison } from '$lib/disclosure/released';
import type { DatasetFacts } from '$lib/schema/dataset';
import type { Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { comparability } from './comparability';
import { sliceOfId } from './period';

/** Whether two periods under two definitions can be held against each other, and why. */
interface PairGate {
  /** `not known` where the files tell nothing of who reported. */
  readonly verdict: Comparison['verdict'] | 'not known';
  /** Each a clause without a full stop. */
  readonly reasons: readonly Text[];
}

/** Two periods as their rows name them; `cut` if one of them is not whole in the files. */
interface Pair {
  readonly earlier: string;
  readonly later: string;
  readonly cut: boolean;
}

/** Whether one definition is asked for, or two by which both periods can be counted (`both`) or cannot. */
type Definitions = 'one' | 'both' | 'apart';

/**
 * Any two periods of a figure, neighbours or not. Two definitions make it a comparison with caution at
 * best, and none where neither of them counts both periods.
 */
export function pairGate(
  facts: DatasetFacts,
  { needs, population }: Pick<Indicator, 'needs' | 'population'>,
  { earlier, later, cut }: Pair,
  definitions: Definitions,
): PairGate {
  const whole = [earlier, later].flatMap((id) => sliceOfId(id) ?? []);
  const slices = cut ? whole.map((slice) => ({ ...slice, incomplete: true as const })) : whole;
  const told = population !== 'programmes' && population !== 'files';
  const tables = [...new Set(needs.map((path) => path.split('.')[0] ?? path))];
  const [found] = (told || cut) && slices.length === 2 ? comparability(facts, tables, slices) : [];
  const periods: PairGate = found ?? { verdict: 'not known', reasons: [nothingTold] };
  if (definitions === 'one' || isApart(periods)) return periods;
  if (definitions === 'apart')
    return { verdict: 'not comparable', reasons: [noCommon, ...periods.reasons] };
  const others = periods.verdict === 'comparable' ? [] : periods.reasons;
  return { verdict: 'with caution', reasons: [twoDefinitions, ...others] };
}

/** Whether no change may be made of the two. */
export const isApart = ({ verdict }: PairGate): boolean => verdict === 'not comparable';

const nothingTold: Text = {
  en: 'the files do not say who reported in both',
  nb: 'filene sier ikke hvem som rapporterte i begge',
};
const twoDefinitions: Text = {
  en: 'the definition is not the same; both periods are counted by either of them below',
  nb: 'definisjonen er ikke den samme; begge periodene er talt etter hver av dem nedenfor',
};
const noCommon: Text = {
  en: 'the definition is not the same, and no figure tells how much of the change that is',
  nb: 'definisjonen er ikke den samme, og ingen tall sier hvor mye av endringen det utgjør',
};
