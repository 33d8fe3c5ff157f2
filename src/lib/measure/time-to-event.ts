import { total, type Part, type PartRow } from './part';
import { breakdownsOf, groupsOf, type Request } from './request';
import { curveRows } from './curve-rows';
import { everRows } from './ever-rows';
import { Tally, type Parts, type TallyRow } from './tally';
import { timeRows, type TimeRow } from './time-rows';

/**
 * S-KM and S-CIF: how long until the event, counting children who still wait. Medians and quartiles
 * from Kaplan–Meier, shares by a time from Aalen–Johansen (ruling S12); optionally the share for whom
 * it ever happened. Children whose time is unknown stand beside the curve with the band they allow.
 */
export async function timeToEvent(request: Request): Promise<Part> {
  const { indicator, slices } = request;
  const horizons = [
    ...new Set(
      indicator.measures.flatMap(({ atHours }) => (atHours === undefined ? [] : [atHours])),
    ),
  ].sort((a, b) => a - b);
  const ofs = indicator.statistic.kind === 'time' ? indicator.statistic.of : [];
  const rows: PartRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    const { rows: met, query } = await timeRows(request, columns);
    queries.push(query);
    for (const of of ofs) {
      const own = met.filter((row) => row.of === of);
      const tally = new Tally({
        index: tallies.length,
        columns,
        slices,
        rows: own.map((row) => outcome(row, horizons)),
        parts: outcomeParts(
          horizons,
          own.some((row) => row.ever !== null),
        ),
        partName: `outcome ${of}`,
      });
      tallies.push(tally);
      for (const slice of slices)
        for (const by of groupsOf(
          columns,
          met.map((row) => row.by),
        )) {
          const group = own.filter(
            (row) => row.period === slice.id && columns.every((c) => row.by[c] === by[c]),
          );
          const place = { period: slice.id, by, of, first: of === ofs[0] };
          rows.push(...curveRows(request, group, tally, place, horizons));
          rows.push(...everRows(request, group, tally, place));
        }
    }
  }
  return { rows, tables: tallies.map((tally) => tally.table), queries };
}

/** Where a figure's row belongs; `first` is the headline question. */
export interface Place {
  readonly period: string;
  readonly by: Readonly<Record<string, string>>;
  readonly of: string;
  readonly first: boolean;
}

/** Part of the tally in which the event falls between two readings. */
const eventBy = (hours: number) => `event by ${hours}`;
/** All whose event came by a reading: a group of the parts up to it. */
export const reached = (hours: number) => `reached ${hours}`;

function outcome(row: TimeRow, horizons: readonly number[]): TallyRow {
  const { period, by, children: count } = row;
  const ever = row.ever === false ? ' never' : row.ever === true ? ' ever' : '';
  if (row.problem === 'invalid') return { period, by, part: `invalid${ever}`, count };
  if (row.problem) return { period, by, part: `unknown${ever}`, count };
  if (row.cause !== 1) return { period, by, part: `${row.cause ? 'left' : 'open'}${ever}`, count };
  const horizon = horizons.find((hours) => (row.minutes ?? 0) <= hours * 60);
  return { period, by, part: horizon === undefined ? 'event later' : eventBy(horizon), count };
}

/**
 * Parts of a time figure and how they add up: event between two readings, event later, left, open,
 * cannot be timed. Where the rows say whether it ever happened, the others are split by that.
 */
function outcomeParts(horizons: readonly number[], asked: boolean): Parts {
  const events = [...horizons.map(eventBy), 'event later'];
  const others = ['left', 'open', 'unknown', 'invalid'];
  const split = (word: string) => [word, ...(asked ? [`${word} ever`, `${word} never`] : [])];
  const untimed = ['unknown', 'invalid'].flatMap(split);
  const parts: Record<string, readonly string[]> = {
    [total]: ['timed', ...untimed],
    timed: [...events, ...['left', 'open'].flatMap(split)],
    'cannot be timed': untimed,
  };
  horizons.forEach((hours, i) => {
    parts[reached(hours)] = events.slice(0, i + 1);
  });
  parts['any event'] = events;
  if (asked) {
    parts.ever = [...events, ...others.map((word) => `${word} ever`)];
    parts['known ever'] = ['ever', ...others.map((word) => `${word} never`)];
  }
  return parts;
}
