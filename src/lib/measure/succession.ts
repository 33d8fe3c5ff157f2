import type { DraftRow } from '$lib/disclosure/draft';
import { name, sql, type Sql } from '$lib/schema/sql';
import { counted } from './counted';
import { everyone, total, type Part } from './part';
import {
  codesMet,
  groupColumnsSql,
  memberSql,
  placedRowsSql,
  type Additive,
  type Request,
} from './request';
import { shareParts } from './share-tally';
import { Tally, type TallyRow } from './tally';

/** Changed, but the files do not say to what; and not known whether it changed. */
const [changedOpen, open] = ['changed, to what is open', 'open whether it changed'];
/** Two or more recorded periods of one code, and a single period. */
const [none, once] = ['none', 'once'];
const unknown = 'unknown';
const [changed, asked] = ['changed', 'two or more'];

/**
 * S-N: children by the code recorded first and by the other one recorded next, each child in one pair;
 * rows and columns with their totals. All cells are one table of the gate, and its sums that another
 * question shows (who changed, who did not) are tied to it. Not split by anything else.
 */
export async function succession(request: Request): Promise<Part> {
  const { indicator, slices } = request;
  if (indicator.statistic.kind !== 'succession') throw new Error('no succession');
  const { of, tells } = indicator.statistic;
  const [first, later] = of;
  const { rows: result, query } = await counted(request, [], pairs(of));
  const rows = result.map((row): TallyRow => ({
    period: slices[Number(row.slice)]?.id ?? '',
    by: { [first]: String(row.first) },
    part: String(row.later),
    count: Number(row.children),
  }));
  const met = [...new Set(rows.map(({ part }) => part))];
  const apart = [changedOpen, open, none, once];
  const held = (...labels: string[]) => labels.filter((label) => met.includes(label));
  const codes = met.filter((label) => !apart.includes(label));
  const groups = {
    [total]: met,
    [everyone]: met,
    [changed]: [...codes, ...held(changedOpen)],
    [asked]: [...codes, ...held(changedOpen, none)],
    [unknown]: held(changedOpen, open),
  };
  // A group of nobody would be a leaf of its own.
  const parts = Object.fromEntries(
    Object.entries(groups).filter(([label, list]) => list.length > 0 || label === total),
  );
  const figures = [...new Set([...Object.keys(parts), ...codes, ...held(open, none, once)])];
  const tally = new Tally({
    ...{ index: 0, columns: [first], slices, rows, parts },
    ...{ name: later, figures: figures.filter((label) => label !== total) },
  });
  const [firsts = [], laters = []] = codesMet(
    [first, later],
    rows.map(({ by, part }) => ({
      ...by,
      [later]: part === changedOpen || part === open ? unknown : part,
    })),
  );
  const places = [
    ...firsts.flatMap((one) => [
      ...laters.map((other) => ({ by: { [first]: one, [later]: other }, part: other })),
      { by: { [first]: one }, part: everyone },
    ]),
    ...laters.map((other) => ({ by: { [later]: other }, part: other })),
    { by: {}, part: everyone },
  ];
  const refs = (period: string, part: string, by: Readonly<Record<string, string>> = {}) =>
    tally.has(period, by, part) ? [tally.ref(period, by, part)] : [];
  const [measure] = indicator.measures;
  const whole = slices.flatMap(({ id }) => refs(id, everyone));
  return {
    rows: slices.flatMap(({ id: period }) =>
      places.map(({ by, part }): DraftRow => {
        const children = tally.at(period, by, part);
        return {
          ...{ measure: measure?.id ?? 'count', unit: measure?.unit ?? 'children' },
          ...{ period, by, value: children, numerator: children },
          ...{ status: 'ok', statistic: 'S-N', counts: refs(period, part, by) },
        };
      }),
    ),
    tables: [tally.table],
    whole,
    queries: [query],
    tells: slices.flatMap(({ id }) =>
      (
        [
          [shareParts.yes(tells), changed],
          [shareParts.known(tells), asked],
          [shareParts.unknown(tells), open],
        ] as const
      ).flatMap(([label, part]) => refs(id, part).map((ref) => [`${id} ${label}`, ref] as const)),
    ),
  };
}

const pairs = ([first, later]: readonly [string, string]): Additive => ({
  statement: (
    request,
    columns,
  ): Sql => sql`WITH definition AS (${request.indicator.rows?.(request.choice) ?? sql``})
    SELECT slice, ${groupColumnsSql(columns)} coalesce(definition.${name(first)}, ${unknown}) AS first, coalesce(definition.${name(later)},
      CASE WHEN definition.changed THEN ${changedOpen} ELSE ${open} END) AS later, count(*) AS children
    FROM ${placedRowsSql(request)} WHERE ${memberSql(request)} GROUP BY ALL`,
  keys: ['slice', 'first', 'later'],
  counts: ['children'],
});
