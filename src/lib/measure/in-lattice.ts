import type { Draft } from '$lib/disclosure/draft';
import { Lattice, type LatticeSource } from '$lib/disclosure/lattice';
import { judge } from '$lib/disclosure/release';
import { restrict } from '$lib/disclosure/restrict';
import type { SolverSource } from '$lib/disclosure/solver';
import { isRowBreakdown } from '$lib/schema/breakdowns';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { draftOf, type DraftSource } from './figure-draft';
import { formatKind, type Period } from './period';
import type { Prepared } from './prepare';
import type { View } from './view';

/** Where the tables of a lattice come from and are protected. */
export interface InLatticeSource extends DraftSource {
  readonly solver?: SolverSource;
  /** Where the tables are protected; `judge()` on this thread if left out. */
  readonly judge?: typeof judge;
}

/** Kinds of periods, each of which is protected beside those before it. */
const kinds = ['all', 'year', 'half', 'quarter', 'month'] as const;

const lattices = new WeakMap<Prepared, Lattice>();

function latticeOf(prepared: Prepared): Lattice {
  const known = lattices.get(prepared) ?? new Lattice();
  lattices.set(prepared, known);
  return known;
}

/**
 * The draft of a figure in Release view with only that left open which the tables show that it is a part of:
 * the same figure without filters, crossed by the columns of its filters and of its breakdowns.
 */
export async function inLattice(
  source: InLatticeSource,
  indicator: Indicator,
  asked: { readonly draft: Draft; readonly view: View; readonly signal?: AbortSignal },
): Promise<Draft> {
  const { draft, view, signal } = asked;
  const { cut } = draft;
  if (!cut) return draft;
  const lattice = latticeOf(source.prepared);
  const { sums } = cut;
  const asIs = { kind: view.period.kind, month: view.period.month } as Period;
  // A child may be in the care of several programmes: they are no column that could cross another.
  const own: Breakdown[][] = indicator.statistic.kind === 'care-calendar' ? [['programme']] : [];
  // Sums of shorter periods are looked for among the usual kinds; others stand for themselves.
  const periods: Period[] = kinds.map((kind) => ({ kind }));
  if (!sums && !kinds.some((kind) => kind === asIs.kind)) periods.splice(2, periods.length, asIs);
  const from = (options: View['options']): LatticeSource => ({
    family: JSON.stringify([
      ...[indicator.id, Object.entries(options).sort(), view.threshold],
      sums ? '' : formatKind(periods.at(-1)!),
    ]),
    sums,
    draft: ({ columns, level }, aborted) =>
      draftOf(
        source,
        indicator,
        {
          ...{ mode: 'release', where: {}, options, threshold: view.threshold },
          period: periods[level]!,
          by: [...own, ...(columns.length > 0 ? [columns as Breakdown[]] : [])],
        },
        aborted,
        columns.filter((column) => !isRowBreakdown(column as Breakdown)) as Breakdown[],
      ),
    judge: (tables, options) =>
      (source.judge ?? judge)(tables, { ...options, solver: source.solver }),
  });
  const usual = Object.keys(view.options).length > 0 ? { usual: from({}) } : {};
  const tables = { ...from(view.options), ...usual };
  const { draft: open, unplanned } = await restrict(
    draft,
    cut,
    { count: periods.length, sums },
    (spot) => lattice.at(tables, spot, signal),
  );
  return unplanned ? { ...open, notes: [...open.notes, unplannedNote] } : open;
}

const unplannedNote: Text = {
  en: 'Part of this cut is not among what can be protected together with every other figure, so nothing of it is shown. Take a filter or a breakdown away, or choose longer periods.',
  nb: 'En del av dette utvalget er ikke blant det som kan beskyttes sammen med alle andre tall, så ingenting av den vises. Ta bort et filter eller en fordeling, eller velg lengre perioder.',
};
