import type { Table } from '$lib/schema/table';
import type { Adapter, AdapterPlan } from './adapter';
import type { Reading } from './column-sql';
import type { FileProposal } from './file-proposal';
import type { SplitList } from './form-lists';
import type { Fixes } from './fixes';
import type { Scanned } from './load-records';
import type { Merged } from './merged-codes';
import type { FileRecipe } from './recipe';

/** A proposal with all that is needed to load the file. */
export interface Inspected {
  readonly proposal: FileProposal;
  readonly ready: {
    readonly scanned: Scanned;
    readonly header: readonly string[];
    readonly table: Table | null;
    readonly readings: readonly Reading[];
    /** Questions whose options have a column each. */
    readonly lists: readonly SplitList[];
    readonly adapter: Adapter | null;
    readonly plan: AdapterPlan | null;
    readonly fixes: Fixes;
    readonly merged: Merged;
    readonly recipe: FileRecipe;
  } | null;
}
