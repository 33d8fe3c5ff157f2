import type { Engine } from '$lib/engine/engine';
import { drift, type Drift } from './drift';
import type { ImportResult } from './import-files';
import { withSeen, type Recipe } from './recipe';
import { countSeen, type FileSeen } from './seen';

type Result = Pick<ImportResult, 'reports' | 'facts' | 'recipe'>;

/** What an import is held against a recipe with, counted in its engine; null where nothing was loaded. */
export async function seenIn(
  engine: Engine,
  { reports, facts, recipe }: Result,
): Promise<readonly FileSeen[] | null> {
  const dates = recipe.files.map(({ seen }) => seen);
  return facts && countSeen(engine, facts, reports, dates);
}

/** An import held against the recipe it was read with; null without one. */
export async function importDrift(
  engine: Engine,
  before: Recipe | null,
  result: Result,
): Promise<Drift | null> {
  return before && drift(before, result.recipe, await seenIn(engine, result));
}

/** The recipe of an import as it is saved: readable JSON, and no record in it. */
export async function recipeJson(engine: Engine, result: Result): Promise<string> {
  return `${JSON.stringify(withSeen(result.recipe, await seenIn(engine, result)), null, 2)}\n`;
}
