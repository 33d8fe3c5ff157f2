import { curveRows } from './curve-rows';
import { everRows } from './ever-rows';
import { fewChildren } from './few-children';
import type { DraftRow } from '$lib/disclosure/draft';
import type { Part } from './part';
import { breakdownsOf, groupsOf, type Request } from './request';
import { timeOutcomes } from './time-outcomes';
import { nobody, timeRows, type TimeGroup } from './time-rows';
import type { Tally } from './tally';
import { timeParts, timeTally } from './time-tally';

/**
 * S-KM and S-CIF: how long until the event, counting children who still wait. Medians and quartiles
 * from Kaplan–Meier, shares by a time from Aalen–Johansen (ruling S12); optionally the share for whom
 * it ever happened. Children whose time is unknown stand beside the curve with the band they allow.
 */
export async function timeToEvent(request: Request): Promise<Part> {
  const { indicator, slices, view } = request;
  const horizons = [
    ...new Set(
      indicator.measures.flatMap(({ atHours }) => (atHours === undefined ? [] : [atHours])),
    ),
  ].sort((a, b) => a - b);
  const ofs = indicator.statistic.kind === 'time' ? indicator.statistic.of : [];
  const rows: DraftRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  const headline: TimeGroup[] = [];
  for (const columns of breakdownsOf(request)) {
    const { groups: met, query } = await timeRows(request, columns);
    queries.push(query);
    const tally =
      view.mode === 'release'
        ? await timeTally(request, columns, ofs, horizons, tallies.length)
        : undefined;
    if (tally) tallies.push(tally);
    const keep = await fewChildren(request, columns, horizons);
    const key = (of: string, period: string, by: TimeGroup['by']) =>
      columns.reduce((text, column) => `${text}\u0001${by[column]}`, `${of}\u0001${period}`);
    const metBy = new Map(met.map((group) => [key(group.of, group.period, group.by), group]));
    const groups = groupsOf(
      columns,
      met.map(({ by }) => by),
    );
    if (!columns.length) headline.push(...met.filter(({ of }) => of === ofs[0]));
    for (const of of ofs)
      for (const slice of slices)
        for (const by of groups) {
          const group = metBy.get(key(of, slice.id, by)) ?? nobody;
          const refs = (...labels: string[]) =>
            labels.flatMap((label) =>
              tally?.has(slice.id, by, label) ? [tally.ref(slice.id, by, label)] : [],
            );
          const place = { period: slice.id, by, of, first: of === ofs[0], refs };
          const own = [
            ...curveRows(request, group, place, horizons),
            ...everRows(request, group, place),
          ];
          rows.push(...own.map((row) => keep(of, row)));
        }
  }
  const first = ofs[0] ?? '';
  const whole = slices.flatMap(({ id }) =>
    [timeParts.timed(first), timeParts.notTimed(first)].flatMap((part) =>
      tallies[0]?.has(id, {}, part) ? [tallies[0].ref(id, {}, part)] : [],
    ),
  );
  return {
    rows,
    tables: tallies.map((tally) => tally.table),
    whole,
    asked: headline.reduce((all, { children }) => children.reduce((sum, n) => sum + n, all), 0),
    ...(view.mode === 'working' ? { ofWhich: timeOutcomes(headline) } : {}),
    queries,
  };
}
