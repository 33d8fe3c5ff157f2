import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResultReader } from '@duckdb/node-api';
import type { Sql } from '$lib/schema/sql';
import { type Engine, EngineError, type NumberColumns, type Row, type Source } from './engine';
import { failure } from './failure';
import { nativeColumns } from './native-columns';
import { nativeRows } from './native-rows';
import { Turns } from './turns';

const SLOTS = 1024;

export interface NativeOptions {
  /** Threads of DuckDB; as many as the machine has cores unless given. */
  threads?: number;
  /** Memory in MiB before DuckDB spills to its private folder; its own default is 80 % of the machine. */
  memoryLimitMiB?: number;
}

/**
 * Native DuckDB for the command line. Its configuration is locked before any data, and later files
 * are read in place through links in a private folder: the only paths the lock allows are the slots
 * of that folder. (`allowed_directories` is not used: DuckDB 1.4.3 lets `folder/./../file` out of it.)
 */
export async function nativeEngine(options: NativeOptions = {}): Promise<Engine> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-'))).replaceAll('\\', '/');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const spill = `${folder}/${randomUUID()}`;
    const instance = await DuckDBInstance.create(':memory:', {
      ...(options.threads ? { threads: String(options.threads) } : {}),
      ...(options.memoryLimitMiB ? { memory_limit: `${options.memoryLimitMiB}MiB` } : {}),
      temp_directory: spill,
      autoload_known_extensions: 'false',
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    const slots = Array.from({ length: SLOTS }, (_, i) => `${folder}/${i}.csv`);
    const allowed = slots.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
    await connection.run(`SET allowed_paths = [${allowed}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    return new NativeEngine(connection, slots, spill, () => {
      connection.closeSync();
      instance.closeSync();
      process.off('exit', remove);
      remove();
    });
  } catch (thrown) {
    remove();
    throw new EngineError('boot-failed', failure(thrown).message);
  }
}

class NativeEngine implements Engine {
  readonly kind = 'native';
  readonly #connection: DuckDBConnection;
  readonly #free: string[];
  readonly #spill: string;
  readonly #shutDown: () => void;
  readonly #turns = new Turns();
  readonly #taken = new Set<string>();
  #closed = false;

  constructor(connection: DuckDBConnection, slots: string[], spill: string, shutDown: () => void) {
    this.#connection = connection;
    this.#free = slots;
    this.#spill = spill;
    this.#shutDown = shutDown;
  }

  query(statement: Sql, options?: { signal?: AbortSignal }): Promise<Row[]> {
    return this.#read(statement, nativeRows, options);
  }

  columns(statement: Sql, options?: { signal?: AbortSignal }): Promise<NumberColumns> {
    return this.#read(statement, nativeColumns, options);
  }

  #read<T>(
    statement: Sql,
    as: (reader: DuckDBResultReader) => T,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<T> {
    return this.#turn(async () => {
      const text = statement.toString();
      // The spill folder is the one folder DuckDB allows by itself, with the hole described above.
      if (text.includes(this.#spill)) throw new EngineError('query', 'This folder is private.');
      const interrupt = () => this.#connection.interrupt();
      signal?.addEventListener('abort', interrupt);
      try {
        return as(await this.#connection.runAndReadAll(text));
      } finally {
        signal?.removeEventListener('abort', interrupt);
      }
    }, signal);
  }

  async run(statement: Sql, options?: { signal?: AbortSignal }): Promise<void> {
    await this.query(statement, options);
  }

  register(source: Source): Promise<string> {
    return this.#turn(async () => {
      const slot = this.#free.shift();
      if (!slot) throw new EngineError('query', `More than ${SLOTS} files are open at one time.`);
      try {
        if (source instanceof Blob) await writeFile(slot, source.stream(), { mode: 0o600 });
        else link(resolve(source.path), slot);
        this.#taken.add(slot);
        return slot;
      } catch {
        this.#free.push(slot);
        throw new EngineError(
          'query',
          'The file could not be opened. Does it exist, and may you read it?',
        );
      }
    });
  }

  release(path: string): Promise<void> {
    return this.#turn(async () => {
      if (!this.#taken.delete(path)) return;
      rmSync(path, { force: true });
      this.#free.push(path);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#connection.interrupt();
    await this.#turns.take(async () => this.#shutDown());
  }

  #turn<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#turns.take(async () => {
      if (this.#closed) throw closed();
      try {
        return await job();
      } catch (thrown) {
        throw this.#closed ? closed() : failure(thrown);
      }
    }, signal);
  }
}

const closed = () => new EngineError('dead', 'The calculation engine was closed.');

/** Reads in place where the system grants links, else from a private copy. */
function link(file: string, slot: string): void {
  if (!statSync(file).isFile()) throw new Error('not a file');
  try {
    symlinkSync(file, slot);
  } catch {
    copyFileSync(file, slot);
  }
}
