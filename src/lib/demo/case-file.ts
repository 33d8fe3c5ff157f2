import { clockText, DAY, dateText, HOUR, monthText } from './calendar';
import type { Child } from './child';
import { CUT, FIRST, LAST } from './child';
import type { Draw } from './draw';
import type { Organisation } from './organisations';
import { firstBodies, laterBodies } from './organisations';

/** A file one body keeps about a child. */
export interface CaseFile {
  readonly key: string;
  readonly body: Organisation;
  readonly detected: number;
  readonly status: string;
  /** Presumed or identified. */
  readonly registered: boolean;
  readonly closed: number | null;
  readonly closureReason: string;
  /** Last moment at which the child's situation is known to this body. */
  readonly end: number;
}

/** Makes every key of the demo: the counter, scattered one to one over eight digits. */
export const keyOf = (letter: string, counter: number): string =>
  letter + (Math.imul(counter + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');

/** Writes a moment as the source knew it: to the minute, or to the day. */
export function writeMoment(draw: Draw, child: Child, moment: number): string {
  return child.dayOnly || draw.chance(0.05) ? dateText(moment) : clockText(moment);
}

/** Draws the files of a child: one body, often two, seldom three, and now and then a duplicate. */
export function drawFiles(draw: Draw, child: Child, nextKey: () => string): CaseFile[] {
  const bodies = firstBodies[child.citizenshipGroup === 'national' ? 'home' : 'abroad'];
  const count = child.rare ? 1 : draw.weighted([[1, 70], [2, 24], [3, 6]]); // prettier-ignore
  const files = [
    drawFile(draw, child, draw.weighted(bodies), child.detected, nextKey(), count === 1),
  ];
  while (files.length < count) {
    const last = files.at(-1)?.detected ?? child.detected;
    const detected = last + draw.spread([3, 20, 48, 160, 700, 2600, 6000]) * HOUR;
    const body = draw.weighted(laterBodies);
    if (detected >= CUT - 30 * DAY || files.some((file) => file.body === body)) break;
    files.push(drawFile(draw, child, body, detected, nextKey(), false));
  }
  const first = files[0];
  if (first && !child.rare && draw.chance(0.016)) {
    const detected = Math.min(first.detected + draw.between(1, 30) * DAY, CUT - DAY);
    const closed = Math.min(detected + draw.between(2, 60) * DAY, CUT);
    files.push({
      ...first,
      key: nextKey(),
      detected,
      closed,
      closureReason: 'duplicate',
      end: closed,
    });
  }
  return files;
}

function drawFile(
  draw: Draw,
  child: Child,
  body: Organisation,
  detected: number,
  key: string,
  alone: boolean,
): CaseFile {
  const later = (child.detected - FIRST) / (LAST - FIRST); // the share identified rises
  const status = child.rare ? 'identified' : draw.weighted([
    ['possible', 20], ['presumed', 32], ['identified', 30 + later * 10], ['rejected', 5],
    ['withdrawn', 2], ['not_assessed', 3],
  ]); // prettier-ignore
  const registered = status === 'presumed' || status === 'identified';
  const planned = detected + draw.spread([20, 90, 180, 300, 430, 600, 900, 1500]) * DAY;
  let reason = draw.weighted([
    ['goals_met', 34], ['transferred', 11], ['returned', 8], ['turned_18', 7], ['left', 7],
    ['missing', 6], ['contact_lost', 7], ['declined', 5], ['not_victim', registered ? 0 : 12],
    ['funding_ended', 3], ['deceased', alone ? 0.9 : 0], ['other', 4], ['', 2],
  ]); // prettier-ignore
  let closed: number | null = planned;
  if (reason === 'turned_18') {
    if (child.adult > detected && child.adult < CUT) closed = child.adult;
    else reason = 'goals_met';
  }
  if (closed >= CUT) [closed, reason] = [null, 'na'];
  const weeks = Math.floor((CUT - detected) / (7 * DAY));
  const after = closed !== null && draw.chance(0.12) ? draw.between(5, 90) * DAY : 0;
  const final = ['returned', 'deceased', 'contact_lost', 'transferred'].includes(reason);
  const end =
    closed === null
      ? Math.max(detected, detected + weeks * 7 * DAY)
      : Math.min(final ? closed : closed + after, CUT);
  return { key, body, detected, status, registered, closed, closureReason: reason, end };
}

/** Columns of a file that say when it opened and closed. */
export function fileDates(draw: Draw, child: Child, file: CaseFile) {
  return {
    index_month: monthText(file.detected),
    detected_at: child.dayOnly ? dateText(file.detected) : clockText(file.detected),
    registered_at: draw.chance(0.9)
      ? dateText(file.detected + draw.spread([0, 0, 1, 4, 20]) * DAY)
      : undefined,
    case_open: file.closed === null ? 'yes' : 'no',
    closed_at: file.closed === null ? undefined : dateText(file.closed),
    closure_reason: file.closureReason,
    followup_end_at: draw.chance(0.02) ? undefined : dateText(file.end),
  };
}
