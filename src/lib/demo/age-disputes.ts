import { DAY } from './calendar';
import type { Weighted } from './draw';
import { daily, type Story } from './story';

const doubters: Weighted<string> = [
  ['immigration_asylum', 44], ['police', 24], ['border_guard', 10], ['child_protection', 10],
  ['reception_centre', 6], ['unknown', 3], ['', 3],
]; // prettier-ignore
const methods: Weighted<string> = [
  ['documents', 26], ['holistic', 30], ['medical', 18], ['appearance', 14], ['court', 2],
  ['none', 3], ['unknown', 4], ['', 3],
]; // prettier-ignore

/**
 * Disputes about age. Planted: children treated as adults or both ways meanwhile, treatment unknown,
 * disputes still unresolved, a second dispute, persons found to be adult, and doubt in the file
 * without a dispute (rule X09).
 */
export function tellAgeDisputes(story: Story): void {
  const { draw, child, files, traits } = story;
  const grown = child.age > 17;
  if (child.rare || child.age < 13 || !(grown ? draw.chance(0.6) : traits.age_in_doubt === 'yes'))
    return;
  if (!grown && draw.chance(0.25)) return;
  let raised = files[0].detected + draw.spread([0, 1, 6, 30, 150]) * DAY;
  for (let count = draw.chance(0.06) ? 2 : 1; count > 0 && raised <= story.end; count--) {
    const drawn = raised + draw.spread([3, 20, 50, 120, 420]) * DAY;
    const resolved = drawn > story.end ? null : drawn;
    story.write('age_disputes', {
      dispute_key: story.nextKey('g'),
      case_key: files[0].key,
      raised_by: draw.weighted(doubters),
      raised_at: daily(story, raised),
      treated_meanwhile_as: draw.weighted([['child', 56], ['adult', 22], ['mixed', 10], ['unknown', 8], ['', 4]]), // prettier-ignore
      method: draw.weighted(methods),
      resolved_at: daily(story, resolved),
      outcome:
        resolved === null
          ? 'unresolved'
          : draw.weighted(grown
              ? [['adult', 90], ['withdrawn', 10]]
              : [['child', 84], ['adult', 6], ['withdrawn', 10]]), // prettier-ignore
    });
    if (resolved === null) return;
    raised = resolved + draw.spread([5, 60, 300]) * DAY;
  }
}
