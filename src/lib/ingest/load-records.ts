import type { Engine } from '$lib/engine/engine';
import type { Sql } from '$lib/schema/sql';
import { WordedError } from '$lib/schema/worded-error';
import { readCsv } from './read-csv';
import type { Scan } from './record-tally';
import { wellFormed } from './well-formed';
import { withSource } from './with-source';

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

/** A load that was stopped because engine and scanner disagree; its words say so. */
export class LoadStopped extends WordedError {
  override name = 'LoadStopped';
}

/** What is said when the counts differ. */
export const otherRows = {
  en: 'The engine counted other rows than the scanner did, so nothing of this file was loaded.',
  nb: 'Regnemotoren fant et annet antall rader enn opptellingen av filen, så ingenting av den ble lastet inn.',
};

/**
 * Runs one INSERT over the good records of a file: `statement` receives the text columns `c0`, `c1`,
 * …. The engine must have put in as many rows as the scanner counted; else the file is read once
 * more from a plain copy, and if that fails too the load stops and `undo` has been run. Answers
 * whether the plain copy was needed.
 */
export async function loadRecords(
  engine: Engine,
  file: Scanned,
  statement: (source: Sql) => Sql,
  undo: Sql,
  signal?: AbortSignal,
): Promise<{ readonly copy: boolean }> {
  if (!file.scan.good) return { copy: false };
  const firstCopy = file.scan.fields === 1 && file.scan.newline !== '\n';
  for (const copy of firstCopy ? [true] : [false, true]) {
    let failed: unknown = null;
    try {
      const { source, shape } = await sourceOf(engine, file, copy, signal);
      const [done] = await withSource(
        engine,
        source,
        (path) => engine.query(statement(readCsv(path, shape)), { signal }),
        signal,
      );
      if (Number(done?.Count) === file.scan.good) return { copy };
    } catch (thrown) {
      if (signal?.aborted || !isRefusal(thrown)) throw thrown;
      failed = thrown;
    }
    await engine.run(undo, { signal });
    if (copy && failed) throw failed;
  }
  throw new LoadStopped(otherRows);
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
