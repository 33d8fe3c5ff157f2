import type { Draft } from '$lib/disclosure/draft';
import type { Lattice, LatticeSource } from '$lib/disclosure/lattice';
import { judge } from '$lib/disclosure/release';
import type { SolverSource } from '$lib/disclosure/solver';
import { isRowBreakdown } from '$lib/schema/breakdowns';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import { presumedAge } from '$lib/schema/presumed-age';
import { availability } from './availability';
import { cutOf } from './cut-of';
import { choiceOf, draftOf, type DraftSource } from './figure-draft';
import { givenCounts, mainForms, type Base } from './given-counts';
import { countsAt, nearCounts, type Count } from './near-counts';
import { guardPublished, publishedKinds } from './guard-published';
import { withSumsGuarded } from './guarded-sums';
import { formatKind, type Period } from './period';
import { populationCounted } from './populations-counted';
import type { PublishedTable } from './published';
import { questionsOf } from './questions';
import type { View } from './view';

/** Where the tables of a lattice come from and are protected. */
export interface InLatticeSource extends DraftSource {
  readonly solver?: SolverSource;
  /** Where the tables are protected; `judge()` on this thread if left out. */
  readonly judge?: typeof judge;
  /** Tables published before, taken as known: numbers near to theirs are not shown. Another list, another lattice. */
  readonly published?: readonly PublishedTable[];
}

interface Place {
  readonly source: InLatticeSource;
  readonly view: View;
  readonly periods: readonly Period[];
  /** Breakdowns that every table of the figure has. */
  readonly own: readonly (readonly Breakdown[])[];
  readonly lattice: Lattice;
}

/**
 * Where the tables of an indicator come from: beside the counts of its populations, which are protected before it
 * and apart from what was looked at, beside the figures that it is linked to, and beside itself by the usual choices.
 */
export function latticeSource(
  place: Place,
  indicator: Indicator,
  options: View['options'],
  holds: readonly string[] = [],
): LatticeSource {
  const { source, view, periods, own, lattice } = place;
  const chosen = Object.fromEntries(
    Object.entries(options).filter(([id]) => id === presumedAge.id),
  );
  const sums = isSum(place, indicator, options);
  const baseOf = (population: string): Base | undefined => {
    const base = populationCounted(population, source.facts);
    if (!base || base.indicator.id === indicator.id) return undefined;
    const outer = base.within === undefined ? undefined : baseOf(base.within);
    return {
      source: latticeSource(place, base.indicator, chosen, base.holds),
      label: base.label,
      ...(outer && { within: { population: base.within!, base: outer } }),
    };
  };
  const others = (indicator.linked ?? [])
    // Sums of other kinds of periods would be another figure.
    .filter((other) => sums || !isSum(place, other, chosen))
    .filter((other) => !availability(other, source.facts).missing)
    .map((other) => latticeSource(place, other, chosen));
  const forms = indicator.statistic.kind === 'composition' && indicator.statistic.of === 'form';
  return {
    family: JSON.stringify([
      ...[indicator.id, Object.entries(options).sort(), view.threshold],
      sums ? '' : formatKind(periods.at(-1)!),
    ]),
    sums,
    ...(sums && { given: givenCounts(lattice, baseOf, holds) }),
    near: async (tables, shown, spot, signal) => {
      const counts: Count[] = [];
      for (const other of others) counts.push(...countsAt(await lattice.at(other, spot, signal)));
      const base = forms && tables.some(({ among }) => among) ? baseOf('P-REG') : undefined;
      const ofForms = base ? await mainForms(lattice, base, spot, signal) : () => [];
      return nearCounts(tables, shown, (table) => [...counts, ...ofForms(table)], view.threshold);
    },
    draft: async ({ columns, level }, aborted) => {
      const drawn = (period: Period) =>
        draftOf(
          source,
          indicator,
          {
            ...{ mode: 'release', where: {}, options, threshold: view.threshold, period },
            by: [...own, ...(columns.length > 0 ? [columns as Breakdown[]] : [])],
          },
          aborted,
          columns.filter((column) => !isRowBreakdown(column as Breakdown)) as Breakdown[],
        );
      const draft = await drawn(periods[level]!);
      const { published = [] } = source;
      const registered = indicator.id === populationCounted('P-REG', source.facts)?.indicator.id;
      const at = { columns, registered };
      const told = publishedKinds(indicator.id, published, at);
      const finer: Draft[] = [];
      for (const period of sums ? periods.slice(level + 1) : [])
        if (told.has(period.kind)) finer.push(await drawn(period));
      return guardPublished(draft, finer, published, at);
    },
    judge: (tables, how) =>
      withSumsGuarded(tables, (draft) =>
        (source.judge ?? judge)(draft, { ...how, solver: source.solver }),
      ),
    ...(Object.keys(options).length > 0 && { usual: latticeSource(place, indicator, {}, holds) }),
  };
}

const isSum = (
  { source, view }: Place,
  indicator: Indicator,
  options: View['options'],
): boolean => {
  const chosen = { ...view, options };
  return cutOf(questionsOf(indicator, choiceOf(source, indicator, chosen)), [], chosen).sums;
};
