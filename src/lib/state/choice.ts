import type { Drift } from '$lib/ingest/drift';
import type { Decisions } from '$lib/ingest/import-files';
import type { ImportProgress, ImportReport } from '$lib/ingest/import-report';
import type { Recipe } from '$lib/ingest/recipe';
import type { FigureSource } from '$lib/measure/figure';
import type { Linkage } from '$lib/schema/linkage';
import type { Text } from '$lib/schema/text';
import type { OpenGate } from './machinery';

/** What the page shows: exactly one of these at a time. */
export type Status =
  | { readonly is: 'empty' }
  | { readonly is: 'booting' }
  | { readonly is: 'importing'; readonly progress: ImportProgress | null }
  | { readonly is: 'deciding' }
  | { readonly is: 'ready' }
  | { readonly is: 'failed'; readonly message: Text; readonly todo: Text };

/** Files as they were chosen, with what was decided about them: enough to load them again. */
export interface Choice {
  readonly name: Text;
  readonly files: readonly File[];
  readonly decisions: Decisions;
  readonly synthetic: boolean;
  /** A saved mapping that they are read with. */
  readonly mapping: Recipe | null;
  /** Which records were decided to be one child. */
  readonly linkage?: Linkage | undefined;
}

export interface Loaded extends FigureSource, OpenGate {
  /** When it was loaded, in milliseconds since 1970. */
  readonly at: number;
  readonly choice: Choice;
  readonly reports: readonly ImportReport[];
  readonly recipe: Recipe;
  readonly drift: Drift | null;
}

/** Files as they are proposed. */
export const nothingDecided: Decisions = { drop: [], dateOrder: [] };
