import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { nativeEngine } from '$lib/engine/native';
import { Workload } from './workload';

/**
 * The workload on native DuckDB with one thread, over files on disk.
 * @public used by the built program
 */
export const nativeWorkload = (paths: readonly string[]): Workload =>
  new Workload(
    () => nativeEngine({ threads: 1 }),
    () =>
      Promise.all(
        paths.map(async (path) => ({ name: basename(path), path, blob: await openAsBlob(path) })),
      ),
    async () => ({}),
  );
