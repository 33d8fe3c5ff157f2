import type { Engine } from '$lib/engine/engine';
import { formOf } from './cell-mask';
import type { Reading } from './column-sql';
import { failedCells } from './failed-cells';
import type { LoadedRows } from './failed-items';
import { expectedIn } from './fix-words';
import type { ProblemGroup } from './import-report';
import type { Scanned } from './load-records';

/** Groups listed of one file. */
const mostGroups = 100;

/** Cells of a loaded file that could not be read, by what repairs them: the most frequent first. */
export async function problemGroups(
  engine: Engine,
  file: Scanned,
  open: readonly Reading[],
  loaded: LoadedRows,
  signal?: AbortSignal,
): Promise<readonly ProblemGroup[]> {
  const failed = await failedCells(engine, file, open, loaded, false, signal);
  return failed
    .slice(0, mostGroups)
    .map(({ reading: { binding }, like, spelled, count, ordinals }) => ({
      column: binding.source,
      target: `${binding.column.table}.${binding.field.name}`,
      like: spelled ? formOf(like) : like,
      spelling: spelled ? () => like : null,
      count,
      lines: ordinals.map((ordinal) => file.scan.lines.lineOf(ordinal)),
      expected: expectedIn(binding.column, binding.part),
    }));
}
