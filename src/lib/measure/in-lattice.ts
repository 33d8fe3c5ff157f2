import type { Draft } from '$lib/disclosure/draft';
import { Lattice } from '$lib/disclosure/lattice';
import { restrict } from '$lib/disclosure/restrict';
import type { Breakdown, Indicator } from '$lib/schema/indicator';
import type { Text } from '$lib/schema/text';
import { besidePublished } from './guard-published';
import type { Period } from './period';
import { latticeSource, type InLatticeSource } from './lattice-source';
import type { Prepared } from './prepare';
import type { View } from './view';

/** Kinds of periods, each of which is protected beside those before it. */
const kinds = ['all', 'year', 'half', 'quarter', 'month'] as const;

type Published = InLatticeSource['published'];

const lattices = new WeakMap<Prepared, { published: Published; lattice: Lattice }>();

/** The lattice of a data set beside the tables published before; that beside others is forgotten. */
function latticeOf({ prepared, published }: InLatticeSource): Lattice {
  const known = lattices.get(prepared);
  if (known && known.published === published) return known.lattice;
  const lattice = new Lattice();
  lattices.set(prepared, { published, lattice });
  return lattice;
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
  const lattice = latticeOf(source);
  const { sums } = cut;
  const asIs = { kind: view.period.kind, month: view.period.month } as Period;
  // A child may be in the care of several programmes: they are no column that could cross another.
  const own: Breakdown[][] = indicator.statistic.kind === 'care-calendar' ? [['programme']] : [];
  // Sums of shorter periods are looked for among the usual kinds; others stand for themselves.
  const periods: Period[] = kinds.map((kind) => ({ kind }));
  if (!sums && !kinds.some((kind) => kind === asIs.kind)) periods.splice(2, periods.length, asIs);
  const at = { source, view, periods, own, lattice };
  const tables = latticeSource(at, indicator, view.options);
  const { draft: found, unplanned } = await restrict(
    draft,
    cut,
    { count: periods.length, sums },
    (spot) => lattice.at(tables, spot, signal),
  );
  const open = besidePublished(found, source.published ?? [], view.where);
  return unplanned ? { ...open, notes: [...open.notes, unplannedNote] } : open;
}

const unplannedNote: Text = {
  en: 'Part of this cut is not among what can be protected together with every other figure, so nothing of it is shown. Take a filter or a breakdown away, or choose longer periods.',
  nb: 'En del av dette utvalget er ikke blant det som kan beskyttes sammen med alle andre tall, så ingenting av den vises. Ta bort et filter eller en fordeling, eller velg lengre perioder.',
};
