import type { DraftRow } from '$lib/disclosure/draft';
import type { Status } from '$lib/disclosure/released';
import type { Measure } from '$lib/schema/indicator';
import { quantileOfCounted } from '$lib/statistics/quantile';
import { countedValues, type CountedValues } from './counted-values';
import { everyone, type Part } from './part';
import type { Place } from './place';
import { quantiles } from './quantile-row';
import { breakdownsOf, groupsOf, type Request } from './request';
import { roundDuration } from './round-duration';
import { rowColumns } from './row-columns';
import { mostlyUnknown, shareStatus } from './share-gates';
import { Tally } from './tally';

/**
 * S-DIST: quartiles, P90 and maximum of the values of the rows (quantile type 7), which are in the unit
 * of their measure; a missing value is counted beside them. In Release view a quantile needs `threshold`
 * children on either side of it and is rounded, and the maximum, which is one child, is kept back.
 */
export async function distribution(request: Request): Promise<Part> {
  const { slices } = request;
  const units = (await rowColumns(request)).has('unit');
  const rows: DraftRow[] = [];
  const tallies: Tally[] = [];
  const queries: string[] = [];
  for (const columns of breakdownsOf(request)) {
    const { groups, query } = await countedValues(request, columns, units);
    queries.push(query);
    const tally = new Tally({
      index: tallies.length,
      columns,
      slices,
      rows: groups.flatMap(({ period, by, known, missing }) => [
        { period, by, part: 'known', count: known },
        { period, by, part: 'unknown', count: missing },
      ]),
      parts: { total: ['known', 'unknown'], [everyone]: ['known', 'unknown'] },
      name: 'value',
      figures: ['known', 'unknown', everyone],
    });
    tallies.push(tally);
    const met = groupsOf(
      columns,
      groups.map(({ by }) => by),
    );
    for (const { id: period } of slices)
      for (const by of met) {
        const own = groups.find(
          (group) =>
            group.period === period && columns.every((column) => group.by[column] === by[column]),
        );
        const refs = (...labels: string[]) => labels.map((label) => tally.ref(period, by, label));
        const place = { period, by, of: '', first: true, refs };
        rows.push(...rowsOf(request, own ?? { period, by, ...nobody }, place, units));
      }
  }
  const first = tallies[0] as Tally;
  const cells = slices.flatMap(({ id }) => ['known', 'unknown'].map((part) => ({ id, part })));
  return {
    rows,
    tables: tallies.map((tally) => tally.table),
    whole: cells.map(({ id, part }) => first.ref(id, {}, part)),
    ...(units
      ? {}
      : { asked: cells.reduce((sum, { id, part }) => sum + first.at(id, {}, part), 0) }),
    queries,
  };
}

const nobody = { values: [], known: 0, missing: 0, children: [], missingChildren: 0 } as const;

function rowsOf(
  { indicator, view }: Request,
  group: CountedValues,
  { period, by, refs }: Place,
  units: boolean,
): DraftRow[] {
  const release = view.mode === 'release';
  const k = release ? view.threshold : 0;
  const { known, values } = group;
  const n = known + group.missing;
  const hidden = mostlyUnknown(group.missing, known);
  const telling = hidden || mostlyUnknown(view.threshold - 1, known);
  const status: Status = shareStatus(known, hidden ? 'bounds_only' : known ? 'ok' : 'undefined');
  const base = {
    period,
    by,
    ...(release ? {} : { n, unknown: group.missing }),
    // Numbers of rows are no numbers of children: in Release view they stay inside.
    ...(release && units ? { show: 'value only' as const } : {}),
  };
  const few = (children: number) => units && children > 0 && children < k;
  /** Whether k children stand on either side of a value. */
  const apart = (value: number) =>
    [
      group.children.filter(({ least }) => least <= value),
      group.children.filter(({ most }) => most >= value),
    ].every((side) => side.reduce((sum, { children }) => sum + children, 0) >= k);
  return indicator.measures.flatMap((measure): DraftRow[] => {
    const { id, reads, unit } = measure;
    if (reads === 'unknown' || reads === 'count') {
      const value = reads === 'unknown' ? group.missing : known;
      const standing = reads === 'unknown' ? group.missingChildren : childrenOf(group);
      return [
        {
          ...base,
          measure: id,
          unit,
          statistic: 'S-N',
          value,
          numerator: value,
          status: 'ok',
          counts: refs(reads === 'unknown' ? 'unknown' : 'known'),
          withhold: few(standing) || (release && units && standing < value),
        },
      ];
    }
    const p = reads === 'maximum' ? 1 : shareBelow(measure);
    if (p === undefined) return [];
    const found = quantileOfCounted(values, p);
    const thin = known * Math.min(p, 1 - p) < k || (found !== null && !apart(found));
    const gate = status === 'ok' && reads !== 'maximum' && thin ? 'too_few' : status;
    return [
      {
        ...base,
        measure: id,
        unit,
        statistic: 'S-DIST',
        value: gate === 'ok' && found !== null ? (release ? rounded(found, measure) : found) : null,
        denominator: known,
        status: gate,
        counts: refs('known', ...(telling ? ['unknown'] : [])),
        withhold: few(childrenOf(group)) || (release && reads === 'maximum'),
      },
    ];
  });
}

const childrenOf = ({ children }: CountedValues) =>
  children.reduce((sum, one) => sum + one.children, 0);

const shareBelow = ({ reads }: Measure): number | undefined =>
  quantiles[reads as keyof typeof quantiles];

function rounded(value: number, { unit }: Measure): number {
  if (unit === 'hours') return roundDuration(value);
  if (unit === 'days') return roundDuration(24 * value) / 24;
  return unit === 'years' ? Math.round(value) : Number(value.toPrecision(2));
}
