import { type Sql, sql } from '$lib/schema/sql';
import type { Engine } from './engine';
import { refusedByLock } from './failure';

/** One thing the engine must refuse. */
export interface Attempt {
  attempt: 'http' | 'extension' | 'outside-file' | 'setting';
  refused: boolean;
}

/**
 * Tries what the lock forbids: read an address on the net, load an extension, read a file that was
 * not given, change a setting. `refused` is true only if the lock itself said no, so that an engine
 * which tried and failed for another reason does not pass.
 */
export async function selfTest(
  engine: Engine,
  { address = 'https://self-test.invalid/records.csv' } = {},
): Promise<Attempt[]> {
  const attempts: [Attempt['attempt'], Sql][] = [
    ['http', sql`SELECT * FROM read_csv(${address})`],
    ['extension', sql`LOAD httpfs`],
    ['outside-file', sql`SELECT * FROM read_csv(${'outside.csv'})`],
    ['setting', sql`SET default_null_order = 'NULLS_LAST'`],
  ];
  const results: Attempt[] = [];
  for (const [attempt, statement] of attempts)
    results.push({ attempt, refused: await isRefused(engine, statement) });
  return results;
}

async function isRefused(engine: Engine, statement: Sql): Promise<boolean> {
  try {
    await engine.run(statement);
    return false;
  } catch (error) {
    return refusedByLock(error);
  }
}
