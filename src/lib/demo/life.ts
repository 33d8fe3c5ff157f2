import { tellAgeDisputes } from './age-disputes';
import { tellAssessments } from './assessments';
import { tellAssignments } from './assignments';
import { drawFiles } from './case-file';
import { caseRow, drawTraits } from './cases';
import { tellCharges } from './charges';
import { CUT, drawChild } from './child';
import { tellDecisions } from './decisions';
import { tellDetention } from './detention';
import type { Draw } from './draw';
import { tellExploitation } from './exploitation-spells';
import { tellFollowups } from './followups';
import { tellMissing } from './missing-episodes';
import { tellPlacements } from './placements';
import { tellProceedings } from './proceedings';
import { tellReferrals } from './referrals';
import { tellResidence } from './residence';
import { tellServices } from './services';
import type { Story } from './story';
import { tellTestimony } from './testimony';

/**
 * Tells one life into the tables. Those of the minimal set share one stream of draws; each of the
 * others has its own, from `drawOf`.
 * @returns the story, null for a child nobody wrote down
 */
export function tellLife(
  draw: Draw,
  drawOf: (table: string) => Draw,
  index: number,
  grown: boolean,
  { nextKey, write }: Pick<Story, 'nextKey' | 'write'>,
): Story | null {
  const child = drawChild(draw, index, grown);
  const [first, ...others] = drawFiles(draw, child, () => nextKey('f'));
  if (!first) return null;
  const key = nextKey('c');
  const linked = others.length > 0 || child.rare || !draw.chance(0.02);
  const files = [first, ...others] as const;
  const traits = drawTraits(draw, child);
  for (const file of files) write('cases', caseRow(draw, child, traits, file, linked ? key : ''));
  const story: Story = {
    draw,
    child,
    files,
    traits,
    registered: files.some((file) => file.registered),
    end: Math.min(Math.max(...files.map((file) => file.end)), CUT),
    nextKey,
    write,
  };
  tellReferrals(story);
  tellAssignments(story);
  tellServices(story);
  const stays = tellPlacements(story);
  tellMissing(story, stays);
  tellDetention(story, stays);
  tellCharges(story);
  const court = tellTestimony(story);
  const own = (table: string): Story => ({ ...story, draw: drawOf(table) });
  tellDecisions(own('decisions'));
  tellAgeDisputes(own('age_disputes'));
  const again = tellExploitation(own('exploitation_spells'));
  tellAssessments(own('assessments'));
  tellResidence(own('residence'));
  tellProceedings(own('proceedings'), court);
  tellFollowups(own('followups'), stays, again);
  return story;
}
