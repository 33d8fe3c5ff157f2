import { release } from '$lib/disclosure/release';
import type { Released } from '$lib/disclosure/released';
import type { Indicator } from '$lib/schema/indicator';
import { draftOf } from './figure-draft';
import { inLattice } from './in-lattice';
import type { InLatticeSource } from './lattice-source';
import type { View } from './view';

/** What a figure is computed from. */
export interface FigureSource extends InLatticeSource {
  /** Where release drafts are protected; `release()` on this thread if left out. */
  readonly gate?: typeof release;
}

/**
 * One indicator under one view, through the gate: the whole way from typed tables to what may be
 * shown. In Release view a figure about children shows what the tables show that it is a part of, so that
 * any two views tell no more together than each alone. A figure that cannot be computed says which table or
 * column it needs.
 */
export async function figure(
  source: FigureSource,
  indicator: Indicator,
  view: View,
  signal?: AbortSignal,
): Promise<Released> {
  const { solver } = source;
  const draft = await draftOf(source, indicator, view, signal);
  if (draft.mode === 'working') return release(draft, { solver, signal });
  const open = draft.cut ? await inLattice(source, indicator, { draft, view, signal }) : draft;
  return (source.gate ?? release)(open, { solver, signal });
}
