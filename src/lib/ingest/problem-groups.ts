import type { Engine } from '$lib/engine/engine';
import { formOf } from './cell-mask';
import { failedCells } from './failed-cells';
import type { FailedItems } from './failed-items';
import { expectedIn } from './fix-words';
import type { ProblemGroup } from './import-report';
import type { LineIndex } from './line-index';

/** Groups listed of one file. */
const mostGroups = 100;

/** Cells of a loaded file that could not be read, by what repairs them: the most frequent first. */
export async function problemGroups(
  engine: Engine,
  items: FailedItems,
  lines: LineIndex,
  signal?: AbortSignal,
): Promise<readonly ProblemGroup[]> {
  const failed = await failedCells(engine, items, null, signal);
  return failed
    .slice(0, mostGroups)
    .map(({ reading: { binding }, like, spelled, count, ordinals }) => ({
      column: binding.source,
      target: `${binding.column.table}.${binding.field.name}`,
      like: spelled ? formOf(like) : like,
      spelling: spelled ? () => like : null,
      count,
      lines: ordinals.map((ordinal) => lines.lineOf(ordinal)),
      expected: expectedIn(binding.column, binding.part),
    }));
}
