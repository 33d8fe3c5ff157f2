import { isRowBreakdown } from '$lib/schema/breakdowns';
import type { Breakdown } from '$lib/schema/indicator';
import { sliceOfId, type Period } from './period';
import type { View } from './view';

/** What a view gives up so that more of its figure can be shown. */
export type Loss =
  /** Shorter periods than these. */
  | { readonly is: 'periods'; readonly kind: Period['kind'] }
  /** The codes of a column outside these, which become one group. */
  | { readonly is: 'bands'; readonly column: Breakdown; readonly codes: readonly string[] }
  /** The columns crossed with each other; each stands by itself. */
  | { readonly is: 'crossing'; readonly columns: readonly Breakdown[] }
  | { readonly is: 'breakdown'; readonly columns: readonly Breakdown[] }
  /** Regions, in breakdowns and filters. */
  | { readonly is: 'regions' }
  | { readonly is: 'filter'; readonly column: Breakdown };

/** Another view of the same figure, with what it loses. */
export interface Remedy {
  readonly losses: readonly Loss[];
  readonly view: View;
}

/** Longer periods that a cut of time adds up to, without sums of all. */
const longer: Record<Period['kind'], readonly Period['kind'][]> = {
  all: [],
  year: [],
  half: ['year'],
  quarter: ['year'],
  month: ['quarter', 'year'],
  financial: [],
  rolling: [],
  ending: [],
};

/** Neighbouring codes of a column that make one wider band. */
const bands: Partial<Record<Breakdown, readonly (readonly string[])[]>> = {
  age_band: [
    ['0_8', '9_11', '0_11'],
    ['12_14', '15_17', '12_17'],
  ],
  days_to_18_band: [
    ['lt100d', 'd100_364'],
    ['y1_2', 'y2plus'],
  ],
};

/** Views that may show more of a figure than `view`, of which only one thing is given up. */
export function remediesOf(view: View, periods: readonly string[]): Remedy[] {
  return [
    ...periodRemedies(view, periods),
    ...view.by.flatMap((crossed, at) => splitRemedies(view, crossed, at)),
    ...regionRemedies(view),
    ...(Object.keys(view.where) as Breakdown[])
      .filter((column) => column !== 'region')
      .map((column): Remedy => ({
        losses: [{ is: 'filter', column }],
        view: { ...view, where: without(view.where, column) },
      })),
  ];
}

/** As `remediesOf`, with all periods added up and one thing more given up. */
export function pairedRemedies(view: View, periods: readonly string[]): Remedy[] {
  const together = periodRemedies(view, periods).find(
    ({ view: { period } }) => period.kind === 'all',
  );
  if (!together) return [];
  return remediesOf(together.view, []).map((further) => ({
    losses: [...together.losses, ...further.losses],
    view: further.view,
  }));
}

function periodRemedies(view: View, periods: readonly string[]): Remedy[] {
  if (periods.length < 2 || view.period.kind === 'all') return [];
  const starts = periods.flatMap((id) => sliceOfId(id)?.first ?? []).sort();
  // With its first month a view of all months says that it means their sum.
  const from = view.period.from ?? starts[0];
  if (!from) return [];
  const { to } = view.period;
  const kinds = [...longer[view.period.kind], 'all' as const];
  return kinds.map((kind) => ({
    losses: [{ is: 'periods', kind }],
    view: {
      ...view,
      period: kind === 'all' ? { kind, from, ...(to ? { to } : {}) } : { ...view.period, kind },
    },
  }));
}

function splitRemedies(view: View, crossed: readonly Breakdown[], at: number): Remedy[] {
  const instead = (...entries: readonly (readonly Breakdown[])[]): View => ({
    ...view,
    by: entries.length
      ? view.by.flatMap((one, i) => (i === at ? entries : [one]))
      : view.by.filter((_, i) => i !== at),
  });
  const widest = crossed.flatMap((column) =>
    view.where[column]
      ? []
      : (bands[column] ?? []).map((codes): Remedy => {
          const rest = crossed.filter((one) => one !== column);
          return {
            losses: [{ is: 'bands', column, codes }],
            view: {
              ...instead(...(rest.length ? [rest] : [])),
              where: { ...view.where, [column]: codes },
            },
          };
        }),
  );
  const apart: Remedy[] =
    crossed.length > 1
      ? [
          {
            losses: [{ is: 'crossing', columns: crossed }],
            view: instead(...crossed.map((column) => [column])),
          },
        ]
      : [];
  const dropped: Remedy = {
    losses: [{ is: 'breakdown', columns: crossed }],
    view: instead(),
  };
  // Regions are given up once, wherever they stand.
  const onlyRegion = crossed.length === 1 && crossed[0] === 'region';
  const rows = crossed.some(isRowBreakdown);
  return [...apart, ...(rows ? [] : widest), ...(onlyRegion ? [] : [dropped])];
}

function regionRemedies(view: View): Remedy[] {
  if (!view.where.region && !view.by.flat().includes('region')) return [];
  return [
    {
      losses: [{ is: 'regions' }],
      view: {
        ...view,
        where: without(view.where, 'region'),
        by: view.by
          .map((crossed) => crossed.filter((column) => column !== 'region'))
          .filter((crossed) => crossed.length > 0),
      },
    },
  ];
}

const without = (where: View['where'], column: Breakdown): View['where'] =>
  Object.fromEntries(Object.entries(where).filter(([one]) => one !== column));
