import {
  codeOf,
  dayAfterMonth,
  firstDayOfMonth,
  hoursSince,
  known,
  startHour,
  type Files,
} from './cells';
import { episodesOf, offsetZero, staysOf, undatedEpisode } from './care';
import { childrenOf, type Child } from './children';
import { shareRows } from './curve';
import { groupBy, type PlainRow } from './figure-row';
import { observationEnd } from './observation';
import { groupOfChild, inPopulation, type Months } from './populations';

const hoursOfMonth = 30.4375 * 24;

/** MC-01: children who went missing from care; children, not episodes, in a flow (ruling M27). */
export function missingChildren(
  files: Files,
  months: Months,
  breakdown: string,
  types: readonly string[],
): PlainRow[] {
  const exact = codeOf(files.meta?.[0]?.date_mode).code === 'exact';
  const children = childrenOf(files)
    .filter((child) => inPopulation(child, 'P-REG') && child.isChild)
    .map((child) => ({ child, ...answerOf(child, months, types, exact) }))
    .filter(({ belongs }) => belongs)
    .map((one) => ({
      ...one,
      silent: isSilent(files, one.child, months),
    }));
  return groupBy(children, ({ child }) => groupOfChild(child, breakdown)).flatMap(
    ({ by, units }) => {
      const place = { period: months.id, by };
      const asked = units.filter(({ silent }) => !silent).map(({ answer }) => answer);
      const count = (test: boolean) => asked.filter((answer) => answer === test).length;
      return [
        ...shareRows(place, 'share', asked),
        { ...place, measure: 'count', value: count(true), status: 'ok' },
        {
          ...place,
          measure: 'not_asked_count',
          value: units.filter(({ silent }) => silent).length,
          status: 'ok',
        },
      ];
    },
  );
}

/** Whether the child belongs to the denominator of the months, and whether it went missing in them. */
function answerOf(child: Child, months: Months, types: readonly string[], exact: boolean) {
  const { t0 } = child;
  if (exact && !t0) return { belongs: false, answer: null };
  const zero = exact && t0 ? startHour(t0) : firstDayOfMonth(child.month) * 24 + hoursOfMonth / 2;
  const from = firstDayOfMonth(months.first) * 24 - zero;
  const to = dayAfterMonth(months.last) * 24 - zero;
  const end = lastHourOf(child);
  const inCare = staysOf(child).some((stay) => {
    const until = Math.min(stay.to, end);
    if (stay.from > end) return false;
    return stay.from < to && (until > from || (until === stay.from && until >= from));
  });
  const episodes = episodesOf(child, types).filter(
    ({ inCare, beforeRegistration }) => inCare || beforeRegistration,
  );
  const dated = episodes.filter(({ hour }) => hour <= end);
  const went = dated.some(({ hour }) => hour >= from && hour < to);
  const unknown = !went && undatedEpisode(child, types, false);
  return { belongs: inCare || went, answer: went ? true : unknown ? null : false };
}

/** Follow-up or 18; offsets count from T0 also where the file does not repeat it. */
function lastHourOf(child: Child): number {
  if (child.t0) return Math.min(child.observedTo ?? Infinity, child.turns18 ?? Infinity);
  const birthday = child.moment('turned_18');
  const { hours } = observationEnd(child.rows, { ...offsetZero, hour: 0 }, child.events);
  return Math.min(hours, birthday ? hoursSince(offsetZero, birthday) : Infinity);
}

/** Named in `coverage` for missing episodes in these months, and sent in none of them. */
function isSilent(files: Files, child: Child, { first, last }: Months): boolean {
  const organisations = [...new Set(child.rows.map((row) => known(row.org_key)))];
  return organisations.every((org) => {
    const rows = (files.coverage ?? []).filter(
      (row) =>
        row.org_key === org &&
        row.table_name === 'missing_episodes' &&
        (row.month ?? '') >= first &&
        (row.month ?? '') <= last,
    );
    return rows.length > 0 && rows.every((row) => known(row.submitted) !== 'yes');
  });
}
