import type { Engine } from '$lib/engine/engine';
import type { Sql } from '$lib/schema/sql';
import { readCsv } from './read-csv';
import type { Scan } from './scan';
import { wellFormed } from './well-formed';

/** A scanned file in UTF-8, ready for the engine. */
export interface Scanned {
  readonly blob: Blob;
  /** Where the same bytes lie on disk: only for the command line. */
  readonly path?: string;
  readonly headerRow: number;
  readonly scan: Scan;
  readonly delimiter: string;
  readonly quote: string;
}

/** A load that was stopped because engine and scanner disagree; the message is a sentence. */
export class LoadStopped extends Error {
  override name = 'LoadStopped';
}

/**
 * Runs one statement over the good records of a file: `into` receives what `select` makes of the
 * text columns `c0`, `c1`, …. The number of rows must be the scanner's; else the file is read once
 * more from a plain copy, and if that fails too the load stops and `undo` has been run.
 */
export async function loadRecords(
  engine: Engine,
  file: Scanned,
  statement: (source: Sql) => Sql,
  count: () => Promise<number>,
  undo: () => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  if (!file.scan.good) return;
  const firstCopy = file.scan.fields === 1 && file.scan.newline !== '\n';
  for (const copy of firstCopy ? [true] : [false, true]) {
    const { source, shape } = await sourceOf(engine, file, copy, signal);
    const path = await engine.register(source);
    let failed: unknown = null;
    try {
      signal?.throwIfAborted();
      await engine.run(statement(readCsv(path, shape)), { signal });
      if ((await count()) === file.scan.good) return;
    } catch (thrown) {
      if (signal?.aborted || !isRefusal(thrown)) throw thrown;
      failed = thrown;
    } finally {
      await engine.release(path).catch(() => undefined);
    }
    await undo();
    if (copy && failed) throw failed;
  }
  throw new LoadStopped(
    'The engine counted other rows than the scanner did, so nothing of this file was loaded.',
  );
}

const isRefusal = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'query';

/** What to hand to the engine: the file on disk, slices of it, or a plain copy. */
export async function sourceOf(engine: Engine, file: Scanned, copy: boolean, signal?: AbortSignal) {
  const { scan } = file;
  const shape = { fields: scan.fields, longest: scan.longest };
  const [range] = scan.ranges;
  const clean =
    scan.ranges.length === 1 && !scan.irregular && range?.[1] === file.blob.size && !scan.rejected;
  if (
    engine.kind === 'native' &&
    !copy &&
    clean &&
    file.path &&
    scan.lines.lineOf(0) === file.headerRow + 1
  )
    return {
      source: { path: file.path },
      shape: { ...shape, delimiter: file.delimiter, quote: file.quote, skip: file.headerRow },
    };
  const good = await wellFormed(file.blob, scan, file, copy, signal);
  return {
    source: good.blob,
    shape: { ...shape, delimiter: good.delimiter, quote: good.quote, skip: 0 },
  };
}
