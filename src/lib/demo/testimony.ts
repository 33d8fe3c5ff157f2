import { DAY } from './calendar';
import type { Weighted } from './draw';
import type { Court } from './proceedings';
import { daily, type Story, yesNo } from './story';

const kinds: Weighted<string> = [
  ['police', 38], ['investigative_recorded', 22], ['court', 9], ['prosecutor', 5],
  ['confrontation', 2], ['identification_parade', 1], ['identification_interview', 9],
  ['asylum', 8], ['social', 4], ['forensic_exam', 2],
]; // prettier-ignore

/**
 * Statements of the child; planted: children heard again and again, events without a date, and one
 * event written down by two bodies.
 * @returns the proceeding that the statements name, null when they name none
 */
export function tellTestimony(story: Story): Court | null {
  const { draw, child, files } = story;
  if (child.age < 4 || !draw.chance(story.registered ? 0.4 : 0.12)) return null;
  const proceeding = story.nextKey('q');
  let at = files[0].detected;
  let heard: number | null = null;
  let named = false;
  for (let count = draw.spread([1, 1, 2, 3, 5, 9]); count > 0; count--) {
    at += draw.spread([0, 5, 25, 90, 260]) * DAY;
    if (at > story.end) break;
    const type = draw.weighted(kinds);
    const held = draw.chance(0.05) ? draw.pick(['', 'unknown']) : daily(story, at);
    heard ??= at;
    const write = (caseKey: string) => {
      const eventKey = story.nextKey('t');
      const names = draw.chance(0.6);
      named ||= names;
      story.write('testimony', {
        event_key: eventKey,
        case_key: caseKey,
        proceeding_key: names ? proceeding : '',
        event_type: type,
        held_at: held,
        support_person_present: yesNo(draw, 46, 36),
        interpreter_present: child.citizenshipGroup === 'national' ? 'na' : yesNo(draw, 64, 16),
        child_friendly_setting: yesNo(draw, type === 'investigative_recorded' ? 72 : 18, 40),
        recorded_or_remote: yesNo(draw, type === 'investigative_recorded' ? 85 : 16, 50),
        accused_present: yesNo(draw, type === 'court' || type === 'confrontation' ? 24 : 3, 70),
        same_interviewer: yesNo(draw, 38, 40),
      });
    };
    write(files[0].key);
    const other = files[1];
    if (other && other.closureReason !== 'duplicate' && draw.chance(0.08)) write(other.key);
  }
  return named && heard !== null ? { key: proceeding, heard } : null;
}
