import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import type { Engine } from './engine';
import { lockConfiguration, openConfiguration } from './lock-configuration';
import { WasmEngine } from './wasm-engine';

/**
 * The browser's engine under Node, for tests: the same wasm, the same locks, the same slices.
 * Files are read into memory when they are registered. `memoryLimitMiB` is 2048 unless given.
 */
export async function nodeWasmEngine({ memoryLimitMiB = 2048 } = {}): Promise<Engine> {
  const mainModule = createRequire(import.meta.url).resolve(
    '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  );
  const bundle = { mainModule, mainWorker: '' };
  const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate();
  db.open(openConfiguration);
  const engine = new WasmEngine({
    kind: 'node-wasm',
    connection: db.connect().useUnsafe((_, connection) => connection),
    queries: {
      startPendingQuery: (connection, text, stream) =>
        db.startPendingQuery(connection, text, stream),
      pollPendingQuery: async (connection) => {
        await new Promise(setImmediate);
        return db.pollPendingQuery(connection);
      },
      cancelPendingQuery: (connection) => db.cancelPendingQuery(connection),
      fetchQueryResults: async (connection) => {
        await new Promise(setImmediate);
        return db.fetchQueryResults(connection);
      },
    },
    addFile: async (path, file) =>
      db.registerFileBuffer(path, new Uint8Array(await file.arrayBuffer())),
    dropFile: async (path) => db.dropFile(path),
    terminate: async () => db.reset(),
  });
  await lockConfiguration((statement) => engine.run(statement), memoryLimitMiB);
  return engine;
}
