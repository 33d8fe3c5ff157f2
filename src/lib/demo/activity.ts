import { keyOf } from './case-file';
import type { Draw } from './draw';
import { monthsOf } from './months';
import type { TableWriter } from './table-writer';

/**
 * Outreach, drop-in and hotline by month. Planted: boys not counted for one year, a month closed (no
 * hours, no contacts), calls nobody answered, and contacts that are not children.
 */
export function writeActivity(writer: TableWriter, draw: Draw): void {
  let count = 0;
  for (const month of monthsOf(2021, 2025))
    for (const [programme, type, hours] of [
      ['programme-4', 'street', 96],
      ['programme-4', 'drop_in', 60],
      ['programme-8', 'call', 360],
    ] as const) {
      const closed = type === 'drop_in' && month === '2022-08';
      const contacts = closed ? 0 : draw.between(hours / 3, hours);
      const children = Math.floor(contacts / 3);
      const fresh = draw.between(0, Math.floor(children / 3));
      const calls = type === 'call' ? contacts + draw.between(10, 90) : null;
      writer.add({
        activity_key: keyOf('y', count++),
        programme_key: programme,
        month,
        activity_type: type,
        contacts,
        children: type === 'call' ? 'unknown' : children,
        new_children: fresh,
        boys:
          month.startsWith('2021') || type === 'call' ? 'not_asked' : draw.between(0, Math.floor(children / 3)), // prettier-ignore
        referred: draw.between(0, Math.ceil(fresh / 2)),
        calls_offered: calls ?? 'na',
        calls_answered: calls === null ? 'na' : contacts,
        hours_open: closed ? 0 : hours + draw.between(-4, 4),
      });
    }
}

/**
 * What children say, by half-year. Planted: channels nobody uses (no complaint is not no problem),
 * items left unanswered, breaches never investigated, and a survey that under half of them answered.
 */
export function writeFeedback(writer: TableWriter, draw: Draw): void {
  let count = 0;
  for (const month of monthsOf(2021, 2025).filter((one) => /-(06|12)$/.test(one)))
    for (const [programme, channel, least, most] of [
      ['programme-1', 'box', 2, 14],
      ['programme-1', 'survey', 9, 16],
      ['programme-2', 'complaint', 0, 0],
      ['programme-3', 'council', 1, 8],
      ['programme-7', 'exit_interview', 0, 6],
    ] as const) {
      const received = draw.between(least, most);
      const survey = channel === 'survey';
      const staff = channel === 'council' ? 0 : draw.between(0, Math.floor(received / 4));
      const privacy = draw.chance(0.2) && received > staff ? 1 : 0;
      writer.add({
        feedback_key: keyOf('z', count++),
        programme_key: programme,
        month,
        channel,
        received,
        answered_30d: draw.between(0, received),
        led_to_change: draw.between(0, Math.floor(received / 3)),
        about_staff: staff,
        privacy_breach: privacy,
        investigated: staff + privacy === 0 ? 'na' : draw.between(0, staff + privacy),
        invited: survey ? 38 : 'na',
        respondents: survey ? received : 'na',
        satisfied: survey ? draw.between(4, received) : 'na',
      });
    }
}
